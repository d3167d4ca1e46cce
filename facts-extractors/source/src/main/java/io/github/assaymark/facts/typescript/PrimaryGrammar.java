package io.github.assaymark.facts.typescript;

import java.util.BitSet;

/** Names, literals, arrow functions and what stands in brackets. */
abstract class PrimaryGrammar extends CallGrammar {
    /** Openers of which it is known whether they start the parameters of an arrow function with a return type. */
    private final BitSet arrows = new BitSet();

    private final BitSet notArrows = new BitSet();

    PrimaryGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    abstract int element();

    abstract int functionExpression(int from, int mark);

    abstract int classExpression();

    abstract int object();

    abstract int functionBody(boolean async, boolean generator);

    @Override
    final int primary() {
        switch (tok) {
            case OPEN_PAREN -> {
                return parenthesized(start, nodes.mark(), -1);
            }
            case OPEN_BRACKET -> {
                return array();
            }
            case OPEN_BRACE -> {
                return object();
            }
            case STRING -> {
                return string();
            }
            case NUMBER -> {
                return leaf(Kind.NUMBER);
            }
            case TEMPLATE, TEMPLATE_HEAD -> {
                return template();
            }
            case SLASH, DIV_ASSIGN -> {
                if (!rescanRegex()) throw fail();
                return leaf(Kind.REGEX);
            }
            case THIS -> {
                return leaf(Kind.THIS);
            }
            case SUPER -> {
                return leaf(Kind.SUPER);
            }
            case NULL -> {
                return leaf(Kind.NULL);
            }
            case TRUE -> {
                return leaf(Kind.TRUE);
            }
            case FALSE -> {
                return leaf(Kind.FALSE);
            }
            case FUNCTION -> {
                return functionExpression(start, nodes.mark());
            }
            case CLASS, AT -> {
                return classExpression();
            }
            case IMPORT -> {
                return importExpression();
            }
            case PRIVATE -> {
                return leaf(Kind.PRIVATE_PROPERTY_IDENTIFIER);
            }
            case LT, SHL -> {
                if (!tags) throw fail();
                int generic = genericArrow(start, nodes.mark());
                return generic >= 0 ? generic : element();
            }
            case ASYNC -> {
                return asyncOrName();
            }
            case UNDEFINED -> {
                int name = leaf(Kind.UNDEFINED);
                if (tok != ARROW || newline) return name;
                nodes.become(name, Kind.IDENTIFIER);
                return arrowOf(name, nodes.start(name), nodes.mark());
            }
            default -> {
                if (!identifier(tok)) throw fail();
                int name = leaf(Kind.IDENTIFIER);
                return tok == ARROW && !newline ? arrowOf(name, nodes.start(name), nodes.mark()) : name;
            }
        }
    }

    private int importExpression() {
        int from = start;
        int mark = nodes.mark();
        int word = leaf(Kind.IMPORT);
        if (tok == DOT) {
            next();
            if (!word(tok)) throw fail();
            boolean call = tok == DEFER || tok == SOURCE;
            next();
            if (!call) return node(Kind.META_PROPERTY, from, mark);
            return nodes.leaf(Kind.IMPORT, from, prevEnd);
        }
        if (tok != OPEN_PAREN && tok != LT) throw fail();
        return word;
    }

    /** The current token is a string. */
    final int string() {
        int from = start;
        int mark = nodes.mark();
        int to = end;
        if (!bad && to - from > 2 && noEscape(from, to))
            nodes.push(nodes.leaf(Kind.STRING_FRAGMENT, from + 1, to - 1), Field.NONE);
        next();
        return node(Kind.STRING, from, mark);
    }

    private boolean noEscape(int from, int to) {
        for (int i = from; i < to; i++) if (bytes[i] == '\\') return false;
        return true;
    }

