package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where functions are called. Used by one thread. */
final class References {
    private static final Comparator<Located> ORDER = Comparator.comparing(
                    (Located at) -> at.module().path())
            .thenComparing(at -> at.node().start())
            .thenComparing(at -> at.node().end());

    /** Functions that hand on what they are given to others. */
    private static final int MAX_HANDS = 3;

    private static final Uses NONE = new Uses(List.of(), false);

    private final OwnerProgram program;
    private final Resolver resolver;
    private final ImportIndex index;
    private final Map<Located, Dependency.Used> known = new HashMap<>();
    private final Map<Located, Dependency.Used> methods = new HashMap<>();
    private final Map<Located, Uses> local = new HashMap<>();
    private final Map<Binding, Change> changes = new HashMap<>();
    private final Map<Located, Set<Object>> named = new HashMap<>();
    private long methodsOf;

    /**
     * The uses of a function.
     *
     * @param calls by place
     * @param all whether it is used in no other way
     */
    record Uses(List<Located> calls, boolean all) {}

    /** What changes of a name, as long as what it was found with holds, and nobody imports the name otherwise. */
    private record Change(Dependency.Changed changed, List<Dependency> from) {}

    References(OwnerProgram program, Resolver resolver) {
        this.program = program;
        this.resolver = resolver;
        this.index = new ImportIndex(program, this::touched);
    }

    /** A module is no longer there, or holds something else. */
    void forget(Module module) {
        known.keySet().removeIf(function -> function.module().equals(module));
        local.keySet().removeIf(function -> function.module().equals(module));
        changes.values().removeIf(change -> change.changed().module().equals(module));
        named.keySet().removeIf(name -> name.module().equals(module));
    }

    /** Others import a name than before, or in other modules. */
    private void touched(Located name) {
        Set<Object> dependent = named.remove(name);
        if (dependent == null) return;
        for (Object one : dependent) {
            if (one instanceof Located function) known.remove(function);
            if (one instanceof Binding binding) changes.remove(binding);
        }
    }

    /** The uses of a function, method or class. */
    Uses of(Located function) {
        if (!mayBeUsedElsewhere(function)) return local.computeIfAbsent(function, References::within);
        Dependency.Used used = used(function);
        program.tracing().note(used);
        return used.uses();
    }

    /** The same as something that others depend on. */
    Dependency.Used used(Located function) {
        index.follow();
        boolean method = function.node().is(SyntaxKind.METHOD_DEFINITION);
        if (method && methodsOf != program.state()) {
            methods.clear();
            methodsOf = program.state();
        }
        Map<Located, Dependency.Used> all = method ? methods : known;
        Dependency.Used before = all.get(function);
        if (before != null) return before;
        int start = program.tracing().begin();
        Uses uses = method ? new Uses(methodCalls(function), false) : find(function);
        program.tracing().drop(start);
        Dependency.Used used = new Dependency.Used(function, uses);
        all.put(function, used);
        return used;
    }

    /** Whether other modules can name a function. */
    private static boolean mayBeUsedElsewhere(Located function) {
        SyntaxNode node = function.node();
        if (node.is(SyntaxKind.METHOD_DEFINITION) || isDefaultExport(node)) return true;
        Binding binding = binding(function);
        return binding != null && function.module().exports().mayExport(binding.name);
    }

    /** The uses of a function that no other module can name. */
    private static Uses within(Located function) {
        Binding binding = binding(function);
        if (binding == null) return NONE;
        Collector found = new Collector();
        found.local(function.module(), binding);
        found.calls.sort(ORDER);
        return new Uses(found.calls, found.onlyCalls);
    }

    private Uses find(Located function) {
        Binding binding = binding(function);
        Module module = function.module();
        Collector found = new Collector();
        if (binding != null) found.local(module, binding);
        for (Located name : names(function, binding)) {
            depends(function, name);
            index.named(name, found::imported);
        }
        found.calls.sort(ORDER);
        return new Uses(found.calls, found.onlyCalls);
    }

    /**
     * The members of a name that are changed through its imports or by functions it is handed to; {@link Binding#ANY}
     * for all.
     */
    Set<String> changedElsewhere(Module module, Binding binding) {
        if (!mayBeImported(module, binding) && !binding.passed()) return Set.of();
        Dependency.Changed changed = changed(module, binding);
        program.tracing().note(changed);
        return changed.members();
    }

