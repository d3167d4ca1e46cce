package io.github.assaymark.facts.typescript;

/** Members, calls, {@code new}, tagged templates. */
abstract class CallGrammar extends OperatorGrammar {
    CallGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    abstract int primary();

    abstract int template();

    @Override
    final int leftHandSide() {
        int first = tok == NEW ? construction() : primary();
        if (nodes.kind(first) == Kind.ARROW_FUNCTION) return first;
        return chain(first, true);
    }

    private int chain(int first, boolean calls) {
        int result = first;
        for (; ; ) {
            switch (tok) {
                case DOT -> result = member(result);
                case OPTIONAL_CHAIN -> {
                    if (!calls) return result;
                    result = optional(result);
                }
                case OPEN_BRACKET -> {
                    if (has(NO_SUBSCRIPT)) return result;
                    result = subscript(result, nodes.mark());
                }
                case NOT -> {
                    if (newline) return result;
                    int from = nodes.start(result);
                    int mark = nodes.mark();
                    nodes.push(result, Field.NONE);
                    next();
                    result = node(Kind.NON_NULL_EXPRESSION, from, mark);
                }
                case OPEN_PAREN -> {
                    if (!calls) return result;
                    result = call(result, nodes.mark());
                }
                case TEMPLATE, TEMPLATE_HEAD -> {
                    int from = nodes.start(result);
                    int mark = nodes.mark();
                    nodes.push(result, Field.FUNCTION);
                    nodes.push(template(), Field.ARGUMENTS);
                    result = node(Kind.CALL_EXPRESSION, from, mark);
                }
                case LT, SHL -> {
                    int from = nodes.start(result);
                    int open = start;
                    if (!typeArgumentsHere()) return result;
                    int mark = nodes.mark();
                    boolean call = calls && tok == OPEN_PAREN;
                    boolean tagged = tok == TEMPLATE || tok == TEMPLATE_HEAD;
                    if (!call && tok == OPEN_PAREN) {
                        typeArgumentsOfNew = nodes.leaf(Kind.TYPE_ARGUMENTS, open, prevEnd);
                        return result;
                    }
                    nodes.push(result, call || tagged ? Field.FUNCTION : Field.NONE);
                    nodes.push(nodes.leaf(Kind.TYPE_ARGUMENTS, open, prevEnd), Field.TYPE_ARGUMENTS);
                    if (call) {
                        nodes.push(arguments(), Field.ARGUMENTS);
                        result = node(Kind.CALL_EXPRESSION, from, mark);
                    } else if (tagged) {
                        nodes.push(template(), Field.ARGUMENTS);
                        result = node(Kind.CALL_EXPRESSION, from, mark);
                    } else result = node(Kind.INSTANTIATION_EXPRESSION, from, mark);
                }
                default -> {
                    return result;
                }
            }
        }
    }

    private int typeArgumentsOfNew = -1;

    private int member(int object) {
        int from = nodes.start(object);
        int mark = nodes.mark();
        nodes.push(object, Field.OBJECT);
        next();
        nodes.push(memberName(), Field.PROPERTY);
        return node(Kind.MEMBER_EXPRESSION, from, mark);
    }

    private int memberName() {
        if (word(tok)) return leaf(Kind.PROPERTY_IDENTIFIER);
        if (tok == PRIVATE) return leaf(Kind.PRIVATE_PROPERTY_IDENTIFIER);
        throw fail();
    }

    private int optional(int object) {
        int from = nodes.start(object);
        int mark = nodes.mark();
        int after = peek();
        int role = after == OPEN_PAREN || after == LT || after == SHL || after == TEMPLATE || after == TEMPLATE_HEAD
                ? Field.FUNCTION
                : Field.OBJECT;
        nodes.push(object, role);
        nodes.push(leaf(Kind.OPERATOR), Field.OPTIONAL);
        switch (tok) {
            case OPEN_PAREN -> {
                nodes.push(arguments(), Field.ARGUMENTS);
                return node(Kind.CALL_EXPRESSION, from, mark);
            }
            case OPEN_BRACKET -> {
                index();
                return node(Kind.SUBSCRIPT_EXPRESSION, from, mark);
            }
            case LT, SHL -> {
                int open = start;
                typeArguments();
                nodes.push(nodes.leaf(Kind.TYPE_ARGUMENTS, open, prevEnd), Field.TYPE_ARGUMENTS);
                nodes.push(arguments(), Field.ARGUMENTS);
                return node(Kind.CALL_EXPRESSION, from, mark);
            }
            case TEMPLATE, TEMPLATE_HEAD -> {
                nodes.push(template(), Field.ARGUMENTS);
                return node(Kind.CALL_EXPRESSION, from, mark);
            }
            default -> {
                nodes.push(memberName(), Field.PROPERTY);
                return node(Kind.MEMBER_EXPRESSION, from, mark);
            }
        }
    }

    private int subscript(int object, int mark) {
        int from = nodes.start(object);
        nodes.push(object, Field.OBJECT);
        index();
        return node(Kind.SUBSCRIPT_EXPRESSION, from, mark);
    }

    private void index() {
        int flagsThen = inBrackets();
        next();
        nodes.push(expression(), Field.INDEX);
        flags = flagsThen;
        close(CLOSE_BRACKET);
    }

    private int call(int function, int mark) {
        int from = nodes.start(function);
        nodes.push(function, Field.FUNCTION);
        nodes.push(arguments(), Field.ARGUMENTS);
        return node(Kind.CALL_EXPRESSION, from, mark);
    }

    final int arguments() {
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        expect(OPEN_PAREN);
        list(Item.ARGUMENT, CLOSE_PAREN);
        flags = flagsThen;
        return node(Kind.ARGUMENTS, from, mark);
    }

    private int construction() {
        enter();
        int from = start;
        int mark = nodes.mark();
        next();
        int result;
        if (tok == DOT) {
            next();
            if (!word(tok)) throw fail();
            next();
            result = node(Kind.META_PROPERTY, from, mark);
        } else {
            typeArgumentsOfNew = -1;
            int constructor = chain(tok == NEW ? construction() : primary(), false);
            int typeArguments = typeArgumentsOfNew;
            typeArgumentsOfNew = -1;
            nodes.push(constructor, Field.CONSTRUCTOR);
            if (typeArguments >= 0) nodes.push(typeArguments, Field.TYPE_ARGUMENTS);
            if (tok == OPEN_PAREN) nodes.push(arguments(), Field.ARGUMENTS);
            result = node(Kind.NEW_EXPRESSION, from, mark);
        }
        leave();
        return result;
    }
}
