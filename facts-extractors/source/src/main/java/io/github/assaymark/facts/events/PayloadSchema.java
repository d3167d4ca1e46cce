package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.SchemaKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an expression says a payload looks like.
 *
 * @param properties by name; empty when it is no object
 * @param known whether these are all properties
 */
record PayloadSchema(SchemaKind kind, Map<String, Located> properties, boolean known) {
    private static final int DEPTH = 12;
    private static final PayloadSchema OPEN = new PayloadSchema(SchemaKind.OPEN, Map.of(), false);
    private static final PayloadSchema NONE = new PayloadSchema(SchemaKind.NONE, Map.of(), true);
    private static final PayloadSchema ANYTHING = new PayloadSchema(SchemaKind.ANYTHING, Map.of(), false);

    /** Methods of a schema that leave the names of its properties as they are. */
    private static final Set<String> SAME = Set.of(
            "describe",
            "openapi",
            "meta",
            "brand",
            "readonly",
            "optional",
            "nullable",
            "nullish",
            "default",
            "catch",
            "refine",
            "superRefine",
            "check",
            "transform",
            "pipe",
            "partial",
            "deepPartial",
            "required",
            "strip",
            "register",
            "annotations");

    private static final Set<String> NAMES = Set.of("type", "name", "event", "eventtype", "eventname");

    /** What {@code expression} says. */
    static PayloadSchema of(Resolver resolver, Located expression) {
        return of(resolver, expression, null, 0).unwrapped(resolver, through(resolver, expression, null));
    }

    /** The call that a schema came through, when a function made it. */
    private static @Nullable Located through(Resolver resolver, Located expression, @Nullable Located site) {
        if (!(resolver.value(expression) instanceof Value.CallResult made)) return site;
        return made.site().equals(made.call()) ? site : made.site();
    }

    private static PayloadSchema of(Resolver resolver, Located expression, @Nullable Located site, int depth) {
        if (depth > DEPTH) return OPEN;
        Value value = resolver.value(expression);
        if (value instanceof Value.Nothing || value instanceof Value.Bool || value instanceof Value.Text) return NONE;
        if (value instanceof Value.Struct struct) return literal(resolver, struct);
        if (value instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            return returned == null ? OPEN : of(resolver, returned, site, depth + 1);
        }
        if (value instanceof Value.Parameter parameter && site != null) {
            Located argument = argument(resolver, site, parameter);
            return argument == null ? OPEN : of(resolver, argument, null, depth + 1);
        }
        if (!(value instanceof Value.CallResult made)) return OPEN;
        return call(resolver, made.call(), through(resolver, expression, site), depth);
    }

    private static @Nullable Located argument(Resolver resolver, Located site, Value.Parameter parameter) {
        Value.Items arguments = resolver.arguments(site);
        if (!arguments.complete() || parameter.index() >= arguments.items().size()) return null;
        return arguments.items().get(parameter.index());
    }

    private static PayloadSchema call(Resolver resolver, Located call, @Nullable Located site, int depth) {
        SyntaxNode function = call.node().child("function");
        if (function == null || !function.is(SyntaxKind.MEMBER_EXPRESSION)) return OPEN;
        SyntaxNode object = function.child("object");
        SyntaxNode property = function.child("property");
        if (object == null || property == null) return OPEN;
        List<Located> arguments = resolver.arguments(call).items();
        String method = property.text();
        if (maker(resolver, call.at(object))) return made(resolver, method, arguments, site, depth);
        if (object.is(SyntaxKind.IDENTIFIER) && object.text().equals("Type"))
            return method.equals("Object") && !arguments.isEmpty()
                    ? object(resolver, arguments.get(0), SchemaKind.JSON_SCHEMA, true)
                    : OPEN;
        PayloadSchema base = of(resolver, call.at(object), site, depth + 1);
        if (base.kind == SchemaKind.OPEN || base.kind == SchemaKind.NONE) return OPEN;
        return base.changed(resolver, method, arguments, site, depth);
    }

    /** Whether an expression is zod itself. */
    private static boolean maker(Resolver resolver, Located object) {
        String text = object.node().text();
        Value value = resolver.value(object);
        if (value instanceof Value.External external)
            return external.module().contains("zod") && !external.name().contains("(");
        return text.equals("z") || text.equals("zod");
    }

    private static PayloadSchema made(
            Resolver resolver, String method, List<Located> arguments, @Nullable Located site, int depth) {
        return switch (method) {
            case "any", "unknown", "record", "custom", "map" -> ANYTHING;
            case "object", "interface" ->
                arguments.isEmpty() ? ANYTHING : object(resolver, arguments.get(0), SchemaKind.ZOD, true);
            case "strictObject" ->
                arguments.isEmpty() ? OPEN : object(resolver, arguments.get(0), SchemaKind.ZOD, false);
            case "looseObject" -> arguments.isEmpty() ? OPEN : object(resolver, arguments.get(0), SchemaKind.ZOD, true);
            case "intersection" ->
                arguments.size() < 2
                        ? OPEN
                        : of(resolver, arguments.get(0), site, depth + 1)
                                .and(of(resolver, arguments.get(1), site, depth + 1));
            case "union", "discriminatedUnion", "lazy", "preprocess" ->
                new PayloadSchema(SchemaKind.ZOD, Map.of(), false);
            default -> new PayloadSchema(SchemaKind.ZOD, Map.of(), true);
        };
    }

