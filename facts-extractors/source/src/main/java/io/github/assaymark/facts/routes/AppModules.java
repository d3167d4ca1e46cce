package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The modules that can meet an application. Nobody makes one without naming the package of a framework, and nobody gets
 * hold of one but through imports, so that all others need not be run.
 */
final class AppModules {
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:hono|express|fastify)\\b");
    private static final Pattern TYPED = Leftovers.TYPED;

    private static final Function<Module, Boolean> NAMES_FRAMEWORK = AppModules::namesFramework;

    private static final Function<Module, Boolean> NAMES_TYPE = AppModules::namesType;

    private static final Function<Module, List<SyntaxNode>> SOURCES = AppModules::sources;

    private static final Question<Module, List<Module>> IMPORTED = (program, module) -> {
        Set<Module> all = new LinkedHashSet<>();
        for (SyntaxNode source : module.once(SOURCES)) {
            String specifier = program.resolver().text(module.at(source)).orElse("");
            Module target = specifier.isEmpty() ? null : program.imported(module, specifier);
            if (target != null) all.add(target);
        }
        return List.copyOf(all);
    };

    private final Map<Module, List<Module>> imports = new HashMap<>();
    private final Set<Module> meeting;
    private final Set<Module> given;

    private AppModules(Program program) {
        Deque<Module> open = new ArrayDeque<>();
        Map<Module, List<Module>> importers = new HashMap<>();
        for (Module module : program.modules()) add(module, program, open);
        while (!open.isEmpty()) {
            Module module = open.remove();
            for (Module other : imports.getOrDefault(module, List.of())) {
                importers.computeIfAbsent(other, one -> new ArrayList<>(2)).add(module);
                if (!imports.containsKey(other)) add(other, program, open);
            }
        }
        List<Module> naming = new ArrayList<>();
        for (Module module : imports.keySet()) if (module.once(NAMES_FRAMEWORK)) naming.add(module);
        this.meeting = closure(naming, importers);
        this.given = closure(meeting, imports);
    }

    static AppModules of(Program program) {
        return new AppModules(program);
    }

    private void add(Module module, Program program, Deque<Module> open) {
        imports.put(module, program.answer(IMPORTED, module));
        open.add(module);
    }

    private static Set<Module> closure(Collection<Module> start, Map<Module, List<Module>> next) {
        Set<Module> all = new LinkedHashSet<>(start);
        Deque<Module> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Module other : next.getOrDefault(open.remove(), List.of())) if (all.add(other)) open.add(other);
        }
        return all;
    }

    /** Whether statements of a module can make an application or name one. */
    boolean meets(Module module) {
        return meeting.contains(module);
    }

    /** Whether functions of a module can be given one, too, or it says that they are. */
    boolean mayBeGiven(Module module) {
        return given.contains(module) || module.once(NAMES_TYPE);
    }

    private static Boolean namesFramework(Module module) {
        for (String kind : List.of(SyntaxKind.STRING, SyntaxKind.TEMPLATE_STRING)) {
            for (SyntaxNode text : module.nodes(kind))
                if (PACKAGE.matcher(text.text()).find()) return true;
        }
        return false;
    }

    private static Boolean namesType(Module module) {
        return TYPED.matcher(module.tree().root().text()).find();
    }

    /** What a module says that others are loaded by; not what is imported for its type alone. */
    private static List<SyntaxNode> sources(Module module) {
        List<SyntaxNode> sources = new ArrayList<>();
        for (String kind : List.of(SyntaxKind.IMPORT_STATEMENT, SyntaxKind.EXPORT_STATEMENT)) {
            for (SyntaxNode statement : module.nodes(kind)) {
                SyntaxNode source = statement.child("source");
                if (source != null && statement.child("typeonly") == null) sources.add(source);
            }
        }
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode function = call.child("function");
            SyntaxNode arguments = call.child("arguments");
            if (function == null || arguments == null || arguments.children().isEmpty()) continue;
            if (function.is(SyntaxKind.IMPORT) || function.text().equals("require"))
                sources.add(arguments.children().get(0));
        }
        return List.copyOf(sources);
    }
}