    private static boolean mayBeImported(Module module, Binding binding) {
        return binding == module.topLevel().get(binding.name)
                && module.exports().mayExport(binding.name);
    }

    /** The same as something that others depend on. */
    Dependency.Changed changed(Module module, Binding binding) {
        index.follow();
        Change before = changes.get(binding);
        if (before != null && program.holds(before.from())) return before.changed();
        int start = program.tracing().begin();
        Set<String> members = new TreeSet<>();
        hands(module, binding, members, 0);
        SyntaxNode value = binding.value;
        if (value != null && mayBeImported(module, binding)) {
            for (Located name : names(module.at(value), binding)) {
                depends(binding, name);
                index.named(name, importer -> imported(importer, members));
            }
        }
        List<Dependency> from = program.tracing().cut(start);
        Dependency.Changed changed = new Dependency.Changed(module, binding, members);
        changes.put(binding, new Change(changed, from));
        return changed;
    }

    private void depends(Object one, Located name) {
        named.computeIfAbsent(name, key -> new HashSet<>(4)).add(one);
    }

    private void imported(ImportIndex.Importer importer, Set<String> changed) {
        String member = importer.member();
        if (member == null) {
            changed.addAll(importer.binding().changed());
            hands(importer.module(), importer.binding(), changed, 0);
        } else if (importer.binding().changes(member)) {
            changed.add(Binding.ANY);
        }
    }

    /** What functions of the repository change of a parameter that is given a name. */
    private void hands(Module module, Binding binding, Set<String> changed, int depth) {
        if (!binding.passed() || depth > MAX_HANDS) return;
        for (String kind : Kinds.CALLS) {
            for (SyntaxNode call : module.nodes(kind)) {
                SyntaxNode arguments = call.child("arguments");
                if (arguments == null) continue;
                for (int i = 0; i < arguments.children().size(); i++) {
                    SyntaxNode given = Kinds.unwrap(arguments.children().get(i));
                    boolean own = given.is(SyntaxKind.IDENTIFIER)
                            && given.text().equals(binding.name)
                            && binding == module.binding(given, given.text());
                    if (own) taken(called(module, call), i, changed, depth);
                }
            }
        }
    }

    /** The function that a call names, told without the values of anything. */
    private @Nullable Located called(Module module, SyntaxNode call) {
        SyntaxNode name = Kinds.called(call);
        if (name == null || !name.is(SyntaxKind.IDENTIFIER)) return null;
        Binding binding = module.binding(name, name.text());
        if (binding != null && binding.sort == Binding.Sort.IMPORT) {
            if (!(program.targets().of(module, binding) instanceof Target.Found found)) return null;
            if (!found.at().node().is(SyntaxKind.IDENTIFIER)) return function(found.at());
            Module in = found.at().module();
            Binding target = in.binding(found.at().node(), found.at().node().text());
            return target == null ? null : declared(in, target);
        }
        return binding == null ? null : declared(module, binding);
    }

    private static @Nullable Located declared(Module module, Binding binding) {
        if (binding.sort == Binding.Sort.FUNCTION) return module.at(binding.node);
        SyntaxNode value = binding.sort == Binding.Sort.VARIABLE && binding.path.isEmpty() ? binding.value : null;
        return value == null ? null : function(module.at(Kinds.unwrap(value)));
    }

    private static @Nullable Located function(Located at) {
        return Kinds.function(at.node()) ? at : null;
    }

    private void taken(@Nullable Located function, int index, Set<String> changed, int depth) {
        if (function == null) return;
        List<SyntaxNode> parameters = Functions.parameters(function.node());
        if (index >= parameters.size()) return;
        SyntaxNode pattern = parameters.get(index).child("pattern");
        SyntaxNode name = pattern == null ? parameters.get(index) : pattern;
        if (!name.is(SyntaxKind.IDENTIFIER)) return;
        Binding parameter = function.module().binding(name, name.text());
        if (parameter == null) return;
        changed.addAll(parameter.changed());
        hands(function.module(), parameter, changed, depth + 1);
    }

