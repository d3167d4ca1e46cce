package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the text of an expression or query says, as far as its words show it. */
final class Expressions {
    private static final int MAX_NESTING = 3;

    private Expressions() {}

    /** Every run of white space becomes one space; none is left at the ends. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                space = true;
                continue;
            }
            if (space && line.length() > 0) line.append(' ');
            space = false;
            line.append(c);
        }
        return line.toString();
    }

    /** Whether a name stands anywhere in it. */
    static boolean mentions(String text, String name) {
        if (!text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) return false;
        SqlTokens words = SqlTokens.of(text);
        for (int i = 0; i < words.size(); i++)
            if (words.names(i) && words.name(i).equals(name)) return true;
        return false;
    }

    /** The text with another name for a column. */
    static String renamed(String text, String from, String to) {
        if (!mentions(text, from)) return text;
        SqlTokens words = SqlTokens.of(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!words.names(i) || !words.name(i).equals(from) || words.is(i + 1, '(') || words.is(i + 1, '.'))
                continue;
            result.append(text, copied, words.start(i)).append(written(to));
            copied = words.end(i);
        }
        return result.append(text.substring(copied)).toString();
    }

    /** A name as it must be written. */
    static String written(String name) {
        boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            plain &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        }
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether it cannot hold for a row where the column is null. */
    static boolean provesNotNull(String text, String column) {
        SqlTokens words = SqlTokens.of(text);
        for (int[] part : parts(words, 0, words.size(), "and")) {
            int at = part[0];
            int end = part[1];
            if (end - at == 4
                    && words.names(at)
                    && words.name(at).equals(column)
                    && words.is(at + 1, "is")
                    && words.is(at + 2, "not")
                    && words.is(at + 3, "null")) return true;
        }
        return false;
    }

    /** Whether it holds for every row, whatever is in it. */
    static boolean alwaysTrue(String text) {
        SqlTokens words = SqlTokens.of(text);
        return alwaysTrue(words, 0, words.size(), 0);
    }

    private static boolean alwaysTrue(SqlTokens words, int from, int to, int depth) {
        if (depth > 20) return false;
        int[] inner = unwrapped(words, from, to);
        int at = inner[0];
        int end = inner[1];
        if (end - at == 1) return words.is(at, "true");
        List<int[]> either = parts(words, at, end, "or");
        if (either.size() > 1) {
            for (int[] part : either) if (alwaysTrue(words, part[0], part[1], depth + 1)) return true;
            return false;
        }
        List<int[]> both = parts(words, at, end, "and");
        if (both.size() > 1) {
            for (int[] part : both) if (!alwaysTrue(words, part[0], part[1], depth + 1)) return false;
            return true;
        }
        return end - at == 3
                && words.isOperator(at + 1, "=")
                && constant(words, at)
                && words.text(at).equals(words.text(at + 2));
    }

    private static boolean constant(SqlTokens words, int token) {
        return words.kind(token) == SqlTokenKind.NUMBER || words.kind(token) == SqlTokenKind.STRING;
    }

    /** Parts between the words AND or OR that stand outside of parentheses; those of the whole are looked through. */
    private static List<int[]> parts(SqlTokens words, int from, int to, String between) {
        int[] inner = unwrapped(words, from, to);
        List<int[]> parts = new ArrayList<>();
        int start = inner[0];
        int depth = 0;
        for (int i = inner[0]; i < inner[1]; i++) {
            if (words.is(i, '(')) depth++;
            else if (words.is(i, ')')) depth--;
            else if (depth == 0 && words.is(i, between)) {
                parts.add(unwrapped(words, start, i));
                start = i + 1;
            } else if (depth == 0 && between.equals("and") && words.is(i, "or")) {
                return List.of(new int[] {inner[0], inner[1]});
            }
        }
        parts.add(unwrapped(words, start, inner[1]));
        return parts;
    }

    /** Without the parentheses that enclose the whole. */
    private static int[] unwrapped(SqlTokens words, int from, int to) {
        int start = from;
        int end = to;
        while (end - start >= 2 && words.is(start, '(') && words.is(end - 1, ')')) {
            int depth = 0;
            for (int i = start; i < end - 1; i++) {
                if (words.is(i, '(')) depth++;
                if (words.is(i, ')')) depth--;
                if (depth == 0) return new int[] {start, end};
            }
            start++;
            end--;
        }
        return new int[] {start, end};
    }

    /** The relations that a query reads, by the names after FROM and JOIN. */
    static Set<RelationName> read(String query) {
        SqlTokens words = SqlTokens.of(query);
        Set<RelationName> names = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.is(i, "from") && !words.is(i, "join") && !words.is(i, "using")) continue;
            int at = i + 1;
            while (true) {
                if (words.is(at, "only") || words.is(at, "lateral")) at++;
                if (!words.names(at)) break;
                int[] next = new int[1];
                RelationName name = name(words, at, next);
                at = next[0];
                if (!words.is(at, '(')) names.add(name);
                if (words.is(at, "as")) at++;
                if (words.names(at)) at++;
                if (!words.is(at, ',')) break;
                at++;
            }
        }
        return names;
    }

    /** The name that begins at a word; {@code next} is told what follows it. */
    static RelationName name(SqlTokens words, int token, int[] next) {
        String name = words.name(token);
        int at = token + 1;
        String schema = null;
        while (words.is(at, '.') && words.names(at + 1)) {
            schema = name;
            name = words.name(at + 1);
            at += 2;
        }
        next[0] = at;
        return new RelationName(schema, name);
    }

    /** Every name in it that may be one of a relation or function, those within its texts included. */
    static Set<RelationName> named(String text) {
        Set<RelationName> names = new LinkedHashSet<>();
        named(text, names, 0);
        return names;
    }

    private static void named(String text, Set<RelationName> names, int depth) {
        SqlTokens words = SqlTokens.of(text);
        int[] next = new int[1];
        for (int i = 0; i < words.size(); i++) {
            if (words.names(i)) {
                names.add(name(words, i, next));
                i = next[0] - 1;
            } else if (depth < MAX_NESTING
                    && (words.kind(i) == SqlTokenKind.STRING || words.kind(i) == SqlTokenKind.DOLLAR)) {
                named(content(words.text(i)), names, depth + 1);
            }
        }
    }

    /** What stands between the quotation marks of a constant. */
    static String content(String constant) {
        if (constant.startsWith("$")) {
            int tag = constant.indexOf('$', 1);
            if (tag < 0) return "";
            int close = constant.length() - tag - 1;
            return close > tag ? constant.substring(tag + 1, close) : constant.substring(tag + 1);
        }
        int open = constant.indexOf('\'');
        if (open < 0) return constant;
        int close = constant.length() > open + 1 && constant.endsWith("'") ? constant.length() - 1 : constant.length();
        return constant.substring(open + 1, close).replace("''", "'");
    }
}
