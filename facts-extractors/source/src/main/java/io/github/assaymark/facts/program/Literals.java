package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** What literals mean. */
final class Literals {
    private Literals() {}

    /** The text of a string literal; null when it is damaged. */
    static @Nullable String string(SyntaxNode node) {
        String raw = node.text();
        int last = raw.length() - 1;
        if (last < 1 || raw.charAt(0) != raw.charAt(last)) return null;
        char quote = raw.charAt(0);
        if (quote != '"' && quote != '\'' && quote != '`') return null;
        return unescape(raw.substring(1, last));
    }

    /** The meaning of text with escapes; null when one is damaged. */
    static @Nullable String unescape(String written) {
        String raw = written.indexOf('\r') < 0
                ? written
                : written.replace("\r\n", "\n").replace('\r', '\n');
        if (raw.indexOf('\\') < 0) return raw;
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (at >= raw.length()) return null;
            char escape = raw.charAt(at++);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'v' -> text.append('\u000B');
                case '0' -> text.append('\0');
                case '\n' -> {}
                case 'x' -> {
                    int code = hex(raw, at, at + 2);
                    if (code < 0) return null;
                    text.append((char) code);
                    at += 2;
                }
                case 'u' -> {
                    boolean braces = at < raw.length() && raw.charAt(at) == '{';
                    int end = braces ? raw.indexOf('}', at) : at + 4;
                    if (end < 0) return null;
                    int code = hex(raw, braces ? at + 1 : at, end);
                    if (code < 0 || code > Character.MAX_CODE_POINT) return null;
                    text.appendCodePoint(code);
                    at = braces ? end + 1 : end;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    private static int hex(String raw, int from, int to) {
        if (to > raw.length() || to <= from || to - from > 6) return -1;
        int code = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) return -1;
            code = code * 16 + digit;
        }
        return code;
    }

    /** A whole number; null when it is none, or too large. */
    static @Nullable Long whole(String raw) {
        String digits = raw.replace("_", "");
        boolean negative = digits.startsWith("-");
        if (negative) digits = digits.substring(1);
        if (digits.isEmpty() || digits.length() > 15) return null;
        if (digits.length() > 1 && digits.charAt(0) == '0') return null;
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') return null;
            value = value * 10 + digit - '0';
        }
        return negative ? -value : value;
    }

    /** The name of a property, where it is constant without looking anything up; null otherwise. */
    static @Nullable String key(SyntaxNode name) {
        return switch (name.kind()) {
            case SyntaxKind.STRING -> string(name);
            case SyntaxKind.NUMBER -> {
                Long whole = whole(name.text());
                yield whole == null ? null : whole.toString();
            }
            case SyntaxKind.PROPERTY_IDENTIFIER,
                    SyntaxKind.PRIVATE_PROPERTY_IDENTIFIER,
                    SyntaxKind.IDENTIFIER,
                    SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER,
                    SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> name.text();
            case SyntaxKind.COMPUTED_PROPERTY_NAME -> {
                SyntaxNode inner = name.children().size() == 1
                        ? Kinds.unwrap(name.children().get(0))
                        : name;
                yield inner.is(SyntaxKind.STRING) ? string(inner) : null;
            }
            default -> null;
        };
    }

    /** How many elements lie between two places of a list: the commas there, without those in comments. */
    static int commas(String text) {
        int commas = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                if (end < 0) return commas;
                at = end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) return commas;
                at = end + 2;
            } else {
                if (text.charAt(at) == ',') commas++;
                at++;
            }
        }
        return commas;
    }
}
