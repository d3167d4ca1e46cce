package io.github.assaymark.facts.routes;

import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path that something is registered for ahead of routes, and the routes it covers.
 *
 * @param path absolute, as the framework writes it
 * @param prefix whether it covers everything below the path too
 * @param slash whether it is written with a slash at its end
 */
record PathPattern(WebFramework framework, String path, boolean prefix, boolean slash) {
    private static final Pattern WILDCARD = Pattern.compile("\\*(?:[A-Za-z_]\\w*)?|\\(\\.\\*\\)|\\{\\*\\w+}|:\\w+\\*");
    private static final Pattern PLAIN_PARAMETER = Pattern.compile(":[A-Za-z_][A-Za-z0-9_-]*");

    private static final Pattern REGEXP = Pattern.compile("\\{.*}|\\(.*\\)");
    /** What may match a slash. */
    private static final Pattern WIDE = Pattern.compile("[./]|\\[\\^|\\\\[SWD]");

    PathPattern(WebFramework framework, String path, boolean prefix) {
        this(framework, path, prefix, false);
    }

    /** Whether a path ends with a slash, which Hono tells from one that does not. */
    static boolean slashed(String written) {
        return written.length() > 1 && written.endsWith("/");
    }

    /** Whether a slash at the end of a path of Hono keeps the pattern from covering it. */
    boolean parted(String written) {
        List<String> pattern = RoutePath.segments(path);
        boolean open = pattern.isEmpty() || wildcard(pattern.get(pattern.size() - 1));
        return framework == WebFramework.HONO && !open && slash != slashed(written);
    }

    /** How much of a route's requests a pattern meets. */
    enum Reach {
        /** All. */
        ALL,
        /** Some, for example one value of a parameter. */
        SOME,
        /** None. */
        NONE
    }

    /** How much of the requests for a route's path, written as the framework does, the pattern meets. */
    Reach reach(String route) {
        List<String> pattern = RoutePath.segments(path);
        List<String> wanted = RoutePath.segments(route);
        Reach reach = Reach.ALL;
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            boolean last = i == pattern.size() - 1;
            if (last && wildcard(part)) {
                return i < wanted.size() || pattern.size() == 1 || matchesNothingToo(part) ? reach : Reach.NONE;
            }
            if (i >= wanted.size()) return Reach.NONE;
            String segment = wanted.get(i);
            if (wildcard(segment)) return Reach.SOME;
            if (spans(segment)) return under(i, part, segment) ? reach : Reach.SOME;
            Reach one = segment(part, segment);
            if (one == Reach.NONE) return Reach.NONE;
            if (one == Reach.SOME) reach = Reach.SOME;
        }
        return prefix || pattern.size() == wanted.size() ? reach : rest(wanted.subList(pattern.size(), wanted.size()));
    }

    /** Whether a segment with a regular expression may stand for several. */
    private boolean spans(String segment) {
        Matcher own = REGEXP.matcher(segment);
        return own.find() && WIDE.matcher(own.group().replaceAll("\\\\[.]", "")).find();
    }

    /** Whether the last part of the pattern covers all that such a segment stands for. */
    private boolean under(int index, String part, String segment) {
        boolean last = index == RoutePath.segments(path).size() - 1;
        return last && (part.equals(segment) || (prefix && plainParameter(part) && !segment.contains("*")));
    }

    /** What an exact pattern meets of a route that goes on: only a wildcard may stand for nothing. */
    private Reach rest(List<String> rest) {
        return rest.size() == 1 && wildcard(rest.get(0)) && matchesNothingToo(rest.get(0)) ? Reach.SOME : Reach.NONE;
    }

    private Reach segment(String part, String segment) {
        if (wildcard(part) || plainParameter(part)) return Reach.ALL;
        if (same(part, segment)) return Reach.ALL;
        if (part.contains("*") || parameter(part) || parameter(segment)) return Reach.SOME;
        return Reach.NONE;
    }

    private boolean same(String part, String segment) {
        return framework == WebFramework.HONO ? part.equals(segment) : part.equalsIgnoreCase(segment);
    }

    private static boolean wildcard(String part) {
        return part.indexOf('*') >= 0 && WILDCARD.matcher(part).matches();
    }

    private boolean matchesNothingToo(String part) {
        return framework == WebFramework.HONO || part.startsWith("{") || part.startsWith(":");
    }

    private boolean parameter(String part) {
        return framework == WebFramework.HONO ? part.startsWith(":") : part.contains(":");
    }

    private static boolean plainParameter(String part) {
        return part.startsWith(":") && PLAIN_PARAMETER.matcher(part).matches();
    }

    /** Whether a reader could take it for one that covers the route, although it does not. */
    boolean near(String route) {
        List<String> pattern = RoutePath.segments(path);
        List<String> wanted = RoutePath.segments(route);
        int fixed = 0;
        while (fixed < pattern.size() && !open(pattern.get(fixed))) fixed++;
        if (fixed == 0 || wanted.size() < fixed) return false;
        for (int i = 0; i < fixed - 1; i++) {
            if (!pattern.get(i).equalsIgnoreCase(wanted.get(i))) return false;
        }
        return wanted.get(fixed - 1).startsWith(pattern.get(fixed - 1));
    }

    private static boolean open(String part) {
        return part.contains("*") || part.startsWith(":") || part.startsWith("{") || part.startsWith("(");
    }
}
