package io.github.assaymark.facts.typescript;

import java.util.BitSet;

/** The parts of types that stand in brackets: members, parameters, type parameters and type arguments. */
abstract class TypeLists extends Cursor {

    /** Angles of which it is known that they do not open type arguments. */
    private final BitSet notTypeArguments = new BitSet();

    /** Angles that open something that reads like type arguments, but is none, for what follows. */
    private final BitSet comparisons = new BitSet();

    TypeLists(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    abstract void type();

    final void tuple() {
        next();
        while (tok != CLOSE_BRACKET) {
            take(ELLIPSIS);
            if (tok == COMMA) {
                next();
                continue;
            }
            type();
            take(QUESTION);
            if (take(COLON)) type();
            if (take(ASSIGN)) defaultValue();
            if (!take(COMMA)) break;
        }
        expect(CLOSE_BRACKET);
    }

    /** Parameters of a function type, or a type in parentheses; whether they can be parameters. */
    final boolean signature() {
        expect(OPEN_PAREN);
        boolean parameters = tok == CLOSE_PAREN || tok == ELLIPSIS;
        boolean first = !parameters;
        while (tok != CLOSE_PAREN) {
            take(ELLIPSIS);
            boolean pattern = tok == OPEN_BRACE || tok == OPEN_BRACKET;
            if (first && (identifier(tok) || tok == THIS)) parameters = afterParameter(peek());
            type();
            if (first && pattern) parameters = afterParameter(tok);
            first = false;
            take(QUESTION);
            if (take(COLON)) type();
            if (take(ASSIGN)) defaultValue();
            if (!take(COMMA)) break;
        }
        expect(CLOSE_PAREN);
        return parameters;
    }

    private static boolean afterParameter(int token) {
        return token == COLON || token == COMMA || token == QUESTION || token == ASSIGN || token == CLOSE_PAREN;
    }

    /** A value where a type may not have one: it is read so that the rest is. */
    private void defaultValue() {
        if (tok == NUMBER || tok == STRING || tok == OPEN_BRACE || tok == OPEN_BRACKET || word(tok)) type();
        else throw fail();
    }

    final void objectType() {
        expect(OPEN_BRACE);
        while (tok != CLOSE_BRACE) {
            member();
            if (tok == SEMICOLON || tok == COMMA) next();
            else if (tok != CLOSE_BRACE && !newline) throw fail();
        }
        next();
    }

    private void member() {
        if (take(ELLIPSIS)) {
            type();
            return;
        }
        while (modifier()) next();
        if (tok == PLUS || tok == MINUS) {
            next();
            if (!take(READONLY)) throw fail();
        }
        switch (tok) {
            case OPEN_BRACKET -> bracketName();
            case OPEN_PAREN, LT, SHL -> {
                // A call signature has no name.
            }
            case NEW -> next();
            case STRING, NUMBER, PRIVATE -> next();
            default -> {
                if (!word(tok)) throw fail();
                next();
            }
        }
        if (tok == PLUS || tok == MINUS) next();
        if (!take(QUESTION)) take(NOT);
        if (tok == LT || tok == SHL) typeParameters();
        if (tok == OPEN_PAREN) signature();
        if (take(COLON)) type();
        if (take(ASSIGN)) defaultValue();
    }

    private boolean modifier() {
        switch (tok) {
            case READONLY,
                    STATIC,
                    GET,
                    SET,
                    PUBLIC,
                    PRIVATE_WORD,
                    PROTECTED,
                    ASYNC,
                    DECLARE,
                    OVERRIDE,
                    ABSTRACT,
                    ACCESSOR -> {
                int after = peek();
                if (peekedNewline && tok != READONLY) return false;
                return word(after) || after == OPEN_BRACKET || after == STRING || after == NUMBER || after == PRIVATE;
            }
            default -> {
                return false;
            }
        }
    }

    /** An index signature, the head of a mapped type, or a computed name. */
    final void bracketName() {
        expect(OPEN_BRACKET);
        if (word(tok)) {
            int after = peek();
            if (after == IN) {
                next();
                next();
                type();
                if (take(AS)) type();
                expect(CLOSE_BRACKET);
                return;
            }
        }
        int target = depth - 1;
        int[] place = speculate();
        try {
            type();
            if (take(COLON)) type();
            expect(CLOSE_BRACKET);
            succeeded();
            return;
        } catch (Failure failure) {
            undo(place);
        }
        while (depth > target) {
            if (tok == EOF || tok == SEMICOLON || (tok == CLOSE_BRACE && brackets[depth - 1] != OPEN_BRACE))
                throw fail();
            next();
        }
    }

    final void typeParameters() {
        splitAngle();
        expect(LT);
        while (tok != GT) {
            while ((tok == CONST || tok == IN || tok == OUT) && word(peek())) next();
            if (!identifier(tok)) throw fail();
            next();
            if (take(EXTENDS)) type();
            if (take(ASSIGN)) type();
            if (!take(COMMA)) break;
        }
        expect(GT);
    }

    final void typeArguments() {
        splitAngle();
        int open = start;
        if (speculating() && notTypeArguments.get(open)) throw fail();
        try {
            expect(LT);
            if (tok == GT) throw fail();
            for (; ; ) {
                type();
                if (!take(COMMA) || tok == GT) break;
            }
            expect(GT);
        } catch (Failure failure) {
            notTypeArguments.set(open);
            throw failure;
        }
    }

    /** Type arguments after an expression, when they are ones; else the current token stays. */
    final boolean typeArgumentsHere() {
        int open = start;
        if (!types || notTypeArguments.get(open) || comparisons.get(open)) return false;
        if (bytes[open + 1] == '=') return false;
        int[] place = speculate();
        try {
            typeArguments();
            if (endsTypeArguments()) {
                succeeded();
                return true;
            }
            comparisons.set(open);
        } catch (Failure failure) {
            notTypeArguments.set(open);
        }
        undo(place);
        return false;
    }

    /** Whether what follows a closing angle shows that it closed type arguments. */
    private boolean endsTypeArguments() {
        if (bytes[prevEnd] == '>' || bytes[prevEnd] == '=') return false;
        switch (tok) {
            case OPEN_PAREN, TEMPLATE, TEMPLATE_HEAD -> {
                return true;
            }
            case LT, GT, PLUS, MINUS -> {
                return false;
            }
            default -> {
                return newline || precedence(tok) > 0 || !startsExpression(tok);
            }
        }
    }

    static boolean startsExpression(int token) {
        return switch (token) {
            case STRING,
                    NUMBER,
                    PRIVATE,
                    OPEN_PAREN,
                    OPEN_BRACKET,
                    OPEN_BRACE,
                    FUNCTION,
                    CLASS,
                    NEW,
                    SLASH,
                    DIV_ASSIGN,
                    THIS,
                    SUPER,
                    NULL,
                    TRUE,
                    FALSE,
                    TEMPLATE,
                    TEMPLATE_HEAD,
                    NOT,
                    TILDE,
                    PLUS,
                    MINUS,
                    INCREMENT,
                    DECREMENT,
                    DELETE,
                    TYPEOF,
                    VOID,
                    LT,
                    IMPORT,
                    AT,
                    AWAIT,
                    YIELD -> true;
            default -> identifier(token);
        };
    }
}
