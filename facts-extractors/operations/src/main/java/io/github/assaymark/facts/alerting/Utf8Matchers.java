package io.github.assaymark.facts.alerting;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on labels as Alertmanager reads them since 0.27 ({@code matcher/parse}): names and values are words
 * without white space and {@code {}!=~,\"'`}, or texts in double quotes with Go's escapes. Used once.
 */
final class Utf8Matchers {
    private static final String RESERVED = "{}!=~,\\\"'`";

    private final String text;
    private int at;

    Utf8Matchers(String text) {
        this.text = text;
    }

    List<LabelMatcher> read() throws MatcherSyntaxException {
        List<LabelMatcher> matchers = new ArrayList<>();
        boolean braces = accept('{');
        while (!end() && peek() != '}') {
            String name = word();
            LabelMatcher.Kind kind = kind();
            matchers.add(LabelMatcher.of(name, kind, word()));
            if (!accept(',')) break;
        }
        if (braces && !accept('}')) throw bad();
        if (!end()) throw bad();
        return matchers;
    }

    private MatcherSyntaxException bad() {
        return new MatcherSyntaxException("`" + AlertingFile.shown(text) + "` is no list of conditions");
    }

    private boolean end() {
        while (at < text.length() && space(text.charAt(at))) at++;
        return at >= text.length();
    }

    private char peek() throws MatcherSyntaxException {
        if (end()) throw bad();
        return text.charAt(at);
    }

    private boolean accept(char c) throws MatcherSyntaxException {
        if (end() || peek() != c) return false;
        at++;
        return true;
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private LabelMatcher.Kind kind() throws MatcherSyntaxException {
        char first = peek();
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (first == '!' && (second == '=' || second == '~')) {
            at += 2;
            return second == '=' ? LabelMatcher.Kind.EQUALS_NOT : LabelMatcher.Kind.MATCHES_NOT;
        }
        if (first != '=') throw bad();
        at += second == '~' ? 2 : 1;
        return second == '~' ? LabelMatcher.Kind.MATCHES : LabelMatcher.Kind.EQUALS;
    }

    private String word() throws MatcherSyntaxException {
        if (peek() == '"') return quoted();
        int from = at;
        while (at < text.length() && !space(text.charAt(at)) && RESERVED.indexOf(text.charAt(at)) < 0) at++;
        if (at == from) throw bad();
        return text.substring(from, at);
    }

    /** A text in quotes, as Go's strconv.Unquote understands it. */
    private String quoted() throws MatcherSyntaxException {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') return value.toString();
            if (c == '\n') throw bad();
            if (c == '\\') escape(value);
            else value.append(c);
        }
        throw bad();
    }

    private void escape(StringBuilder value) throws MatcherSyntaxException {
        if (at >= text.length()) throw bad();
        char c = text.charAt(at++);
        switch (c) {
            case 'a' -> value.append('\u0007');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'v' -> value.append('\u000b');
            case '\\', '"' -> value.append(c);
            case 'u' -> value.appendCodePoint(number(4));
            case 'U' -> value.appendCodePoint(number(8));
            // Bytes that are no character of their own are left to Alertmanager.
            default -> throw bad();
        }
    }

    private int number(int digits) throws MatcherSyntaxException {
        if (at + digits > text.length()) throw bad();
        long number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) throw bad();
            number = number * 16 + digit;
        }
        if (number > Character.MAX_CODE_POINT || (number >= 0xD800 && number < 0xE000)) throw bad();
        return (int) number;
    }
}
