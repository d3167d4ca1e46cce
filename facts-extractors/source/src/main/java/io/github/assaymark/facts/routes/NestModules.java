package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.routes.Decorators.Decorator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paths that {@code RouterModule.register} gives to the controllers of modules. */
final class NestModules {
    private static final int MAX_DEPTH = 10;

    private final FactSink sink;
    private final Resolver resolver;
    private final Map<Located, Set<String>> prefixes = new HashMap<>();

    NestModules(FactSink sink, Resolver resolver) {
        this.sink = sink;
        this.resolver = resolver;
    }

    /** Reads a call of {@code RouterModule.register}. */
    void read(Located call) {
        List<Located> given = resolver.arguments(call).items();
        if (given.size() == 1) tree(given.get(0), "", 0);
        else open(call);
    }

    private void open(Located at) {
        sink.unresolved("paths of modules", at, "they are no constant tree", HonoDialect.ALL);
    }

    private void tree(Located list, String above, int depth) {
        if (depth > MAX_DEPTH || !(resolver.value(list) instanceof Value.Items items) || !items.complete()) {
            open(list);
            return;
        }
        for (Located one : items.items()) {
            Value value = resolver.value(one);
            if (value instanceof Value.Class module) {
                module(module.declaration(), above, one);
            } else if (value instanceof Value.Struct struct && struct.complete()) {
                branch(struct, one, above, depth);
            } else {
                open(one);
            }
        }
    }

    private void branch(Value.Struct struct, Located one, String above, int depth) {
        Located pathAt = struct.get("path");
        Optional<String> path = pathAt == null ? Optional.empty() : resolver.text(pathAt);
        if (path.isEmpty()) {
            open(one);
            return;
        }
        String full = RoutePath.join(above, path.get());
        Located module = struct.get("module");
        if (module != null) {
            if (resolver.value(module) instanceof Value.Class declared) module(declared.declaration(), full, module);
            else open(module);
        }
        Located children = struct.get("children");
        if (children != null) tree(children, full, depth + 1);
    }

    private void module(Located declaration, String prefix, Located at) {
        Decorator module = Decorators.named(Decorators.of(declaration, resolver), "Module");
        if (module == null || module.arguments().isEmpty()) {
            open(at);
            return;
        }
        if (!(resolver.value(module.arguments().get(0)) instanceof Value.Struct struct)) {
            open(at);
            return;
        }
        Located controllers = struct.get("controllers");
        if (controllers == null) {
            if (!struct.complete()) open(at);
            return;
        }
        if (!(resolver.value(controllers) instanceof Value.Items items) || !items.complete()) {
            open(controllers);
            return;
        }
        for (Located one : items.items()) {
            if (resolver.value(one) instanceof Value.Class controller)
                prefixes.computeIfAbsent(controller.declaration(), of -> new LinkedHashSet<>())
                        .add(prefix);
            else open(one);
        }
    }

    /** The paths ahead of those of a controller; one that is empty when none is given to its module. */
    List<String> of(Located controller) {
        return new ArrayList<>(prefixes.getOrDefault(controller, Set.of("")));
    }
}
