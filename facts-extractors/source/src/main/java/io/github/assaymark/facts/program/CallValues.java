package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what calls give. Used by one thread. */
final class CallValues {
    private static final Set<String> FREEZERS = Set.of("Object.freeze", "Object.seal", "structuredClone");

    private final OwnerProgram program;
    private final Evaluation evaluation;

    CallValues(OwnerProgram program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Value call(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode function = at.node().child("function");
        if (function == null) return Evaluation.left(at, "it is damaged");
        SyntaxNode called = Kinds.unwrap(function);
        if (called.is(SyntaxKind.IMPORT) || isRequire(at, called)) return module(at, frame, depth);
        Callee callee = evaluation.callees().of(at, frame, depth);
        if (FREEZERS.contains(callee.name()) && callee.root() instanceof Value.Global) {
            Value.Items arguments = evaluation.structures().arguments(at, frame, depth);
            if (arguments.complete() && !arguments.items().isEmpty())
                return evaluation.eval(arguments.items().get(0), frame, depth);
        }
        if (callee.name().equals("Deno.env.get") && callee.root() instanceof Value.Global) {
            Value.Items arguments = evaluation.structures().arguments(at, frame, depth);
            Value name = arguments.items().size() == 1
                    ? evaluation.eval(arguments.items().get(0), frame, depth)
                    : null;
            if (name instanceof Value.Text text) return new Value.Environment(text.text());
        }
        Value.CallResult plain = new Value.CallResult(at, callee, at);
        Located declaration = callee.declaration();
        SyntaxNode returned = declaration == null ? null : Functions.returned(declaration.node());
        if (declaration == null || returned == null || depth >= Evaluation.MAX_DEPTH) return plain;
        Frame inner = new Frame(declaration, evaluation.structures().arguments(at, frame, depth), frame);
        Value value = evaluation.eval(declaration.at(returned), inner, depth + 1);
        if (value instanceof Value.CallResult result) return new Value.CallResult(result.call(), result.callee(), at);
        boolean known = value instanceof Value.Text
                || value instanceof Value.Number
                || value instanceof Value.Bool
                || value instanceof Value.Nothing
                || value instanceof Value.Items
                || value instanceof Value.Struct
                || value instanceof Value.Class
                || value instanceof Value.External
                || value instanceof Value.Environment;
        return known ? value : plain;
    }

    static boolean isRequire(Located call, SyntaxNode called) {
        return called.is(SyntaxKind.IDENTIFIER)
                && called.text().equals("require")
                && call.module().binding(called, "require") == null;
    }

    /** What {@code require} or {@code import} gives. */
    private Value module(Located at, @Nullable Frame frame, int depth) {
        Value.Items arguments = evaluation.structures().arguments(at, frame, depth);
        Value name = arguments.items().isEmpty()
                ? null
                : evaluation.eval(arguments.items().get(0), frame, depth);
        if (!(name instanceof Value.Text text))
            return Evaluation.left(at, "the name of the module is only known when it runs");
        return evaluation
                .names()
                .target(at, program.targets().imported(at.module(), text.text(), Binding.ANY), depth + 1);
    }
}
