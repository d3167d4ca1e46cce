package io.github.assaymark.facts.typescript;

/** Statements that are no declarations. */
abstract class StatementGrammar extends ModuleGrammar {
    StatementGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    abstract boolean startsUsing();

    final int statement() {
        enter();
        int result = statementHere(start, nodes.mark());
        leave();
        return result;
    }

    private int statementHere(int from, int mark) {
        switch (tok) {
            case OPEN_BRACE -> {
                return block();
            }
            case SEMICOLON -> {
                return leaf(Kind.EMPTY_STATEMENT);
            }
            case IF -> {
                return ifStatement(from, mark);
            }
            case FOR -> {
                return forStatement(from, mark);
            }
            case WHILE -> {
                next();
                condition();
                nodes.push(statement(), Field.BODY);
                return node(Kind.WHILE_STATEMENT, from, mark);
            }
            case WITH -> {
                next();
                condition();
                nodes.push(statement(), Field.BODY);
                return node(Kind.WITH_STATEMENT, from, mark);
            }
            case DO -> {
                next();
                nodes.push(statement(), Field.BODY);
                expect(WHILE);
                condition();
                take(SEMICOLON);
                return node(Kind.DO_STATEMENT, from, mark);
            }
            case RETURN -> {
                return value(Kind.RETURN_STATEMENT, from, mark);
            }
            case THROW -> {
                return value(Kind.THROW_STATEMENT, from, mark);
            }
            case BREAK -> {
                return jump(Kind.BREAK_STATEMENT, from, mark);
            }
            case CONTINUE -> {
                return jump(Kind.CONTINUE_STATEMENT, from, mark);
            }
            case DEBUGGER -> {
                next();
                endStatement();
                return node(Kind.DEBUGGER_STATEMENT, from, mark);
            }
            case TRY -> {
                return tryStatement(from, mark);
            }
            case SWITCH -> {
                return switchStatement(from, mark);
            }
            case IMPORT -> {
                return importsStatement() ? importStatement(from, mark) : expressionStatement(from, mark);
            }
            case EXPORT -> {
                return exportStatement(from, mark);
            }
            case AT -> {
                while (tok == AT) nodes.push(decorator(), Field.DECORATOR);
                if (tok == EXPORT) return exportStatement(from, mark);
                if (!startsDeclaration()) throw fail();
                return declaration(from, mark);
            }
            default -> {
                return startsDeclaration() ? declaration(from, mark) : expressionStatement(from, mark);
            }
        }
    }

    @Override
    final void openBrace() {
        if (tok == OPEN_BRACE) {
            next();
            return;
        }
        if (speculating() || (!startsStatement(tok) && !(newline && word(tok)))) throw fail();
        damaged(prevEnd, Math.max(start, prevEnd + 1));
        int token = tok;
        tok = OPEN_BRACE;
        boolean badThen = bad;
        int prevEndThen = prevEnd;
        int prevTokThen = prevTok;
        bad = false;
        accept();
        bad = badThen;
        prevEnd = prevEndThen;
        prevTok = prevTokThen;
        tok = token;
    }

    @Override
    final int block() {
        int from = tok == OPEN_BRACE ? start : prevEnd;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        openBrace();
        sequence(Item.STATEMENT);
        close(CLOSE_BRACE);
        flags = flagsThen;
        return node(Kind.STATEMENT_BLOCK, from, mark);
    }

    /** An expression in parentheses, which waits in the field {@code condition}. */
    private void condition() {
        nodes.push(parentheses(), Field.CONDITION);
    }

    private int parentheses() {
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        expect(OPEN_PAREN);
        nodes.push(expression(), Field.NONE);
        flags = flagsThen;
        close(CLOSE_PAREN);
        return node(Kind.PARENTHESIZED_EXPRESSION, from, mark);
    }

    private int ifStatement(int from, int mark) {
        next();
        condition();
        nodes.push(statement(), Field.CONSEQUENCE);
        if (tok == ELSE) {
            int elseFrom = start;
            int elseMark = nodes.mark();
            next();
            nodes.push(statement(), Field.NONE);
            nodes.push(node(Kind.ELSE_CLAUSE, elseFrom, elseMark), Field.ALTERNATIVE);
        }
        return node(Kind.IF_STATEMENT, from, mark);
    }

    private int forStatement(int from, int mark) {
        next();
        if (tok == AWAIT) flag(Field.AWAIT);
        expect(OPEN_PAREN);
        int flagsThen = inBrackets();
        flags |= NO_IN;
        if (tok != SEMICOLON) {
            if (declaresInHead()) {
                int head = start;
                int headMark = nodes.mark();
                if (tok == AWAIT) next();
                int word = leaf(Kind.IDENTIFIER);
                int target = start;
                int targetMark = nodes.mark();
                nodes.push(word, Field.KIND);
                nodes.push(binding(), Field.LEFT);
                if (tok == OF || tok == IN) return loopOver(from, mark, flagsThen);
                int binding = nodes.waiting(targetMark + 1);
                nodes.drop(targetMark);
                nodes.push(variables(binding, target, headMark, head), Field.INITIALIZER);
            } else {
                int first = expression();
                if (tok == OF || tok == IN) {
                    toPattern(first);
                    nodes.push(first, Field.LEFT);
                    return loopOver(from, mark, flagsThen);
                }
                nodes.push(first, Field.INITIALIZER);
            }
        }
        flags = flagsThen & ~(NO_IN | COLON_FOLLOWS);
        expect(SEMICOLON);
        if (tok != SEMICOLON) nodes.push(expression(), Field.CONDITION);
        expect(SEMICOLON);
        if (tok != CLOSE_PAREN) nodes.push(expression(), Field.INCREMENT);
        flags = flagsThen;
        close(CLOSE_PAREN);
        nodes.push(statement(), Field.BODY);
        return node(Kind.FOR_STATEMENT, from, mark);
    }

