package io.github.assaymark.facts.repository.comments;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the comments of a source text without parsing it: it only knows strings, templates and regular expressions well
 * enough not to take what stands in them for comments. Used by one thread.
 */
final class CommentScanner {
    private static final Set<String> BEFORE_REGEX = Set.of(
            "return",
            "typeof",
            "case",
            "in",
            "of",
            "delete",
            "void",
            "throw",
            "new",
            "do",
            "else",
            "instanceof",
            "yield",
            "await");
    private static final Pattern HEREDOC = Pattern.compile("<<[-~]?\\s*(['\"]?)([A-Za-z_]\\w*)\\1");
    private static final Pattern BLOCK_SCALAR = Pattern.compile(".*(?:^|[:\\-]\\s+|\\s)[|>][+-]?\\d?[+-]?\\s*(?:#.*)?");
    private static final int MAX_COMMENTS = 100_000;

    private final String text;
    private final Syntax syntax;
    private final List<Comment> comments = new ArrayList<>();
    private final Deque<Integer> templates = new ArrayDeque<>();
    private int braces;
    private int at;
    private int line = 1;
    private int lineStart;
    private int openSince;
    /** Whether a slash here would begin a regular expression. */
    private boolean operandNext = true;

    /** One line of a comment; line and column of its text from 1. */
    record Comment(int line, int column, String text) {}

    CommentScanner(String text, Syntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    /** Line of a comment or template that never ends; 0 when there is none. */
    int openSince() {
        return openSince;
    }

    List<Comment> scan() {
        if (syntax == Syntax.MARKUP) {
            markup();
            return comments;
        }
        while (at < text.length() && comments.size() < MAX_COMMENTS) step();
        if (!templates.isEmpty() && openSince == 0) openSince = line;
        return comments;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            line++;
            lineStart = at;
            if (syntax == Syntax.YAML) skipBlockScalar();
        } else if (c == '/' && syntax.blocks() && next('*')) {
            block("*/", 2);
        } else if (c == '/' && syntax.slashes() && next('/')) {
            lineComment(2);
        } else if (c == '-' && syntax == Syntax.SQL && next('-')) {
            lineComment(2);
        } else if (c == '#' && syntax.hashes() && hashBegins()) {
            lineComment(1);
        } else if (c == '/' && syntax == Syntax.JAVASCRIPT) {
            slash();
        } else if (c == '"' || c == '\'') {
            quote(c);
        } else if (c == '`' && (syntax == Syntax.JAVASCRIPT || syntax == Syntax.GO)) {
            backtick();
        } else if (c == '$' && syntax == Syntax.SQL) {
            dollar();
        } else if (c == '<' && syntax == Syntax.SHELL && next('<')) {
            heredoc();
        } else {
            other(c);
        }
    }

    private boolean next(char c) {
        return at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    private boolean hashBegins() {
        if (syntax == Syntax.PYTHON || syntax == Syntax.SLASHES_AND_HASH) return !next('[') || syntax == Syntax.PYTHON;
        return at == lineStart || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == ';';
    }

    private void other(char c) {
        if (syntax != Syntax.JAVASCRIPT) {
            if (c == '\\' && syntax == Syntax.SHELL) at++;
            at++;
            return;
        }
        if (Character.isJavaIdentifierStart(c) || Character.isDigit(c)) {
            int start = at;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) at++;
            operandNext = BEFORE_REGEX.contains(text.substring(start, at));
            return;
        }
        if (c == '{') braces++;
        if (c == '}') {
            if (!templates.isEmpty() && templates.peek() == braces) {
                templates.pop();
                at++;
                template();
                return;
            }
            braces--;
        }
        if (!Character.isWhitespace(c)) operandNext = c != ')' && c != ']' && c != '}';
        at++;
    }

    private void lineComment(int mark) {
        int end = text.indexOf('\n', at);
        if (end < 0) end = text.length();
        comment(line, at + mark, end);
        at = end;
    }

    private void comment(int number, int from, int to) {
        comments.add(new Comment(number, from - lineStart + 1, text.substring(from, Math.max(from, to))));
    }

