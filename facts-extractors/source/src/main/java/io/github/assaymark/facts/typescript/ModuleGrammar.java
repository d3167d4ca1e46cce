package io.github.assaymark.facts.typescript;

/** Imports and exports. */
abstract class ModuleGrammar extends ClassGrammar {
    ModuleGrammar(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    /** A statement that may follow {@code export}; marks and decorators wait for it since the mark. */
    abstract int declaration(int from, int mark);

    abstract boolean startsDeclaration();

    /** Whether {@code import} starts a statement, not an expression. */
    final boolean importsStatement() {
        int after = peek();
        return after != OPEN_PAREN && after != DOT && after != LT;
    }

    final int importStatement(int from, int mark) {
        expect(IMPORT);
        if (tok == STRING) return imported(from, mark);
        if (tok == TYPE || tok == DEFER || tok == SOURCE) importPhase();
        if ((identifier(tok) && tok != FROM) || (tok == FROM && peek() != STRING)) {
            int clause = start;
            int clauseMark = nodes.mark();
            int name = leaf(Kind.IDENTIFIER);
            if (tok == ASSIGN) return importEquals(name, from, mark);
            nodes.push(name, Field.NONE);
            if (take(COMMA)) clause();
            nodes.push(node(Kind.IMPORT_CLAUSE, clause, clauseMark), Field.NONE);
        } else {
            int clause = start;
            int clauseMark = nodes.mark();
            clause();
            nodes.push(node(Kind.IMPORT_CLAUSE, clause, clauseMark), Field.NONE);
        }
        expect(FROM);
        if (tok != STRING) throw fail();
        return imported(from, mark);
    }

    /** Reads {@code type}, {@code defer} or {@code source} when it is a mark and no name. */
    private void importPhase() {
        boolean type = tok == TYPE;
        int after = peek();
        if (after == COMMA || after == ASSIGN) return;
        if (after == FROM) {
            int[] place = speculate();
            next();
            next();
            boolean name = tok == FROM || tok == ASSIGN;
            undo(place);
            if (!name) return;
        }
        if (type) nodes.push(leaf(Kind.TYPE), Field.TYPEONLY);
        else next();
    }

    private void clause() {
        if (tok == STAR) {
            int from = start;
            int mark = nodes.mark();
            next();
            expect(AS);
            if (!identifier(tok)) throw fail();
            nodes.push(leaf(Kind.IDENTIFIER), Field.NONE);
            nodes.push(node(Kind.NAMESPACE_IMPORT, from, mark), Field.NONE);
        } else if (tok == OPEN_BRACE) nodes.push(specifiers(Kind.NAMED_IMPORTS), Field.NONE);
        else throw fail();
    }

    private boolean exporting;

    private int specifiers(int kind) {
        int from = start;
        int mark = nodes.mark();
        exporting = kind == Kind.EXPORT_CLAUSE;
        expect(OPEN_BRACE);
        list(Item.SPECIFIER, CLOSE_BRACE);
        return node(kind, from, mark);
    }

    final int specifier() {
        int from = start;
        int mark = nodes.mark();
        if (tok == TYPE && typeOnlySpecifier()) nodes.push(leaf(Kind.TYPE), Field.TYPEONLY);
        nodes.push(specifierName(), Field.NAME);
        if (take(AS)) nodes.push(specifierName(), Field.ALIAS);
        if (tok != COMMA && tok != CLOSE_BRACE) throw fail();
        return node(exporting ? Kind.EXPORT_SPECIFIER : Kind.IMPORT_SPECIFIER, from, mark);
    }

    /** {@code type as as x}: which of the words are names. */
    private boolean typeOnlySpecifier() {
        int after = peek();
        if (after == STRING || (word(after) && after != AS)) return true;
        if (after != AS) return false;
        int[] place = speculate();
        next();
        next();
        boolean alone = tok == COMMA || tok == CLOSE_BRACE;
        boolean second = tok == AS;
        boolean result = alone;
        if (second) {
            next();
            result = word(tok);
        }
        undo(place);
        return result;
    }

    private int specifierName() {
        if (tok == STRING) return string();
        if (!word(tok)) throw fail();
        return leaf(Kind.IDENTIFIER);
    }

    /** The source of an import or export with its attributes, and the end of the statement. */
    private int imported(int from, int mark) {
        source();
        return node(Kind.IMPORT_STATEMENT, from, mark);
    }

    private void source() {
        nodes.push(string(), Field.SOURCE);
        if ((tok == WITH || (tok == NAME && !newline && end - start == 6)) && peek() == OPEN_BRACE) {
            next();
            nodes.push(object(), Field.ATTRIBUTES);
        }
        endStatement();
    }

    private int importEquals(int name, int from, int mark) {
        nodes.push(name, Field.NAME);
        next();
        nodes.push(leftHandSide(), Field.VALUE);
        endStatement();
        return node(Kind.IMPORT_EQUALS_DECLARATION, from, mark);
    }

    /** An export; decorators wait for it since the mark. */
    final int exportStatement(int from, int mark) {
        int decorators = nodes.mark() - mark;
        next();
        switch (tok) {
            case ASSIGN -> {
                nodes.push(leaf(Kind.OPERATOR), Field.OPERATOR);
                nodes.push(expression(), Field.VALUE);
                endStatement();
                return node(Kind.EXPORT_STATEMENT, from, mark);
            }
            case AS -> {
                int clause = start;
                int clauseMark = nodes.mark();
                next();
                expect(NAMESPACE);
                nodes.push(specifierName(), Field.NONE);
                nodes.push(node(Kind.NAMESPACE_EXPORT, clause, clauseMark), Field.NONE);
                endStatement();
                return node(Kind.EXPORT_STATEMENT, from, mark);
            }
            case STAR, OPEN_BRACE -> {
                return reExport(from, mark);
            }
            case TYPE -> {
                int after = peek();
                if (after == OPEN_BRACE || after == STAR) {
                    nodes.push(leaf(Kind.TYPE), Field.TYPEONLY);
                    return reExport(from, mark);
                }
                return exportedDeclaration(from, mark, decorators);
            }
            case DEFAULT -> {
                return exportDefault(from, mark, decorators);
            }
            case IMPORT -> {
                int inner = start;
                int innerMark = nodes.mark();
                nodes.push(importStatement(inner, innerMark), Field.DECLARATION);
                return node(Kind.EXPORT_STATEMENT, from, mark);
            }
            default -> {
                return exportedDeclaration(from, mark, decorators);
            }
        }
    }

    private int reExport(int from, int mark) {
        if (tok == STAR) {
            int clause = start;
            int clauseMark = nodes.mark();
            next();
            if (take(AS)) {
                nodes.push(specifierName(), Field.NONE);
                nodes.push(node(Kind.NAMESPACE_EXPORT, clause, clauseMark), Field.NONE);
            }
        } else nodes.push(specifiers(Kind.EXPORT_CLAUSE), Field.NONE);
        if (take(FROM)) {
            if (tok != STRING) throw fail();
            source();
        } else endStatement();
        return node(Kind.EXPORT_STATEMENT, from, mark);
    }

    private int exportedDeclaration(int from, int mark, int decorators) {
        int inner = decorators > 0 ? from : start;
        int innerMark = nodes.mark() - decorators;
        if (!startsDeclaration()) throw fail();
        int declaration = declaration(inner, innerMark);
        nodes.push(declaration, Field.DECLARATION);
        return node(Kind.EXPORT_STATEMENT, from, mark);
    }

    private int exportDefault(int from, int mark, int decorators) {
        int defaultStart = start;
        int defaultEnd = end;
        next();
        boolean declared = switch (tok) {
            case FUNCTION, CLASS, AT -> true;
            case ABSTRACT -> peek() == CLASS && !peekedNewline;
            case ASYNC -> peek() == FUNCTION && !peekedNewline;
            case INTERFACE -> identifier(peek()) && !peekedNewline;
            case ENUM -> true;
            default -> false;
        };
        int node;
        if (declared) {
            node = declaration(decorators > 0 ? from : start, nodes.mark() - decorators);
        } else {
            node = assignment();
            endStatement();
        }
        if (nodes.start(node) < defaultStart) nodes.push(node, Field.DECLARATION);
        else {
            nodes.push(nodes.leaf(Kind.IDENTIFIER, defaultStart, defaultEnd), Field.DEFAULT);
            nodes.push(node, declared ? Field.DECLARATION : Field.VALUE);
        }
        return node(Kind.EXPORT_STATEMENT, from, mark);
    }
}
