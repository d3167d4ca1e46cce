package io.github.assaymark.facts.alerting;

/**
 * A word of a query.
 *
 * @param text as written; the value of a text without its quotes
 */
record PromqlToken(Kind kind, String text) {
    /** What a word is. */
    enum Kind {
        NAME,
        NUMBER,
        DURATION,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is a word of the language, which is the same in capitals. */
    boolean says(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
