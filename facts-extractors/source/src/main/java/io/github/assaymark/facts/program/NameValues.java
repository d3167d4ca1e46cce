package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows names to what they stand for: constants, imports and parameters. Used by one thread. */
final class NameValues {
    /** Calls that are compared to say that a parameter always has the same value. */
    private static final int MAX_SITES = 20;

    private final OwnerProgram program;
    private final Evaluation evaluation;

    NameValues(OwnerProgram program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Value name(Located at, @Nullable Frame frame, int depth) {
        String name = at.node().text();
        Binding binding = at.module().binding(at.node(), name);
        if (binding != null) return bound(at, binding, frame, depth);
        return name.equals("undefined") ? new Value.Nothing() : new Value.Global(name);
    }

    private Value bound(Located at, Binding binding, @Nullable Frame frame, int depth) {
        Module module = at.module();
        if (binding.reassigned()) return Evaluation.left(at, "`" + binding.name + "` is assigned more than once");
        switch (binding.sort) {
            case IMPORT -> {
                return target(at, program.targets().of(module, binding), depth + 1);
            }
            case FUNCTION -> {
                return new Value.Function(module.at(binding.node));
            }
            case CLASS -> {
                return new Value.Class(module.at(binding.node));
            }
            case ENUM -> {
                return evaluation.eval(module.at(binding.node), null, depth + 1);
            }
            case PARAMETER -> {
                Value given = parameter(at, binding, frame, depth);
                return binding.changes() ? changed(given, binding) : given;
            }
            case VARIABLE -> {
                SyntaxNode value = binding.value;
                if (value == null) return Evaluation.left(at, "`" + binding.name + "` is declared without a value");
                Frame of = frameOf(binding.node, module, frame);
                if (of == null && !at.node().equals(binding.nameNode))
                    return evaluation.eval(module.at(binding.nameNode), null, depth);
                Value whole = evaluation.eval(module.at(value), of, depth + 1);
                Value part = steps(at, whole, binding.path, of, depth + 1);
                boolean filled = binding.passed() && isEmpty(part);
                Value own = binding.changes() || filled ? changed(part, binding) : part;
                return changedElsewhere(own, module, binding);
            }
            default -> {
                return Evaluation.left(at, "`" + binding.name + "` is only known when it runs");
            }
        }
    }

    /** The frame of the function a node stands in; null when that is not being looked at for a call. */
    private static @Nullable Frame frameOf(SyntaxNode node, Module module, @Nullable Frame frame) {
        for (Frame at = frame; at != null; at = at.caller()) if (at.holds(module, node)) return at;
        return null;
    }

    /** An empty array or object that is handed to a function is there to be filled. */
    private static boolean isEmpty(Value value) {
        if (value instanceof Value.Items items) return items.items().isEmpty();
        return value instanceof Value.Struct struct && struct.entries().isEmpty();
    }

    /** What is left of an object or array of which members are assigned. */
    private static Value changed(Value value, Binding binding) {
        if (value instanceof Value.Items items)
            return new Value.Items(binding.loses() ? List.of() : items.items(), false);
        if (!(value instanceof Value.Struct struct)) return value;
        Map<String, Located> entries = new LinkedHashMap<>(struct.entries());
        entries.keySet().removeIf(binding::changes);
        return new Value.Struct(entries, false);
    }

    /** What is left of an object or array that is changed through other names. */
    private Value changedElsewhere(Value value, Module module, Binding binding) {
        if (!(value instanceof Value.Items) && !(value instanceof Value.Struct)) return value;
        Set<String> keys = program.references().changedElsewhere(module, binding);
        if (keys.isEmpty()) return value;
        if (value instanceof Value.Items items) return new Value.Items(items.items(), false);
        Map<String, Located> entries = new LinkedHashMap<>(((Value.Struct) value).entries());
        entries.keySet().removeIf(key -> keys.contains(key) || keys.contains(Binding.ANY));
        return new Value.Struct(entries, false);
    }

    Value target(Located at, Target target, int depth) {
        if (target instanceof Target.Found found) return evaluation.eval(found.at(), null, depth);
        if (target instanceof Target.Member member)
            return evaluation.members().ofValue(at, evaluation.eval(member.object(), null, depth), member.key(), depth);
        if (target instanceof Target.Namespace namespace) {
            SyntaxNode whole = namespace.module().exports().whole();
            return whole == null
                    ? program.targets().namespace(namespace.module())
                    : evaluation.eval(namespace.module().at(whole), null, depth);
        }
        if (target instanceof Target.Outside outside) return new Value.External(outside.module(), outside.name());
        return Evaluation.left(at, ((Target.Missing) target).reason());
    }

    private Value steps(Located at, Value whole, List<Binding.Step> path, @Nullable Frame frame, int depth) {
        Value value = whole;
        for (Binding.Step step : path) {
            String key = step.key();
            SyntaxNode fallback = step.fallback();
            Value part;
            if (key != null) part = evaluation.members().ofValue(at, value, key, depth);
            else if (step.index() >= 0 && value instanceof Value.Items items)
                part = element(at, items, step.index(), depth);
            else if (step.index() >= 0 && value instanceof Value.Parameter parameter)
                part = new Value.Parameter(
                        parameter.function(), parameter.index(), parameter.name() + "." + step.index());
            else part = Evaluation.left(at, "it is taken out of something that is not known");
            boolean absent = part instanceof Value.Nothing
                    || (key != null && value instanceof Value.Struct s && s.complete() && s.get(key) == null);
            if (fallback != null && absent) part = evaluation.eval(at.at(fallback), frame, depth);
            value = part;
        }
        return value;
    }

    Value element(Located at, Value.Items items, int index, int depth) {
        if (!items.complete()) return Evaluation.left(at, "not all elements of the array are known");
        return index < items.items().size()
                ? evaluation.eval(items.items().get(index), null, depth)
                : new Value.Nothing();
    }

    private Value parameter(Located at, Binding binding, @Nullable Frame frame, int depth) {
        Module module = at.module();
        SyntaxNode function = Objects.requireNonNull(binding.function);
        for (Frame one = frame; one != null; one = one.caller()) {
            if (!one.of(module, function)) continue;
            Value whole = argument(at, one.arguments(), binding, one.caller(), depth + 1);
            if (whole instanceof Value.Open) break;
            return steps(at, whole, binding.path, one, depth + 1);
        }
        String name = pathName(binding);
        Value.Parameter unknown = new Value.Parameter(module.at(function), binding.index, name);
        if (depth >= Evaluation.MAX_DEPTH) {
            evaluation.cut();
            return unknown;
        }
        // Not all calls of a method are ever known.
        if (function.is(SyntaxKind.METHOD_DEFINITION)) return unknown;
        References.Uses uses = program.references().of(module.at(function));
        if (!uses.all() || uses.calls().isEmpty() || uses.calls().size() > MAX_SITES) return unknown;
        Value same = null;
        for (Located call : uses.calls()) {
            Value whole =
                    argument(at, evaluation.structures().arguments(call, null, depth + 1), binding, null, depth + 1);
            Value part = steps(at, whole, binding.path, null, depth + 1);
            boolean only = uses.calls().size() == 1;
            if (part instanceof Value.Open
                    || (!only && Evaluation.plain(part) == null && !(part instanceof Value.Nothing))) return unknown;
            if (same != null && !same.equals(part)) return unknown;
            same = part;
        }
        return same == null ? unknown : same;
    }

    private static String pathName(Binding binding) {
        StringBuilder name = new StringBuilder();
        for (Binding.Step step : binding.path) {
            if (name.length() > 0) name.append('.');
            name.append(step.key() == null ? String.valueOf(step.index()) : step.key());
        }
        return name.length() == 0 ? binding.name : name.toString();
    }

    private Value argument(Located at, Value.Items arguments, Binding binding, @Nullable Frame frame, int depth) {
        if (binding.index < arguments.items().size() && arguments.complete()) {
            Value given = evaluation.eval(arguments.items().get(binding.index), frame, depth);
            if (!(given instanceof Value.Nothing) || binding.value == null) return given;
        } else if (!arguments.complete()) {
            return Evaluation.left(at, "it is not known which argument it is");
        }
        SyntaxNode fallback = binding.value;
        return fallback == null ? new Value.Nothing() : evaluation.eval(at.at(fallback), null, depth);
    }
}
