package io.github.assaymark.dsl.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checklist text as a tree: the few shapes the language knows, without a trace of the parser that read it. */
sealed interface Syntax {
    Span span();

    record Name(String text, Span span) implements Syntax {}

    record Text(String value, Span span) implements Syntax {}

    record Whole(long value, Span span) implements Syntax {}

    record Bool(boolean value, Span span) implements Syntax {}

    record Null(Span span) implements Syntax {}

    record Sequence(List<Syntax> elements, Span span) implements Syntax {}

    /** {@code of.name}. */
    record Member(Syntax of, String name, Span nameSpan, Span span) implements Syntax {}

    /** {@code receiver.name(arguments, named: ...)}; a null receiver is a word of the language. */
    record Call(
            @Nullable Syntax receiver, String name, Span nameSpan, List<Syntax> arguments, List<Named> named, Span span)
            implements Syntax {}

    record Named(String name, Span nameSpan, Syntax value) {}

    /** Statements in braces. */
    record Block(List<String> parameters, List<Syntax> statements, Span span) implements Syntax {}

    /** Two operands; {@code ownParentheses} when the text has them around exactly this operation. */
    record Operation(String sign, Syntax left, Syntax right, boolean ownParentheses, Span span) implements Syntax {}

    /** {@code &&} or {@code ||} between at least two parts. */
    record Chain(boolean and, List<Syntax> parts, Span span) implements Syntax {}

    record Not(Syntax part, Span span) implements Syntax {}

    /** A text with holes: {@link Text} and other parts by turns. */
    record Interpolated(List<Syntax> parts, Span span) implements Syntax {}
}
