package io.github.assaymark.core.link;

import com.google.re2j.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Path patterns in linear time: {@code *} within a part, {@code **} across parts, {@code ?} one character of a part,
 * <code>{a,b}</code> alternatives. A {@code **}{@code /} also stands for no part at all.
 */
final class Glob {
    static final int MAX_LENGTH = 1_000;
    private static final String SPECIAL = "*?{},";

    private final @Nullable GlobMachine machine;
    private final @Nullable Pattern pattern;
    private final String start;
    private final String end;

    private Glob(@Nullable GlobMachine machine, @Nullable Pattern pattern, String start, String end) {
        this.machine = machine;
        this.pattern = pattern;
        this.start = start;
        this.end = end;
    }

    static Glob of(String glob) {
        if (glob.length() > MAX_LENGTH)
            throw new IllegalArgumentException("glob `" + glob.substring(0, 40) + "...` has " + glob.length()
                    + " characters, more than " + MAX_LENGTH + "\n  Maybe the property does not hold a pattern");
        GlobMachine machine = GlobMachine.of(glob, balanced(glob));
        return new Glob(machine, machine == null ? pattern(glob) : null, start(glob), end(glob));
    }

    boolean matches(String path) {
        if (!path.startsWith(start) || !path.endsWith(end)) return false;
        if (machine != null) return machine.matches(path);
        return Objects.requireNonNull(pattern).matches(path);
    }

    /** What a glob of any length and with any characters means. */
    static Pattern pattern(String glob) {
        return Pattern.compile(expression(glob), Pattern.DOTALL);
    }

    /** How every path begins that matches. */
    private static String start(String glob) {
        int at = 0;
        while (at < glob.length() && SPECIAL.indexOf(glob.charAt(at)) < 0) at++;
        return glob.substring(0, at);
    }

    /** How every path ends that matches; a slash behind asterisks may stand for nothing. */
    private static String end(String glob) {
        int at = glob.length();
        while (at > 0 && SPECIAL.indexOf(glob.charAt(at - 1)) < 0) at--;
        return glob.substring(at > 0 && glob.startsWith("/", at) ? at + 1 : at);
    }

    private static String expression(String glob) {
        boolean balanced = balanced(glob);
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' && glob.startsWith("**", i)) {
                while (i + 1 < glob.length() && glob.charAt(i + 1) == '*') i++;
                int from = glob.lastIndexOf('*', i) - 1;
                while (from >= 0 && glob.charAt(from) == '*') from--;
                boolean startsPart = from < 0 || "/{,".indexOf(glob.charAt(from)) >= 0;
                if (startsPart && glob.startsWith("/", i + 1)) {
                    out.append("(?:.*/)?");
                    i++;
                } else {
                    out.append(".*");
                }
            } else if (c == '*') {
                out.append("[^/]*");
            } else if (c == '?') {
                out.append("[^/]");
            } else if (c == '{' && balanced) {
                out.append("(?:");
                depth++;
            } else if (c == '}' && balanced) {
                out.append(')');
                depth--;
            } else if (c == ',' && depth > 0) {
                out.append('|');
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }

    /** Whether every brace has its other one, so that braces are no plain characters. */
    static boolean balanced(String glob) {
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            if (glob.charAt(i) == '{') depth++;
            if (glob.charAt(i) == '}' && --depth < 0) return false;
            if (depth > 20) return false;
        }
        return depth == 0;
    }
}
