package io.github.assaymark.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what looks like a secret in a source line. Too much is hidden rather than too little. */
final class Secrets {
    /** The part to hide is group 1. The quantifiers do not overlap, so that matching takes linear time. */
    private static final List<Pattern> KINDS = List.of(
            Pattern.compile(
                    "(?i)(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)"
                            + "[a-z0-9_-]{0,40}[\"']?\\s{0,8}[:=]\\s{0,8}[\"']?([^\\s\"',;]{6,})"),
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s{1,8}([a-z0-9._~+/=-]{12,})"),
            Pattern.compile("://[^\\s/:@]{0,200}:([^\\s/@]{1,200})@"),
            Pattern.compile("\\b((?:AKIA|ASIA)[0-9A-Z]{16})\\b"),
            Pattern.compile(
                    "\\b((?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|rk_live_)[A-Za-z0-9_-]{10,})"),
            Pattern.compile("\\b(eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_.-]{8,})"),
            Pattern.compile("(?<![A-Za-z0-9+/_-])([A-Za-z0-9+_-]{36,}={0,2})(?![A-Za-z0-9+/_-])"));

    private Secrets() {}

    /** The line with {@code *} for every character of such a part, so that columns stay where they are. */
    static String mask(String line) {
        StringBuilder masked = null;
        for (int kind = 0; kind < KINDS.size(); kind++) {
            Matcher matcher = KINDS.get(kind).matcher(line);
            while (matcher.find()) {
                if (kind == KINDS.size() - 1 && !mixed(matcher.group(1))) continue;
                if (masked == null) masked = new StringBuilder(line);
                for (int i = matcher.start(1); i < matcher.end(1); i++) masked.setCharAt(i, '*');
            }
        }
        return masked == null ? line : masked.toString();
    }

    /** Letters of both cases and digits, as in random keys; words joined by hyphens and git object ids are not. */
    private static boolean mixed(String token) {
        return token.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && token.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                && token.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
