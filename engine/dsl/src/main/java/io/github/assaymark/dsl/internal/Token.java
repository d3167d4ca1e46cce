package io.github.assaymark.dsl.internal;

/** A word, number, text or sign of checklist text. {@code gap}: a line ends before it. */
record Token(Kind kind, String text, Span span, boolean gap) {
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
