package io.github.assaymark.facts.typescript;

/** What values are bound to: names, patterns, parameters; and expressions that turn out to be such. */
abstract class PatternGrammar extends Recovery {
    PatternGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    abstract int assignment();

    abstract int propertyName();

    abstract int decorator();

    /** A name or a pattern. */
    final int binding() {
        if (identifier(tok)) return leaf(Kind.IDENTIFIER);
        if (tok == OPEN_BRACE) return objectPattern();
        if (tok == OPEN_BRACKET) return arrayPattern();
        throw fail();
    }

    private int objectPattern() {
        enter();
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        next();
        while (tok != CLOSE_BRACE) {
            nodes.push(patternProperty(), Field.NONE);
            if (!take(COMMA)) break;
        }
        flags = flagsThen;
        close(CLOSE_BRACE);
        leave();
        return node(Kind.OBJECT_PATTERN, from, mark);
    }

    private int patternProperty() {
        int from = start;
        int mark = nodes.mark();
        if (tok == ELLIPSIS) return rest();
        boolean plain = identifier(tok);
        int name = propertyName();
        if (take(COLON)) {
            nodes.push(name, Field.KEY);
            nodes.push(bindingWithDefault(), Field.VALUE);
            return node(Kind.PAIR_PATTERN, from, mark);
        }
        if (!plain) throw fail();
        nodes.become(name, Kind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN);
        if (!take(ASSIGN)) return name;
        nodes.push(name, Field.LEFT);
        nodes.push(assignment(), Field.RIGHT);
        return node(Kind.OBJECT_ASSIGNMENT_PATTERN, from, mark);
    }

    private int rest() {
        int from = start;
        int mark = nodes.mark();
        next();
        nodes.push(binding(), Field.NONE);
        return node(Kind.REST_PATTERN, from, mark);
    }

    private int bindingWithDefault() {
        int from = start;
        int mark = nodes.mark();
        int target = binding();
        if (!take(ASSIGN)) return target;
        nodes.push(target, Field.LEFT);
        nodes.push(assignment(), Field.RIGHT);
        return node(Kind.ASSIGNMENT_PATTERN, from, mark);
    }

    private int arrayPattern() {
        enter();
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        next();
        while (tok != CLOSE_BRACKET) {
            if (take(COMMA)) continue;
            nodes.push(tok == ELLIPSIS ? rest() : bindingWithDefault(), Field.NONE);
            if (!take(COMMA)) break;
        }
        flags = flagsThen;
        close(CLOSE_BRACKET);
        leave();
        return node(Kind.ARRAY_PATTERN, from, mark);
    }

    /** Forgets what only matters outside of brackets; the flags to set back afterwards. */
    final int inBrackets() {
        int then = flags;
        flags &= ~(NO_IN | COLON_FOLLOWS | NO_SUBSCRIPT);
        return then;
    }

    final int parameters() {
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        expect(OPEN_PAREN);
        while (tok != CLOSE_PAREN) {
            nodes.push(parameter(), Field.NONE);
            if (!take(COMMA)) break;
        }
        flags = flagsThen;
        close(CLOSE_PAREN);
        return node(Kind.FORMAL_PARAMETERS, from, mark);
    }

    private int parameter() {
        int from = start;
        int mark = nodes.mark();
        while (tok == AT) nodes.push(decorator(), Field.DECORATOR);
        for (int field = parameterModifier(); field != Field.NONE; field = parameterModifier()) flag(field);
        if (tok == ELLIPSIS) nodes.push(rest(), Field.PATTERN);
        else if (tok == THIS) nodes.push(leaf(Kind.THIS), Field.PATTERN);
        else nodes.push(binding(), Field.PATTERN);
        return parameterEnd(from, mark);
    }

    /** The rest of a parameter whose pattern waits for it. */
    final int parameterEnd(int from, int mark) {
        boolean optional = take(QUESTION);
        if (tok == COLON) nodes.push(annotation(), Field.TYPE);
        if (take(ASSIGN)) nodes.push(assignment(), Field.VALUE);
        return node(optional ? Kind.OPTIONAL_PARAMETER : Kind.REQUIRED_PARAMETER, from, mark);
    }

    private int parameterModifier() {
        int field = switch (tok) {
            case PUBLIC, PRIVATE_WORD, PROTECTED -> Field.ACCESSIBILITY;
            case READONLY -> Field.READONLY;
            case OVERRIDE -> Field.OVERRIDE;
            default -> Field.NONE;
        };
        if (field == Field.NONE) return field;
        int after = peek();
        return word(after) || after == OPEN_BRACE || after == OPEN_BRACKET ? field : Field.NONE;
    }

    /** Makes a pattern of an expression that turned out to be assigned to. */
    final void toPattern(int node) {
        switch (nodes.kind(node)) {
            case Kind.OBJECT -> nodes.become(node, Kind.OBJECT_PATTERN);
            case Kind.ARRAY -> nodes.become(node, Kind.ARRAY_PATTERN);
            case Kind.PAIR -> nodes.become(node, Kind.PAIR_PATTERN);
            case Kind.SPREAD_ELEMENT -> nodes.become(node, Kind.REST_PATTERN);
            case Kind.SHORTHAND_PROPERTY_IDENTIFIER -> {
                nodes.become(node, Kind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN);
                return;
            }
            case Kind.ASSIGNMENT_EXPRESSION -> {
                nodes.become(node, Kind.ASSIGNMENT_PATTERN);
                nodes.dropMiddle(node);
                toPattern(nodes.child(node, 0));
                return;
            }
            default -> {
                return;
            }
        }
        boolean pair = nodes.kind(node) == Kind.PAIR_PATTERN;
        for (int i = pair ? 1 : 0; i < nodes.children(node); i++) toPattern(nodes.child(node, i));
    }

    /** The parameter that an element of a list in parentheses turned out to be. */
    final int toParameter(int node) {
        int kind = nodes.kind(node);
        if (kind == Kind.REQUIRED_PARAMETER || kind == Kind.OPTIONAL_PARAMETER || kind == Kind.ERROR) return node;
        if (kind == Kind.ASSIGNMENT_EXPRESSION) {
            nodes.become(node, Kind.REQUIRED_PARAMETER);
            nodes.dropMiddle(node);
            nodes.field(nodes.child(node, 0), Field.PATTERN);
            nodes.field(nodes.child(node, 1), Field.VALUE);
            toPattern(nodes.child(node, 0));
            return node;
        }
        toPattern(node);
        int mark = nodes.mark();
        nodes.push(node, Field.PATTERN);
        return nodes.node(Kind.REQUIRED_PARAMETER, nodes.start(node), nodes.end(node), mark);
    }
}
