package io.github.assaymark.facts.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query of Prometheus apart into words. Used once. */
final class PromqlTokens {
    private static final int MAX_LENGTH = 20_000;
    /** As Prometheus orders them: each unit at most once, the largest first. */
    static final Pattern DURATION = Pattern.compile("(?:(\\d{1,9})y)?(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?"
            + "(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_]+");
    private static final Pattern NUMBER =
            Pattern.compile("0[xX][0-9a-fA-F]{1,15}|(?:\\d{1,30}\\.?\\d{0,30}|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "=~", "!~", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", "{", "}", "[",
            "]", ",", ":", "@");

    private final String text;
    private int at;
    /** Whether the next words are those between square brackets, where a colon is a sign and not part of a name. */
    private boolean ranged;

    private PromqlTokens(String text) {
        this.text = text;
    }

    static List<PromqlToken> of(String text) throws PromqlSyntaxException {
        if (text.length() > MAX_LENGTH) throw new PromqlSyntaxException("the query is too long");
        PromqlTokens tokens = new PromqlTokens(text);
        List<PromqlToken> all = new ArrayList<>();
        PromqlToken next;
        do {
            next = tokens.next();
            all.add(next);
        } while (next.kind() != PromqlToken.Kind.END);
        return all;
    }

    private PromqlToken next() throws PromqlSyntaxException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') while (at < text.length() && text.charAt(at) != '\n') at++;
            else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') at++;
            else break;
        }
        if (at >= text.length()) return new PromqlToken(PromqlToken.Kind.END, "");
        char c = text.charAt(at);
        if (c == '"' || c == '\'' || c == '`') return quoted(c);
        boolean digit = c >= '0' && c <= '9';
        if (digit || (c == '.' && at + 1 < text.length())) return number();
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!(ranged && c == ':') && name.lookingAt()) return name(name.group());
        for (String sign : SIGNS)
            if (text.startsWith(sign, at)) {
                at += sign.length();
                if (sign.equals("[")) ranged = true;
                if (sign.equals("]")) ranged = false;
                return new PromqlToken(PromqlToken.Kind.SIGN, sign);
            }
        throw new PromqlSyntaxException("`" + AlertingFile.shown(text.substring(at)) + "` is no part of a query");
    }

    private PromqlToken name(String name) {
        at += name.length();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean number = lower.equals("inf") || lower.equals("nan");
        return new PromqlToken(number ? PromqlToken.Kind.NUMBER : PromqlToken.Kind.NAME, name);
    }

    private PromqlToken number() throws PromqlSyntaxException {
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            Matcher duration = DURATION.matcher(word.group());
            if (duration.matches()) {
                at = word.end();
                return new PromqlToken(PromqlToken.Kind.DURATION, word.group());
            }
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) throw new PromqlSyntaxException("a number is none");
        int end = number.end();
        if (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "._".indexOf(text.charAt(end)) >= 0))
            throw new PromqlSyntaxException("a number is none");
        at = end;
        return new PromqlToken(PromqlToken.Kind.NUMBER, number.group());
    }

    private PromqlToken quoted(char quote) throws PromqlSyntaxException {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            char c = text.charAt(i++);
            if (quote == '`') {
                value.append(c);
            } else if (c == '\n') {
                break;
            } else if (c == '\\' && i < text.length()) {
                char escaped = text.charAt(i++);
                int plain = "abfnrtv\\".indexOf(escaped);
                if (plain >= 0) value.append("\u0007\b\f\n\r\t\u000b\\".charAt(plain));
                else if (escaped == quote) value.append(escaped);
                else throw new PromqlSyntaxException("`\\" + escaped + "` is no escape of a text");
            } else {
                value.append(c);
            }
        }
        if (i >= text.length() || text.charAt(i) != quote)
            throw new PromqlSyntaxException("a text has no closing quote");
        at = i + 1;
        return new PromqlToken(PromqlToken.Kind.TEXT, value.toString());
    }
}
