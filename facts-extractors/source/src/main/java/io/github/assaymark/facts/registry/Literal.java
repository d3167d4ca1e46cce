package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects, arrays, enums, maps and sets that are written down, also within one call that only dresses them. */
public final class Literal {
    private static final Set<String> DRESSING =
            Set.of("define", "register", "registry", "freeze", "deep", "readonly", "typed", "catalog", "declare", "as");
    private static final Set<String> MAKING = Set.of("create", "make", "build");
    private static final Set<String> LISTS = Set.of(
            "registry",
            "catalog",
            "catalogue",
            "scopes",
            "events",
            "codes",
            "errors",
            "map",
            "jobs",
            "limits",
            "messages",
            "definitions",
            "schemas",
            "names",
            "filters");

    private Literal() {}

    /** A {@link Value.Struct} or {@link Value.Items}; null when there is no such literal. */
    public static @Nullable Value of(Resolver resolver, Located expression) {
        if (expression.node().is(SyntaxKind.ENUM_DECLARATION)) return members(expression);
        Value value = resolver.value(expression);
        if (value instanceof Value.Struct || value instanceof Value.Items) return value;
        if (!(value instanceof Value.CallResult made) || !made.callee().plain()) return null;
        List<Located> arguments = resolver.arguments(made.call()).items();
        if (arguments.isEmpty()) return null;
        Value first = resolver.value(arguments.get(0));
        String name = made.callee().name();
        if (name.equals("Set")) return first instanceof Value.Items ? first : null;
        if (name.equals("Map")) return first instanceof Value.Items pairs ? pairs(resolver, pairs) : null;
        List<String> words = Words.of(made.callee().last());
        if (words.equals(List.of("enum"))) return first instanceof Value.Items ? first : null;
        return dresses(words) && (first instanceof Value.Struct || first instanceof Value.Items) ? first : null;
    }

    /** A function that makes something is only a dressing when it makes a list of things. */
    private static boolean dresses(List<String> words) {
        if (words.isEmpty()) return false;
        boolean makes = MAKING.contains(words.get(0));
        return makes ? LISTS.contains(words.get(words.size() - 1)) : DRESSING.contains(words.get(0));
    }

    private static Value.Struct members(Located declaration) {
        Map<String, Located> members = new LinkedHashMap<>();
        boolean complete = true;
        SyntaxNode body = declaration.node().child("body");
        if (body == null) return new Value.Struct(members, false);
        for (SyntaxNode member : body.children()) {
            SyntaxNode name = member.child("name");
            SyntaxNode value = member.child("value");
            if (name != null && value != null) members.put(unquoted(name.text()), declaration.at(value));
            else complete = false;
        }
        return new Value.Struct(members, complete);
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && (name.charAt(0) == '\'' || name.charAt(0) == '"');
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private static Value.Struct pairs(Resolver resolver, Value.Items pairs) {
        Map<String, Located> entries = new LinkedHashMap<>();
        boolean complete = pairs.complete();
        for (Located pair : pairs.items()) {
            if (resolver.value(pair) instanceof Value.Items both
                    && both.items().size() == 2
                    && resolver.value(both.items().get(0)) instanceof Value.Text key)
                entries.put(key.text(), both.items().get(1));
            else complete = false;
        }
        return new Value.Struct(entries, complete);
    }

    /** Whether it holds all it will hold when the code runs. */
    public static boolean complete(Value literal) {
        if (literal instanceof Value.Struct struct) return struct.complete();
        return literal instanceof Value.Items items && items.complete();
    }
}
