package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    /** What the modules of the owner publish: a call in one of them may stand for what a function of another does. */
    private static final Question<String, Map<Located, List<Published>>> OWN = (program, all) -> {
        Map<Located, List<Published>> byFunction = new HashMap<>();
        for (Module module : program.modules()) add(program.answer(PUBLISHED, module), byFunction);
        return byFunction;
    };

    private static final Question<Located, List<Published>> BY =
            (program, function) -> program.answer(OWN, "").getOrDefault(function, List.of());

    private final Program program;
    private final Map<Located, List<Published>> reached = new HashMap<>();

    /** A function, and what it publishes. */
    private record Within(Located function, Published published) {}

    /**
     * An event that is published.
     *
     * @param event its name, the expression when it is not constant
     * @param resolved whether its name is known
     */
    public record Published(Located at, String event, boolean resolved) {}

    /** With what modules publish that are not the owner's; that own ones are among them does no harm. */
    public Publications(Program program, Collection<Module> modules) {
        this.program = program;
        for (Module module : modules) add(program.answer(PUBLISHED, module), reached);
    }

    private static void add(List<Within> found, Map<Located, List<Published>> byFunction) {
        for (Within one : found)
            byFunction.computeIfAbsent(one.function(), f -> new ArrayList<>(1)).add(one.published());
    }

    private static void published(Located at, String event, boolean resolved, List<Within> all) {
        Published published = new Published(at, event, resolved);
        // The callback of a transaction is part of the method that opens it.
        for (SyntaxNode function = Code.functionAround(at.node());
                function != null;
                function = Code.functionAround(function)) all.add(new Within(at.at(function), published));
    }

    /** What a function publishes, functions within it included. */
    public Set<Published> of(Located function) {
        Set<Published> all = new LinkedHashSet<>(program.answer(BY, function));
        all.addAll(reached.getOrDefault(function, List.of()));
        return all;
    }
}
