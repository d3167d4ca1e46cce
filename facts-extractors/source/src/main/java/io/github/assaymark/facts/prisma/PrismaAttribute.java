package io.github.assaymark.facts.prisma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a field or block; one that is not known keeps its text.
 *
 * @param name with its dots, without {@code @}
 * @param text as written, with {@code @}
 */
record PrismaAttribute(String name, List<Argument> arguments, String text) {

    /** An argument; {@code name} is null when it has none. */
    record Argument(@Nullable String name, String value) {}

    /** The argument of a name, or else the first without a name. */
    @Nullable
    String argument(String name) {
        String named = named(name);
        if (named != null) return named;
        for (Argument argument : arguments) if (argument.name() == null) return argument.value();
        return null;
    }

    /** The argument of a name. */
    @Nullable
    String named(String name) {
        for (Argument argument : arguments) if (name.equals(argument.name())) return argument.value();
        return null;
    }

    /** The names of the list given as an argument: {@code [a, b(sort: Desc)]} has {@code a} and {@code b}. */
    List<String> names(String argument) {
        String value = argument(argument);
        if (value == null) return List.of();
        String list = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        List<String> names = new ArrayList<>();
        for (String item : split(list)) {
            int bracket = item.indexOf('(');
            String name = (bracket < 0 ? item : item.substring(0, bracket)).strip();
            if (!name.isEmpty()) names.add(name);
        }
        return names;
    }

    /** The attributes in a text, {@code @} or {@code @@} before each; null when it holds something else. */
    static @Nullable List<PrismaAttribute> all(String text) {
        List<PrismaAttribute> attributes = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (text.charAt(at) != '@') return null;
            int begin = at;
            while (at < text.length() && text.charAt(at) == '@') at++;
            int nameBegin = at;
            while (at < text.length() && isName(text.charAt(at))) at++;
            String name = text.substring(nameBegin, at);
            if (name.isEmpty()) return null;
            int open = at;
            while (open < text.length() && Character.isWhitespace(text.charAt(open))) open++;
            List<Argument> arguments = List.of();
            if (open < text.length() && text.charAt(open) == '(') {
                int close = closing(text, open);
                if (close < 0) return null;
                arguments = split(text.substring(open + 1, close)).stream()
                        .map(PrismaAttribute::argumentOf)
                        .toList();
                at = close + 1;
            }
            attributes.add(new PrismaAttribute(name, arguments, text.substring(begin, at)));
        }
        return attributes;
    }

    /** A text without its quotes; itself when it has none. */
    static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) return value;
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < value.length() - 1; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length() - 1) i++;
            plain.append(value.charAt(i));
        }
        return plain.toString();
    }

    /** Where the bracket at {@code open} is closed; -1 when it is not. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') i = endOfString(text, i);
            else if (c == '(' || c == '[') depth++;
            else if (c == ')' || c == ']') {
                depth--;
                if (depth == 0) return i;
            }
        }
        return -1;
    }

    private static int endOfString(String text, int begin) {
        int i = begin + 1;
        while (i < text.length() && text.charAt(i) != '"') i += text.charAt(i) == '\\' ? 2 : 1;
        return i;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private static Argument argumentOf(String text) {
        int end = 0;
        while (end < text.length() && isName(text.charAt(end))) end++;
        int colon = end;
        while (colon < text.length() && Character.isWhitespace(text.charAt(colon))) colon++;
        if (end > 0 && colon < text.length() && text.charAt(colon) == ':')
            return new Argument(
                    text.substring(0, end), text.substring(colon + 1).strip());
        return new Argument(null, text);
    }

    /** The parts between commas that no bracket encloses. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') i = endOfString(text, i);
            else if (c == '(' || c == '[') depth++;
            else if (c == ')' || c == ']') depth--;
            else if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        if (begin < text.length()) parts.add(text.substring(begin).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
