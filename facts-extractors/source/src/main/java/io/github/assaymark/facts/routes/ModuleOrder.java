package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The order in which the statements of modules run: what a module imports runs before it. */
final class ModuleOrder {
    /** What a module imports, in the order of its text. */
    private static final Question<Module, List<Module>> IMPORTS = ModuleOrder::read;

    private final Program program;
    private final Predicate<Module> wanted;
    private final Map<String, List<Module>> imports = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<Module> order = new ArrayList<>();

    private ModuleOrder(Program program, Predicate<Module> wanted) {
        this.program = program;
        this.wanted = wanted;
    }

    /**
     * Of the modules of the owner that ship and those they import, the wanted ones, each behind its imports.
     *
     * @param wanted of every module that imports one of them, too
     */
    static List<Module> of(Program program, Predicate<Module> wanted) {
        ModuleOrder order = new ModuleOrder(program, wanted);
        List<Module> own = program.modules().stream().filter(wanted).toList();
        Set<String> imported = new HashSet<>();
        for (Module module : own) {
            for (Module target : order.imports(module)) {
                if (!target.path().equals(module.path())) imported.add(target.path());
            }
        }
        for (Module module : own) if (!imported.contains(module.path())) order.follow(module);
        for (Module module : own) order.follow(module);
        return List.copyOf(order.order);
    }

    private void follow(Module start) {
        if (!done.add(start.path())) return;
        Deque<Module> open = new ArrayDeque<>();
        Deque<Iterator<Module>> left = new ArrayDeque<>();
        open.push(start);
        left.push(imports(start).iterator());
        while (!open.isEmpty()) {
            Iterator<Module> next = left.element();
            if (!next.hasNext()) {
                left.pop();
                order.add(open.pop());
                continue;
            }
            Module target = next.next();
            if (!wanted.test(target) || !done.add(target.path())) continue;
            open.push(target);
            left.push(imports(target).iterator());
        }
    }

    private List<Module> imports(Module module) {
        return imports.computeIfAbsent(module.path(), path -> program.answer(IMPORTS, module));
    }

    private static List<Module> read(Program program, Module module) {
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
            if (function == null || arguments == null || arguments.children().size() != 1) continue;
            boolean loads = function.is(SyntaxKind.IMPORT) || function.text().equals("require");
            if (loads && arguments.children().get(0).is(SyntaxKind.STRING))
                sources.add(arguments.children().get(0));
        }
        sources.sort(Comparator.comparingInt(SyntaxNode::start));
        List<Module> targets = new ArrayList<>();
        for (SyntaxNode source : sources) {
            String specifier =
                    program.resolver().text(new Located(module, source)).orElse("");
            Module target = specifier.isEmpty() ? null : program.imported(module, specifier);
            if (target != null && target.kind() == FileKind.PRODUCTION) targets.add(target);
        }
        return List.copyOf(targets);
    }
}
