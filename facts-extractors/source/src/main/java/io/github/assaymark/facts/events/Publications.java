package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events functions publish themselves. Used by one thread. */
public final class Publications {
    /** What one module publishes. */
    private static final Question<Module, List<Within>> PUBLISHED = (program, module) -> {
        List<Within> all = new ArrayList<>();
        new PublishReader(
                        program,
                        new Silence(program.owner()),
                        (at, event, resolved) -> published(at, event, resolved, all))
                .read(module);
        return List.copyOf(all);
    };

    private final Program program;
    private final Set<String> read = new HashSet<>();
    private final Map<Located, List<Published>> byFunction = new HashMap<>();

    /** A function, and what it publishes. */
    private record Within(Located function, Published published) {}

    /**
     * An event that is published.
     *
     * @param event its name, the expression when it is not constant
     * @param resolved whether its name is known
     */
    public record Published(Located at, String event, boolean resolved) {}

    public Publications(Program program) {
        this.program = program;
    }

    private static void published(Located at, String event, boolean resolved, List<Within> all) {
        Published published = new Published(at, event, resolved);
        // The callback of a transaction is part of the method that opens it.
        for (SyntaxNode function = Code.functionAround(at.node());
                function != null;
                function = Code.functionAround(function)) all.add(new Within(at.at(function), published));
    }

    /** Looks for what a module publishes; needed once for each module before {@link #of} is asked for any function. */
    public void read(Module module) {
        if (!read.add(module.path())) return;
        for (Within one : program.answer(PUBLISHED, module))
            byFunction.computeIfAbsent(one.function(), f -> new ArrayList<>(1)).add(one.published());
    }

    /** What a function publishes, functions within it included. */
    public List<Published> of(Located function) {
        return byFunction.getOrDefault(function, List.of());
    }
}
