package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Attributes;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that publishes an event, with its parts told apart.
 *
 * <p>Known are: functions and methods named {@code publishEvent}, {@code emitEvent}, {@code enqueueEvent} and alike;
 * {@code publish}, {@code emit}, {@code enqueue} or {@code add} of what is called an outbox, event bus, publisher or
 * broker; rows that are inserted into a table called outbox; and the commands of EventBridge and SNS. An emitter within
 * the process publishes nothing.
 *
 * @param name the expression of the event's name; null when there is none
 * @param payload the expression of the payload; null when there is none
 * @param rest other arguments
 */
record PublishCall(
        Located call,
        Callee callee,
        @Nullable Located name,
        @Nullable Located payload,
        Value.@Nullable Struct whole,
        List<Located> rest) {
    private static final Set<String> FUNCTIONS = Set.of(
            "publishevent",
            "publishevents",
            "emitevent",
            "enqueueevent",
            "publishdomainevent",
            "raiseevent",
            "publishtooutbox",
            "addtooutbox",
            "writetooutbox",
            "enqueueoutbox",
            "recordevent",
            "appendevent");
    private static final Set<String> VERBS = Set.of(
            "publish",
            "emit",
            "enqueue",
            "add",
            "append",
            "send",
            "push",
            "record",
            "store",
            "dispatch",
            "write",
            "put");
    private static final Set<String> STRICT = Set.of("publish", "emit", "enqueue", "send");
    private static final Set<String> BUSES = Set.of(
            "events",
            "eventbus",
            "publisher",
            "nats",
            "jetstream",
            "broker",
            "kafka",
            "producer",
            "pubsub",
            "rabbit",
            "amqp",
            "eventbridge",
            "sns",
            "bus",
            "eventpublisher");
    private static final Set<String> SENDERS = Set.of("kafka", "producer", "broker");
    private static final Set<String> LOCAL = Set.of("emitter", "eventemitter", "process", "socket", "io", "window");
    private static final Set<String> INSERTS = Set.of("create", "createMany", "insert", "save", "upsert");
    private static final String[] NAME = {
        "type", "eventtype", "eventname", "event", "name", "detailtype", "topic", "subject", "routingkey"
    };
    private static final String[] PAYLOAD = {"payload", "data", "detail", "body", "message", "value", "properties"};
    private static final Set<String> ENVELOPE = Set.of(
            "type",
            "eventtype",
            "eventname",
            "event",
            "name",
            "id",
            "version",
            "occurredat",
            "timestamp",
            "source",
            "tx",
            "topic",
            "subject",
            "time",
            "specversion",
            "aggregateid",
            "aggregatetype",
            "createdat",
            "detailtype");

    /** Whether a call of this name may publish. */
    static boolean mayPublish(String name) {
        return VERBS.contains(name)
                || INSERTS.contains(name)
                || name.equals("values")
                || name.equals("PutEventsCommand")
                || name.equals("PublishCommand")
                || FUNCTIONS.contains(Words.squeezed(name));
    }

    /** The publications of a call or {@code new}; none when it is another call. */
    static List<PublishCall> of(Located call, Resolver resolver, Transactions transactions) {
        Callee callee = resolver.callee(call);
        String last = callee.last();
        if (call.node().is(SyntaxKind.NEW_EXPRESSION)) return command(call, callee, last, resolver);
        if (callee.name().isEmpty()) return List.of();
        if (last.equals("values")) return inserted(call, callee, resolver);
        List<String> receiver =
                Words.of(callee.name().substring(0, callee.name().length() - last.length()));
        if (INSERTS.contains(last)
                && receiver.contains("outbox")
                && callee.name().contains(".")) return rows(call, callee, resolver);
        if (!publishes(callee.name(), last, receiver)) return List.of();
        return List.of(plain(call, callee, resolver, transactions));
    }

    private static boolean publishes(String name, String last, List<String> receiver) {
        if (FUNCTIONS.contains(Words.squeezed(last))) return true;
        if (!name.contains(".") || receiver.stream().anyMatch(LOCAL::contains)) return false;
        if (receiver.contains("outbox")) return VERBS.contains(last);
        boolean bus = receiver.stream().anyMatch(BUSES::contains)
                || (receiver.contains("event") && (receiver.contains("bus") || receiver.contains("publisher")));
        if (last.equals("send")) return receiver.stream().anyMatch(SENDERS::contains);
        return bus && STRICT.contains(last);
    }

    private static PublishCall plain(Located call, Callee callee, Resolver resolver, Transactions transactions) {
        Located name = null;
        Located payload = null;
        Value.Struct whole = null;
        List<Located> rest = new ArrayList<>();
        for (Located argument : resolver.arguments(call).items()) {
            if (name == null && whole == null) {
                if (transactions.isHandle(argument)) {
                    rest.add(argument);
                    continue;
                }
                Value value = resolver.value(argument);
                Attributes attributes = value instanceof Value.Struct struct ? new Attributes(resolver, struct) : null;
                if (value instanceof Value.Struct struct && attributes != null && attributes.get(NAME) != null) {
                    whole = struct;
                    name = attributes.get(NAME);
                    payload = attributes.get(PAYLOAD);
                    Located messages = attributes.get("messages");
                    if (messages != null) payload = messages;
                } else {
                    name = argument;
                }
            } else if (whole == null && payload == null && !transactions.isHandle(argument)) {
                payload = argument;
            } else {
                rest.add(argument);
            }
        }
        if (whole != null) {
            Located handle = new Attributes(resolver, whole).get("tx", "trx", "transaction");
            if (handle != null) rest.add(handle);
        }
        return new PublishCall(call, callee, name, payload, whole, rest);
    }

    /** {@code tx.insert(outbox).values({ type, payload })}. */
    private static List<PublishCall> inserted(Located call, Callee callee, Resolver resolver) {
        Located function = call.child("function");
        Located insert = function == null ? null : function.child("object");
        if (insert == null || !insert.node().is(SyntaxKind.CALL_EXPRESSION)) return List.of();
        List<Located> table = resolver.arguments(insert).items();
        boolean outbox = Code.called(insert.node()).equals("insert")
                && table.size() == 1
                && Words.any(table.get(0).node().text(), Set.of("outbox"));
        return outbox ? rows(call, callee, resolver) : List.of();
    }

    private static List<PublishCall> rows(Located call, Callee callee, Resolver resolver) {
        List<PublishCall> rows = new ArrayList<>();
        List<Located> arguments = resolver.arguments(call).items();
        if (arguments.isEmpty()) return rows;
        Value value = resolver.value(arguments.get(0));
        if (value instanceof Value.Struct options) {
            Located data = new Attributes(resolver, options).get("data");
            Value given = data == null ? value : resolver.value(data);
            // Prisma takes the row as `data`; elsewhere that is the payload of the event
            if (new Attributes(resolver, options).get(NAME) == null) value = given;
        }
        List<Value> each = new ArrayList<>();
        if (value instanceof Value.Items items) for (Located item : items.items()) each.add(resolver.value(item));
        else each.add(value);
        for (Value row : each) {
            if (!(row instanceof Value.Struct struct)) {
                rows.add(new PublishCall(call, callee, arguments.get(0), null, null, List.of()));
                continue;
            }
            Attributes attributes = new Attributes(resolver, struct);
            rows.add(new PublishCall(
                    call,
                    callee,
                    attributes.get(NAME),
                    attributes.get(PAYLOAD),
                    struct,
                    arguments.subList(1, arguments.size())));
        }
        return rows;
    }

    private static List<PublishCall> command(Located call, Callee callee, String last, Resolver resolver) {
        boolean bridge = last.equals("PutEventsCommand");
        String module = callee.module();
        boolean sns = last.equals("PublishCommand") && module != null && module.contains("sns");
        if (!bridge && !sns) return List.of();
        List<Located> arguments = resolver.arguments(call).items();
        Value value = arguments.isEmpty() ? null : resolver.value(arguments.get(0));
        if (!(value instanceof Value.Struct struct))
            return List.of(new PublishCall(
                    call, callee, arguments.isEmpty() ? null : arguments.get(0), null, null, List.of()));
        Attributes attributes = new Attributes(resolver, struct);
        if (sns)
            return List.of(new PublishCall(
                    call, callee, attributes.get("subject", "topicarn"), attributes.get("message"), struct, List.of()));
        List<PublishCall> entries = new ArrayList<>();
        Located list = attributes.get("entries");
        if (list != null && resolver.value(list) instanceof Value.Items items) {
            for (Located item : items.items()) {
                if (!(resolver.value(item) instanceof Value.Struct entry)) {
                    entries.add(new PublishCall(call, callee, item, null, null, List.of()));
                    continue;
                }
                Attributes own = new Attributes(resolver, entry);
                entries.add(new PublishCall(call, callee, own.get("detailtype"), own.get("detail"), entry, List.of()));
            }
        }
        if (entries.isEmpty()) entries.add(new PublishCall(call, callee, arguments.get(0), null, null, List.of()));
        return entries;
    }

    /**
     * Whether a function or method of this name publishes, so that a call within it only passes on what it is given.
     */
    static boolean isPublisher(@Nullable String function, @Nullable String holder) {
        if (function == null) return false;
        if (FUNCTIONS.contains(Words.squeezed(function))) return true;
        if (holder == null || !VERBS.contains(function)) return false;
        return Words.of(holder).stream()
                .anyMatch(word ->
                        word.equals("outbox") || word.equals("events") || word.equals("event") || BUSES.contains(word));
    }

    /** The properties of the payload by their names; null when they are not known. */
    Value.@Nullable Struct properties(Resolver resolver) {
        Located written = payload;
        if (written == null) {
            if (whole == null) return new Value.Struct(Map.of(), true);
            Map<String, Located> own = new LinkedHashMap<>();
            whole.entries().forEach((key, located) -> {
                if (!ENVELOPE.contains(Words.squeezed(key))) own.put(key, located);
            });
            return new Value.Struct(own, whole.complete());
        }
        Value value = resolver.value(written);
        if (value instanceof Value.CallResult made && made.callee().name().equals("JSON.stringify")) {
            List<Located> arguments = resolver.arguments(made.call()).items();
            if (!arguments.isEmpty()) value = resolver.value(arguments.get(0));
        }
        return value instanceof Value.Struct struct ? struct : null;
    }
}
