package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows imported names through re-exports to where they are declared. Used by one thread. */
final class ImportTargets {
    /** A module that re-exports from more others than this is not followed further. */
    private static final int MAX_MODULES = 2000;

    private final OwnerProgram program;
    private final Tracing tracing;
    private final Map<Module, Map<String, Traced<Target>>> known = new HashMap<>();
    private final Map<Module, Traced<Value.Struct>> namespaces = new HashMap<>();
    private int cuts;

    private record Step(Module module, String name) {}

    ImportTargets(OwnerProgram program) {
        this.program = program;
        this.tracing = program.tracing();
    }

    /** A module is no longer there, or holds something else. */
    void forget(Module module) {
        known.remove(module);
        namespaces.remove(module);
    }

    /** What an import of a module stands for; {@code name} is an exported name, {@code default} or {@code *}. */
    Target imported(Module from, String specifier, String name) {
        return imported(from, specifier, name, new HashSet<>());
    }

    /** What the name of an import stands for. */
    Target of(Module module, Binding binding) {
        if (binding.specifier == null || binding.imported == null) return new Target.Missing("it is no import");
        return imported(module, binding.specifier, binding.imported);
    }

    private Target imported(Module from, String specifier, String name, Set<Step> seen) {
        ModulePaths.Place place = program.place(from, specifier);
        if (place instanceof ModulePaths.Place.Outside) return new Target.Outside(specifier, name);
        if (place instanceof ModulePaths.Place.Missing missing) return new Target.Missing(missing.reason());
        String path = ((ModulePaths.Place.Inside) place).path();
        Module module = program.module(path);
        if (module == null) return new Target.Missing("`" + path + "` is no source code that can be read");
        return exported(module, name, seen);
    }

    /** What a module exports under a name. */
    Target exported(Module module, String name) {
        return exported(module, name, new HashSet<>());
    }

    private Target exported(Module module, String name, Set<Step> seen) {
        if (name.equals(Binding.ANY)) return new Target.Namespace(module);
        Map<String, Traced<Target>> names = known.computeIfAbsent(module, m -> new HashMap<>());
        Traced<Target> before = names.get(name);
        if (before != null && program.holds(before.from())) {
            tracing.note(before.from());
            return before.value();
        }
        boolean outermost = seen.isEmpty();
        if (seen.size() >= MAX_MODULES) return cut("it is re-exported through too many modules");
        if (!seen.add(new Step(module, name))) return cut("modules re-export it from each other");
        int cutsThen = cuts;
        int start = tracing.begin();
        Target target = find(module, name, seen);
        List<Dependency> from = tracing.end(start);
        // What was cut short is only remembered for the question that was asked.
        if (outermost || (target instanceof Target.Found && cuts == cutsThen))
            names.put(name, new Traced<>(target, from));
        return target;
    }

    private Target cut(String reason) {
        cuts++;
        return new Target.Missing(reason);
    }

    private Target find(Module module, String name, Set<Step> seen) {
        Exports exports = module.exports();
        Exports.Export export = exports.named().get(name);
        if (export instanceof Exports.Export.Name local) return local(module, local.local(), seen);
        if (export instanceof Exports.Export.Node node) return new Target.Found(module.at(node.node()));
        if (export instanceof Exports.Export.From from) return imported(module, from.specifier(), from.name(), seen);
        SyntaxNode whole = exports.whole();
        if (whole != null) {
            Located located = module.at(whole);
            return name.equals("default") ? new Target.Found(located) : new Target.Member(located, name);
        }
        if (name.equals("default")) return new Target.Missing("`" + module.path() + "` has no default export");
        return throughStars(module, name, seen);
    }

    private Target local(Module module, String name, Set<Step> seen) {
        Binding binding = module.topLevel().get(name);
        if (binding == null) return new Target.Missing("`" + module.path() + "` exports `" + name + "` but lacks it");
        if (binding.sort == Binding.Sort.IMPORT && binding.specifier != null && binding.imported != null)
            return imported(module, binding.specifier, binding.imported, seen);
        return new Target.Found(module.at(binding.nameNode));
    }

    /** An explicit export wins; of several modules that export the same name nobody knows which is meant. */
    private Target throughStars(Module module, String name, Set<Step> seen) {
        Set<Target> inside = new LinkedHashSet<>();
        Set<Target> outside = new LinkedHashSet<>();
        boolean unknown = false;
        for (String specifier : module.exports().stars()) {
            Target target = imported(module, specifier, name, seen);
            if (target instanceof Target.Outside) outside.add(target);
            else if (!(target instanceof Target.Missing)) inside.add(target);
            else unknown |= !(program.place(module, specifier) instanceof ModulePaths.Place.Inside);
        }
        if (inside.size() == 1) return inside.iterator().next();
        if (inside.size() > 1) return new Target.Missing("several modules export `" + name + "`");
        if (outside.size() == 1 && !unknown) return outside.iterator().next();
        return new Target.Missing("`" + module.path() + "` does not export `" + name + "`");
    }

    /** Everything a module exports, as an object. */
    Value.Struct namespace(Module module) {
        Traced<Value.Struct> before = namespaces.get(module);
        if (before != null && program.holds(before.from())) {
            tracing.note(before.from());
            return before.value();
        }
        int start = tracing.begin();
        Map<String, Located> entries = new LinkedHashMap<>();
        boolean complete = collect(module, entries, new HashSet<>());
        Value.Struct all = new Value.Struct(entries, complete);
        namespaces.put(module, new Traced<>(all, tracing.end(start)));
        return all;
    }

    private boolean collect(Module module, Map<String, Located> entries, Set<Module> seen) {
        if (!seen.add(module)) return true;
        if (seen.size() > MAX_MODULES) return false;
        boolean complete = module.exports().whole() == null;
        for (String name : module.exports().named().keySet()) {
            if (seen.size() > 1 && name.equals("default")) continue;
            if (exported(module, name) instanceof Target.Found found) entries.putIfAbsent(name, found.at());
            else complete = false;
        }
        for (String specifier : module.exports().stars()) {
            @Nullable Module other = program.imported(module, specifier);
            complete &= other != null && collect(other, entries, seen);
        }
        return complete;
    }
}
