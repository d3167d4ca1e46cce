package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Calls;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Parameters;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.EventPublish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the calls that publish events. */
final class PublishReader {
    private static final Set<String> RELAYS =
            Set.of("relay", "forwarder", "forward", "drain", "poller", "replay", "redeliver");

    private final Program program;
    private final Resolver resolver;
    private final FactSink facts;
    private final Transactions transactions;
    private final Heard heard;

    /** Is told of what is published, and where: at the call that names the event. */
    interface Heard {
        void published(Located at, String event, boolean resolved);
    }

    PublishReader(Program program, FactSink facts) {
        this(program, facts, (at, event, resolved) -> {});
    }

    PublishReader(Program program, FactSink facts, Heard heard) {
        this.heard = heard;
        this.program = program;
        this.resolver = program.resolver();
        this.facts = facts;
        this.transactions = new Transactions(program);
    }

    void read(Module module) {
        for (Located call : Calls.named(module, PublishCall::mayPublish))
            for (PublishCall publish : PublishCall.of(call, resolver, transactions)) publish(publish);
    }

    private void publish(PublishCall publish) {
        Located written = publish.name();
        if (written == null) {
            open(publish, null, publish.call(), "it is given no name");
            return;
        }
        Value.Parameter given = Parameters.of(resolver, written);
        String name = given == null ? name(written) : null;
        if (name != null) {
            fact(publish, name, true, constant(written), null);
            return;
        }
        Value value = given == null ? resolver.value(written) : given;
        if (value instanceof Value.Parameter parameter) {
            SyntaxNode function = parameter.function().node();
            if (PublishCall.isPublisher(Code.name(function), Code.holder(function))) return;
            if (relays(publish)) return;
            throughCalls(publish, parameter, written);
            return;
        }
        if (relays(publish)) return;
        open(publish, null, written, "the name of the event is not constant");
    }

    /** A function that publishes what it is given publishes what its callers name. */
    private void throughCalls(PublishCall publish, Value.Parameter parameter, Located written) {
        List<Located> sites = program.callSites(parameter.function());
        if (sites.isEmpty()) {
            open(publish, null, written, "no call says which event it is");
            return;
        }
        for (Located site : sites) {
            Located argument = transactions.argument(parameter, site);
            String name = argument == null ? null : name(argument);
            if (argument == null || name == null)
                open(publish, site, argument == null ? site : argument, "the name of the event is not constant");
            else fact(publish, name, true, constant(argument), site);
        }
    }

    /** The name of an event: a text, or what the class of an event calls itself. */
    private @Nullable String name(Located written) {
        Optional<String> text = resolver.text(written);
        if (text.isPresent()) return text.get();
        Value value = resolver.value(written);
        Located declaration = null;
        if (value instanceof Value.Class declared) declaration = declared.declaration();
        if (value instanceof Value.CallResult made && made.call().node().is(SyntaxKind.NEW_EXPRESSION))
            declaration = made.callee().declaration();
        SyntaxNode body = declaration == null ? null : declaration.node().child("body");
        if (declaration == null || body == null) return null;
        for (SyntaxNode member : body.children()) {
            SyntaxNode field = member.child("name");
            SyntaxNode given = member.child("value");
            if (!member.is(SyntaxKind.PUBLIC_FIELD_DEFINITION) || field == null || given == null) continue;
            if (Set.of("type", "eventtype", "eventname", "name").contains(Words.squeezed(field.text())))
                return resolver.text(declaration.at(given)).orElse(null);
        }
        return null;
    }

    private static @Nullable String constant(Located written) {
        SyntaxNode node = Code.bare(written).node();
        boolean constant = node.is(SyntaxKind.MEMBER_EXPRESSION)
                || node.is(SyntaxKind.IDENTIFIER)
                || node.is(SyntaxKind.SUBSCRIPT_EXPRESSION);
        return constant ? node.text() : null;
    }

    /** Whether a call passes on what was published elsewhere before. */
    private static boolean relays(PublishCall publish) {
        String function = Code.enclosing(publish.call().node());
        String holder = Code.holder(publish.call().node());
        return Words.any(Words.stem(publish.call().module().path()), RELAYS)
                || (function != null && Words.any(function, RELAYS))
                || (holder != null && Words.any(holder, RELAYS));
    }

    private void open(PublishCall publish, @Nullable Located site, Located expression, String reason) {
        facts.unresolved("name of a published event", expression, reason, EventPublish.class);
        fact(publish, resolver.shown(expression), false, null, site);
    }

    private void fact(
            PublishCall publish, String event, boolean resolved, @Nullable String constant, @Nullable Located site) {
        Located call = publish.call();
        heard.published(site == null ? call : site, event, resolved);
        Transactions.Passed passed = transactions.passed(call, publish.rest(), site);
        if (!passed.known())
            facts.unresolved("transaction of a published event", call, "the way of its handle is not known", List.of());
        Value.Struct properties = publish.properties(resolver);
        if (properties == null && site != null && publish.payload() != null)
            properties = atSite(publish.payload(), site);
        boolean known = properties != null && properties.complete();
        if (!known)
            facts.unresolved("payload of a published event", call, "not all properties are written down", List.of());
        String enclosing = Code.enclosing(call.node());
        String path = call.module().path();
        facts.fact(new EventPublish(
                facts.key(path + "#" + (enclosing == null ? "" : enclosing) + "." + event),
                facts.owner(),
                facts.place(call),
                event,
                constant,
                resolved,
                publish.callee().name(),
                publish.callee().module(),
                passed.argument(),
                passed.enclosing(),
                passed.inside(),
                passed.known(),
                properties == null
                        ? List.of()
                        : List.copyOf(new TreeSet<>(properties.entries().keySet())),
                known,
                builder(publish.payload()),
                enclosing,
                path));
    }

    /** The function whose result the payload is. */
    private @Nullable String builder(@Nullable Located payload) {
        if (payload == null) return null;
        Located made = Code.bare(payload);
        if (made.node().is(SyntaxKind.IDENTIFIER)) {
            Located declared = resolver.declaration(made);
            Located value = declared != null && declared.node().is(SyntaxKind.VARIABLE_DECLARATOR)
                    ? declared.child("value")
                    : null;
            if (value == null) return null;
            made = Code.bare(value);
        }
        if (!made.node().is(SyntaxKind.CALL_EXPRESSION)) return null;
        Located function = resolver.callee(made).declaration();
        String name = function == null ? null : Code.name(function.node());
        return function == null || name == null ? null : function.module().path() + "#" + name;
    }

    private Value.@Nullable Struct atSite(Located payload, Located site) {
        if (!(resolver.value(payload) instanceof Value.Parameter parameter)) return null;
        Value.Items arguments = resolver.arguments(site);
        if (!arguments.complete() || parameter.index() >= arguments.items().size()) return null;
        Located argument = arguments.items().get(parameter.index());
        return resolver.value(argument) instanceof Value.Struct struct ? struct : null;
    }
}
