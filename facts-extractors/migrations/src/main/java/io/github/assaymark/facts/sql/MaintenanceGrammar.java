package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** COMMENT, TRUNCATE, LOCK, REINDEX, CLUSTER, VACUUM and ANALYZE. */
final class MaintenanceGrammar {
    private final SqlCursor cursor;

    MaintenanceGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    Ddl comment() {
        @Nullable String two = null;
        for (String[] words : new String[][] {{"materialized", "view"}, {"foreign", "table"}, {"event", "trigger"}}) {
            if (cursor.take(words)) two = String.join(" ", words);
        }
        String kind = two == null ? cursor.name() : two;
        RelationName name = new RelationName(null, "");
        if (cursor.seesName()) name = kind.equals("column") ? ofColumn() : cursor.relation();
        if (cursor.take("on")) {
            if (cursor.take("domain")) kind = "domain constraint";
            name = cursor.relation();
        }
        cursor.rest();
        return new Ddl.Comment(kind, name);
    }

    /** The table of a column. */
    private RelationName ofColumn() {
        List<String> names = new ArrayList<>();
        do names.add(cursor.name());
        while (cursor.take('.'));
        int table = names.size() - 2;
        if (table < 0) throw cursor.unexpected("a table and a column");
        return new RelationName(table == 0 ? null : names.get(table - 1), names.get(table));
    }

    Ddl truncate() {
        cursor.take("table");
        List<RelationName> tables = cursor.relations();
        boolean cascade = cursor.mentionsOutside("cascade");
        cursor.rest();
        return new Ddl.Truncate(tables, cascade);
    }

    Ddl lock() {
        cursor.take("table");
        List<RelationName> tables = cursor.relations();
        String mode = "access exclusive";
        if (cursor.take("in")) {
            int from = cursor.at();
            while (!cursor.done() && !cursor.sees("mode")) cursor.skip();
            mode = cursor.text(from, cursor.at()).toLowerCase(Locale.ROOT);
            cursor.expect("mode");
        }
        cursor.take("nowait");
        return new Ddl.LockTable(tables, mode);
    }

    Ddl reindex() {
        boolean concurrently = false;
        if (cursor.sees('('))
            concurrently = cursor.parenthesized().toLowerCase(Locale.ROOT).contains("concurrently");
        String target = cursor.takeAny("index", "table", "schema", "database", "system");
        if (target == null) throw cursor.unexpected("what to reindex");
        concurrently |= cursor.take("concurrently");
        RelationName name = cursor.seesName() ? cursor.relation() : null;
        return new Ddl.Reindex(target, name, concurrently);
    }

    Ddl maintenance() {
        String verb = cursor.name();
        boolean full = verb.equals("cluster");
        if (cursor.sees('('))
            full |= verb.equals("vacuum")
                    && cursor.parenthesized().toLowerCase(Locale.ROOT).contains("full");
        @Nullable String option = cursor.takeAny("full", "freeze", "verbose", "analyze");
        while (option != null) {
            full |= option.equals("full");
            option = cursor.takeAny("full", "freeze", "verbose", "analyze");
        }
        RelationName first = cursor.seesName() ? cursor.relation() : null;
        // The older way to say it names the index first.
        if (verb.equals("cluster") && cursor.take("on")) first = cursor.relation();
        cursor.rest();
        return full ? new Ddl.Rewrite(verb, first) : new Ddl.Maintain(verb, first);
    }
}
