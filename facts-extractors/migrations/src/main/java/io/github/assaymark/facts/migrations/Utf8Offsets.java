package io.github.assaymark.facts.migrations;

/** Offsets in UTF-16 units of places that are counted in bytes of UTF-8. Immutable. */
final class Utf8Offsets {
    private final int[] units;

    private Utf8Offsets(int[] units) {
        this.units = units;
    }

    static Utf8Offsets of(String text) {
        int bytes = 0;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += width(c);
            plain &= c < 0x80;
        }
        if (plain) return new Utf8Offsets(new int[0]);
        int[] units = new int[bytes + 1];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            for (int b = width(text.charAt(i)); b > 0; b--) units[at++] = i;
        }
        units[at] = text.length();
        return new Utf8Offsets(units);
    }

    /** Halves of a pair take two bytes each; an alone one is a question mark to the encoder, but files hold none. */
    private static int width(char c) {
        if (c < 0x80) return 1;
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    int of(int offset) {
        if (units.length == 0) return offset;
        return units[Math.min(offset, units.length - 1)];
    }
}
