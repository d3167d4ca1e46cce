package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who imports what, in the modules of an owner and all that they import. Follows the program from state to state: says
 * which names somebody imports that did not before, or no longer. Used by one thread.
 */
final class ImportIndex {
    private static final int MAX_MODULES = 20_000;

    private static final Function<Module, Set<String>> SPECIFIERS = ImportIndex::specifiers;

    /** What the names stand for that a module imports. */
    private static final Question<Module, List<Named>> NAMED =
            (program, module) -> named((OwnerProgram) program, module);

    /** The modules that one imports and that ship. */
    private static final Question<Module, List<Module>> IMPORTED = (program, module) -> {
        Set<Module> all = new LinkedHashSet<>();
        for (String specifier : module.once(SPECIFIERS)) {
            Module other = program.imported(module, specifier);
            if (other != null && other.kind() == FileKind.PRODUCTION) all.add(other);
        }
        return List.copyOf(all);
    };

    private final OwnerProgram program;
    private final Consumer<Located> touched;
    private final Map<Module, List<Named>> entered = new LinkedHashMap<>();
    private final Map<Located, List<Importer>> importers = new HashMap<>();
    private final Map<Module, List<Importer>> wholes = new LinkedHashMap<>();
    private final Map<Module, Value.Struct> namespaces = new HashMap<>();
    private final Map<Located, List<Exported>> exported = new HashMap<>();
    private List<Module> reached = List.of();
    private long state;

    /** A name of an import, and what it stands for. */
    private record Named(Binding binding, Target target) {}

    /**
     * A name that an import gives to something.
     *
     * @param member of a namespace; null when the name itself stands for it
     */
    record Importer(
            Module module, Binding binding, @Nullable String member) {}

    /** A name that a module exports something under. */
    private record Exported(Module module, String name) {}

    /** {@code touched} is told every name that is imported otherwise than before. */
    ImportIndex(OwnerProgram program, Consumer<Located> touched) {
        this.program = program;
        this.touched = touched;
    }

    /** The modules of the owner and all they import, that ship; sorted by path. */
    List<Module> reached() {
        follow();
        return reached;
    }

    /** Hands over the imports of a name, those of the whole modules that export it among them. */
    void named(Located name, Consumer<Importer> consumer) {
        importers.getOrDefault(name, List.of()).forEach(consumer);
        for (Exported export : exported.getOrDefault(name, List.of())) {
            for (Importer whole : wholes.getOrDefault(export.module(), List.of()))
                consumer.accept(new Importer(whole.module(), whole.binding(), export.name()));
        }
    }

    /** Looks at what changed since the last state; to be called before anything is asked. */
    void follow() {
        if (state == program.state()) return;
        int start = program.tracing().begin();
        Set<Module> present = all();
        if (reached.size() != present.size() || !present.containsAll(reached))
            reached =
                    present.stream().sorted(Comparator.comparing(Module::path)).toList();
        for (Iterator<Map.Entry<Module, List<Named>>> all = entered.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Module, List<Named>> one = all.next();
            if (present.contains(one.getKey())) continue;
            leave(one.getKey(), one.getValue());
            all.remove();
        }
        for (Module module : reached) enter(module);
        for (Module module : List.copyOf(namespaces.keySet())) if (!wholes.containsKey(module)) whole(module, null);
        for (Module module : wholes.keySet()) whole(module, program.targets().namespace(module));
        program.tracing().drop(start);
        state = program.state();
    }

    private Set<Module> all() {
        Set<Module> all = new HashSet<>(program.modules());
        Deque<Module> next = new ArrayDeque<>(all);
        while (!next.isEmpty() && all.size() < MAX_MODULES) {
            for (Module other : program.answer(IMPORTED, next.remove())) if (all.add(other)) next.add(other);
        }
        return all;
    }

    @SuppressWarnings("ReferenceEquality") // what did not change is the same list
    private void enter(Module module) {
        List<Named> now = program.answer(NAMED, module);
        List<Named> before = entered.put(module, now);
        if (before == now) return;
        if (before != null) leave(module, before);
        for (Named named : now) {
            Importer importer = new Importer(module, named.binding(), null);
            if (named.target() instanceof Target.Found found) {
                importers.computeIfAbsent(found.at(), at -> new ArrayList<>(2)).add(importer);
                touched.accept(found.at());
            } else if (named.target() instanceof Target.Namespace namespace) {
                wholes.computeIfAbsent(namespace.module(), at -> new ArrayList<>(2))
                        .add(importer);
                touch(namespaces.get(namespace.module()));
            }
        }
    }

    private void leave(Module module, List<Named> before) {
        for (Named named : before) {
            Importer importer = new Importer(module, named.binding(), null);
            if (named.target() instanceof Target.Found found) {
                take(importers, found.at(), importer);
                touched.accept(found.at());
            } else if (named.target() instanceof Target.Namespace namespace) {
                take(wholes, namespace.module(), importer);
                touch(namespaces.get(namespace.module()));
            }
        }
    }

    /** What a module exports that somebody imports as a whole; null when nobody does any more. */
    @SuppressWarnings("ReferenceEquality") // what did not change is the same object
    private void whole(Module module, Value.@Nullable Struct now) {
        Value.Struct before = namespaces.get(module);
        if (before == now) return;
        if (before != null) {
            before.entries().forEach((name, at) -> take(exported, at, new Exported(module, name)));
            touch(before);
            namespaces.remove(module);
        }
        if (now == null) return;
        namespaces.put(module, now);
        now.entries()
                .forEach((name, at) ->
                        exported.computeIfAbsent(at, key -> new ArrayList<>(2)).add(new Exported(module, name)));
        touch(now);
    }

    private void touch(Value.@Nullable Struct namespace) {
        if (namespace != null) namespace.entries().values().forEach(touched);
    }

    private static <K, T> void take(Map<K, List<T>> all, K key, T one) {
        List<T> some = all.get(key);
        if (some == null) return;
        some.remove(one);
        if (some.isEmpty()) all.remove(key);
    }

    private static Set<String> specifiers(Module module) {
        Set<String> all = new LinkedHashSet<>();
        for (String kind : List.of(SyntaxKind.IMPORT_STATEMENT, SyntaxKind.EXPORT_STATEMENT)) {
            for (SyntaxNode node : module.nodes(kind)) {
                String specifier = ScopeBuilder.specifier(node);
                if (specifier != null) all.add(specifier);
            }
        }
        return all;
    }

    private static List<Named> named(OwnerProgram program, Module module) {
        List<Named> all = new ArrayList<>();
        for (Binding binding : module.topLevel().values()) {
            if (binding.sort == Binding.Sort.IMPORT)
                all.add(new Named(binding, program.targets().of(module, binding)));
        }
        return List.copyOf(all);
    }
}
