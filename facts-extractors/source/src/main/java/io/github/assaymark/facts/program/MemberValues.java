package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Finds members of objects, classes, modules and of what calls give. Used by one thread. */
final class MemberValues {
    private final OwnerProgram program;
    private final Evaluation evaluation;

    MemberValues(OwnerProgram program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Value member(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode object = at.node().child("object");
        String key = memberKey(at, frame, depth);
        if (object == null || key == null)
            return Evaluation.left(at, "the name of the member is only known when it runs");
        SyntaxNode root = Kinds.unwrap(object);
        if (root.is(SyntaxKind.THIS)) return ofThis(at, root, key, depth);
        Binding binding = root.is(SyntaxKind.IDENTIFIER) ? at.module().binding(root, root.text()) : null;
        if (binding != null && binding.sort != Binding.Sort.VARIABLE && binding.changes(key))
            return Evaluation.left(at, "`" + binding.name + "." + key + "` is assigned");
        if (binding != null && binding.sort == Binding.Sort.IMPORT) {
            Target target = program.targets().of(at.module(), binding);
            if (target instanceof Target.Namespace namespace
                    && namespace.module().exports().whole() == null)
                return evaluation.names().target(at, program.targets().exported(namespace.module(), key), depth + 1);
        }
        return ofValue(at, evaluation.eval(at.at(object), frame, depth), key, depth);
    }

    /** The name of the member of a member or subscript expression; null when it is not constant. */
    @Nullable
    String memberKey(Located at, @Nullable Frame frame, int depth) {
        if (at.node().is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode property = at.node().child("property");
            return property == null ? null : property.text();
        }
        SyntaxNode index = at.node().child("index");
        return index == null ? null : Evaluation.plain(evaluation.eval(at.at(index), frame, depth));
    }

    private Value ofThis(Located at, SyntaxNode self, String key, int depth) {
        SyntaxNode type = Members.around(self);
        if (type == null) return Evaluation.left(at, "it depends on the object");
        return field(at, at.at(type), key, Members.isStatic(self), depth);
    }

    private Value field(Located at, Located type, String key, boolean isStatic, int depth) {
        SyntaxNode member = Members.of(type, key, isStatic);
        Module module = type.module();
        if (member == null) return Evaluation.left(at, "it is a member that the class does not declare with a value");
        if (member.is(SyntaxKind.METHOD_DEFINITION)) {
            return member.child("accessor") == null
                    ? new Value.Function(module.at(member))
                    : Evaluation.left(at, "it is calculated when it is read");
        }
        SyntaxNode value = member.child("value");
        if (value == null || module.changes(type.node(), key))
            return Evaluation.left(at, "it is assigned when it runs");
        boolean fixed = member.child("readonly") != null || member.child("accessibility") != null || isStatic;
        Value found = evaluation.eval(module.at(value), null, depth + 1);
        boolean code = found instanceof Value.Function;
        return fixed || code || key.startsWith("#")
                ? found
                : Evaluation.left(at, "it may be assigned from outside of its class");
    }

    /** A member of a value. */
    Value ofValue(Located at, Value value, String key, int depth) {
        if (value instanceof Value.Struct struct) {
            Located entry = struct.get(key);
            if (entry != null) return evaluation.eval(entry, null, depth + 1);
            return Evaluation.left(
                    at, struct.complete() ? "there is no member `" + key + "`" : "not all members are known");
        }
        if (value instanceof Value.Items items) {
            Long index = Literals.whole(key);
            return index == null || index < 0 || index > Evaluation.MAX_ITEMS
                    ? Evaluation.left(at, "it is a member of an array")
                    : evaluation.names().element(at, items, index.intValue(), depth + 1);
        }
        if (value instanceof Value.External external) {
            String name = external.name().equals(Binding.ANY) ? key : external.name() + "." + key;
            return new Value.External(external.module(), name);
        }
        if (value instanceof Value.Parameter parameter)
            return new Value.Parameter(parameter.function(), parameter.index(), parameter.name() + "." + key);
        if (value instanceof Value.Global global) return ofGlobal(global.name(), key);
        if (value instanceof Value.Class type) {
            return field(at, type.declaration(), key, true, depth);
        }
        if (value instanceof Value.CallResult result) return ofResult(at, result, key, depth);
        return value instanceof Value.Open
                ? value
                : Evaluation.left(at, "it is a member of something that is not known");
    }

    private static Value ofGlobal(String name, String key) {
        return switch (name) {
            case "process.env", "import.meta.env", "Bun.env" -> new Value.Environment(key);
            case "globalThis", "window", "global" -> new Value.Global(key);
            default -> new Value.Global(name + "." + key);
        };
    }

    /** Functions called {@code define…} give back the object they are given. */
    private Value ofResult(Located at, Value.CallResult result, String key, int depth) {
        Callee callee = result.callee();
        Located type = callee.declaration();
        if (type != null && Kinds.type(type.node()) && result.call().node().is(SyntaxKind.NEW_EXPRESSION))
            return field(at, type, key, false, depth);
        String last = callee.last();
        boolean defines = callee.declaration() == null
                && (last.startsWith("define") || last.startsWith("deepFreeze") || last.startsWith("readonly"));
        if (defines) {
            Value.Items arguments = evaluation.structures().arguments(result.call(), null, depth);
            if (arguments.complete() && arguments.items().size() == 1) {
                Value inner = evaluation.eval(arguments.items().get(0), null, depth + 1);
                Located entry = inner instanceof Value.Struct struct ? struct.get(key) : null;
                Value member = entry == null ? null : evaluation.eval(entry, null, depth + 1);
                if (member != null && Evaluation.plain(member) != null) return member;
            }
        }
        return Evaluation.left(at, "it is a member of what a call gives");
    }
}
