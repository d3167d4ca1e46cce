package io.github.assaymark.report;

/** Makes text from repositories safe to print: nothing in it can steer a terminal or turn the direction of text. */
final class Visible {
    private Visible() {}

    /** The text with an escape such as {@code \u001b} for every hidden character, line breaks among them. */
    static String of(String text) {
        int i = 0;
        while (i < text.length() && !needsEscape(text, i)) i++;
        if (i == text.length()) return text;
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!needsEscape(text, i)) out.append(c);
            else if (c == '\n') out.append("\\n");
            else if (c == '\r') out.append("\\r");
            else if (c == '\t') out.append("\\t");
            else out.append("\\u").append(hex(c));
        }
        return out.toString();
    }

    /**
     * Control characters, line and paragraph separators, and marks that are invisible or turn the direction of text.
     */
    static boolean hidden(char c) {
        return c < 0x20
                || (c >= 0x7f && c <= 0x9f)
                || c == 0xad
                || c == 0x61c
                || c == 0x180e
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb);
    }

    private static boolean needsEscape(String text, int at) {
        char c = text.charAt(at);
        if (hidden(c)) return true;
        if (!Character.isSurrogate(c)) return false;
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        if (!paired) return true;
        int codePoint = Character.isHighSurrogate(c)
                ? Character.toCodePoint(c, text.charAt(at + 1))
                : Character.toCodePoint(text.charAt(at - 1), c);
        return Character.getType(codePoint) == Character.FORMAT; // tag characters, invisible
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
