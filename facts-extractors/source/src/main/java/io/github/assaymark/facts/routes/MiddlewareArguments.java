package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.repository.work.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What middleware is made with. */
final class MiddlewareArguments {
    /** Options that let requests pass when they are set. */
    private static final Set<String> YES =
            Set.of("optional", "passthrough", "passThrough", "allow_anon", "allowAnonymous", "anonymous", "disabled");
    /** Options that let requests pass when they are off. */
    private static final Set<String> NO = Set.of("required", "credentialsRequired", "enabled", "mandatory");

    private final Resolver resolver;
    private final Bindings bindings;

    MiddlewareArguments(Resolver resolver, Bindings bindings) {
        this.resolver = resolver;
        this.bindings = bindings;
    }

    /** The arguments of a call as texts; the elements of constant arrays one by one. */
    List<String> texts(Located call, Frame frame) {
        List<String> texts = new ArrayList<>();
        for (Located one : resolver.arguments(call).items()) argument(one, frame, texts);
        return texts;
    }

    private void argument(Located one, Frame frame, List<String> texts) {
        if (resolver.value(one) instanceof Value.Items items
                && items.complete()
                && !items.items().isEmpty()) {
            for (Located item : items.items()) texts.add(text(item, frame));
        } else {
            texts.add(text(one, frame));
        }
    }

    /** The text of an argument; what goes by the name of a secret is not shown. */
    String text(Located argument, Frame frame) {
        String shown = resolver.shown(argument);
        return shown.contains(Secrets.REDACTED)
                ? shown
                : bindings.text(argument, frame).orElse(shown);
    }

    /** Whether an option says that requests may pass: {@code credentialsRequired: false}, {@code "anonymous"}. */
    boolean lax(Located call) {
        for (Located one : resolver.arguments(call).items()) {
            Value value = resolver.value(one);
            if (resolver.text(one).orElse("").equals("anonymous")) return true;
            if (value instanceof Value.Items items
                    && items.items().stream()
                            .anyMatch(item -> resolver.text(item).orElse("").equals("anonymous"))) return true;
            if (!(value instanceof Value.Struct struct)) continue;
            for (Map.Entry<String, Located> entry : struct.entries().entrySet()) {
                boolean yes = YES.contains(entry.getKey());
                if (!yes && !NO.contains(entry.getKey())) continue;
                if (!(resolver.value(entry.getValue()) instanceof Value.Bool set) || set.value() == yes) return true;
            }
        }
        return false;
    }

    /** Without the paths that {@code except} names. */
    Middleware except(List<Located> given, Middleware middleware) {
        List<Located> conditions = resolver.value(given.get(0)) instanceof Value.Items items && items.complete()
                ? items.items()
                : List.of(given.get(0));
        List<String> paths = new ArrayList<>();
        for (Located condition : conditions) {
            if (resolver.text(condition).isEmpty())
                return middleware.under("requests may be excepted by `" + resolver.shown(condition) + "`");
            paths.add(resolver.text(condition).get());
        }
        return middleware.letting(paths);
    }

    /** {@code guard.unless({ path: ['/login'] })}. */
    Middleware unless(Middleware middleware, Located call) {
        List<Located> given = resolver.arguments(call).items();
        if (given.size() == 1
                && resolver.value(given.get(0)) instanceof Value.Struct struct
                && struct.complete()
                && struct.entries().keySet().equals(Set.of("path"))) {
            Located path = struct.get("path");
            if (path != null) return except(List.of(path), middleware);
        }
        return middleware.under("requests may be excepted by `" + resolver.shown(call) + "`");
    }
}
