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
import io.github.assaymark.model.fact.RouteGuard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths a service lists in a constant {@code publicPaths}; one may end with a wildcard. */
final class PublicPaths {
    private static final Set<String> NAMES = Set.of("publicPaths", "PUBLIC_PATHS");

    private static final List<String> NAMED = List.of(
            SyntaxKind.VARIABLE_DECLARATOR,
            SyntaxKind.PAIR,
            SyntaxKind.IDENTIFIER,
            SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER);
    private static final String NAME = "(?:publicPaths|PUBLIC_PATHS)";
    private static final Pattern ASKS =
            Pattern.compile("when (?:not `|`!)" + NAME + "\\.(?:includes|has)\\((?:.*[.\\s])?(?:path|pathname)\\)`");
    private static final Pattern LETS =
            Pattern.compile("when (?:not `!|`)" + NAME + "\\.(?:includes|has)\\((?:.*[.\\s])?(?:path|pathname)\\)`");
    private static final Pattern OTHERWISE = Pattern.compile(
            NAME + "\\s*\\??\\.(?!(?:includes|has)\\b)|\\bof\\s+" + NAME + "\\b|[,(]\\s*" + NAME + "\\s*\\)");

    private static final Function<Module, Boolean> MENTIONS = PublicPaths::mentionedIn;

    private final Set<String> paths = new LinkedHashSet<>();
    private boolean found;
    private boolean complete = true;

    private PublicPaths() {}

    /** Reads the lists a service declares, imports, or gives to a guard in place. */
    static PublicPaths of(Program program, FactSink sink) {
        PublicPaths lists = new PublicPaths();
        for (Module module : program.modules()) {
            if (!module.once(MENTIONS)) continue;
            for (String kind : NAMED) {
                for (Located at : module.all(kind)) {
                    Located list = list(at, program.resolver());
                    if (list != null) lists.read(list, program.resolver(), sink);
                }
            }
        }
        return lists;
    }

    /** The list a piece of code declares or names; null when it does neither. */
    private static @Nullable Located list(Located at, Resolver resolver) {
        SyntaxNode node = at.node();
        boolean declares = node.is(SyntaxKind.VARIABLE_DECLARATOR);
        if (declares || node.is(SyntaxKind.PAIR)) {
            SyntaxNode name = node.child(declares ? "name" : "key");
            return name != null && NAMES.contains(Syntax.unquoted(name.text())) ? at.child("value") : null;
        }
        if (!NAMES.contains(node.text())) return null;
        Located declaration = resolver.declaration(at);
        boolean elsewhere = declaration != null && !declaration.module().equals(at.module());
        return elsewhere || resolver.value(at) instanceof Value.External ? at : null;
    }

    private void read(Located expression, Resolver resolver, FactSink sink) {
        Value value = resolver.value(expression);
        if (value instanceof Value.CallResult result && result.callee().name().equals("Set")) {
            List<Located> given = resolver.arguments(result.call()).items();
            if (!given.isEmpty()) value = resolver.value(given.get(0));
        }
        if (value instanceof Value.Parameter) return;
        if (!(value instanceof Value.Items items)) {
            open(expression, "it is no array of constants", sink);
            return;
        }
        found = true;
        if (!items.complete()) open(expression, "not all of the array is known", sink);
        for (Located item : items.items()) {
            Optional<String> path = resolver.text(item);
            if (path.isEmpty() && resolver.value(item) instanceof Value.Struct struct) {
                Located inner = struct.get("path");
                if (inner != null) path = resolver.text(inner);
            }
            if (path.isPresent()) paths.add(path.get());
            else open(item, "it is no constant", sink);
        }
    }

    private void open(Located expression, String reason, FactSink sink) {
        complete = false;
        sink.unresolved("public paths", expression, reason, List.of(Route.class, RouteGuard.class));
    }

    /** Whether a list was found, and all of every list is known. */
    boolean known() {
        return complete && found;
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

    private static Boolean mentionedIn(Module module) {
        return mentionedIn(module.tree().root().text());
    }

    static boolean mentionedIn(String text) {
        return NAMES.stream().anyMatch(text::contains);
    }

    /** Whether a condition, in words, asks for nothing but whether the list holds the path. */
    static boolean decides(String condition) {
        return ASKS.matcher(condition).matches();
    }

    /** Whether a condition, in words, holds for paths of the list. */
    static boolean lets(String condition) {
        return LETS.matcher(condition).matches();
    }

    /** Whether a text asks the list for more than whether it holds something: for prefixes, or patterns. */
    static boolean askedOtherwise(String text) {
        return OTHERWISE.matcher(text).find();
    }
}
