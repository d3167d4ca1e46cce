package io.github.assaymark.facts.typescript;

/** Declarations, and the parser of a whole file. Used once. */
final class Parser extends StatementGrammar {
    Parser(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    /** Reads the file; the root. */
    int program() {
        if (bytes[end] == '#' && bytes[end + 1] == '!') {
            int from = end;
            while (end < limit && bytes[end] != '\n') end++;
            nodes.push(nodes.leaf(Kind.HASH_BANG_LINE, from, end), Field.NONE);
        }
        scan();
        while (tok != EOF) {
            sequence(Item.STATEMENT);
            if (tok == EOF) break;
            int from = start;
            nodes.push(leaf(Kind.ERROR), Field.NONE);
            damaged(from, prevEnd);
            depth = 0;
        }
        return nodes.node(Kind.PROGRAM, 0, limit, 0);
    }

    @Override
    void item(Item what) {
        switch (what) {
            case ARGUMENT -> nodes.push(tok == ELLIPSIS ? spread() : assignment(), Field.NONE);
            case ELEMENT -> {
                if (tok != COMMA) nodes.push(tok == ELLIPSIS ? spread() : assignment(), Field.NONE);
            }
            case PROPERTY -> nodes.push(property(), Field.NONE);
            case STATEMENT -> nodes.push(statement(), Field.NONE);
            case MEMBER -> member();
            case ENUM_MEMBER -> nodes.push(enumMember(), Field.NONE);
            case SPECIFIER -> nodes.push(specifier(), Field.NONE);
        }
    }

    @Override
    boolean startsDeclaration() {
        switch (tok) {
            case VAR, FUNCTION, CLASS, ENUM, CONST -> {
                return true;
            }
            case LET -> {
                int after = peek();
                return identifier(after) || after == OPEN_BRACE || after == OPEN_BRACKET;
            }
            case ASYNC -> {
                return peek() == FUNCTION && !peekedNewline;
            }
            case ABSTRACT -> {
                return peek() == CLASS && !peekedNewline;
            }
            case INTERFACE, TYPE -> {
                return identifier(peek()) && !peekedNewline;
            }
            case NAMESPACE, MODULE -> {
                int after = peek();
                return (identifier(after) || (after == STRING && tok == MODULE)) && !peekedNewline;
            }
            case GLOBAL -> {
                return peek() == OPEN_BRACE && (has(AMBIENT) || !peekedNewline);
            }
            case DECLARE -> {
                return declares();
            }
            case USING, AWAIT -> {
                return startsUsing();
            }
            default -> {
                return false;
            }
        }
    }

    private boolean declares() {
        int after = peek();
        if (peekedNewline) return false;
        return switch (after) {
            case VAR,
                    FUNCTION,
                    CLASS,
                    ENUM,
                    CONST,
                    LET,
                    ASYNC,
                    ABSTRACT,
                    INTERFACE,
                    TYPE,
                    NAMESPACE,
                    MODULE,
                    GLOBAL,
                    IMPORT,
                    USING -> true;
            default -> false;
        };
    }

    @Override
    boolean startsUsing() {
        int after = peek();
        if (tok == USING) return !peekedNewline && identifier(after) && after != IN && after != INSTANCEOF;
        if (tok != AWAIT || after != USING || peekedNewline) return false;
        int[] place = speculate();
        next();
        after = peek();
        boolean starts = !peekedNewline && identifier(after) && after != IN;
        undo(place);
        return starts;
    }

    @Override
    int declaration(int from, int mark) {
        switch (tok) {
            case FUNCTION -> {
                return functionDeclaration(from, mark, false);
            }
            case ASYNC -> {
                flag(Field.ASYNC);
                return functionDeclaration(from, mark, true);
            }
            case CLASS -> {
                return classRest(Kind.CLASS_DECLARATION, from, mark);
            }
            case ABSTRACT -> {
                flag(Field.ABSTRACT);
                return classRest(Kind.ABSTRACT_CLASS_DECLARATION, from, mark);
            }
            case AT -> {
                while (tok == AT) nodes.push(decorator(), Field.DECORATOR);
                return declaration(from, mark);
            }
            case ENUM -> {
                return enumeration(from, mark);
            }
            case CONST -> {
                if (peek() != ENUM) return variables(from, mark);
                next();
                return enumeration(from, mark);
            }
            case INTERFACE -> {
                return interfaceDeclaration(from, mark);
            }
            case TYPE -> {
                return typeAlias(from, mark);
            }
            case NAMESPACE, MODULE -> {
                return namespace(from, mark);
            }
            case GLOBAL -> {
                next();
                nodes.push(block(), Field.BODY);
                return node(Kind.AMBIENT_DECLARATION, from, mark);
            }
            case DECLARE -> {
                return ambient(from, mark);
            }
            default -> {
                return variables(from, mark);
            }
        }
    }

    private int ambient(int from, int mark) {
        enter();
        int flagsThen = flags;
        flags |= AMBIENT;
        next();
        int inner = start;
        int innerMark = nodes.mark();
        if (tok == GLOBAL) {
            next();
            nodes.push(block(), Field.BODY);
        } else if (tok == IMPORT) nodes.push(importStatement(inner, innerMark), Field.DECLARATION);
        else nodes.push(declaration(inner, innerMark), Field.DECLARATION);
        flags = flagsThen;
        leave();
        return node(Kind.AMBIENT_DECLARATION, from, mark);
    }

    private int interfaceDeclaration(int from, int mark) {
        next();
        if (!identifier(tok)) throw fail();
        nodes.push(leaf(Kind.IDENTIFIER), Field.NAME);
        if (tok == LT) typeParameters();
        while (tok == EXTENDS || tok == IMPLEMENTS) {
            next();
            do type();
            while (take(COMMA));
        }
        objectType();
        return node(Kind.INTERFACE_DECLARATION, from, mark);
    }

    private int typeAlias(int from, int mark) {
        next();
        nodes.push(leaf(Kind.IDENTIFIER), Field.NAME);
        if (tok == LT) typeParameters();
        expect(ASSIGN);
        type();
        endStatement();
        return node(Kind.TYPE_ALIAS_DECLARATION, from, mark);
    }

    private int namespace(int from, int mark) {
        boolean module = tok == MODULE;
        next();
        if (tok == STRING) {
            nodes.push(string(), Field.NAME);
            if (tok == OPEN_BRACE) nodes.push(block(), Field.BODY);
            else endStatement();
            return node(Kind.MODULE, from, mark);
        }
        int nameFrom = start;
        int name = leaf(Kind.IDENTIFIER);
        while (tok == DOT) {
            int nameMark = nodes.mark();
            next();
            if (!word(tok)) throw fail();
            nodes.push(name, Field.OBJECT);
            nodes.push(leaf(Kind.PROPERTY_IDENTIFIER), Field.PROPERTY);
            name = node(Kind.MEMBER_EXPRESSION, nameFrom, nameMark);
        }
        nodes.push(name, Field.NAME);
        nodes.push(block(), Field.BODY);
        return node(module ? Kind.MODULE : Kind.INTERNAL_MODULE, from, mark);
    }

    /** The current token is {@code var}, {@code let}, {@code const}, {@code using} or {@code await using}. */
    private int variables(int from, int mark) {
        boolean lexical = tok != VAR;
        if (tok == AWAIT) next();
        next();
        int nameFrom = start;
        int node = declarators(binding(), nameFrom, mark, from, lexical);
        endStatement();
        return nodes.extend(node, prevEnd);
    }

    @Override
    int variables(int binding, int bindingFrom, int mark, int from) {
        return declarators(binding, bindingFrom, mark, from, bytes[from] != 'v');
    }

    private int declarators(int binding, int bindingFrom, int mark, int from, boolean lexical) {
        int name = binding;
        int nameFrom = bindingFrom;
        for (; ; ) {
            int declarator = nodes.mark();
            nodes.push(name, Field.NAME);
            if (tok == NOT) next();
            if (tok == COLON) nodes.push(annotation(), Field.TYPE);
            if (take(ASSIGN)) nodes.push(assignment(), Field.VALUE);
            nodes.push(node(Kind.VARIABLE_DECLARATOR, nameFrom, declarator), Field.NONE);
            if (!take(COMMA)) break;
            nameFrom = start;
            name = binding();
        }
        return node(lexical ? Kind.LEXICAL_DECLARATION : Kind.VARIABLE_DECLARATION, from, mark);
    }
}
