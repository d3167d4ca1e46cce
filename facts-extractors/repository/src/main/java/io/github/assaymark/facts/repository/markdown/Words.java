package io.github.assaymark.facts.repository.markdown;

/** Counts words: runs between white space that hold a letter or digit, and every ideograph by itself. */
final class Words {
    private Words() {}

    static int count(CharSequence text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c)) {
                inside = false;
            } else if (Character.isIdeographic(c)) {
                words++;
                inside = false;
            } else if (!inside && Character.isLetterOrDigit(c)) {
                words++;
                inside = true;
            }
        }
        return words;
    }
}
