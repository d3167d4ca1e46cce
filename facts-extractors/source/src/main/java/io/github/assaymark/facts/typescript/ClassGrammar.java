package io.github.assaymark.facts.typescript;

/** Classes, their members, decorators, and enumerations. */
abstract class ClassGrammar extends FunctionGrammar {
    ClassGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    @Override
    final int decorator() {
        enter();
        int from = start;
        int mark = nodes.mark();
        next();
        int flagsThen = flags;
        flags = (flags & ~(NO_IN | COLON_FOLLOWS)) | NO_SUBSCRIPT;
        nodes.push(leftHandSide(), Field.NONE);
        flags = flagsThen;
        leave();
        return node(Kind.DECORATOR, from, mark);
    }

    @Override
    final int classExpression() {
        enter();
        int from = start;
        int mark = nodes.mark();
        while (tok == AT) nodes.push(decorator(), Field.DECORATOR);
        if (tok == ABSTRACT) flag(Field.ABSTRACT);
        int result = classRest(Kind.CLASS, from, mark);
        leave();
        return result;
    }

    /** A class; what stands before the word waits for it since the mark. */
    final int classRest(int kind, int from, int mark) {
        expect(CLASS);
        if (identifier(tok) && !(tok == IMPLEMENTS && word(peek()))) nodes.push(leaf(Kind.IDENTIFIER), Field.NAME);
        if (tok == LT) {
            int open = start;
            typeParameters();
            nodes.push(nodes.leaf(Kind.TYPE_PARAMETERS, open, prevEnd), Field.TYPE_PARAMETERS);
        }
        if (tok == EXTENDS || tok == IMPLEMENTS) nodes.push(heritage(), Field.HERITAGE);
        nodes.push(classBody(), Field.BODY);
        return node(kind, from, mark);
    }

    private int heritage() {
        int from = start;
        int mark = nodes.mark();
        while (tok == EXTENDS || tok == IMPLEMENTS) {
            int clause = start;
            int clauseMark = nodes.mark();
            boolean extending = tok == EXTENDS;
            next();
            if (tok == OPEN_BRACE) break;
            do {
                if (!extending) nodes.push(typeNode(Kind.TYPE), Field.TYPE);
                else {
                    int base = leftHandSide();
                    if (nodes.kind(base) == Kind.INSTANTIATION_EXPRESSION) {
                        nodes.push(nodes.child(base, 0), Field.VALUE);
                        nodes.push(nodes.child(base, 1), Field.TYPE_ARGUMENTS);
                        continue;
                    }
                    nodes.push(base, Field.VALUE);
                    if (tok == LT && types) {
                        int open = start;
                        typeArguments();
                        nodes.push(nodes.leaf(Kind.TYPE_ARGUMENTS, open, prevEnd), Field.TYPE_ARGUMENTS);
                    }
                }
            } while (take(COMMA));
            nodes.push(node(extending ? Kind.EXTENDS_CLAUSE : Kind.IMPLEMENTS_CLAUSE, clause, clauseMark), Field.NONE);
        }
        return node(Kind.CLASS_HERITAGE, from, mark);
    }

    private int classBody() {
        int from = start;
        int mark = nodes.mark();
        int flagsThen = flags;
        flags = (flags & AMBIENT) | IN_FUNCTION;
        openBrace();
        sequence(Item.MEMBER);
        close(CLOSE_BRACE);
        flags = flagsThen;
        return node(Kind.CLASS_BODY, from, mark);
    }

    abstract void openBrace();

