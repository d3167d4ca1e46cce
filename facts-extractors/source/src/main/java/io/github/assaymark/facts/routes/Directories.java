package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Directories of the repository that expressions name by the place of their module. */
final class Directories {
    private static final int MAX_DEPTH = 6;

    private final Resolver resolver;

    Directories(Resolver resolver) {
        this.resolver = resolver;
    }

    /** {@code path.join(__dirname, 'routes')} and the like, without a slash at the end; null for other expressions. */
    @Nullable
    String of(Located expression) {
        String path = of(expression, 0);
        return path == null ? null : normal(path);
    }

    private @Nullable String of(Located expression, int depth) {
        if (depth > MAX_DEPTH) return null;
        Located bare = Syntax.bare(expression);
        SyntaxNode node = bare.node();
        if (node.text().equals("import.meta.dirname")) return here(bare);
        switch (node.kind()) {
            case SyntaxKind.IDENTIFIER -> {
                Located declaration = resolver.declaration(bare);
                Located value = declaration == null ? null : declaration.child("value");
                if (value != null) return of(value, depth + 1);
                return declaration == null && node.text().equals("__dirname") ? here(bare) : null;
            }
            case SyntaxKind.TEMPLATE_STRING -> {
                return parts(bare, node.children(), depth);
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                SyntaxNode operator = node.child("operator");
                SyntaxNode left = node.child("left");
                SyntaxNode right = node.child("right");
                if (operator == null || left == null || right == null) return null;
                return operator.text().equals("+") ? parts(bare, List.of(left, right), depth) : null;
            }
            case SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION -> {
                return called(bare, depth);
            }
            default -> {
                return null;
            }
        }
    }

    private static String here(Located at) {
        String path = at.module().path();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private @Nullable String parts(Located of, List<SyntaxNode> parts, int depth) {
        if (parts.isEmpty()) return null;
        SyntaxNode first = parts.get(0);
        if (first.is(SyntaxKind.TEMPLATE_SUBSTITUTION) && !first.children().isEmpty())
            first = first.children().get(0);
        String base = of(of.at(first), depth + 1);
        if (base == null) return null;
        StringBuilder path = new StringBuilder(base);
        for (SyntaxNode part : parts.subList(1, parts.size())) {
            Optional<String> text =
                    part.is(SyntaxKind.STRING_FRAGMENT) ? Optional.of(part.text()) : resolver.text(of.at(part));
            if (text.isEmpty()) return null;
            path.append(text.get());
        }
        return path.toString();
    }

    private @Nullable String called(Located call, int depth) {
        List<Located> given = resolver.arguments(call).items();
        if (given.isEmpty()) return null;
        String last = resolver.callee(call).last();
        boolean own = given.get(given.size() - 1).node().text().equals("import.meta.url");
        switch (last) {
            case "join", "resolve" -> {
                StringBuilder path = new StringBuilder();
                String base = of(given.get(0), depth + 1);
                if (base == null) return null;
                path.append(base);
                for (Located one : given.subList(1, given.size())) {
                    Optional<String> text = resolver.text(one);
                    if (text.isEmpty() || (last.equals("resolve") && text.get().startsWith("/"))) return null;
                    path.append('/').append(text.get());
                }
                return path.toString();
            }
            case "dirname" -> {
                return given.get(0)
                                .node()
                                .text()
                                .replaceAll("\\s", "")
                                .matches("(?:\\w+\\.)?fileURLToPath\\(import\\.meta\\.url\\)")
                        ? here(call)
                        : null;
            }
            case "fileURLToPath" -> {
                return of(given.get(0), depth + 1);
            }
            case "URL" -> {
                Optional<String> text = resolver.text(given.get(0));
                return own && given.size() == 2 && text.isPresent() ? here(call) + "/" + text.get() : null;
            }
            default -> {
                return null;
            }
        }
    }

    private static @Nullable String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (!part.equals("..")) parts.add(part);
            else if (parts.isEmpty()) return null;
            else parts.remove(parts.size() - 1);
        }
        return String.join("/", parts);
    }
}
