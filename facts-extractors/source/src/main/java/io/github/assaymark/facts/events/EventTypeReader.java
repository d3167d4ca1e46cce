package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Attributes;
import io.github.assaymark.facts.registry.Calls;
import io.github.assaymark.facts.registry.Constant;
import io.github.assaymark.facts.registry.Entry;
import io.github.assaymark.facts.registry.Literal;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.EventType;
import io.github.assaymark.model.fact.SchemaKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads registries of event schemas, constants of event names, definitions, schemas that name their event, and maps of
 * types.
 */
final class EventTypeReader {
    private static final Set<String> EVENT = Set.of("event", "events");
    private static final Set<String> HOME = Set.of("event", "events", "contract", "contracts");
    private static final Set<String> LISTS = Set.of(
            "schema",
            "schemas",
            "registry",
            "contract",
            "contracts",
            "definition",
            "definitions",
            "catalog",
            "catalogue",
            "payloads",
            "map",
            "validators",
            "name",
            "names",
            "type",
            "types",
            "topics",
            "all",
            "domain");
    private static final Set<String> BARE =
            Set.of("registry", "schemas", "events", "event", "definitions", "catalog", "contracts", "default", "all");
    private static final Set<String> NAMES = Set.of("name", "names", "type", "types", "topics", "topic");
    private static final Set<String> MAKERS = Set.of("defineEvent", "createEvent", "eventDefinition", "declareEvent");
    private static final String[] NAME = {"name", "type", "event", "eventtype", "eventname", "id", "topic"};
    private static final String[] SCHEMA = {"schema", "payload", "payloadschema", "zod", "validator", "data", "body"};
    private static final String[] SHOWN = {
        "userfacing", "partnerfacing", "external", "public", "webhook", "webhooks", "customerfacing", "partnervisible"
    };
    /** Names of constants that register what they hold, whatever its shape. */
    private static final Set<String> REGISTERS = Set.of(
            "schema",
            "schemas",
            "registry",
            "contract",
            "contracts",
            "definition",
            "definitions",
            "catalog",
            "catalogue",
            "validators");

    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})");
    private static final Pattern TYPE_KEY = Pattern.compile("['\"]([A-Za-z0-9_.:/-]{1,200})['\"]\\s*\\??\\s*:");

    private final Resolver resolver;
    private final FactSink facts;
    private final EventTypes.Heard types;

    EventTypeReader(Resolver resolver, FactSink facts, EventTypes.Heard types) {
        this.resolver = resolver;
        this.facts = facts;
        this.types = types;
    }

    /** The registries and name constants of a module. */
    void registries(Module module, List<Constant> constants) {
        boolean home = home(module.path());
        for (Constant constant : constants) {
            if (!constant.exported() || !candidate(constant.name(), home)) continue;
            boolean names =
                    Words.any(constant.name(), NAMES) && !Words.any(constant.name(), Set.of("schemas", "schema"));
            boolean registers = Words.any(constant.name(), REGISTERS);
            Value literal = Literal.of(resolver, constant.value());
            if (literal == null) {
                Value value = resolver.value(constant.value());
                boolean open = value instanceof Value.Open
                        || (value instanceof Value.CallResult && !isSchema(constant.value()));
                boolean list = registers || Words.any(constant.name(), Set.of("names"));
                if (open && list && Words.any(constant.name(), EVENT) && !isDefinition(value))
                    open(constant.value(), "it is computed when the code runs");
                continue;
            }
            if (literal instanceof Value.Struct struct && isOneDefinition(struct)) continue;
            if (!Literal.complete(literal) && holdsEvents(literal, names))
                open(constant.value(), "not all events are written down");
            for (Entry entry : Entry.of(resolver, literal)) entry(entry, names, registers);
        }
    }

    private static boolean home(String path) {
        if (Words.any(Words.stem(path), HOME)) return true;
        return Words.directories(path).stream().limit(4).anyMatch(directory -> Words.any(directory, HOME));
    }

    private static boolean candidate(String name, boolean home) {
        List<String> words = Words.of(name);
        boolean event = words.stream().anyMatch(EVENT::contains);
        boolean list = words.stream().anyMatch(LISTS::contains);
        boolean bare = words.stream().allMatch(BARE::contains);
        if (words.contains("handlers") || words.contains("handler") || words.contains("webhook")) return false;
        return (event && list) || (home && bare) || (bare && event);
    }

    private boolean isSchema(Located expression) {
        SchemaKind kind = PayloadSchema.of(resolver, expression).kind();
        return kind == SchemaKind.ZOD || kind == SchemaKind.ANYTHING || kind == SchemaKind.JSON_SCHEMA;
    }

    private static boolean isDefinition(Value value) {
        return value instanceof Value.CallResult made
                && MAKERS.contains(made.callee().last());
    }

    private boolean isOneDefinition(Value.Struct struct) {
        Attributes attributes = new Attributes(resolver, struct);
        return attributes.text(NAME) != null && attributes.get(SCHEMA) != null && attributes.get("schema") != null;
    }

    /** A list that is open but holds nothing that reads as an event is no registry. */
    private boolean holdsEvents(Value literal, boolean names) {
        List<Entry> entries = Entry.of(resolver, literal);
        return names
                || entries.isEmpty()
                || entries.stream().anyMatch(entry -> EventName.reads(entry.key()) || isSchema(entry.located()));
    }

    private void entry(Entry entry, boolean names, boolean registers) {
        String text = entry.text();
        if (text != null) {
            boolean name = names ? !text.contains(" ") : EventName.reads(text);
            if (name) types.of(text, null).named(entry.place(), entry.key().isEmpty() ? null : entry.key());
            return;
        }
        if (entry.value() instanceof Value.CallResult made
                && MAKERS.contains(made.callee().last())) {
            definition(entry.key(), made.call(), entry.place(), true);
            return;
        }
        if (entry.value() instanceof Value.Struct struct) {
            struct(entry, struct, registers);
            return;
        }
        if (names || entry.key().isEmpty()) {
            boolean nothing = entry.value() instanceof Value.Function || entry.value() instanceof Value.Number;
            if (!nothing) open(entry.located(), "the name of the event is not constant");
            return;
        }
        if (!isRegistered(entry, registers)) return;
        String asked = PayloadSchema.event(resolver, entry.located());
        boolean constant = asked != null && !EventName.reads(entry.key());
        String name = constant && asked != null ? asked : entry.key();
        types.of(name, null).registered(entry.place(), entry.located(), null, false);
    }

    /** Whether an entry that is no text and no object registers an event: its schema says so, or the constant. */
    private boolean isRegistered(Entry entry, boolean registers) {
        if (isSchema(entry.located())) return true;
        return registers && EventName.reads(entry.key()) && !(entry.value() instanceof Value.Function);
    }

    private void struct(Entry entry, Value.Struct struct, boolean registers) {
        Attributes attributes = new Attributes(resolver, struct);
        if (!struct.entries().isEmpty()
                && struct.entries().keySet().stream()
                        .allMatch(key -> VERSION.matcher(key).matches())) {
            struct.entries().forEach((key, located) -> {
                Matcher matcher = VERSION.matcher(key);
                Integer version = matcher.matches() ? (Integer) Integer.parseInt(matcher.group(1)) : null;
                Located schema = located;
                if (resolver.value(located) instanceof Value.Struct nested) {
                    Located inner = new Attributes(resolver, nested).get(SCHEMA);
                    if (inner != null) schema = inner;
                }
                types.of(entry.key(), version).registered(entry.located().at(located.node()), schema, version, false);
            });
            return;
        }
        Located given = attributes.get(SCHEMA);
        boolean described = given != null || struct.get("properties") != null;
        Located written = attributes.get("name", "event", "eventtype", "eventname", "type");
        String name = attributes.text(NAME);
        boolean keyed = EventName.reads(entry.key());
        if (keyed
                || (name == null && written == null && described && !entry.key().isEmpty())) name = entry.key();
        if (name == null) {
            if (registers && (written != null || described || entry.key().isEmpty()))
                open(written == null ? entry.located() : written, "the name of the event is not constant");
            else group(struct);
            return;
        }
        if (!described && !(registers && (keyed || written != null))) {
            // a list of what happened, without a word on the payload, only names it
            if (EventName.reads(name) && !keyed) types.of(name, null).named(entry.place(), constant(entry, name));
            return;
        }
        Located schema = given == null && described ? entry.located() : given;
        EventTypes.Type found = types.of(name, null);
        found.registered(entry.place(), schema, version(attributes), shown(attributes));
        String constant = constant(entry, name);
        if (constant != null) found.named(entry.place(), constant);
    }

    private static @Nullable String constant(Entry entry, String name) {
        return entry.key().isEmpty() || entry.key().equals(name) ? null : entry.key();
    }

    /** Names of events in groups: {@code { orders: { PLACED: 'orders.placed.v1' } }}. */
    private void group(Value.Struct struct) {
        for (Entry inner : Entry.of(resolver, struct)) {
            String text = inner.text();
            if (text != null && EventName.reads(text)) types.of(text, null).named(inner.place(), inner.key());
        }
    }

    /** Definitions and schemas that name their event, also when no registry lists them. */
    void definitions(Module module, List<Constant> constants) {
        for (Located call : Calls.named(module, MAKERS::contains)) definition("", call, call, false);
        if (home(module.path())) {
            for (Constant constant : constants) {
                if (!constant.exported()) continue;
                String name = PayloadSchema.event(resolver, constant.value());
                if (name != null) types.of(name, null).defined(constant.value(), constant.value(), null, false);
            }
        }
        for (Located declaration : module.all(SyntaxKind.INTERFACE_DECLARATION)) map(declaration);
        for (Located declaration : module.all(SyntaxKind.TYPE_ALIAS_DECLARATION)) map(declaration);
    }

    private void definition(String key, Located call, Located place, boolean registered) {
        String name = null;
        Located schema = null;
        Attributes attributes = null;
        for (Located argument : resolver.arguments(call).items()) {
            Value value = resolver.value(argument);
            if (value instanceof Value.Text text && name == null) name = text.text();
            else if (value instanceof Value.Struct struct && attributes == null && struct.get("properties") == null)
                attributes = new Attributes(resolver, struct);
            else if (schema == null) schema = argument;
        }
        if (attributes != null) {
            if (name == null) name = attributes.text(NAME);
            Located given = attributes.get(SCHEMA);
            if (given != null) schema = given;
        }
        if (name == null) {
            if (!EventName.reads(key)) {
                if (!forwards(call)) open(call, "the name of the event is not constant");
                return;
            }
            name = key;
        }
        Integer version = attributes == null ? null : version(attributes);
        boolean shown = attributes != null && shown(attributes);
        EventTypes.Type found = types.of(name, null);
        if (registered) found.registered(place, schema, version, shown);
        else found.defined(place, schema, version, shown);
    }

    /** A call within a function of the same purpose passes on what that function is given. */
    private static boolean forwards(Located call) {
        SyntaxNode function = call.node().ancestor(SyntaxKind.FUNCTION_DECLARATION);
        SyntaxNode name = function == null ? null : function.child("name");
        return name != null && MAKERS.contains(name.text());
    }

    private @Nullable Integer version(Attributes attributes) {
        Long number = attributes.whole("version", "v");
        if (number != null) return number < 0 || number > Integer.MAX_VALUE ? null : (Integer) number.intValue();
        String text = attributes.text("version", "v");
        Matcher matcher = text == null ? null : VERSION.matcher(text);
        return matcher != null && matcher.matches() ? (Integer) Integer.parseInt(matcher.group(1)) : null;
    }

    private static boolean shown(Attributes attributes) {
        return Boolean.TRUE.equals(attributes.truth(SHOWN));
    }

    /** {@code interface EventMap { 'order.placed.v1': OrderPlaced }}: a type describes the payload, no schema. */
    private void map(Located declaration) {
        SyntaxNode name = declaration.node().child("name");
        if (name == null || !Words.any(name.text(), EVENT)) return;
        if (!Words.any(name.text(), Set.of("map", "payloads", "schemas", "registry", "types", "contracts"))) return;
        Matcher matcher = TYPE_KEY.matcher(declaration.node().text());
        while (matcher.find()) {
            String key = matcher.group(1);
            if (EventName.reads(key)) types.of(key, null).typed(declaration);
        }
    }

    private void open(Located expression, String reason) {
        facts.unresolved("events of a registry", expression, reason, EventType.class);
    }

    /** Whether these words name a registry of events or the constants of their names. */
    static boolean names(List<String> words) {
        boolean event = words.stream().anyMatch(EVENT::contains);
        boolean list = words.contains("schemas") || words.contains("names") || words.contains("registry");
        return event && list && words.size() == 2;
    }
}
