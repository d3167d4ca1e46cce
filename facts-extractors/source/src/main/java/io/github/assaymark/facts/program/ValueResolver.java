package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves with the modules of one program. Used by one thread. */
final class ValueResolver implements Resolver {
    private static final int SHOWN = 200;

    private final Evaluation evaluation;
    private final Callees callees;
    private final Tracing tracing;
    private final Remembered<Traced<Callee>> called;
    private final Remembered<Traced<String>> shown;

    ValueResolver(OwnerProgram program) {
        this.tracing = program.tracing();
        this.called = program.memory().callees().with(program);
        this.shown = program.memory().shown().with(program);
        this.evaluation = new Evaluation(program);
        this.callees = evaluation.callees();
    }

    /** Forgets the question somebody failed in. */
    void recover() {
        evaluation.recover();
    }

    @Override
    public Value value(Located expression) {
        return evaluation.value(expression);
    }

    @Override
    public Optional<String> text(Located expression) {
        return value(expression) instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    @Override
    public String shown(Located expression) {
        Traced<String> before = shown.get(expression);
        if (before != null) {
            tracing.note(before.from());
            return before.value();
        }
        int start = tracing.begin();
        String text = show(expression);
        shown.put(expression, new Traced<>(text, tracing.end(start)));
        return text;
    }

    private String show(Located expression) {
        String plain = Evaluation.plain(value(expression));
        String written = expression.node().text();
        // The name of a constant says that it is a secret where its value does not.
        if (plain != null && !plain.equals(written) && Secrets.names(written)) return Secrets.REDACTED;
        return Secrets.shown(plain == null ? written : plain, SHOWN);
    }

    @Override
    public String template(Located expression) {
        return Secrets.redacted(evaluation.constants().template(expression));
    }

    @Override
    public Callee callee(Located call) {
        Traced<Callee> before = called.get(call);
        if (before != null) {
            tracing.note(before.from());
            return before.value();
        }
        int start = tracing.begin();
        Callee callee = evaluation.callee(call);
        called.put(call, new Traced<>(callee, tracing.end(start)));
        return callee;
    }

    @Override
    public Value.Items arguments(Located call) {
        SyntaxNode list = Kinds.arguments(call.node());
        if (list == null) return new Value.Items(List.of(), true);
        if (list.is(SyntaxKind.TEMPLATE_STRING)) return new Value.Items(List.of(call.at(list)), false);
        return evaluation.structures().items(call.at(list));
    }

    @Override
    public @Nullable Located declaration(Located name) {
        return callees.declared(name);
    }

    @Override
    public @Nullable Located returned(Located function) {
        SyntaxNode value = Functions.returned(function.node());
        return value == null ? null : function.at(value);
    }

    @Override
    public List<Located> parameters(Located function) {
        List<Located> all = new ArrayList<>();
        for (SyntaxNode parameter : Functions.parameters(function.node())) all.add(function.at(parameter));
        return all;
    }
}
