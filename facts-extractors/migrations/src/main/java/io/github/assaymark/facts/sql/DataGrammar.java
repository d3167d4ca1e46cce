package io.github.assaymark.facts.sql;

/** Statements that change rows, and COPY. */
final class DataGrammar {
    private final SqlCursor cursor;

    DataGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    Ddl change() {
        String verb = cursor.name();
        if (verb.equals("insert") || verb.equals("merge")) cursor.expect("into");
        if (verb.equals("delete")) cursor.expect("from");
        cursor.take("only");
        RelationName table = cursor.relation();
        boolean filtered = verb.equals("insert") || verb.equals("merge") || cursor.mentionsOutside("where");
        cursor.rest();
        return new Ddl.Change(verb, table, filtered);
    }

    /** The statement behind common table expressions; one that changes data within them counts first. */
    Ddl with() {
        cursor.expect("with");
        cursor.take("recursive");
        Ddl inside = null;
        do {
            cursor.name();
            if (cursor.sees('(')) cursor.columns();
            cursor.expect("as");
            cursor.take("not");
            cursor.take("materialized");
            cursor.expect('(');
            if (inside == null && (cursor.sees("insert") || cursor.sees("update") || cursor.sees("delete"))) {
                int from = cursor.at();
                cursor.skipTo(true);
                int to = cursor.at();
                cursor.back(from);
                inside = change(to);
            }
            cursor.skipTo(true);
            cursor.expect(')');
            while (cursor.sees("search") || cursor.sees("cycle")) {
                while (!cursor.done() && !cursor.sees(',') && !cursor.sees("select")) cursor.skip();
            }
        } while (cursor.take(','));
        if (inside != null) {
            cursor.rest();
            return inside;
        }
        return DdlGrammar.statement(cursor);
    }

    private Ddl change(int to) {
        String verb = cursor.name();
        if (!verb.equals("update")) cursor.skip();
        cursor.take("only");
        RelationName table = cursor.relation();
        boolean filtered = verb.equals("insert");
        while (cursor.at() < to) {
            filtered |= cursor.sees("where");
            cursor.skip();
        }
        return new Ddl.Change(verb, table, filtered);
    }

    Ddl copy() {
        if (cursor.sees('(')) {
            boolean program = cursor.mentionsOutside("program");
            cursor.rest();
            return new Ddl.Copy(null, program, false);
        }
        RelationName table = cursor.relation();
        if (cursor.sees('(')) cursor.parenthesized();
        boolean into = "from".equals(cursor.takeAny("from", "to"));
        boolean program = cursor.sees("program");
        cursor.rest();
        return new Ddl.Copy(table, program, into);
    }
}