    /** The name of a function; null when it has none. */
    private static @Nullable Binding binding(Located function) {
        SyntaxNode node = function.node();
        SyntaxNode holder = Kinds.outer(node);
        boolean declared = node.is(SyntaxKind.FUNCTION_DECLARATION)
                || node.is(SyntaxKind.GENERATOR_FUNCTION_DECLARATION)
                || node.is(SyntaxKind.CLASS_DECLARATION)
                || node.is(SyntaxKind.ABSTRACT_CLASS_DECLARATION);
        SyntaxNode name = declared
                ? node.child("name")
                : holder != null && holder.is(SyntaxKind.VARIABLE_DECLARATOR) ? holder.child("name") : null;
        if (name == null || (!name.is(SyntaxKind.IDENTIFIER) && !declared)) return null;
        SyntaxNode from = declared ? node.parent() : holder;
        Binding binding = from == null ? null : function.module().binding(from, name.text());
        if (binding == null || binding.reassigned()) return null;
        return binding.node.equals(node) || binding.node.equals(holder) ? binding : null;
    }

    private static boolean isDefaultExport(SyntaxNode node) {
        SyntaxNode holder = Kinds.outer(node);
        return holder != null && holder.is(SyntaxKind.EXPORT_STATEMENT);
    }

    /** What imports of a function lead to. */
    private static List<Located> names(Located function, @Nullable Binding binding) {
        List<Located> names = new ArrayList<>();
        names.add(function);
        if (binding != null) names.add(function.at(binding.nameNode));
        SyntaxNode whole = function.module().exports().whole();
        if (whole != null && Kinds.unwrap(whole).equals(function.node())) names.add(function.at(whole));
        Exports.Export standard = function.module().exports().named().get("default");
        if (binding != null && standard instanceof Exports.Export.Node node) {
            SyntaxNode exported = Kinds.unwrap(node.node());
            if (exported.is(SyntaxKind.IDENTIFIER) && exported.text().equals(binding.name))
                names.add(function.at(node.node()));
        }
        return names;
    }

    /** Calls of members of that name that are known to be this method. */
    private List<Located> methodCalls(Located method) {
        SyntaxNode name = method.node().child("name");
        String key = name == null ? null : Literals.key(name);
        List<Located> calls = new ArrayList<>();
        if (key == null) return calls;
        for (Module module : index.reached()) {
            for (SyntaxNode call : module.memberCalls(key)) {
                Located located = module.at(call);
                if (method.equals(resolver.callee(located).declaration())) calls.add(located);
            }
        }
        calls.sort(ORDER);
        return calls;
    }

    private static final class Collector {
        private final List<Located> calls = new ArrayList<>();
        private boolean onlyCalls = true;

        void local(Module module, Binding binding) {
            for (SyntaxNode name : module.names(binding.name)) {
                if (name.equals(binding.nameNode)) continue;
                if (binding == module.binding(name, binding.name)) use(module, name);
            }
        }

        void imported(ImportIndex.Importer importer) {
            String member = importer.member();
            if (member == null) {
                local(importer.module(), importer.binding());
                return;
            }
            Module module = importer.module();
            for (SyntaxNode name : module.names(importer.binding().name)) {
                if (name.equals(importer.binding().nameNode)) continue;
                if (importer.binding() != module.binding(name, importer.binding().name)) continue;
                SyntaxNode holder = Kinds.outer(name);
                SyntaxNode property =
                        holder != null && holder.is(SyntaxKind.MEMBER_EXPRESSION) ? holder.child("property") : null;
                if (holder == null || property == null) {
                    if (holder == null || !isDeclaration(holder)) onlyCalls = false;
                } else if (property.text().equals(member)) {
                    use(module, holder);
                }
            }
        }

        private void use(Module module, SyntaxNode expression) {
            SyntaxNode holder = Kinds.outer(expression);
            if (holder == null || isDeclaration(holder)) return;
            SyntaxNode called = Kinds.CALLS.contains(holder.kind()) ? Kinds.called(holder) : null;
            if (called != null && called.start() <= expression.start() && expression.end() <= called.end())
                calls.add(module.at(holder));
            else onlyCalls = false;
        }

        private static boolean isDeclaration(SyntaxNode holder) {
            return switch (holder.kind()) {
                case SyntaxKind.IMPORT_SPECIFIER,
                        SyntaxKind.IMPORT_CLAUSE,
                        SyntaxKind.NAMESPACE_IMPORT,
                        SyntaxKind.EXPORT_SPECIFIER,
                        SyntaxKind.EXPORT_STATEMENT -> true;
                default -> false;
            };
        }
    }
}
