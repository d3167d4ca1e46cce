package io.github.assaymark.facts.routes;

import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of routes, as frameworks write them and as facts show them. */
final class RoutePath {
    /** A parameter of Express, Fastify and NestJS: anywhere in a segment, with a pattern or a sign behind it. */
    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z_][A-Za-z0-9_]*)(\\([^)]*\\))?[?*+]?");
    /** A parameter of Hono: a whole segment. */
    private static final Pattern HONO_PARAMETER = Pattern.compile(":([A-Za-z_][A-Za-z0-9_-]*)(\\{.*\\})?\\??");

    private static final Pattern OPENAPI_PARAMETER = Pattern.compile("/\\{([^{}]+)}");

    private static final int MAX_OPTIONAL = 16;

    private RoutePath() {}

    /** Two parts joined by one slash; slashes collapsed, none at the end; {@code /} when there is nothing else. */
    static String join(String prefix, String path) {
        return clean(prefix + "/" + path);
    }

    static String clean(String path) {
        String cleaned = ("/" + path).replaceAll("/{2,}", "/");
        return cleaned.length() > 1 && cleaned.endsWith("/") ? cleaned.substring(0, cleaned.length() - 1) : cleaned;
    }

    /** The path as facts show it: parameters in braces. */
    static String shown(String path, WebFramework framework) {
        StringBuilder shown = new StringBuilder();
        for (String segment : segments(path)) {
            shown.append('/').append(segment(segment, framework));
        }
        return shown.isEmpty() ? "/" : shown.toString();
    }

    private static String segment(String segment, WebFramework framework) {
        if (framework == WebFramework.HONO) {
            Matcher whole = HONO_PARAMETER.matcher(segment);
            return whole.matches() ? "{" + whole.group(1) + "}" : segment;
        }
        return PARAMETER.matcher(segment).replaceAll("{$1}");
    }

    /** {@code /{id}} of an API description as {@code /:id}. */
    static String fromBraces(String path) {
        return OPENAPI_PARAMETER.matcher(path).replaceAll("/:$1");
    }

    /** The parts between slashes; slashes within braces or parentheses do not count. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{' || c == '(') depth++;
            if (c == '}' || c == ')') depth = Math.max(0, depth - 1);
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

    /**
     * The paths that one with braces of Express 5 stands for: what they hold may be missing. The path alone when there
     * are too many.
     */
    static List<String> optional(String path) {
        List<String> all = List.of(path);
        while (all.get(0).indexOf('{') >= 0) {
            List<String> more = new ArrayList<>();
            for (String one : all) {
                int open = one.lastIndexOf('{');
                int close = one.indexOf('}', open);
                if (close < 0) return List.of(path);
                more.add(clean(one.substring(0, open) + one.substring(close + 1)));
                more.add(clean(one.substring(0, open) + one.substring(open + 1, close) + one.substring(close + 1)));
            }
            if (more.size() > MAX_OPTIONAL) return List.of(path);
            all = more;
        }
        return all;
    }

    /** The path without and with its last segment when that is an optional parameter; otherwise the path alone. */
    static List<String> variants(String path) {
        List<String> segments = segments(path);
        if (segments.isEmpty()) return List.of(path);
        String last = segments.get(segments.size() - 1);
        if (!last.startsWith(":") || !last.endsWith("?")) return List.of(path);
        String shorter = clean(String.join("/", segments.subList(0, segments.size() - 1)));
        return List.of(shorter, join(shorter, last.substring(0, last.length() - 1)));
    }
}
