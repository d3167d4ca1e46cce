package io.github.assaymark.facts.repository.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A path pattern as git writes them: {@code *}, {@code ?} and {@code [...]} within a part, {@code **} for any number of
 * parts, a backslash before a character that means itself. Matching takes time proportional to pattern times path,
 * whatever the pattern: patterns come from the judged repository.
 */
public final class Glob {
    private static final String ANY = "**";
    private final String[] parts;

    private Glob(String[] parts) {
        this.parts = parts;
    }

    /** The pattern from the root on; slashes at its ends mean nothing. */
    public static Glob of(String pattern) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split("/", -1)) {
            boolean repeated = part.equals(ANY)
                    && !parts.isEmpty()
                    && parts.get(parts.size() - 1).equals(ANY);
            if (!part.isEmpty() && !repeated) parts.add(part);
        }
        return new Glob(parts.toArray(String[]::new));
    }

    /** Whether the pattern speaks of exactly this path. */
    public boolean matches(String path) {
        String[] names = path.split("/", -1);
        int part = 0;
        int name = 0;
        int anyPart = -1;
        int anyName = 0;
        while (name < names.length) {
            if (part < parts.length && parts[part].equals(ANY)) {
                // At the end it stands for what lies inside, so for one part or more.
                if (part == parts.length - 1) return true;
                anyPart = part++;
                anyName = name;
            } else if (part < parts.length && matchesName(parts[part], names[name])) {
                part++;
                name++;
            } else if (anyPart >= 0) {
                part = anyPart + 1;
                name = ++anyName;
            } else {
                return false;
            }
        }
        return part == parts.length;
    }

    /** Whether a pattern without slashes matches a name. */
    public static boolean matchesName(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
                continue;
            }
            int end = p < pattern.length() ? matchOne(pattern, p, name.charAt(n)) : -1;
            if (end >= 0) {
                p = end;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }

    /** Position in the pattern after the element at {@code p} when it matches {@code c}, otherwise -1. */
    private static int matchOne(String pattern, int p, char c) {
        char element = pattern.charAt(p);
        return switch (element) {
            case '?' -> p + 1;
            case '[' -> matchClass(pattern, p, c);
            case '\\' -> p + 1 < pattern.length() && pattern.charAt(p + 1) == c ? p + 2 : -1;
            default -> element == c ? p + 1 : -1;
        };
    }

    private static int matchClass(String pattern, int p, char c) {
        int i = p + 1;
        boolean negated = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        if (negated) i++;
        boolean found = false;
        boolean first = true;
        while (i < pattern.length() && (first || pattern.charAt(i) != ']')) {
            first = false;
            if (pattern.startsWith("[:", i)) {
                int end = pattern.indexOf(":]", i + 2);
                if (end > 0) {
                    found |= named(pattern.substring(i + 2, end), c);
                    i = end + 2;
                    continue;
                }
            }
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) i++;
            char low = pattern.charAt(i++);
            char high = low;
            if (i + 1 < pattern.length() && pattern.charAt(i) == '-' && pattern.charAt(i + 1) != ']') {
                i++;
                if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) i++;
                high = pattern.charAt(i++);
            }
            found |= low <= c && c <= high;
        }
        // A class that is never closed matches nothing.
        if (i >= pattern.length()) return -1;
        return found != negated ? i + 1 : -1;
    }

    private static boolean named(String name, char c) {
        boolean ascii = c < 128;
        return switch (name) {
            case "alpha" -> ascii && Character.isLetter(c);
            case "digit" -> c >= '0' && c <= '9';
            case "alnum" -> ascii && Character.isLetterOrDigit(c);
            case "upper" -> c >= 'A' && c <= 'Z';
            case "lower" -> c >= 'a' && c <= 'z';
            case "space" -> c == ' ' || (c >= 9 && c <= 13);
            case "xdigit" -> ascii && Character.digit(c, 16) >= 0;
            case "punct" -> c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
            default -> false;
        };
    }
}
