package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a schema of objects: {@code z.object({…})} and its kin with what is merged into it,
 * {@code Joi.object({…})}, classes whose fields carry validators. Used by one thread.
 */
final class SchemaKeys {
    private static final Set<String> OBJECTS =
            Set.of("object", "strictObject", "looseObject", "Object", "shape", "interface", "type");
    private static final Set<String> EXTENDING = Set.of("extend", "safeExtend", "augment", "keys", "append");
    private static final Set<String> MERGING = Set.of("merge", "and", "concat", "intersection", "intersect");
    private static final int MAX_DEPTH = 10;

    private final Resolver resolver;
    private boolean open;

    SchemaKeys(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether a key may be missing from what {@link #of} gave. */
    boolean open() {
        return open;
    }

    /** Where each key stands; empty when it is no schema of objects. */
    Map<String, Located> of(Located schema) {
        Map<String, Located> keys = new LinkedHashMap<>();
        collect(schema, keys, 0);
        return keys;
    }

    /** The keys of an object literal, and of those spread into it. */
    Map<String, Located> struct(Located object) {
        Map<String, Located> keys = new LinkedHashMap<>();
        entries(object, keys);
        return keys;
    }

    private void entries(Located object, Map<String, Located> keys) {
        if (resolver.value(object) instanceof Value.Struct struct) {
            keys.putAll(struct.entries());
            if (!struct.complete()) open = true;
        } else {
            open = true;
        }
    }

    private void collect(Located schema, Map<String, Located> keys, int depth) {
        if (depth > MAX_DEPTH) return;
        Value value = resolver.value(schema);
        if (value instanceof Value.Class found) {
            fields(found.declaration(), keys);
            return;
        }
        if (!(value instanceof Value.CallResult result)) return;
        Located call = result.call();
        SyntaxNode target = Syntax.target(call.node());
        if (target == null) return;
        SyntaxNode member = Syntax.bare(target);
        SyntaxNode property = member.is(SyntaxKind.MEMBER_EXPRESSION) ? member.child("property") : member;
        SyntaxNode receiver = member.child("object");
        SyntaxNode first = Syntax.argument(call.node(), 0);
        String name = property == null ? "" : property.text();
        if (OBJECTS.contains(name)) {
            if (first != null) entries(call.at(first), keys);
            return;
        }
        if (name.equals("preprocess") || name.equals("pipe")) {
            for (SyntaxNode argument : Syntax.arguments(call.node())) collect(call.at(argument), keys, depth + 1);
        }
        if (receiver == null) return;
        if (MERGING.contains(name))
            for (SyntaxNode argument : Syntax.arguments(call.node())) collect(call.at(argument), keys, depth + 1);
        collect(call.at(receiver), keys, depth + 1);
        if (EXTENDING.contains(name) && first != null) entries(call.at(first), keys);
        if (name.equals("omit") || name.equals("pick")) select(call, first, keys, name.equals("pick"));
    }

    private void select(Located call, @Nullable SyntaxNode argument, Map<String, Located> keys, boolean keep) {
        if (argument == null || !(resolver.value(call.at(argument)) instanceof Value.Struct struct)) {
            open = true;
            return;
        }
        keys.keySet().removeIf(key -> struct.entries().containsKey(key) != keep);
    }

    private static void fields(Located declaration, Map<String, Located> keys) {
        for (SyntaxNode member : Members.of(declaration.node())) {
            SyntaxNode name = member.child("name");
            if (name == null || !member.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) continue;
            if (!Members.decoratorNodes(member).isEmpty()) keys.put(Syntax.name(name), declaration.at(member));
        }
    }
}
