package io.github.assaymark.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Splits text into the tokens of the language and refuses every other, before Groovy sees the text. */
final class Lexer {
    private static final Set<String> SIGNS = Set.of(
            "{", "}", "(", ")", "[", "]", ",", ":", ";", ".", "->", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!",
            "=~", "+", "-");

    /** Signs of Groovy, longest first, so that none is taken for several shorter ones. */
    private static final List<String> GROOVY_SIGNS = List.of(
            ">>>=", "<<=", ">>=", ">>>", "**=", "===", "!==", "<=>", "==~", "?.[", "..<", "<..", "...", "?.", "?:",
            "?[", "?=", "..", "::", "*.", ".&", ".@", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<",
            ">>", "**", "->", "==", "!=", "<=", ">=", "&&", "||", "=~", "=>");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "defer",
            "do",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "interface",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "threadsafe",
            "throw",
            "throws",
            "trait",
            "transient",
            "try",
            "var",
            "void",
            "volatile",
            "while",
            "boolean",
            "byte",
            "char",
            "double",
            "float",
            "int",
            "long",
            "short");

    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final NavigableMap<Integer, Problem> wrong = new TreeMap<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean gap;

    private Lexer(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * What a text consists of.
     *
     * @param tokens in order, the last one {@link Token.Kind#END}
     * @param wrong problems of single tokens, by their index
     */
    record Result(List<Token> tokens, NavigableMap<Integer, Problem> wrong) {}

    static Result tokens(SourceText source) {
        Lexer lexer = new Lexer(source);
        lexer.run();
        return new Result(lexer.tokens, lexer.wrong);
    }

    /** Notes a problem of the token that is being read, and goes on. */
    private void note(Refusal refusal) {
        wrong.putIfAbsent(tokens.size(), refusal.problem());
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') newLine();
            else if (c == ' ' || c == '\t' || c == '\r') at++;
            else if (text.startsWith("//", at)) skipLine();
            else if (text.startsWith("/*", at)) skipComment();
            else if (Characters.startsWord(c)) word();
            else if (Characters.digit(c)) number();
            else if (c == '\'' || c == '"') quoted(c);
            else sign(c);
        }
        add(Token.Kind.END, at);
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
        gap = true;
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') at++;
    }

    private void skipComment() {
        Span start = here(at, at + 2);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) throw source.refuse(start, "the comment has no end", "`*/` is missing");
        while (at < end)
            if (text.charAt(at) == '\n') newLine();
            else at++;
        at = end + 2;
    }

    private void word() {
        int end = at;
        while (end < text.length() && Characters.inWord(text.charAt(end))) end++;
        String word = text.substring(at, end);
        boolean key = next(end) == ':';
        boolean member = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(".");
        if (KEYWORDS.contains(word) && !key && !member) note(foreign(here(at, end), word, null));
        if (end < text.length() && text.charAt(end) == '$')
            note(source.refuse(here(end, end + 1), "`$` cannot be part of a name"));
        add(Token.Kind.WORD, end);
    }

    private char next(int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) i++;
        return i < text.length() ? text.charAt(i) : '\n';
    }

    private void number() {
        int end = at;
        while (end < text.length() && Characters.inWord(text.charAt(end))) end++;
        boolean fraction = end + 1 < text.length() && text.charAt(end) == '.' && Characters.digit(text.charAt(end + 1));
        if (fraction) {
            end++;
            while (end < text.length() && Characters.inWord(text.charAt(end))) end++;
        }
        String number = text.substring(at, end);
        if (fraction)
            note(source.refuse(
                    here(at, end),
                    "`" + number + "` is no whole number",
                    "count in a smaller unit, for example `1500.milliseconds`"));
        if (!number.chars().allMatch(c -> Characters.digit((char) c))
                || (number.length() > 1 && number.startsWith("0")))
            note(source.refuse(here(at, end), "`" + number + "` is no whole number", "write its digits only"));
        if (number.length() > 18)
            note(source.refuse(here(at, end), "`" + number + "` is too large: it has more than 18 digits"));
        add(Token.Kind.NUMBER, end);
    }

    private void quoted(char quote) {
        int start = at;
        String triple = String.valueOf(quote).repeat(3);
        if (text.startsWith(triple, at)) {
            note(source.refuse(
                    here(at, at + 3),
                    "`" + triple + "` texts are not part of the checklist language",
                    "join two texts with `+`"));
            add(Token.Kind.TEXT, at + 3);
            return;
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            char c = text.charAt(i);
            if (c == '\\') i = escape(i);
            else if (c == '$' && quote == '"') i = hole(i);
            else i++;
        }
        boolean ended = i < text.length() && text.charAt(i) == quote;
        if (!ended)
            note(source.refuse(here(start, start + 1), "the text has no end on its line", "a quote is missing"));
        add(Token.Kind.TEXT, ended ? i + 1 : i);
    }

    private int escape(int from) {
        char c = from + 1 < text.length() ? text.charAt(from + 1) : '\n';
        if ("\\'\"nt$".indexOf(c) >= 0) return from + 2;
        note(source.refuse(
                here(from, from + 1),
                "`\\" + (Characters.harmless(c) ? c : ' ') + "` is no escape of the checklist language",
                "`\\\\` for a backslash; other characters stand for themselves"));
        return from + 1;
    }

    /** {@code ${name}} or {@code ${name.property}}. */
    private int hole(int from) {
        int i = from + 1;
        if (i >= text.length() || text.charAt(i) != '{') {
            note(source.refuse(
                    here(from, from + 1),
                    "`$` begins no value",
                    "`${route.path}` for a value, `\\$` for the sign itself"));
            return i;
        }
        i = afterName(i + 1);
        if (i > 0 && i < text.length() && text.charAt(i) == '.') i = afterName(i + 1);
        if (i > 0 && i < text.length() && text.charAt(i) == '}') return i + 1;
        note(source.refuse(
                here(from, from + 1),
                "only a property can stand in `${...}`",
                "`${route.path}`, `${subject.key}` or `${param.name}`"));
        return from + 1;
    }

    private int afterName(int from) {
        if (from >= text.length() || from < 0 || !Characters.startsWord(text.charAt(from))) return -1;
        int i = from;
        while (i < text.length() && Characters.inWord(text.charAt(i))) i++;
        return i;
    }

    private void sign(char c) {
        String sign = String.valueOf(c);
        for (String candidate : GROOVY_SIGNS)
            if (text.startsWith(candidate, at)) {
                sign = candidate;
                break;
            }
        int end = at + sign.length();
        if (!SIGNS.contains(sign)) note(foreign(here(at, end), sign, advice(sign)));
        if (sign.equals("!") && (wordAt(end, "in") || wordAt(end, "instanceof")))
            note(foreign(here(at, end), "!" + (wordAt(end, "in") ? "in" : "instanceof"), "`!(x in [...])`"));
        add(Token.Kind.SIGN, end);
    }

    private boolean wordAt(int from, String word) {
        int end = from + word.length();
        return text.startsWith(word, from) && (end >= text.length() || !Characters.inWord(text.charAt(end)));
    }

    private static @Nullable String advice(String sign) {
        return switch (sign) {
            case "=" -> "`==`";
            case "===" -> "`==`";
            case "!==" -> "`!=`";
            case "==~" -> "`=~` with `^` and `$` around the pattern";
            case "&" -> "`&&`";
            case "|" -> "`||`";
            case "/" -> "a text in quotes, if this was to be a pattern";
            default -> null;
        };
    }

    private Refusal foreign(Span span, String what, @Nullable String maybe) {
        String shown = what.codePoints().allMatch(Characters::harmless) ? what : "?";
        return source.refuse(span, "`" + shown + "` is not part of the checklist language", maybe);
    }

    private Span here(int from, int to) {
        return new Span(line, from - lineStart + 1, line, to - lineStart + 1);
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), here(at, end), gap));
        gap = false;
        at = end;
    }
}