    /** The variables of a loop's head after the first name. */
    abstract int variables(int binding, int bindingFrom, int mark, int from);

    private boolean declaresInHead() {
        if (tok == VAR || tok == CONST) return true;
        int after = peek();
        if (tok == LET)
            return (identifier(after) && after != IN && after != OF) || after == OPEN_BRACE || after == OPEN_BRACKET;
        return startsUsing() && after != OF && after != IN;
    }

    private int loopOver(int from, int mark, int flagsThen) {
        boolean of = tok == OF;
        nodes.push(leaf(Kind.OPERATOR), Field.OPERATOR);
        flags = flagsThen & ~(NO_IN | COLON_FOLLOWS);
        nodes.push(of ? assignment() : expression(), Field.RIGHT);
        flags = flagsThen;
        close(CLOSE_PAREN);
        nodes.push(statement(), Field.BODY);
        return node(Kind.FOR_IN_STATEMENT, from, mark);
    }

    private int value(int kind, int from, int mark) {
        next();
        if (!newline && tok != SEMICOLON && tok != CLOSE_BRACE && tok != EOF) nodes.push(expression(), Field.NONE);
        endStatement();
        return node(kind, from, mark);
    }

    private int jump(int kind, int from, int mark) {
        next();
        if (!newline && identifier(tok)) nodes.push(leaf(Kind.STATEMENT_IDENTIFIER), Field.LABEL);
        endStatement();
        return node(kind, from, mark);
    }

    private int tryStatement(int from, int mark) {
        next();
        nodes.push(block(), Field.BODY);
        if (tok == CATCH) {
            int clause = start;
            int clauseMark = nodes.mark();
            next();
            if (take(OPEN_PAREN)) {
                nodes.push(binding(), Field.PARAMETER);
                if (tok == COLON) nodes.push(annotation(), Field.TYPE);
                close(CLOSE_PAREN);
            }
            nodes.push(block(), Field.BODY);
            nodes.push(node(Kind.CATCH_CLAUSE, clause, clauseMark), Field.HANDLER);
        }
        if (tok == FINALLY) {
            int clause = start;
            int clauseMark = nodes.mark();
            next();
            nodes.push(block(), Field.BODY);
            nodes.push(node(Kind.FINALLY_CLAUSE, clause, clauseMark), Field.FINALIZER);
        }
        if (nodes.mark() == mark + 1) {
            if (speculating()) throw fail();
            damaged(from, prevEnd);
        }
        return node(Kind.TRY_STATEMENT, from, mark);
    }

    private int switchStatement(int from, int mark) {
        next();
        nodes.push(parentheses(), Field.VALUE);
        int body = start;
        int bodyMark = nodes.mark();
        int flagsThen = inBrackets();
        openBrace();
        while (tok == CASE || tok == DEFAULT) switchCase();
        if (tok != CLOSE_BRACE && !speculating()) sequence(Item.STATEMENT);
        close(CLOSE_BRACE);
        flags = flagsThen;
        nodes.push(node(Kind.SWITCH_BODY, body, bodyMark), Field.BODY);
        return node(Kind.SWITCH_STATEMENT, from, mark);
    }

    private void switchCase() {
        int from = start;
        int mark = nodes.mark();
        boolean named = tok == CASE;
        next();
        if (named) {
            int flagsThen = flags;
            flags |= COLON_FOLLOWS;
            nodes.push(expression(), Field.VALUE);
            flags = flagsThen;
        }
        expect(COLON);
        int statements = nodes.mark();
        while (tok != CASE && tok != DEFAULT && tok != CLOSE_BRACE && tok != EOF) guarded(Item.STATEMENT);
        for (int i = statements; i < nodes.mark(); i++) nodes.field(nodes.waiting(i), Field.BODY);
        nodes.push(node(named ? Kind.SWITCH_CASE : Kind.SWITCH_DEFAULT, from, mark), Field.NONE);
    }

    private int expressionStatement(int from, int mark) {
        int expression = expression();
        if (tok == COLON && nodes.kind(expression) == Kind.IDENTIFIER) {
            nodes.become(expression, Kind.STATEMENT_IDENTIFIER);
            nodes.push(expression, Field.LABEL);
            next();
            nodes.push(statement(), Field.BODY);
            return node(Kind.LABELED_STATEMENT, from, mark);
        }
        nodes.push(expression, Field.NONE);
        endStatement();
        return node(Kind.EXPRESSION_STATEMENT, from, mark);
    }
}
