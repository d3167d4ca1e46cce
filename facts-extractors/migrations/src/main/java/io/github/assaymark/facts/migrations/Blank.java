package io.github.assaymark.facts.migrations;

import java.util.Arrays;

/** Puts blanks in the place of text, so that what is left keeps its lines and columns. */
final class Blank {
    private Blank() {}

    static String all(String text) {
        return outside(text, 0, 0);
    }

    /** Leaves a range only. */
    static String outside(String text, int start, int end) {
        char[] chars = text.toCharArray();
        fill(chars, 0, start);
        fill(chars, end, chars.length);
        return new String(chars);
    }

    static void fill(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) if (chars[i] != '\n' && chars[i] != '\r') chars[i] = ' ';
    }

    static char[] of(String text) {
        char[] chars = new char[text.length()];
        Arrays.fill(chars, ' ');
        for (int i = 0; i < chars.length; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') chars[i] = c;
        }
        return chars;
    }
}
