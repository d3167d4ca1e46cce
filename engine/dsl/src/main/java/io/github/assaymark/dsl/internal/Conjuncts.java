package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Expr;
import java.util.List;

/** The condition in the braces after {@code where}, {@code must} and their like, split at {@code &&}. */
final class Conjuncts {
    private Conjuncts() {}

    static List<Expr> read(Syntax.Call call, ExprReader reader) {
        Expr condition = single(call, reader);
        return condition instanceof Expr.And and ? and.parts() : List.of(condition);
    }

    /** Refuses a condition, or a part of one, that says nothing about the pattern's own fact. */
    static Expr single(Syntax.Call call, ExprReader reader) {
        SourceText source = reader.scope().source();
        Syntax body = new Arguments(source).expression(call);
        Expr condition = reader.condition(body);
        List<Expr> parts = condition instanceof Expr.And and ? and.parts() : List.of(condition);
        for (Expr part : parts)
            if (Reads.nothing(part))
                throw refuse(source, part, ExprReader.quoted(part) + " is the same for every fact", "leave it out");
        Bindings.Bound own = reader.bindings().own();
        if (own != null && !Reads.role(condition, Expr.Role.OWN))
            throw refuse(
                    source,
                    condition,
                    "the condition reads no property of `" + own.variable() + "`, so it says nothing about it",
                    "`appliesIf { ... }` is the place for it");
        return condition;
    }

    private static Refusal refuse(SourceText source, Expr at, String what, String maybe) {
        int line = at.place().line();
        int column = at.place().column();
        return source.refuse(new Span(line, column, line, column), what, maybe);
    }
}
