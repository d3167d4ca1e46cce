package io.github.assaymark.facts.typescript;

import java.util.Arrays;

/** Where the parser stands: the tokens, the nodes made so far, what surrounds the place, and going back. */
abstract class Cursor extends Lexer {
    /** {@code in} ends the expression, as in the head of a loop. */
    static final int NO_IN = 1;
    /** A colon after an arrow function's parameters may belong to a conditional or a case. */
    static final int COLON_FOLLOWS = 2;

    static final int ASYNC_BODY = 4;
    static final int GENERATOR_BODY = 8;
    /** Inside of some function. */
    static final int IN_FUNCTION = 16;
    /** An opening bracket ends the expression, as after a decorator. */
    static final int NO_SUBSCRIPT = 32;
    /** In a type: {@code extends} does not start a conditional type. */
    static final int NO_CONDITIONAL = 64;
    /** In an ambient declaration. */
    static final int AMBIENT = 128;

    /** Trees are higher than source is nested: a call in a call is three levels. */
    private static final int HEIGHT_PER_LEVEL = 4;

    final Nodes nodes;
    final boolean types;
    final boolean tags;
    int flags;
    int level;
    private final int maxLevel;
    private int speculations;
    private int[] damages = new int[16];
    private int damageCount;

    Cursor(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel);
        nodes = new Nodes(limit, Math.min(maxDepth * HEIGHT_PER_LEVEL, Short.MAX_VALUE - 1));
        maxLevel = maxDepth;
        types = dialect.types();
        tags = dialect.tags();
    }

    @Override
    final void damaged(int from, int to) {
        if (damageCount > 0 && damages[damageCount - 1] == to && damages[damageCount - 2] == from) return;
        if (damageCount == damages.length) damages = Arrays.copyOf(damages, damageCount * 2);
        damages[damageCount++] = from;
        damages[damageCount++] = to;
    }

    /** Pairs of first and last bytes, in the order in which they were found. */
    final int[] damages() {
        return Arrays.copyOf(damages, damageCount);
    }

    @Override
    final boolean speculating() {
        return speculations > 0;
    }

    final void enter() {
        if (++level > maxLevel) {
            if (speculating()) throw fail();
            throw new Refusal("it nests deeper than " + maxLevel + " levels");
        }
    }

    final void leave() {
        level--;
    }

    /** A place to come back to when what is tried fails. */
    final int[] speculate() {
        int[] place = place();
        int[] all = Arrays.copyOf(place, place.length + 5);
        all[place.length] = nodes.count();
        all[place.length + 1] = nodes.links();
        all[place.length + 2] = nodes.mark();
        all[place.length + 3] = level;
        all[place.length + 4] = flags;
        speculations++;
        return all;
    }

    final void succeeded() {
        speculations--;
    }

    final void undo(int[] all) {
        speculations--;
        goBack(all);
        int at = all.length - 5;
        nodes.forget(all[at], all[at + 1]);
        nodes.drop(all[at + 2]);
        level = all[at + 3];
        flags = all[at + 4];
    }

    final boolean has(int flag) {
        return (flags & flag) != 0;
    }

    final Failure fail() {
        return new Failure();
    }

    final boolean take(int token) {
        if (tok != token) return false;
        next();
        return true;
    }

    final void expect(int token) {
        if (tok != token) throw fail();
        next();
    }

    /** Accepts a closing bracket; one that is missing is noted as damage where something else closes or ends. */
    final void close(int token) {
        if (tok == token) {
            next();
            return;
        }
        if (speculating()) throw fail();
        if (!closesElsewhere()) throw fail();
        closeUnseen();
    }

    final boolean closesElsewhere() {
        return tok == EOF || tok == SEMICOLON || closer(tok) || (newline && (tok == DOT || startsStatement(tok)));
    }

    /** Goes on as if the innermost bracket had been closed. */
    final void closeUnseen() {
        damaged(prevEnd, Math.min(limit, Math.max(start, prevEnd + 1)));
        if (depth > 0) depth--;
    }

    /** Accepts the current token as a node without children. */
    final int leaf(int kind) {
        int node = nodes.leaf(kind, start, end);
        next();
        return node;
    }

    final int node(int kind, int from, int mark) {
        return nodes.node(kind, from, prevEnd, mark);
    }

    /** Accepts the current word as a mark of the node that waits for its parent. */
    final void flag(int field) {
        nodes.push(leaf(Kind.IDENTIFIER), field);
    }

    final boolean identifierHere() {
        return identifier(tok);
    }

    /** Ends a statement: by a semicolon, a closing brace or a new line. */
    final void endStatement() {
        if (tok == SEMICOLON) next();
        else if (!newline && tok != CLOSE_BRACE && tok != EOF) throw fail();
    }
}
