package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The paths a service lists in a constant {@code publicPaths}; one may end with a wildcard. */
final class PublicPaths {
    private static final Set<String> NAMES = Set.of("publicPaths", "PUBLIC_PATHS");

    private final List<String> paths;

    private PublicPaths(List<String> paths) {
        this.paths = paths;
    }

    static PublicPaths of(Program program, FactSink sink) {
        List<String> paths = new ArrayList<>();
        for (Module module : program.modules()) {
            for (Located declarator : module.all(SyntaxKind.VARIABLE_DECLARATOR)) {
                SyntaxNode name = declarator.node().child("name");
                Located value = declarator.child("value");
                if (name != null && value != null && NAMES.contains(name.text()))
                    read(value, program.resolver(), sink, paths);
            }
        }
        return new PublicPaths(paths);
    }

    private static void read(Located expression, Resolver resolver, FactSink sink, List<String> paths) {
        Value value = resolver.value(expression);
        if (value instanceof Value.CallResult result && result.callee().name().equals("Set")) {
            List<Located> given = resolver.arguments(result.call()).items();
            if (!given.isEmpty()) value = resolver.value(given.get(0));
        }
        if (!(value instanceof Value.Items items)) {
            sink.unresolved("public paths", expression, "it is no array of constants", Route.class);
            return;
        }
        if (!items.complete())
            sink.unresolved("public paths", expression, "not all of the array is known", Route.class);
        for (Located item : items.items()) {
            Optional<String> path = resolver.text(item);
            if (path.isEmpty() && resolver.value(item) instanceof Value.Struct struct) {
                Located inner = struct.get("path");
                if (inner != null) path = resolver.text(inner);
            }
            if (path.isPresent()) paths.add(path.get());
            else sink.unresolved("public paths", item, "it is no constant", Route.class);
        }
    }

    /** Whether a path, with parameters in braces, is listed. */
    boolean list(String shown) {
        List<String> segments = RoutePath.segments(shown);
        return paths.stream().anyMatch(path -> lists(RoutePath.segments(path), segments));
    }

    private static boolean lists(List<String> listed, List<String> segments) {
        boolean open = !listed.isEmpty() && listed.get(listed.size() - 1).matches("\\*{1,2}");
        int fixed = open ? listed.size() - 1 : listed.size();
        if (open ? segments.size() < fixed : segments.size() != fixed) return false;
        for (int i = 0; i < fixed; i++) {
            String one = listed.get(i);
            boolean parameter = one.startsWith(":") || (one.startsWith("{") && one.endsWith("}"));
            boolean given = segments.get(i).startsWith("{");
            if (parameter != given) return false;
            if (!parameter && !one.equals(segments.get(i))) return false;
        }
        return true;
    }

    static boolean mentionedIn(String text) {
        return NAMES.stream().anyMatch(text::contains);
    }

    /** Whether a condition, in words, asks for nothing but the list. */
    static boolean decides(String condition) {
        return mentionedIn(condition) && !condition.contains("&&") && !condition.contains("||");
    }
}
