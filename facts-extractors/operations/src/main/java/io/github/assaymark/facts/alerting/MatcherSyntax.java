package io.github.assaymark.facts.alerting;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on labels as they are written in the {@code matchers} of a route.
 *
 * <p>Alertmanager up to 0.26 reads them as {@code pkg/labels/parse.go} does (classic). Since 0.27 it also reads them as
 * {@code matcher/parse} does (UTF-8: quoted names, Go's escapes), takes the classic reading where both understand them,
 * even where they differ, and the other one where only that does; with {@code utf8-strict-mode} always the second.
 * Where the readings differ it depends on the server what is meant, and neither is taken here.
 */
final class MatcherSyntax {
    private static final Pattern CLASSIC =
            Pattern.compile("^\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|=|!=|!~)\\s*((?s).*?)\\s*$");

    private MatcherSyntax() {}

    /**
     * The conditions of one entry of a list of them.
     *
     * @throws MatcherSyntaxException when they are not understood, or can be understood in two ways
     */
    static List<LabelMatcher> read(String text) throws MatcherSyntaxException {
        List<LabelMatcher> classic;
        try {
            classic = classic(text);
        } catch (MatcherSyntaxException e) {
            try {
                return new Utf8Matchers(text).read();
            } catch (MatcherSyntaxException alsoNot) {
                throw e;
            }
        }
        List<LabelMatcher> modern;
        try {
            modern = new Utf8Matchers(text).read();
        } catch (MatcherSyntaxException e) {
            return classic;
        }
        boolean same = classic.size() == modern.size();
        for (int i = 0; same && i < classic.size(); i++) same = classic.get(i).same(modern.get(i));
        if (!same)
            throw new MatcherSyntaxException("`" + AlertingFile.shown(text)
                    + "` means one thing to Alertmanager in its classic mode and another to it with UTF-8 matchers");
        return classic;
    }

    /** The classic reading: conditions between commas, values with or without quotes. */
    static List<LabelMatcher> classic(String text) throws MatcherSyntaxException {
        String inner = text.startsWith("{") ? text.substring(1) : text;
        if (inner.endsWith("}")) inner = inner.substring(0, inner.length() - 1);
        List<LabelMatcher> matchers = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == ',' && !quoted) {
                matchers.add(one(token.toString()));
                token.setLength(0);
                continue;
            }
            if (c == '"') {
                if (!escaped) quoted = !quoted;
                escaped = false;
            } else if (c == '\\') {
                escaped = !escaped;
            } else if (c != ',') {
                escaped = false;
            }
            token.append(c);
        }
        if (!token.toString().isBlank()) matchers.add(one(token.toString()));
        return matchers;
    }

    private static LabelMatcher one(String token) throws MatcherSyntaxException {
        Matcher parts = CLASSIC.matcher(token);
        if (!parts.find()) throw new MatcherSyntaxException("`" + AlertingFile.shown(token) + "` is no condition");
        String raw = parts.group(3);
        boolean open = raw.startsWith("\"");
        if (open) raw = raw.substring(1);
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean last = i == raw.length() - 1;
            if (c == '\\' && !last) {
                char next = raw.charAt(++i);
                if (next == 'n') value.append('\n');
                else if (next == '"' || next == '\\') value.append(next);
                else value.append('\\').append(next);
            } else if (c == '"') {
                if (!open || !last) throw quote(token);
                open = false;
            } else {
                value.append(c);
            }
        }
        if (open) throw quote(token);
        return LabelMatcher.of(parts.group(1), LabelMatcher.Kind.of(parts.group(2)), value.toString());
    }

    private static MatcherSyntaxException quote(String token) {
        return new MatcherSyntaxException("`" + AlertingFile.shown(token) + "` has a quote that does not close");
    }
}
