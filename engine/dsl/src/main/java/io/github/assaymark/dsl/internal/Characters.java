package io.github.assaymark.dsl.internal;

/** Which characters checklist text may hold. */
final class Characters {
    private Characters() {}

    /** Visible, or a plain space: no control, bidirectional or invisible character. */
    static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0; // Hangul fillers look like nothing
        };
    }

    static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean inWord(char c) {
        return startsWord(c) || digit(c);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Lower-case words joined by hyphens. */
    static boolean kebab(String text) {
        if (text.isEmpty() || text.length() > 80) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = c == '-';
            if (!((c >= 'a' && c <= 'z') || digit(c) || hyphen)) return false;
            if (hyphen && (i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '-')) return false;
        }
        return true;
    }
}
