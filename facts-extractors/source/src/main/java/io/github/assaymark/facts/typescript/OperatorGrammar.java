package io.github.assaymark.facts.typescript;

/** Expressions made of operators. */
abstract class OperatorGrammar extends PatternGrammar {
    OperatorGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    /** A primary expression with all that follows it: members, calls, templates. */
    abstract int leftHandSide();

    /** An arrow function whose type parameters come first; -1 when there is none here. */
    abstract int genericArrow(int from, int mark);

    final int expression() {
        int first = assignment();
        if (tok != COMMA) return first;
        int from = nodes.start(first);
        int mark = nodes.mark();
        nodes.push(first, Field.NONE);
        while (take(COMMA)) nodes.push(assignment(), Field.NONE);
        return node(Kind.SEQUENCE_EXPRESSION, from, mark);
    }

    @Override
    final int assignment() {
        enter();
        int result = tok == YIELD && yields() ? yieldExpression() : assigned();
        leave();
        return result;
    }

    private int assigned() {
        int left = ternary();
        if (!Token.assignment(tok) || nodes.kind(left) == Kind.ARROW_FUNCTION) return left;
        boolean plain = tok == ASSIGN;
        int kind = nodes.kind(left);
        if (plain && (kind == Kind.OBJECT || kind == Kind.ARRAY)) toPattern(left);
        int from = nodes.start(left);
        int mark = nodes.mark();
        nodes.push(left, Field.LEFT);
        nodes.push(leaf(Kind.OPERATOR), Field.OPERATOR);
        nodes.push(assignment(), Field.RIGHT);
        return node(plain ? Kind.ASSIGNMENT_EXPRESSION : Kind.AUGMENTED_ASSIGNMENT_EXPRESSION, from, mark);
    }

    private boolean yields() {
        if (has(GENERATOR_BODY)) return true;
        int after = peek();
        return !peekedNewline
                && ((word(after) && after != IN && after != OF && after != INSTANCEOF && after != AS)
                        || after == STRING
                        || after == NUMBER);
    }

    private int yieldExpression() {
        int from = start;
        int mark = nodes.mark();
        next();
        if (!newline && tok == STAR) next();
        else if (newline || !startsExpression(tok)) return node(Kind.YIELD_EXPRESSION, from, mark);
        nodes.push(assignment(), Field.NONE);
        return node(Kind.YIELD_EXPRESSION, from, mark);
    }

    private int ternary() {
        int condition = binary(0);
        if (tok != QUESTION || nodes.kind(condition) == Kind.ARROW_FUNCTION) return condition;
        int after = peek();
        if (after == COLON || after == COMMA || after == CLOSE_PAREN || after == ASSIGN) return condition;
        int from = nodes.start(condition);
        int mark = nodes.mark();
        nodes.push(condition, Field.CONDITION);
        next();
        int flagsThen = flags;
        flags = (flags & ~NO_IN) | COLON_FOLLOWS;
        nodes.push(assignment(), Field.CONSEQUENCE);
        flags = flagsThen;
        expect(COLON);
        nodes.push(assignment(), Field.ALTERNATIVE);
        return node(Kind.TERNARY_EXPRESSION, from, mark);
    }

    private int binary(int least) {
        int left = unary();
        if (nodes.kind(left) == Kind.ARROW_FUNCTION) return left;
        for (; ; ) {
            int operator = tok == GT ? rescanGreater() : tok;
            int precedence = precedence(operator);
            if (precedence <= least) return left;
            if (operator == IN && has(NO_IN)) return left;
            int from = nodes.start(left);
            int mark = nodes.mark();
            if (operator == AS || operator == SATISFIES) {
                if (newline) return left;
                nodes.push(left, Field.NONE);
                next();
                nodes.push(tok == CONST ? leaf(Kind.TYPE) : typeNode(Kind.TYPE), Field.TYPE);
                left = node(operator == AS ? Kind.AS_EXPRESSION : Kind.SATISFIES_EXPRESSION, from, mark);
                continue;
            }
            nodes.push(left, Field.LEFT);
            nodes.push(leaf(Kind.OPERATOR), Field.OPERATOR);
            if (operator == POWER) {
                enter();
                nodes.push(binary(precedence - 1), Field.RIGHT);
                leave();
            } else nodes.push(binary(precedence), Field.RIGHT);
            left = node(Kind.BINARY_EXPRESSION, from, mark);
        }
    }

    private int unary() {
        switch (tok) {
            case NOT, TILDE, PLUS, MINUS, TYPEOF, VOID, DELETE -> {
                return prefix(Kind.UNARY_EXPRESSION);
            }
            case INCREMENT, DECREMENT -> {
                return prefix(Kind.UPDATE_EXPRESSION);
            }
            case AWAIT -> {
                return awaits() ? awaitExpression() : postfix();
            }
            case LT, SHL -> {
                if (tags) return postfix();
                return angle();
            }
            default -> {
                return postfix();
            }
        }
    }

    private int prefix(int kind) {
        enter();
        int from = start;
        int mark = nodes.mark();
        nodes.push(leaf(Kind.OPERATOR), Field.OPERATOR);
        nodes.push(unary(), Field.ARGUMENT);
        leave();
        return node(kind, from, mark);
    }

    private boolean awaits() {
        if (has(ASYNC_BODY)) return true;
        int after = peek();
        if (has(IN_FUNCTION))
            return !peekedNewline
                    && ((identifier(after) && after != OF && after != AS)
                            || after == THIS
                            || after == NEW
                            || after == STRING
                            || after == IMPORT);
        return !peekedNewline
                && startsExpression(after)
                && after != OF
                && after != AS
                && after != SATISFIES
                && after != PLUS
                && after != MINUS
                && after != LT;
    }

    private int awaitExpression() {
        enter();
        int from = start;
        int mark = nodes.mark();
        next();
        nodes.push(unary(), Field.NONE);
        leave();
        return node(Kind.AWAIT_EXPRESSION, from, mark);
    }

    /** A type assertion, or an arrow function with type parameters. */
    private int angle() {
        enter();
        int from = start;
        int mark = nodes.mark();
        int result = genericArrow(from, mark);
        if (result < 0) {
            typeArguments();
            nodes.push(nodes.leaf(Kind.TYPE_ARGUMENTS, from, prevEnd), Field.TYPE_ARGUMENTS);
            nodes.push(unary(), Field.NONE);
            result = node(Kind.TYPE_ASSERTION, from, mark);
        }
        leave();
        return result;
    }

    private int postfix() {
        int operand = leftHandSide();
        if ((tok != INCREMENT && tok != DECREMENT) || newline || nodes.kind(operand) == Kind.ARROW_FUNCTION)
            return operand;
        int from = nodes.start(operand);
        int mark = nodes.mark();
        nodes.push(operand, Field.ARGUMENT);
        nodes.push(leaf(Kind.OPERATOR), Field.OPERATOR);
        return node(Kind.UPDATE_EXPRESSION, from, mark);
    }
}
