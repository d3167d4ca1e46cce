package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that the environment is checked against: a zod, valibot, Joi or other schema whose {@code parse} is given the
 * environment, {@code createEnv} of t3-env, {@code cleanEnv} of envalid, {@code parseEnv} of znv, and a class of
 * validated fields. Used by one thread.
 */
final class EnvironmentSchemas {
    private static final Set<String> PARSING = Set.of(
            "parse",
            "safeParse",
            "parseAsync",
            "safeParseAsync",
            "validate",
            "validateSync",
            "validateAsync",
            "attempt",
            "assert",
            "cast",
            "castSync",
            "decode",
            "decodeUnknownSync",
            "Parse",
            "Decode");
    private static final Set<String> SPECIFIED = Set.of("cleanEnv", "parseEnv", "envsafe", "bouncer");

    /** A name in a schema. */
    record Declared(String name, Located place, Located parse, String via) {}

    private final Resolver resolver;
    private final Environments environments;

    EnvironmentSchemas(Program program, Environments environments) {
        this.resolver = program.resolver();
        this.environments = environments;
    }

    /** The names that the schemas parsed in a module declare. */
    static final Question<Module, List<Declared>> IN =
            (program, module) -> new EnvironmentSchemas(program, new Environments(program)).in(module, call -> {});

    /** The names that a module declares; {@code open} is told of schemas that are not known. */
    List<Declared> in(Module module, Consumer<Located> open) {
        List<Declared> declared = new ArrayList<>();
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            String method = method(call);
            if (method != null) parse(module.at(call), method, declared, open);
        }
        return declared;
    }

    private static @Nullable String method(SyntaxNode call) {
        SyntaxNode target = Syntax.target(call);
        if (target == null) return null;
        SyntaxNode bare = Syntax.bare(target);
        if (bare.is(SyntaxKind.IDENTIFIER)) return bare.text();
        SyntaxNode property = bare.child("property");
        return bare.is(SyntaxKind.MEMBER_EXPRESSION) && property != null ? property.text() : null;
    }

    private void parse(Located call, String method, List<Declared> declared, Consumer<Located> open) {
        SyntaxNode first = Syntax.argument(call.node(), 0);
        if (first == null) return;
        if (method.equals("createEnv")) {
            created(call, first, declared, open);
        } else if (method.startsWith("forRoot")) {
            nest(call, first, declared, open);
        } else if (SPECIFIED.contains(method)) {
            SyntaxNode spec = method.equals("envsafe") ? first : Syntax.argument(call.node(), 1);
            SchemaKeys keys = new SchemaKeys(resolver);
            if (spec != null) add(call, method, keys.struct(call.at(spec)), keys, declared, open);
        } else {
            SyntaxNode second = Syntax.argument(call.node(), 1);
            SyntaxNode receiver = Syntax.bare(target(call)).child("object");
            boolean parsing = PARSING.contains(method);
            if (parsing && receiver != null) schema(call, receiver, first, method, declared, open);
            if (second == null) return;
            if (parsing) schema(call, first, second, method, declared, open);
            ofClass(call, first, second, method, declared, open);
        }
    }

    private static SyntaxNode target(Located call) {
        SyntaxNode target = Syntax.target(call.node());
        return target == null ? call.node() : target;
    }

    private void schema(
            Located call,
            SyntaxNode schema,
            SyntaxNode input,
            String via,
            List<Declared> declared,
            Consumer<Located> open) {
        Map<String, String> renamed = renamed(call.at(input));
        if (renamed.isEmpty() && !environments.holds(call.at(input))) return;
        SchemaKeys keys = new SchemaKeys(resolver);
        Map<String, Located> found = keys.of(call.at(schema));
        if (found.isEmpty() && looksLikeNoSchema(call.at(schema))) return;
        if (renamed.isEmpty()) {
            add(call, via, found, keys, declared, open);
            return;
        }
        Map<String, Located> named = new LinkedHashMap<>();
        found.forEach((key, place) -> {
            String name = renamed.get(key);
            if (name != null) named.put(name, place);
        });
        add(call, via, named, keys, declared, open);
    }

    /** {@code JSON.parse(process.env.X)} and its kin parse a value, not the environment. */
    private boolean looksLikeNoSchema(Located schema) {
        Value value = resolver.value(schema);
        return value instanceof Value.Global || value instanceof Value.Struct || value instanceof Value.Text;
    }

    /** The variable behind each key of {@code { port: process.env.PORT }}; empty when an entry is none. */
    private Map<String, String> renamed(Located input) {
        SyntaxNode bare = Syntax.bare(input.node());
        Map<String, String> names = new LinkedHashMap<>();
        if (!bare.is(SyntaxKind.OBJECT)) return names;
        for (SyntaxNode pair : bare.children()) {
            SyntaxNode key = pair.child("key");
            SyntaxNode value = pair.child("value");
            if (key == null || value == null) continue;
            if (resolver.value(input.at(value)) instanceof Value.Environment variable)
                names.put(Syntax.name(key), variable.name());
        }
        return names;
    }

    private void created(Located call, SyntaxNode options, List<Declared> declared, Consumer<Located> open) {
        SchemaKeys keys = new SchemaKeys(resolver);
        Map<String, Located> all = new LinkedHashMap<>();
        if (!(resolver.value(call.at(options)) instanceof Value.Struct struct)) return;
        boolean any = false;
        for (String side : List.of("server", "client", "shared")) {
            Located object = struct.get(side);
            if (object == null) continue;
            any = true;
            all.putAll(keys.struct(object));
        }
        if (any) add(call, "createEnv", all, keys, declared, open);
    }

    private void nest(Located call, SyntaxNode options, List<Declared> declared, Consumer<Located> open) {
        SyntaxNode schema = Syntax.entry(options, "validationSchema");
        if (schema == null) return;
        SchemaKeys keys = new SchemaKeys(resolver);
        add(call, "ConfigModule.forRoot", keys.of(call.at(schema)), keys, declared, open);
    }

    /** {@code plainToInstance(Settings, config)} and own functions that take the environment and a class. */
    private void ofClass(
            Located call,
            SyntaxNode one,
            SyntaxNode other,
            String via,
            List<Declared> declared,
            Consumer<Located> open) {
        SyntaxNode type =
                Syntax.bare(one).is(SyntaxKind.IDENTIFIER) && one.text().matches("[A-Z]\\w*") ? one : other;
        SyntaxNode input = type == one ? other : one;
        if (!Syntax.bare(type).is(SyntaxKind.IDENTIFIER) || !type.text().matches("[A-Z]\\w*[a-z]\\w*")) return;
        if (!(resolver.value(call.at(type)) instanceof Value.Class) || !environments.holds(call.at(input))) return;
        SchemaKeys keys = new SchemaKeys(resolver);
        Map<String, Located> found = keys.of(call.at(type));
        if (!found.isEmpty()) add(call, via, found, keys, declared, open);
    }

    private static void add(
            Located call,
            String via,
            Map<String, Located> found,
            SchemaKeys keys,
            List<Declared> declared,
            Consumer<Located> open) {
        found.forEach((name, place) -> declared.add(new Declared(name, place, call, via)));
        if (keys.open() || found.isEmpty()) open.accept(call);
    }
}
