package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;

/** DROP, its word taken already. */
final class DropGrammar {
    private final SqlCursor cursor;

    DropGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    Ddl drop() {
        String kind = dropped();
        boolean concurrently = cursor.take("concurrently");
        boolean ifExists = cursor.take("if", "exists");
        if (kind.equals("trigger") || kind.equals("policy") || kind.equals("rule")) {
            RelationName name = new RelationName(null, cursor.name());
            cursor.expect("on");
            RelationName table = cursor.relation();
            return new Ddl.Drop(kind, List.of(name), table, ifExists, false, cascade());
        }
        List<RelationName> names = new ArrayList<>();
        if (kind.equals("cast")
                || kind.startsWith("operator")
                || kind.equals("transform")
                || kind.equals("user")
                || kind.equals("owned")) {
            boolean cascade = cursor.mentionsOutside("cascade");
            cursor.rest();
            return new Ddl.Drop(kind, names, null, ifExists, false, cascade);
        }
        do {
            names.add(cursor.relation());
            if (cursor.sees('(')) cursor.parenthesized();
        } while (cursor.take(','));
        return new Ddl.Drop(kind, names, null, ifExists, concurrently, cascade());
    }

    private boolean cascade() {
        boolean cascade = "cascade".equals(cursor.takeAny("cascade", "restrict"));
        if (!cursor.done()) throw cursor.unexpected("the end");
        return cascade;
    }

    private String dropped() {
        if (cursor.take("materialized", "view")) return "materialized view";
        if (cursor.take("foreign", "table")) return "foreign table";
        if (cursor.take("foreign", "data", "wrapper")) return "foreign data wrapper";
        if (cursor.take("event", "trigger")) return "event trigger";
        if (cursor.take("access", "method")) return "access method";
        if (cursor.take("user", "mapping")) return "user";
        if (cursor.take("procedural", "language")) return "language";
        if (cursor.take("text", "search")) return "text search " + cursor.name();
        if (cursor.take("operator", "class") || cursor.take("operator", "family")) return "operator class";
        String kind = cursor.takeAny(
                "table",
                "index",
                "view",
                "sequence",
                "type",
                "domain",
                "schema",
                "function",
                "procedure",
                "routine",
                "trigger",
                "policy",
                "rule",
                "extension",
                "role",
                "group",
                "database",
                "aggregate",
                "operator",
                "collation",
                "conversion",
                "publication",
                "subscription",
                "server",
                "statistics",
                "cast",
                "tablespace",
                "language",
                "transform",
                "owned",
                "user");
        if (kind == null) throw cursor.unexpected("something that can be dropped");
        return kind;
    }
}