    @Override
    final int template() {
        int from = start;
        int mark = nodes.mark();
        if (tok == TEMPLATE) {
            fragment(start + 1, bad ? end : end - 1);
            next();
            return node(Kind.TEMPLATE_STRING, from, mark);
        }
        int flagsThen = inBrackets();
        fragment(start + 1, end - 2);
        for (; ; ) {
            int hole = end - 2;
            int holeMark = nodes.mark();
            next();
            nodes.push(expression(), Field.NONE);
            if (tok != CLOSE_BRACE) throw fail();
            nodes.push(nodes.node(Kind.TEMPLATE_SUBSTITUTION, hole, end, holeMark), Field.NONE);
            rescanTemplate();
            boolean last = tok == TEMPLATE_TAIL;
            fragment(start + 1, last ? bad ? end : end - 1 : end - 2);
            if (last) break;
        }
        flags = flagsThen;
        next();
        return node(Kind.TEMPLATE_STRING, from, mark);
    }

    private void fragment(int from, int to) {
        if (to > from) nodes.push(nodes.leaf(Kind.STRING_FRAGMENT, from, to), Field.NONE);
    }

    private int array() {
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        next();
        list(Item.ELEMENT, CLOSE_BRACKET);
        flags = flagsThen;
        return node(Kind.ARRAY, from, mark);
    }

    final int spread() {
        int from = start;
        int mark = nodes.mark();
        next();
        nodes.push(assignment(), Field.NONE);
        return node(Kind.SPREAD_ELEMENT, from, mark);
    }

    private int asyncOrName() {
        int from = start;
        int mark = nodes.mark();
        int after = peek();
        if (!peekedNewline && after == FUNCTION) {
            flag(Field.ASYNC);
            return functionExpression(from, mark);
        }
        int name = leaf(Kind.IDENTIFIER);
        if (newline) return name;
        if (identifier(tok) && tok != SATISFIES) {
            if (peek() != ARROW) return name;
            nodes.push(name, Field.ASYNC);
            return arrowOf(leaf(Kind.IDENTIFIER), from, mark);
        }
        if (tok == ARROW) return arrowOf(name, from, mark);
        if (tok == OPEN_PAREN) return parenthesized(from, mark, name);
        if (tok == LT && types) {
            nodes.push(name, Field.ASYNC);
            int arrow = genericArrow(from, mark);
            if (arrow >= 0) return arrow;
            nodes.drop(mark);
        }
        return name;
    }

    /** An arrow function of one parameter without parentheses; the current token is the arrow. */
    private int arrowOf(int parameter, int from, int mark) {
        nodes.push(parameter, Field.PARAMETER);
        return arrow(from, mark, nodes.mark() - mark > 1);
    }

    /** An arrow function whose parameters wait for it; the current token is the arrow. */
    private int arrow(int from, int mark, boolean async) {
        expect(ARROW);
        int flagsThen = flags;
        if (tok == OPEN_BRACE || startsBody()) nodes.push(functionBody(async, false), Field.BODY);
        else {
            flags = (flags & ~(ASYNC_BODY | GENERATOR_BODY)) | IN_FUNCTION | (async ? ASYNC_BODY : 0);
            nodes.push(assignment(), Field.BODY);
            flags = flagsThen;
        }
        return node(Kind.ARROW_FUNCTION, from, mark);
    }

    /** Whether a body starts whose opening brace is missing. */
    private boolean startsBody() {
        if (speculating()) return false;
        return switch (tok) {
            case BREAK, CONST, CONTINUE, DEBUGGER, DO, FOR, IF, RETURN, SWITCH, THROW, TRY, VAR, WHILE -> true;
            default -> false;
        };
    }

    @Override
    final int genericArrow(int from, int mark) {
        int open = start;
        if (notArrows.get(open) || (tags && !genericInTags())) return -1;
        boolean async = nodes.mark() > mark;
        int[] place = speculate();
        try {
            typeParameters();
            nodes.push(nodes.leaf(Kind.TYPE_PARAMETERS, open, prevEnd), Field.TYPE_PARAMETERS);
            nodes.push(parameters(), Field.PARAMETERS);
            if (tok == COLON) nodes.push(annotation(), Field.RETURN_TYPE);
            if (tok != ARROW || newline) throw fail();
            succeeded();
        } catch (Failure failure) {
            notArrows.set(open);
            undo(place);
            return -1;
        }
        return arrow(from, mark, async);
    }

