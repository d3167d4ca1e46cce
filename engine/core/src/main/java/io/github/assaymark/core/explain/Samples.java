package io.github.assaymark.core.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that probably match a pattern. A guess: whoever uses one tests it. Only what checklists commonly write is
 * understood.
 */
final class Samples {
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,3})(?:,\\d*)?}");
    private static final int MAX_LENGTH = 500;

    private final String pattern;
    private int at;
    private int depth;

    private Samples(String pattern) {
        this.pattern = pattern;
    }

    /** A text with a match of a regular expression; null when none was found. */
    static @Nullable String regex(String pattern) {
        Samples reader = new Samples(pattern);
        String text = reader.alternatives();
        return text == null || reader.at < pattern.length() || text.length() > MAX_LENGTH ? null : text;
    }

    /** A path that matches a glob. */
    static String glob(String glob) {
        return glob.replace("**/", "")
                .replace("**", "a")
                .replace('*', 'a')
                .replace('?', 'a')
                .replaceAll("\\{([^,}]*)[^}]*}", "$1");
    }

    private @Nullable String alternatives() {
        String first = sequence();
        while (first != null && at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            if (sequence() == null) return null;
        }
        return first;
    }

    private @Nullable String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String atom = atom();
            if (atom == null || text.length() > MAX_LENGTH) return null;
            text.append(atom.repeat(times()));
        }
        return text.toString();
    }

    private @Nullable String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "a";
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            case '*', '+', '?', '{' -> null;
            default -> String.valueOf(c);
        };
    }

    private @Nullable String group() {
        if (++depth > 50) return null;
        if (pattern.startsWith("?", at)) {
            int end = pattern.indexOf(pattern.startsWith("?P<", at) ? '>' : ':', at);
            int close = pattern.indexOf(')', at);
            if (close >= 0 && (end < 0 || close < end)) { // flags for what follows
                at = close + 1;
                depth--;
                return "";
            }
            if (end < 0) return null;
            at = end + 1;
        }
        String inner = alternatives();
        if (inner == null || at >= pattern.length() || pattern.charAt(at) != ')') return null;
        at++;
        depth--;
        return inner;
    }

    private @Nullable String set() {
        if (at >= pattern.length() || pattern.charAt(at) == '^' || pattern.startsWith("[:", at)) return null;
        String first = pattern.charAt(at) == '\\' && at + 1 < pattern.length() ? skipAndEscape() : one();
        int close = pattern.indexOf(']', at);
        while (close > 0 && pattern.charAt(close - 1) == '\\') close = pattern.indexOf(']', close + 1);
        if (close < 0) return null;
        at = close + 1;
        return first;
    }

    private String one() {
        return String.valueOf(pattern.charAt(at++));
    }

    private @Nullable String skipAndEscape() {
        at++;
        return escape();
    }

    private @Nullable String escape() {
        if (at >= pattern.length()) return null;
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd' -> "0";
            case 'w' -> "a";
            case 's' -> " ";
            case 'D', 'S' -> "a";
            case 'W' -> " ";
            case 'b', 'A', 'z' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            default -> Character.isLetterOrDigit(c) ? null : String.valueOf(c);
        };
    }

    private int times() {
        int times = 1;
        if (at >= pattern.length()) return times;
        char c = pattern.charAt(at);
        if (c == '*' || c == '?') times = 0;
        else if (c == '{') {
            Matcher repeat = REPEAT.matcher(pattern).region(at, pattern.length());
            if (!repeat.lookingAt()) return times;
            times = Integer.parseInt(repeat.group(1));
            at = repeat.end() - 1;
        } else if (c != '+') return times;
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') at++;
        return times;
    }
}