    /** Reads a member and lets it wait for its class. */
    final void member() {
        if (tok == SEMICOLON) {
            next();
            return;
        }
        int from = start;
        int mark = nodes.mark();
        boolean async = false;
        boolean generator = false;
        boolean isAbstract = false;
        while (tok == AT) nodes.push(decorator(), Field.DECORATOR);
        for (int field = memberModifier(); field != Field.NONE; field = memberModifier()) {
            async |= field == Field.ASYNC;
            isAbstract |= field == Field.ABSTRACT;
            flag(field);
            while (tok == AT) nodes.push(decorator(), Field.DECORATOR);
        }
        if (tok == OPEN_BRACE && nodes.mark() > mark) {
            nodes.push(functionBody(false, false), Field.BODY);
            nodes.push(node(Kind.CLASS_STATIC_BLOCK, from, mark), Field.NONE);
            return;
        }
        if (tok == STAR) {
            next();
            generator = true;
        }
        if (tok == OPEN_BRACKET && indexSignature()) {
            bracketName();
            if (take(COLON)) type();
            endStatement();
            nodes.drop(mark);
            nodes.push(nodes.leaf(Kind.TYPE, from, prevEnd), Field.NONE);
            return;
        }
        nodes.push(propertyName(), Field.NAME);
        if (tok == QUESTION || tok == NOT) next();
        if (tok == OPEN_PAREN || tok == LT) nodes.push(method(from, mark, async, generator, isAbstract), Field.NONE);
        else nodes.push(fieldDefinition(from, mark), Field.NONE);
    }

    private int method(int from, int mark, boolean async, boolean generator, boolean isAbstract) {
        signatureNodes();
        if (tok != OPEN_BRACE && (newline || tok == SEMICOLON || tok == CLOSE_BRACE || tok == EOF)) {
            take(SEMICOLON);
            return node(isAbstract ? Kind.ABSTRACT_METHOD_SIGNATURE : Kind.METHOD_SIGNATURE, from, mark);
        }
        nodes.push(functionBody(async, generator), Field.BODY);
        return node(Kind.METHOD_DEFINITION, from, mark);
    }

    private int fieldDefinition(int from, int mark) {
        if (tok == COLON) nodes.push(annotation(), Field.TYPE);
        if (take(ASSIGN)) nodes.push(expression(), Field.VALUE);
        int node = node(Kind.PUBLIC_FIELD_DEFINITION, from, mark);
        if (tok == COMMA) next();
        else endStatement();
        return node;
    }

    private boolean indexSignature() {
        int[] place = speculate();
        next();
        boolean found = false;
        if (word(tok)) {
            next();
            found = tok == COLON || tok == IN;
        }
        undo(place);
        return found;
    }

    private int memberModifier() {
        int field = switch (tok) {
            case STATIC -> Field.STATIC;
            case ABSTRACT -> Field.ABSTRACT;
            case OVERRIDE -> Field.OVERRIDE;
            case READONLY -> Field.READONLY;
            case DECLARE -> Field.DECLARE;
            case PUBLIC, PRIVATE_WORD, PROTECTED -> Field.ACCESSIBILITY;
            case ASYNC -> Field.ASYNC;
            case GET, SET, ACCESSOR -> Field.ACCESSOR;
            default -> Field.NONE;
        };
        if (field == Field.NONE) return field;
        int after = peek();
        if (after == OPEN_BRACE) return field == Field.STATIC ? field : Field.NONE;
        if (!namedAfter(after) && after != AT) return Field.NONE;
        boolean sameLine = field == Field.STATIC || field == Field.ACCESSIBILITY || tok == GET || tok == SET;
        return peekedNewline && !sameLine ? Field.NONE : field;
    }

    final int enumeration(int from, int mark) {
        expect(ENUM);
        if (!identifier(tok)) throw fail();
        nodes.push(leaf(Kind.IDENTIFIER), Field.NAME);
        int body = start;
        int bodyMark = nodes.mark();
        openBrace();
        list(Item.ENUM_MEMBER, CLOSE_BRACE);
        nodes.push(node(Kind.ENUM_BODY, body, bodyMark), Field.BODY);
        return node(Kind.ENUM_DECLARATION, from, mark);
    }

    final int enumMember() {
        int from = start;
        int mark = nodes.mark();
        int name = propertyName();
        if (tok != ASSIGN) return name;
        nodes.push(name, Field.NAME);
        next();
        nodes.push(assignment(), Field.VALUE);
        return node(Kind.ENUM_ASSIGNMENT, from, mark);
    }
}