    /** {@code loose} objects take whatever they are not told of: without properties they take anything. */
    private static PayloadSchema object(Resolver resolver, Located shape, SchemaKind kind, boolean loose) {
        if (!(resolver.value(shape) instanceof Value.Struct struct)) return new PayloadSchema(kind, Map.of(), false);
        if (struct.entries().isEmpty() && struct.complete() && loose) return ANYTHING;
        return new PayloadSchema(kind, struct.entries(), struct.complete());
    }

    private PayloadSchema changed(
            Resolver resolver, String method, List<Located> arguments, @Nullable Located site, int depth) {
        if (SAME.contains(method)
                || method.equals("passthrough")
                || method.equals("loose")
                || method.equals("catchall")) return this;
        if (method.equals("strict")) {
            boolean empty = kind == SchemaKind.ANYTHING && properties.isEmpty();
            return empty ? new PayloadSchema(SchemaKind.ZOD, Map.of(), true) : this;
        }
        if (arguments.isEmpty()) return new PayloadSchema(SchemaKind.ZOD, Map.of(), false);
        Located first = arguments.get(0);
        return switch (method) {
            case "extend", "augment", "safeExtend" -> and(object(resolver, first, SchemaKind.ZOD, false));
            case "merge", "and" -> and(of(resolver, first, site, depth + 1));
            case "omit", "pick" -> selected(resolver, first, method.equals("pick"));
            default -> new PayloadSchema(SchemaKind.ZOD, Map.of(), false);
        };
    }

    private PayloadSchema and(PayloadSchema other) {
        Map<String, Located> all = new LinkedHashMap<>(properties);
        all.putAll(other.properties);
        boolean described = kind == SchemaKind.ZOD || other.kind == SchemaKind.ZOD || !all.isEmpty();
        boolean whole = (known || (kind == SchemaKind.ANYTHING && properties.isEmpty())) && other.known;
        return new PayloadSchema(described ? SchemaKind.ZOD : SchemaKind.ANYTHING, all, whole);
    }

    private PayloadSchema selected(Resolver resolver, Located mask, boolean pick) {
        if (!(resolver.value(mask) instanceof Value.Struct struct)) return new PayloadSchema(kind, Map.of(), false);
        Map<String, Located> kept = new LinkedHashMap<>();
        properties.forEach((name, located) -> {
            if (struct.entries().containsKey(name) == pick) kept.put(name, located);
        });
        return new PayloadSchema(kind, kept, known && struct.complete());
    }

    /** A JSON Schema, or an object whose values are schemas. */
    private static PayloadSchema literal(Resolver resolver, Value.Struct struct) {
        Located properties = struct.get("properties");
        if (properties != null && resolver.value(properties) instanceof Value.Struct named)
            return new PayloadSchema(SchemaKind.JSON_SCHEMA, named.entries(), named.complete());
        Located type = struct.get("type");
        boolean schema = type != null && resolver.value(type) instanceof Value.Text;
        if (schema) return ANYTHING;
        return struct.entries().isEmpty() && struct.complete() ? ANYTHING : OPEN;
    }

    /** An envelope names the event and holds the payload: the payload is what counts. */
    private PayloadSchema unwrapped(Resolver resolver, @Nullable Located site) {
        boolean names = properties.keySet().stream().anyMatch(key -> NAMES.contains(Words.squeezed(key)));
        Located payload = properties.get("payload");
        if (payload == null) payload = properties.get("data");
        if (!names || payload == null) return this;
        PayloadSchema inner = of(resolver, payload, site, 6);
        return inner.kind == SchemaKind.OPEN ? new PayloadSchema(kind, Map.of(), false) : inner;
    }

    /** The name of the event that the schema asks for; null when it asks for none. */
    static @Nullable String event(Resolver resolver, Located expression) {
        PayloadSchema schema = of(resolver, expression, null, 0);
        for (Map.Entry<String, Located> property : schema.properties.entrySet()) {
            if (!NAMES.contains(Words.squeezed(property.getKey()))) continue;
            if (resolver.value(property.getValue()) instanceof Value.CallResult made
                    && made.callee().last().equals("literal")) {
                List<Located> arguments = resolver.arguments(made.call()).items();
                if (arguments.size() == 1)
                    return resolver.text(arguments.get(0)).orElse(null);
            }
        }
        return null;
    }
}
