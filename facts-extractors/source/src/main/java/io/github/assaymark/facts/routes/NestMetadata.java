package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.routes.Decorators.Decorator;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What guards of NestJS read of the handler: metadata that decorators set. */
final class NestMetadata {
    private static final Pattern ABSENT = Pattern.compile("^!(?!=)|===?(?:0|undefined|null)\\b|<1\\b|\\|\\|!");

    private final Resolver resolver;

    /**
     * A way past a guard.
     *
     * @param keys what the metadata goes by: its key as written, and its text
     * @param set whether it is open where the metadata is set, and not where it is missing
     * @param ofHandler whether only that of the handler counts, not that of its class
     */
    record Pass(Set<String> keys, boolean set, boolean ofHandler) {
        Pass {
            keys = Set.copyOf(keys);
        }

        String key() {
            return keys.stream().sorted().findFirst().orElse("");
        }
    }

    NestMetadata(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The ways past {@code canActivate} that metadata decides. */
    List<Pass> passes(Located canActivate, GuardKind kind) {
        Set<Pass> passes = new LinkedHashSet<>();
        Doors doors = new Doors(Doors.Way.TRUTH, Set.of(), false);
        Passage.doubt(
                canActivate,
                doors,
                kind,
                called -> null,
                held -> {
                    Pass pass = pass(held);
                    if (pass != null) passes.add(pass);
                    return pass != null;
                },
                resolver);
        return new ArrayList<>(passes);
    }

    /** Whether a condition asks for metadata. */
    boolean decides(Passage.Held held) {
        return pass(held) != null;
    }

    private @Nullable Pass pass(Passage.Held held) {
        Located read = read(held.condition(), 0);
        if (read == null) return null;
        List<Located> given = resolver.arguments(read).items();
        if (given.isEmpty()) return null;
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Syntax.unquoted(given.get(0).node().text()));
        resolver.text(given.get(0)).ifPresent(keys::add);
        String text = held.condition().node().text().replaceAll("\\s", "").replaceAll("^\\(|\\)$", "");
        boolean absent = ABSENT.matcher(text).find();
        String context = read.node().text();
        boolean ofHandler = context.contains("getHandler") && !context.contains("getClass");
        return new Pass(keys, absent != held.yes(), ofHandler);
    }

    /** The call of a reflector in a condition, or in what a name of it was given. */
    private @Nullable Located read(Located at, int depth) {
        if (depth > 2) return null;
        SyntaxNode node = at.node();
        if (node.is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode function = node.child("function");
            if (function != null && function.text().matches("(?s).*eflect(?:or)?\\s*\\.\\s*get\\w*")) return at;
        }
        if (node.is(SyntaxKind.IDENTIFIER)) {
            Located declaration = resolver.declaration(at);
            Located value = declaration == null ? null : declaration.child("value");
            return value == null ? null : read(value, depth + 1);
        }
        for (SyntaxNode child : node.children()) {
            Located found = read(at.at(child), depth);
            if (found != null) return found;
        }
        return null;
    }

    /** The decorator that sets metadata of one of these keys; null when none does. */
    @Nullable
    Decorator setter(List<Decorator> decorators, Set<String> keys) {
        for (Decorator one : decorators) {
            if (keys.contains(one.name())) return one;
            if (one.name().equals("SetMetadata") && !one.arguments().isEmpty()) {
                Located key = one.arguments().get(0);
                if (keys.contains(Syntax.unquoted(key.node().text()))
                        || keys.contains(resolver.text(key).orElse(""))) return one;
            }
            Located declaration = one.callee().declaration();
            if (declaration != null && keys(declaration).stream().anyMatch(keys::contains)) return one;
        }
        return null;
    }

    /** The keys of the metadata that a decorator sets, as written and as texts. */
    List<String> keys(Located decorator) {
        List<String> keys = new ArrayList<>();
        keys(decorator, keys);
        return keys;
    }

    private void keys(Located at, List<String> keys) {
        SyntaxNode function =
                at.node().is(SyntaxKind.CALL_EXPRESSION) ? at.node().child("function") : null;
        List<Located> given = function != null && function.text().endsWith("SetMetadata")
                ? resolver.arguments(at).items()
                : List.of();
        if (!given.isEmpty()) {
            keys.add(Syntax.unquoted(given.get(0).node().text()));
            resolver.text(given.get(0)).ifPresent(keys::add);
        }
        for (SyntaxNode child : at.node().children()) keys(at.at(child), keys);
    }
}
