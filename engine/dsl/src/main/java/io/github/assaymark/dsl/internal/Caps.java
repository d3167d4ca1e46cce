package io.github.assaymark.dsl.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Limits on raw text, checked before Groovy sees it: its parser is slow on shapes nobody writes by intention. */
final class Caps {
    static final int FILE_BYTES = 128 * 1024;
    static final int LINE_LENGTH = 400;
    static final int DEPTH = 40;
    static final int PREFIXES = 8;
    static final int TOKENS = 40_000;

    private final SourceText source;
    private final Deque<Frame> open = new ArrayDeque<>();
    private int prefixes;

    private Caps(SourceText source) {
        this.source = source;
    }

    /** The tokens of text that keeps every limit, with problems that concern one token only. */
    static Lexer.Result check(SourceText source) {
        Caps caps = new Caps(source);
        caps.size();
        caps.characters();
        Lexer.Result read = Lexer.tokens(source);
        List<Token> tokens = read.tokens();
        if (tokens.size() > TOKENS)
            throw source.refuse(
                    tokens.get(TOKENS).span(), "more than " + TOKENS + " words and signs", "split the file");
        try {
            caps.brackets(read);
        } catch (Refusal refusal) {
            if (read.wrong().isEmpty()) throw refusal;
            throw new Refusal(read.wrong().firstEntry().getValue()); // what was misread explains the bracket
        }
        return read;
    }

    private void size() {
        int bytes = source.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > FILE_BYTES)
            throw source.refuse(
                    Span.START,
                    "the file has " + bytes + " bytes, more than " + FILE_BYTES,
                    "split it: one file for each section");
    }

    private void characters() {
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LINE_LENGTH)
                throw source.refuse(
                        new Span(i + 1, LINE_LENGTH + 1, i + 1, LINE_LENGTH + 1),
                        "the line has " + line.length() + " characters, more than " + LINE_LENGTH,
                        "break it after `&&` or `||`, or join texts with `+`");
            int wrong = firstWrong(line);
            if (wrong >= 0)
                throw source.refuse(
                        new Span(i + 1, wrong + 1, i + 1, wrong + 2),
                        "character U+" + String.format(Locale.ROOT, "%04X", line.codePointAt(wrong))
                                + " is invisible or steers the terminal",
                        "delete it and type the line again");
            int escape = line.indexOf("\\u");
            if (escape >= 0)
                throw source.refuse(
                        new Span(i + 1, escape + 1, i + 1, escape + 3),
                        "`\\u` escapes are not part of the checklist language",
                        "write the character itself");
        }
    }

    private static int firstWrong(String line) {
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            if (c != '\t' && !Characters.harmless(c)) return i;
            i += Character.charCount(c);
        }
        return -1;
    }

    private void brackets(Lexer.Result read) {
        List<Token> tokens = read.tokens();
        open.push(new Frame(tokens.get(0)));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            prefixes(token, i, read);
            if (token.kind() == Token.Kind.WORD) membership(token, i, read);
            if (token.kind() != Token.Kind.SIGN) continue;
            switch (token.text()) {
                case "{", "(", "[" -> open(token);
                case "}", ")", "]" -> close(token);
                case "&&", "||" -> current().logic(source, read);
                case ",", ";" -> current().reset();
                default -> {}
            }
        }
        if (open.size() > 1)
            throw source.refuse(
                    current().opened.span(), "`" + current().opened.text() + "` is not closed", "a bracket is missing");
    }

    private void prefixes(Token token, int index, Lexer.Result read) {
        prefixes = token.is("!") || token.is("-") ? prefixes + 1 : 0;
        if (prefixes > PREFIXES)
            read.wrong()
                    .putIfAbsent(
                            index,
                            source.refuse(
                                            token.span(),
                                            "more than " + PREFIXES + " signs `" + token.text() + "` in a row")
                                    .problem());
    }

    private void membership(Token token, int index, Lexer.Result read) {
        List<Token> tokens = read.tokens();
        if (!token.text().equals("in")) return;
        if ((index > 0 && tokens.get(index - 1).is("."))
                || tokens.get(index + 1).is(":")) return;
        current().membership(index, source, read);
    }

    private void open(Token token) {
        if (open.size() > DEPTH)
            throw source.refuse(token.span(), "more than " + DEPTH + " brackets inside one another");
        open.push(new Frame(token));
    }

    private void close(Token token) {
        String opening = token.text().equals("}") ? "{" : token.text().equals(")") ? "(" : "[";
        if (open.size() == 1) throw source.refuse(token.span(), "`" + token.text() + "` closes nothing");
        Frame frame = open.pop();
        if (!frame.opened.is(opening))
            throw source.refuse(
                    token.span(),
                    "`" + token.text() + "` cannot close the `" + frame.opened.text() + "` of line "
                            + frame.opened.span().line());
    }

    private Frame current() {
        return open.element();
    }

    /** What was seen between two brackets. */
    private static final class Frame {
        final Token opened;
        private boolean logic;
        private int in = -1;

        Frame(Token opened) {
            this.opened = opened;
        }

        void reset() {
            logic = false;
            in = -1;
        }

        void logic(SourceText source, Lexer.Result read) {
            logic = true;
            noteIfBoth(source, read);
        }

        void membership(int index, SourceText source, Lexer.Result read) {
            if (in < 0) in = index;
            noteIfBoth(source, read);
        }

        private void noteIfBoth(SourceText source, Lexer.Result read) {
            if (!logic || in < 0 || read.wrong().containsKey(in)) return;
            Refusal refusal = source.refuse(
                    read.tokens().get(in).span(),
                    "`in` next to `&&` or `||` needs parentheses of its own",
                    "`(x.name in ['a', 'b']) && ...`");
            read.wrong().put(in, refusal.problem());
        }
    }
}
