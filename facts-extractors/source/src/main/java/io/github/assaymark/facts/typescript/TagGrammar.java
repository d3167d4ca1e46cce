package io.github.assaymark.facts.typescript;

/** Elements between angles. */
abstract class TagGrammar extends PrimaryGrammar {
    TagGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    @Override
    final int element() {
        int flagsThen = inBrackets();
        int result = element(false);
        flags = flagsThen;
        return result;
    }

    /** An element; the token after it is read as its surroundings ask for. */
    private int element(boolean betweenTags) {
        enter();
        int from = start;
        int mark = nodes.mark();
        splitAngle();
        next();
        int result = tok == GT ? fragment(from, mark, betweenTags) : named(from, mark, betweenTags);
        leave();
        return result;
    }

    private int fragment(int from, int mark, boolean betweenTags) {
        nextBetweenTags();
        children();
        if (tok != GT) throw fail();
        end(betweenTags);
        return node(Kind.JSX_FRAGMENT, from, mark);
    }

    private int named(int from, int mark, boolean betweenTags) {
        int name = tagName();
        nodes.push(name, Field.NAME);
        if (tok == LT && types) {
            int open = start;
            typeArguments();
            nodes.push(nodes.leaf(Kind.TYPE_ARGUMENTS, open, prevEnd), Field.TYPE_ARGUMENTS);
        }
        while (tok != GT && tok != SLASH) nodes.push(attribute(), Field.ATTRIBUTE);
        if (tok == SLASH) {
            next();
            if (tok != GT) throw fail();
            end(betweenTags);
            return node(Kind.JSX_SELF_CLOSING_ELEMENT, from, mark);
        }
        nextBetweenTags();
        nodes.push(node(Kind.JSX_OPENING_ELEMENT, from, mark), Field.OPEN_TAG);
        int closing = children();
        int closingMark = nodes.mark();
        nodes.push(tagName(), Field.NAME);
        if (!sameName(name, nodes.waiting(closingMark)) || tok != GT) throw fail();
        end(betweenTags);
        nodes.push(node(Kind.JSX_CLOSING_ELEMENT, closing, closingMark), Field.CLOSE_TAG);
        return node(Kind.JSX_ELEMENT, from, mark);
    }

    private boolean sameName(int one, int other) {
        int length = nodes.end(one) - nodes.start(one);
        if (nodes.end(other) - nodes.start(other) != length) return false;
        for (int i = 0; i < length; i++) if (bytes[nodes.start(one) + i] != bytes[nodes.start(other) + i]) return false;
        return true;
    }

    /** Accepts the angle that ends an element. */
    private void end(boolean betweenTags) {
        if (betweenTags) nextBetweenTags();
        else next();
    }

    /** Reads what stands between tags, up to what follows {@code </}; the start of that. */
    private int children() {
        for (; ; ) {
            switch (tok) {
                case JSX_TEXT -> {
                    nodes.push(nodes.leaf(Kind.JSX_TEXT, start, end), Field.NONE);
                    nextBetweenTags();
                }
                case OPEN_BRACE -> nodes.push(expressionHole(true), Field.NONE);
                case LT -> {
                    int from = start;
                    if (closes()) {
                        next();
                        next();
                        return from;
                    }
                    nodes.push(element(true), Field.NONE);
                }
                default -> throw fail();
            }
        }
    }

    private boolean closes() {
        return (bytes[end] == '/' && bytes[end + 1] != '/' && bytes[end + 1] != '*') || peek() == SLASH;
    }

    /** An expression, or nothing, or spread children in braces. */
    private int expressionHole(boolean betweenTags) {
        int from = start;
        int mark = nodes.mark();
        next();
        if (tok == ELLIPSIS) nodes.push(spread(), Field.NONE);
        else if (tok != CLOSE_BRACE) nodes.push(expression(), Field.NONE);
        if (tok != CLOSE_BRACE) throw fail();
        end(betweenTags);
        return node(Kind.JSX_EXPRESSION, from, mark);
    }

    private int tagName() {
        if (!word(tok)) throw fail();
        boolean self = tok == THIS;
        int name = simpleName(self ? Kind.THIS : Kind.IDENTIFIER);
        while (tok == DOT) {
            int from = nodes.start(name);
            int mark = nodes.mark();
            next();
            if (!word(tok)) throw fail();
            nodes.push(name, Field.OBJECT);
            nodes.push(simpleName(Kind.PROPERTY_IDENTIFIER), Field.PROPERTY);
            name = node(Kind.MEMBER_EXPRESSION, from, mark);
        }
        return name;
    }

    /** A name that may hold hyphens and one colon. */
    private int simpleName(int kind) {
        int from = start;
        rescanTagName();
        next();
        if (tok == COLON) {
            next();
            if (!word(tok)) throw fail();
            rescanTagName();
            next();
        }
        return nodes.leaf(kind, from, prevEnd);
    }

    private int attribute() {
        int from = start;
        int mark = nodes.mark();
        if (tok == OPEN_BRACE) return expressionHole(false);
        if (!word(tok)) throw fail();
        rescanTagName();
        next();
        if (tok == COLON) {
            next();
            if (!word(tok)) throw fail();
            rescanTagName();
            next();
        }
        nodes.push(nodes.leaf(Kind.PROPERTY_IDENTIFIER, from, prevEnd), Field.NAME);
        if (tok == ASSIGN) {
            nextAttributeValue();
            nodes.push(attributeValue(), Field.VALUE);
        }
        return node(Kind.JSX_ATTRIBUTE, from, mark);
    }

    private int attributeValue() {
        return switch (tok) {
            case STRING -> {
                int from = start;
                int mark = nodes.mark();
                if (end - start > 2) nodes.push(nodes.leaf(Kind.STRING_FRAGMENT, start + 1, end - 1), Field.NONE);
                next();
                yield node(Kind.STRING, from, mark);
            }
            case OPEN_BRACE -> expressionHole(false);
            case LT -> element(false);
            default -> throw fail();
        };
    }
}
