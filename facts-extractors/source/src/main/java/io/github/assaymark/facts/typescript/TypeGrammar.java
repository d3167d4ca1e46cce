package io.github.assaymark.facts.typescript;

/**
 * Recognises types, to know where they end; no nodes are made inside of them. It accepts more than the language does:
 * parameters of function types and types in parentheses are read alike, and told apart by what follows.
 */
abstract class TypeGrammar extends TypeLists {

    TypeGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    /** A type as a node. */
    final int typeNode(int kind) {
        int from = start;
        type();
        return nodes.leaf(kind, from, prevEnd);
    }

    /** What stands after the colon of an annotation; the current token is the colon. */
    final int annotation() {
        next();
        return typeNode(Kind.TYPE_ANNOTATION);
    }

    @Override
    final void type() {
        int flagsThen = flags;
        flags &= ~NO_CONDITIONAL;
        conditional();
        flags = flagsThen;
    }

    private void conditional() {
        enter();
        union();
        if (tok == EXTENDS && !newline && !has(NO_CONDITIONAL)) {
            next();
            flags |= NO_CONDITIONAL;
            conditional();
            flags &= ~NO_CONDITIONAL;
            expect(QUESTION);
            conditional();
            expect(COLON);
            conditional();
        }
        leave();
    }

    private void union() {
        if (tok == OR || tok == AND) next();
        operand();
        while (tok == OR || tok == AND) {
            next();
            operand();
        }
    }

    private void operand() {
        for (; ; ) {
            switch (tok) {
                case KEYOF, UNIQUE, READONLY -> {
                    if (!typeFollows()) {
                        postfix();
                        return;
                    }
                    next();
                }
                case INFER -> {
                    if (!typeFollows()) {
                        postfix();
                        return;
                    }
                    next();
                    infer();
                    return;
                }
                case ASSERTS -> {
                    int after = peek();
                    if (peekedNewline || (!identifier(after) && after != THIS) || after == IS) {
                        postfix();
                        return;
                    }
                    next();
                }
                default -> {
                    postfix();
                    return;
                }
            }
        }
    }

    private boolean typeFollows() {
        int after = peek();
        return (word(after) && !(after == EXTENDS || after == IS || after == AS || after == IN || after == INSTANCEOF))
                || after == OPEN_PAREN
                || after == OPEN_BRACKET
                || after == OPEN_BRACE
                || after == STRING
                || after == TEMPLATE
                || after == TEMPLATE_HEAD
                || after == LT;
    }

    private void infer() {
        if (!word(tok)) throw fail();
        next();
        if (tok != EXTENDS) return;
        int[] place = speculate();
        try {
            next();
            boolean conditional = !has(NO_CONDITIONAL);
            flags |= NO_CONDITIONAL;
            conditional();
            if (conditional && tok == QUESTION) undo(place);
            else {
                flags = place[place.length - 1];
                succeeded();
            }
        } catch (Failure failure) {
            undo(place);
        }
    }

    private void postfix() {
        primary();
        while (tok == OPEN_BRACKET && !newline) {
            next();
            if (tok != CLOSE_BRACKET) type();
            expect(CLOSE_BRACKET);
        }
    }

    private void primary() {
        switch (tok) {
            case OPEN_PAREN -> {
                if (signature() && tok == ARROW) returns();
            }
            case LT, SHL -> {
                typeParameters();
                signature();
                returns();
            }
            case NEW -> constructorType();
            case ABSTRACT -> {
                if (peek() == NEW) {
                    next();
                    constructorType();
                } else reference();
            }
            case OPEN_BRACKET -> tuple();
            case OPEN_BRACE -> objectType();
            case STRING, NUMBER, TEMPLATE, TRUE, FALSE, NULL, STAR -> next();
            case QUESTION, NOT -> {
                while (tok == QUESTION || tok == NOT) next();
                if (tok != COMMA && tok != CLOSE_PAREN && tok != GT && tok != ASSIGN) type();
            }
            case MINUS -> {
                next();
                expect(NUMBER);
            }
            case TEMPLATE_HEAD -> template();
            case TYPEOF -> {
                next();
                if (tok == IMPORT) importType();
                else reference();
            }
            case IMPORT -> importType();
            default -> reference();
        }
    }

    private void constructorType() {
        next();
        if (tok == LT || tok == SHL) typeParameters();
        signature();
        returns();
    }

    private void returns() {
        expect(ARROW);
        type();
    }

    private void reference() {
        if (!identifier(tok) && tok != THIS && tok != VOID && tok != PRIVATE && tok != FUNCTION) throw fail();
        next();
        dotted();
        if (tok == IS && !newline) {
            next();
            type();
        }
    }

    private void dotted() {
        while (tok == DOT) {
            next();
            if (!word(tok) && tok != PRIVATE) throw fail();
            next();
        }
        if ((tok == LT || tok == SHL) && !newline) typeArguments();
    }

    private void importType() {
        next();
        expect(OPEN_PAREN);
        type();
        if (take(COMMA) && tok != CLOSE_PAREN) {
            type();
            take(COMMA);
        }
        expect(CLOSE_PAREN);
        dotted();
    }

    private void template() {
        next();
        for (; ; ) {
            type();
            if (tok != CLOSE_BRACE) throw fail();
            rescanTemplate();
            boolean last = tok == TEMPLATE_TAIL;
            next();
            if (last) return;
        }
    }
}
