package io.github.assaymark.facts.typescript;

/** Functions, the members of objects and what they have in common. */
abstract class FunctionGrammar extends TagGrammar {
    FunctionGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    abstract int block();

    /** A function expression; an {@code async} waits for it since the mark. The current token is {@code function}. */
    @Override
    final int functionExpression(int from, int mark) {
        boolean async = nodes.mark() > mark;
        next();
        boolean generator = take(STAR);
        if (identifier(tok)) nodes.push(leaf(Kind.IDENTIFIER), Field.NAME);
        signatureNodes();
        nodes.push(functionBody(async, generator), Field.BODY);
        return node(generator ? Kind.GENERATOR_FUNCTION : Kind.FUNCTION_EXPRESSION, from, mark);
    }

    /** A function declaration, or a signature of one; an {@code async} waits for it since the mark. */
    final int functionDeclaration(int from, int mark, boolean async) {
        expect(FUNCTION);
        boolean generator = take(STAR);
        if (identifier(tok)) nodes.push(leaf(Kind.IDENTIFIER), Field.NAME);
        signatureNodes();
        if (tok != OPEN_BRACE && (newline || tok == SEMICOLON || tok == CLOSE_BRACE || tok == EOF)) {
            take(SEMICOLON);
            return node(Kind.FUNCTION_SIGNATURE, from, mark);
        }
        nodes.push(functionBody(async, generator), Field.BODY);
        return node(generator ? Kind.GENERATOR_FUNCTION_DECLARATION : Kind.FUNCTION_DECLARATION, from, mark);
    }

    /** Type parameters, parameters and return type. */
    final void signatureNodes() {
        if (tok == LT || tok == SHL) {
            int from = start;
            typeParameters();
            nodes.push(nodes.leaf(Kind.TYPE_PARAMETERS, from, prevEnd), Field.TYPE_PARAMETERS);
        }
        nodes.push(parameters(), Field.PARAMETERS);
        if (tok == COLON) nodes.push(annotation(), Field.RETURN_TYPE);
    }

    @Override
    final int functionBody(boolean async, boolean generator) {
        int flagsThen = flags;
        flags = (flags & AMBIENT) | IN_FUNCTION | (async ? ASYNC_BODY : 0) | (generator ? GENERATOR_BODY : 0);
        int body = block();
        flags = flagsThen;
        return body;
    }

    /** The name of a member; as a reference when it stands alone, which the caller then says. */
    @Override
    final int propertyName() {
        if (word(tok)) return leaf(Kind.PROPERTY_IDENTIFIER);
        switch (tok) {
            case STRING -> {
                return string();
            }
            case NUMBER -> {
                return leaf(Kind.NUMBER);
            }
            case PRIVATE -> {
                return leaf(Kind.PRIVATE_PROPERTY_IDENTIFIER);
            }
            case OPEN_BRACKET -> {
                int from = start;
                int mark = nodes.mark();
                int flagsThen = inBrackets();
                next();
                nodes.push(expression(), Field.NONE);
                flags = flagsThen;
                close(CLOSE_BRACKET);
                return node(Kind.COMPUTED_PROPERTY_NAME, from, mark);
            }
            default -> throw fail();
        }
    }

    @Override
    final int object() {
        int from = start;
        int mark = nodes.mark();
        int flagsThen = inBrackets();
        next();
        list(Item.PROPERTY, CLOSE_BRACE);
        flags = flagsThen;
        return node(Kind.OBJECT, from, mark);
    }

    /** A member of an object literal. */
    final int property() {
        if (tok == ELLIPSIS) return spread();
        int from = start;
        int mark = nodes.mark();
        boolean async = false;
        boolean generator = false;
        if (tok == ASYNC && namedAfter(peek())) {
            flag(Field.ASYNC);
            async = true;
        } else if ((tok == GET || tok == SET) && namedAfter(peek())) flag(Field.ACCESSOR);
        if (tok == STAR) {
            next();
            generator = true;
        }
        boolean plain = identifier(tok);
        int name = propertyName();
        switch (tok) {
            case COLON -> {
                nodes.push(name, Field.KEY);
                next();
                nodes.push(assignment(), Field.VALUE);
                return node(Kind.PAIR, from, mark);
            }
            case OPEN_PAREN, LT -> {
                nodes.push(name, Field.NAME);
                signatureNodes();
                nodes.push(functionBody(async, generator), Field.BODY);
                return node(Kind.METHOD_DEFINITION, from, mark);
            }
            default -> {
                if (!plain) throw fail();
                if (tok != ASSIGN) {
                    if (tok != COMMA && tok != CLOSE_BRACE && !closesElsewhere()) throw fail();
                    nodes.become(name, Kind.SHORTHAND_PROPERTY_IDENTIFIER);
                    return name;
                }
                nodes.become(name, Kind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN);
                nodes.push(name, Field.LEFT);
                next();
                nodes.push(assignment(), Field.RIGHT);
                return node(Kind.OBJECT_ASSIGNMENT_PATTERN, from, mark);
            }
        }
    }

    /** Whether a token after a word shows that the word was a modifier. */
    final boolean namedAfter(int token) {
        return word(token)
                || token == STRING
                || token == NUMBER
                || token == OPEN_BRACKET
                || token == PRIVATE
                || token == STAR;
    }
}