    private void block(String close, int mark) {
        int opened = line;
        int end = text.indexOf(close, at + mark);
        if (end < 0) {
            openSince = opened;
            end = text.length();
        }
        int from = at + mark;
        while (from <= end) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 || newline > end ? end : newline;
            comment(line, from, to);
            if (to == end) break;
            line++;
            lineStart = to + 1;
            from = to + 1;
        }
        at = Math.min(text.length(), end + close.length());
    }

    /** A string of one line; without an end on its line the quote means nothing when it is a single one. */
    private void quote(char quote) {
        operandNext = false;
        String three = String.valueOf(quote).repeat(3);
        if (syntax.tripleQuotes() && text.startsWith(three, at)) {
            skipTo(three, 3);
            return;
        }
        boolean lines = syntax == Syntax.SQL;
        if (syntax == Syntax.YAML && !valueBegins()) {
            at++;
            return;
        }
        if (syntax == Syntax.YAML) lines = true;
        boolean escapes = !(quote == '\'' && (syntax == Syntax.SHELL || syntax == Syntax.YAML)) && syntax != Syntax.SQL;
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                move(i + 1);
                return;
            }
            if (c == '\n' && !lines) break;
            i += c == '\\' && escapes ? 2 : 1;
        }
        boolean apostrophe = quote == '\'' || lines;
        at = apostrophe ? at + 1 : Math.min(i, text.length());
    }

    private boolean valueBegins() {
        int before = at - 1;
        while (before >= lineStart && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) before--;
        return before < lineStart || ":-[{,?".indexOf(text.charAt(before)) >= 0;
    }

    private void skipTo(String close, int mark) {
        int opened = line;
        int end = text.indexOf(close, at + mark);
        if (end < 0) {
            openSince = opened;
            at = text.length();
            return;
        }
        move(end + close.length());
    }

    /** Goes on at an index, over line ends. */
    private void move(int to) {
        int end = Math.min(to, text.length());
        while (at < end) {
            if (text.charAt(at++) == '\n') {
                line++;
                lineStart = at;
            }
        }
    }

    private void backtick() {
        if (syntax == Syntax.GO) {
            skipTo("`", 1);
            return;
        }
        at++;
        template();
    }

    /** The text of a template up to its end, or to an expression in it. */
    private void template() {
        int opened = line;
        operandNext = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`') {
                at++;
                return;
            }
            if (c == '$' && next('{')) {
                at += 2;
                templates.push(braces);
                operandNext = true;
                return;
            }
            move(at + (c == '\\' ? 2 : 1));
        }
        openSince = opened;
    }

    private void slash() {
        // The slash of a closing tag.
        if (at > 0 && text.charAt(at - 1) == '<') {
            at++;
            return;
        }
        if (!operandNext) {
            operandNext = true;
            at++;
            return;
        }
        boolean inClass = false;
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') i++;
            else if (c == '[') inClass = true;
            else if (c == ']') inClass = false;
            else if (c == '/' && !inClass) {
                at = i + 1;
                operandNext = false;
                return;
            }
        }
        at++;
    }

    /** A quotation of PostgreSQL: {@code $body$ ... $body$}. */
    private void dollar() {
        int end = at + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end)) && text.charAt(end) != '$')
            end++;
        if (end >= text.length() || text.charAt(end) != '$' || Character.isDigit(text.charAt(at + 1))) {
            at++;
            return;
        }
        // What stands in it is code again, most often a function: its comments count.
        at = end + 1;
    }

    private void heredoc() {
        Matcher mark = HEREDOC.matcher(text).region(at, Math.min(text.length(), at + 100));
        if (!mark.lookingAt()) {
            at += 2;
            return;
        }
        Matcher close = Pattern.compile("(?m)^\\s*" + mark.group(2) + "\\s*$").matcher(text);
        int lineEnd = text.indexOf('\n', mark.end());
        if (lineEnd >= 0 && close.find(lineEnd)) move(close.end());
        else at = mark.end();
    }

    /** Lines that are indented deeper than the one with the bar are text. */
    private void skipBlockScalar() {
        int previousStart = text.lastIndexOf('\n', at - 2) + 1;
        String previous = text.substring(previousStart, at - 1);
        if (!BLOCK_SCALAR.matcher(previous.stripTrailing()).matches()
                || previous.stripLeading().startsWith("#")) return;
        int indent = indent(previous);
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            if (end < 0) end = text.length();
            String now = text.substring(at, end);
            if (!now.isBlank() && indent(now) <= indent) return;
            move(Math.min(text.length(), end + 1));
        }
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** Comments of HTML, not those in code blocks of Markdown. */
    private void markup() {
        boolean fence = false;
        while (at < text.length() && comments.size() < MAX_COMMENTS) {
            if (at == lineStart && (text.startsWith("```", at) || text.startsWith("~~~", at))) fence = !fence;
            if (!fence && text.startsWith("<!--", at)) block("-->", 4);
            else move(at + 1);
        }
    }
}
