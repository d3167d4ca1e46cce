package io.github.assaymark.facts.typescript;

/** Lists of things, each of which may be damaged without harm to the others. */
abstract class Recovery extends TypeGrammar {
    private static final int LONGEST_INDENT = 400;

    /** What a list is made of. */
    enum Item {
        ARGUMENT,
        ELEMENT,
        PROPERTY,
        STATEMENT,
        MEMBER,
        ENUM_MEMBER,
        SPECIFIER
    }

    Recovery(byte[] padded, int from, int limit, Fuel fuel, int maxDepth, Dialect dialect) {
        super(padded, from, limit, fuel, maxDepth, dialect);
    }

    /** Reads one thing and lets it wait for its parent. */
    abstract void item(Item what);

    /** Things with commas between, up to the closing bracket and with it. */
    final void list(Item what, int closer) {
        while (tok != closer && tok != EOF) {
            int before = start;
            guarded(what);
            if (tok == COMMA) {
                next();
                continue;
            }
            if (tok == closer || speculating() || closesElsewhere()) break;
            if (newline && start > before) damaged(prevEnd, start);
            else skipped(start, nodes.mark(), depth, false);
            if (tok == COMMA) next();
            else if (start == before) break;
        }
        close(closer);
    }

    /** Statements or members up to a closing brace, which stays, or up to the end. */
    final void sequence(Item what) {
        while (tok != CLOSE_BRACE && tok != EOF && !closesAround()) guarded(what);
    }

    /** Whether the token closes the bracket around the innermost brace, which therefore lacks its end. */
    private boolean closesAround() {
        return (tok == CLOSE_PAREN || tok == CLOSE_BRACKET)
                && !speculating()
                && depth > 1
                && brackets[depth - 1] == OPEN_BRACE
                && brackets[depth - 2] - OPEN_PAREN == tok - CLOSE_PAREN;
    }

    /** Reads one thing; what is damaged becomes an error. */
    final void guarded(Item what) {
        int from = start;
        int mark = nodes.mark();
        int depthThen = depth;
        int flagsThen = flags;
        int levelThen = level;
        try {
            item(what);
        } catch (Failure failure) {
            if (speculating()) throw failure;
            flags = flagsThen;
            level = levelThen;
            skipped(from, mark, depthThen, what == Item.STATEMENT || what == Item.MEMBER);
        }
    }

    /** Skips what is not understood; what was understood of it becomes the children of an error. */
    final void skipped(int from, int mark, int outer, boolean statement) {
        int moved = start;
        skip(outer, statement, from);
        if (start == moved && start == from && tok != EOF && statement) {
            int keep = depth;
            next();
            depth = keep;
        }
        depth = outer;
        int to = prevEnd;
        if (to <= from) {
            if (nodes.mark() > mark) nodes.drop(mark);
            damaged(prevEnd, Math.min(limit, Math.max(prevEnd + 1, start)));
            return;
        }
        nodes.push(node(Kind.ERROR, from, mark), Field.NONE);
        damaged(from, to);
    }

    private void skip(int outer, boolean statement, int from) {
        while (tok != EOF) {
            if (closer(tok)) {
                int opener = opener(outer);
                if (opener >= 0) {
                    depth = opener + 1;
                    if (brackets[opener] == TEMPLATE_HEAD) rescanTemplate();
                    boolean brace = tok == CLOSE_BRACE;
                    next();
                    if (statement && brace && depth == outer && newline) return;
                    continue;
                }
                if (!statement || (tok == CLOSE_BRACE && outer > 0)) return;
                int keep = depth;
                next();
                depth = keep;
                continue;
            }
            if (tok == COMMA && !statement && depth == outer) return;
            if (tok == SEMICOLON && depth == outer) {
                if (statement) next();
                return;
            }
            if (newline && start > from && resumes(outer, statement, from)) return;
            if ((tok == SLASH || tok == DIV_ASSIGN) && beforeRegex(prevTok)) rescanRegex();
            next();
        }
    }

    private boolean resumes(int outer, boolean statement, int from) {
        if (!statement) return depth == outer && startsStatement(tok) && tok < FIRST_CONTEXTUAL && tok != AT;
        if (depth == outer) return (word(tok) || tok == AT || tok == PRIVATE) && !beforeRegex(prevTok);
        return (word(tok) || tok == AT) && indent(start) <= indent(from);
    }

    /** Where the bracket that the current token closes stands among the open ones, not below {@code outer}; or -1. */
    private int opener(int outer) {
        for (int i = depth - 1; i >= outer; i--) {
            int open = brackets[i];
            if (tok == CLOSE_BRACE) {
                if (open == OPEN_BRACE || open == TEMPLATE_HEAD) return i;
            } else if (open == OPEN_BRACE || open == TEMPLATE_HEAD) return -1;
            else if (open - OPEN_PAREN == tok - CLOSE_PAREN) return i;
        }
        return -1;
    }

    /** Bytes before the place on its line. */
    private int indent(int offset) {
        int p = offset;
        while (p > 0 && bytes[p - 1] != '\n' && offset - p < LONGEST_INDENT) p--;
        return offset - p;
    }
}
