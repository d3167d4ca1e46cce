package io.github.assaymark.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether text has the shape of checklist text, in time that grows with its length. Groovy's parser takes minutes for
 * some short texts; after this, it only sees text that already is a checklist. Meaning is not checked here.
 */
final class Recogniser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=", "=~");
    private static final int WORDS = 24;
    private static final int TERMS = 50;
    private static final int MEMBERS = 4;

    private final SourceText source;
    private final List<Token> tokens;
    private final NavigableMap<Integer, Problem> wrong;
    private final List<BrokenItem> broken = new ArrayList<>();
    private final Map<Integer, Integer> ranges = new TreeMap<>();
    private int at;

    private Recogniser(SourceText source, Lexer.Result read) {
        this.source = source;
        this.tokens = read.tokens();
        this.wrong = read.wrong();
    }

    /**
     * The items that are misshapen, with the first problem of each; their bodies must not be parsed. Refuses the file
     * when something else is wrong.
     */
    static List<BrokenItem> check(SourceText source, Lexer.Result read) {
        Recogniser recogniser = new Recogniser(source, read);
        Refusal refused = null;
        try {
            recogniser.file();
        } catch (Refusal refusal) {
            refused = refusal;
        }
        NavigableMap<Integer, Problem> outside = new TreeMap<>(read.wrong());
        recogniser.ranges.forEach(
                (from, to) -> outside.subMap(from, true, to, true).clear());
        if (!outside.isEmpty()) throw new Refusal(outside.firstEntry().getValue());
        if (refused != null) throw refused;
        return recogniser.broken;
    }

    /**
     * An item that is no checklist text.
     *
     * @param word the word {@code item}
     * @param body what stands between its braces
     */
    record BrokenItem(Span word, Span body, Problem problem) {}

    private Token peek() {
        return tokens.get(at);
    }

    private Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) at++;
        return token;
    }

    private boolean skip(String sign) {
        if (!peek().is(sign)) return false;
        at++;
        return true;
    }

    private void expect(String sign) {
        if (!skip(sign)) throw stray("`" + sign + "` is missing before it");
    }

    private Refusal stray(@Nullable String maybe) {
        Token token = peek();
        if (token.kind() == Token.Kind.END) return source.refuse(token.span(), "the text ends too early", maybe);
        String shown = token.text().length() <= 40 ? token.text() : token.text().substring(0, 40) + "...";
        return source.refuse(token.span(), "`" + shown + "` cannot stand here", maybe);
    }

    private void file() {
        if (peek().kind() == Token.Kind.END)
            throw source.refuse(Span.START, "the file holds nothing", "a `checklist('pack/name') { ... }` is missing");
        while (peek().kind() != Token.Kind.END) {
            if (peek().kind() != Token.Kind.WORD) throw stray(null);
            command();
            separator();
        }
    }

    /** Between statements: a line end, a semicolon, or the brace that closes the block. */
    private void separator() {
        boolean separated = peek().gap() || peek().is("}") || peek().kind() == Token.Kind.END;
        while (skip(";")) separated = true;
        if (!separated) throw stray(null);
    }

    private void semicolons() {
        while (peek().is(";")) at++;
    }

    /** One expression, or commands. */
    private void block() {
        expect("{");
        if (peek().kind() == Token.Kind.WORD && ahead().is("->")) at += 2;
        semicolons();
        if (skip("}")) return;
        if (!beginsCommand()) {
            or();
            semicolons();
            if (!skip("}")) throw stray("join conditions with `&&`");
            return;
        }
        while (!skip("}")) {
            if (!beginsCommand()) throw stray(null);
            command();
            separator();
        }
    }

    private boolean beginsCommand() {
        if (peek().kind() != Token.Kind.WORD) return false;
        Token after = ahead();
        if (after.gap()) return !after.is("&&") && !after.is("||") && !after.is(".");
        return switch (after.kind()) {
            case WORD -> !after.text().equals("in");
            case NUMBER, TEXT -> true;
            case SIGN -> after.is("(") || after.is("{") || after.is("}") || after.is(";");
            case END -> false;
        };
    }

    /** A command; a misshapen item is noted and passed over, so that it does not hide the next one's problem. */
    private void command() {
        int from = at;
        int to = peek().word("item") ? endOfItem() : -1;
        if (to < 0) {
            words();
            return;
        }
        int open = closing(from + 1) + 1;
        Problem problem = null;
        Map.Entry<Integer, Problem> noted = wrong.ceilingEntry(open);
        if (noted != null && noted.getKey() <= to) problem = noted.getValue();
        else
            try {
                words();
            } catch (Refusal refusal) {
                if (at <= open) throw refusal; // not its body is misshapen
                problem = refusal.problem();
            }
        if (problem == null) return;
        Span body = new Span(
                tokens.get(open).span().endLine(),
                tokens.get(open).span().endColumn(),
                tokens.get(to).span().line(),
                tokens.get(to).span().column());
        broken.add(new BrokenItem(tokens.get(from).span(), body, problem));
        ranges.put(open, to);
        at = to + 1;
    }

    /** Index of the brace that ends {@code item(...) {...}}; -1 when it is not of that shape. */
    private int endOfItem() {
        if (!ahead().is("(")) return -1;
        int close = closing(at + 1);
        return close + 1 < tokens.size() && tokens.get(close + 1).is("{") ? closing(close + 1) : -1;
    }

    /** Index of the bracket that closes the one at {@code open}; brackets are known to be balanced. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("{") || token.is("[")) depth++;
            if (token.is(")") || token.is("}") || token.is("]")) depth--;
            if (depth == 0) return i;
        }
        throw new AssertionError("unbalanced");
    }

    /** {@code every Route where {...} has RouteGuard where {...}}: words, each with its arguments. */
    private void words() {
        int words = 0;
        do {
            if (++words > WORDS) throw stray("the statement is too long");
            at++;
            arguments();
        } while (peek().kind() == Token.Kind.WORD && !peek().gap());
    }

    private void arguments() {
        Token token = peek();
        if (token.gap()) return;
        if (token.is("(")) {
            parenthesised();
            if (peek().is("{") && !peek().gap()) block();
        } else if (token.is("{")) block();
        else if (token.kind() != Token.Kind.SIGN && token.kind() != Token.Kind.END) list();
    }

    private void parenthesised() {
        expect("(");
        if (skip(")")) return;
        list();
        expect(")");
    }

    private void list() {
        do {
            if (peek().kind() == Token.Kind.WORD && ahead().is(":")) at += 2;
            if (peek().is("{")) block();
            else or();
        } while (skip(","));
    }

    private void or() {
        do and();
        while (skip("||"));
    }

    private void and() {
        do comparison();
        while (skip("&&"));
    }

    private void comparison() {
        sum();
        if (!comparing()) return;
        at++;
        sum();
        if (comparing()) throw stray("parentheses around one of the comparisons");
    }

    private boolean comparing() {
        Token token = peek();
        return token.kind() == Token.Kind.SIGN ? COMPARISONS.contains(token.text()) : token.word("in") && !token.gap();
    }

    private void sum() {
        int terms = 0;
        do {
            if (++terms > TERMS) throw stray("the sum has more than " + TERMS + " parts");
            unary();
        } while (!peek().gap() && (skip("+") || skip("-")));
    }

    private void unary() {
        while (peek().is("!") || peek().is("-")) at++;
        primary();
        int members = 0;
        while (peek().is(".")) {
            if (++members > MEMBERS) throw stray("`x.name` is a value, a property of a property is none");
            at++;
            if (peek().kind() != Token.Kind.WORD) throw stray("the name of a property is missing before it");
            at++;
            if (peek().is("(") && !peek().gap()) parenthesised();
        }
    }

    private void primary() {
        Token token = next();
        switch (token.kind()) {
            case WORD -> {
                if (peek().is("(") && !peek().gap()) parenthesised();
            }
            case NUMBER, TEXT -> {}
            case SIGN -> group(token);
            case END -> throw stray(null);
        }
    }

    private void group(Token token) {
        if (token.is("(")) {
            or();
            expect(")");
        } else if (token.is("[")) {
            if (skip("]")) return;
            do {
                if (peek().is("]")) break;
                or();
            } while (skip(","));
            expect("]");
        } else {
            at--;
            throw stray(null);
        }
    }
}
