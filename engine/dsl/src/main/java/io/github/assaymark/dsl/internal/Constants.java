package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constants in declarations: texts, whole numbers, truth values, durations and lists of texts in the author's order.
 */
final class Constants {
    private Constants() {}

    static Expr.Const read(Syntax s, SourceText source) {
        Expr.Const constant = orNull(s, source);
        if (constant == null)
            throw source.refuse(s.span(), "a constant is wanted here", "`'text'`, `20`, `24.hours`, `['a', 'b']`");
        return constant;
    }

    static Expr.@Nullable Const orNull(Syntax s, SourceText source) {
        String text = Literals.text(s);
        if (text != null) return constant(text, ValueType.TEXT, s, source);
        if (s instanceof Syntax.Whole whole) return constant(whole.value(), ValueType.INTEGER, s, source);
        if (s instanceof Syntax.Bool bool) return constant(bool.value(), ValueType.BOOLEAN, s, source);
        List<String> texts = Literals.texts(s);
        if (texts != null) return constant(texts.stream().distinct().toList(), ValueType.TEXT_LIST, s, source);
        Duration duration = Literals.duration(s, source);
        return duration == null ? null : constant(duration, ValueType.DURATION, s, source);
    }

    private static Expr.Const constant(Object value, ValueType type, Syntax s, SourceText source) {
        return new Expr.Const(value, type, source.place(s.span()));
    }
}