    /** Whether an angle starts type parameters where it may also start an element. */
    private boolean genericInTags() {
        int[] place = speculate();
        splitAngle();
        next();
        boolean generic = tok == CONST && word(peek());
        if (!generic && identifier(tok)) {
            next();
            if (tok == COMMA || tok == ASSIGN) generic = true;
            else if (tok == EXTENDS) {
                next();
                generic = tok != ASSIGN && tok != GT && tok != SLASH;
            }
        }
        undo(place);
        return generic;
    }

    /**
     * An expression in parentheses, the parameters of an arrow function, or the arguments of a call of {@code async}:
     * they are read as expressions, and become parameters when an arrow follows.
     */
    private int parenthesized(int from, int mark, int async) {
        int open = start;
        if (async >= 0) nodes.push(async, Field.ASYNC);
        int inner = nodes.mark();
        int flagsThen = inBrackets();
        next();
        boolean parameters = parameterLike(inner);
        flags = flagsThen;
        int result;
        if (tok == CLOSE_PAREN || speculating() || closesElsewhere()) close(CLOSE_PAREN);
        else {
            skipped(start, nodes.mark(), depth, false);
            close(CLOSE_PAREN);
        }
        if ((tok == ARROW && !newline) || (tok == COLON && returnType(open))) {
            parametersFrom(inner, open);
            if (tok == COLON) nodes.push(annotation(), Field.RETURN_TYPE);
            result = arrow(from, mark, async >= 0);
        } else if (async >= 0) {
            int arguments = node(Kind.ARGUMENTS, open, inner);
            nodes.drop(mark);
            nodes.push(async, Field.FUNCTION);
            nodes.push(arguments, Field.ARGUMENTS);
            result = node(Kind.CALL_EXPRESSION, from, mark);
        } else {
            if (parameters || nodes.mark() == inner) throw fail();
            if (nodes.mark() - inner > 1) {
                int sequence = nodes.node(
                        Kind.SEQUENCE_EXPRESSION,
                        nodes.start(nodes.waiting(inner)),
                        nodes.end(nodes.waiting(nodes.mark() - 1)),
                        inner);
                nodes.push(sequence, Field.NONE);
            }
            result = node(Kind.PARENTHESIZED_EXPRESSION, from, mark);
        }
        return result;
    }

    /** Reads what stands in parentheses; whether it can only be parameters. */
    private boolean parameterLike(int inner) {
        boolean parameters = false;
        while (tok != CLOSE_PAREN) {
            int from = start;
            int itemMark = nodes.mark();
            int item;
            if (tok == ELLIPSIS) {
                item = spread();
                parameters = true;
            } else if (tok == AT) {
                throw fail();
            } else item = assignment();
            if (tok == COLON || tok == QUESTION) {
                parameters = true;
                toPattern(item);
                nodes.push(item, Field.PATTERN);
                item = parameterEnd(from, itemMark);
            }
            nodes.push(item, Field.NONE);
            if (tok != COMMA) break;
            next();
            if (tok == CLOSE_PAREN) parameters = true;
        }
        return parameters || nodes.mark() == inner;
    }

    private void parametersFrom(int inner, int open) {
        int count = nodes.mark();
        for (int i = inner; i < count; i++) {
            int parameter = toParameter(nodes.waiting(i));
            nodes.replace(i, parameter);
            nodes.field(parameter, Field.NONE);
        }
        nodes.push(node(Kind.FORMAL_PARAMETERS, open, inner), Field.PARAMETERS);
    }

    /** Whether the colon after parentheses starts a return type. */
    private boolean returnType(int open) {
        if (arrows.get(open)) return true;
        if (notArrows.get(open)) return false;
        int[] place = speculate();
        boolean arrow;
        try {
            next();
            type();
            arrow = tok == ARROW && !newline;
            if (arrow && has(COLON_FOLLOWS)) {
                int mark = nodes.mark();
                arrow(start, mark, false);
                arrow = tok == COLON;
            }
        } catch (Failure failure) {
            arrow = false;
        }
        undo(place);
        if (arrow) arrows.set(open);
        else notArrows.set(open);
        return arrow;
    }
}
