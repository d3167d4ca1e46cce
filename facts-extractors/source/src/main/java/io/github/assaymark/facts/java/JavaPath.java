package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Paths of routes, and the patterns of security rules that cover them. */
final class JavaPath {
    private JavaPath() {}

    /** How much of a route's requests a pattern meets. */
    enum Reach {
        ALL,
        SOME,
        NONE
    }

    /** The parts joined by single slashes; parameters in braces without their patterns; no slash at the end. */
    static String join(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String segment : segments(String.join("/", parts)))
            joined.append('/').append(shown(segment));
        return joined.isEmpty() ? "/" : joined.toString();
    }

    private static String shown(String segment) {
        StringBuilder shown = new StringBuilder();
        int depth = 0;
        boolean pattern = false;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '{') depth++;
            if (c == ':' && depth == 1) pattern = true;
            if (c == '}') depth--;
            if (c == '}' && depth == 0) pattern = false;
            if (!pattern && !(depth > 0 && Character.isWhitespace(c))) shown.append(c);
        }
        return shown.toString();
    }

    /** The parts between slashes; slashes in braces do not count. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{') depth++;
            if (c == '}') depth = Math.max(0, depth - 1);
            if (c == '/' && depth == 0) {
                if (!segment.isEmpty()) segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        if (!segment.isEmpty()) segments.add(segment.toString());
        return segments;
    }

    /** How much of the requests for a route's path a pattern of Spring meets. */
    static Reach reach(String pattern, String route) {
        List<String> wanted = segments(pattern);
        List<String> served = segments(route);
        Reach reach = Reach.ALL;
        for (int i = 0; i < wanted.size(); i++) {
            String part = wanted.get(i);
            if (part.equals("**") || part.startsWith("{*")) return i == wanted.size() - 1 ? reach : Reach.SOME;
            if (i >= served.size()) return Reach.NONE;
            Reach one = segment(part, served.get(i));
            if (one == Reach.NONE) return Reach.NONE;
            if (one == Reach.SOME) reach = Reach.SOME;
            if (served.get(i).equals("**") || served.get(i).startsWith("{*")) return Reach.SOME;
        }
        return wanted.size() == served.size() ? reach : Reach.NONE;
    }

    private static Reach segment(String part, String segment) {
        if (part.equals("*") || (part.startsWith("{") && part.endsWith("}") && !part.contains(":"))) return Reach.ALL;
        if (part.equals(segment)) return Reach.ALL;
        boolean open = part.contains("*")
                || part.contains("?")
                || part.contains("{")
                || segment.contains("{")
                || segment.contains("*");
        return open ? Reach.SOME : Reach.NONE;
    }

    static boolean mutation(String method) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> true;
        };
    }
}
