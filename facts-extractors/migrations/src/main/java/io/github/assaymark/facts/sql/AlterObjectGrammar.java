package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ALTER of anything, its word taken already; relations go on to {@link AlterGrammar}. */
final class AlterObjectGrammar {
    private final SqlCursor cursor;

    AlterObjectGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    Ddl alter() {
        if (cursor.take("table")) return new AlterGrammar(cursor).alter("table");
        if (cursor.take("index")) return new AlterGrammar(cursor).alter("index");
        if (cursor.take("materialized", "view")) return new AlterGrammar(cursor).alter("materialized view");
        if (cursor.take("view")) return new AlterGrammar(cursor).alter("view");
        if (cursor.take("sequence")) return new AlterGrammar(cursor).alter("sequence");
        if (cursor.take("foreign", "table")) return new AlterGrammar(cursor).alter("foreign table");
        if (cursor.take("type")) return alterType();
        if (cursor.take("policy")) return alterPolicy();
        if (cursor.take("default", "privileges")) return new GrantGrammar(cursor).defaults();
        if (cursor.take("domain")) {
            RelationName name = cursor.relation();
            return new Ddl.AlterDomain(name, cursor.rest());
        }
        String kind = kind();
        RelationName name = cursor.seesName() ? cursor.relation() : new RelationName(null, "");
        return new Ddl.AlterOther(kind, name, cursor.rest());
    }

    private String kind() {
        @Nullable
        String kind = cursor.takeAny(
                "function",
                "procedure",
                "routine",
                "aggregate",
                "extension",
                "schema",
                "role",
                "user",
                "group",
                "database",
                "trigger",
                "rule",
                "event",
                "publication",
                "subscription",
                "server",
                "collation",
                "conversion",
                "operator",
                "statistics",
                "system",
                "tablespace",
                "text",
                "language",
                "large",
                "foreign",
                "constraint");
        if (kind == null) throw cursor.unexpected("something that can be altered");
        if (kind.equals("event")) cursor.take("trigger");
        return kind;
    }

    private Ddl alterType() {
        RelationName type = cursor.relation();
        if (cursor.take("add", "value")) {
            boolean ifNotExists = cursor.take("if", "not", "exists");
            String label = cursor.string();
            cursor.rest();
            return new Ddl.AddEnumValue(type, label, ifNotExists);
        }
        if (cursor.take("rename", "value")) {
            String from = cursor.string();
            cursor.expect("to");
            return new Ddl.RenameEnumValue(type, from, cursor.string());
        }
        return new Ddl.AlterOther("type", type, cursor.rest());
    }

    private Ddl alterPolicy() {
        String name = cursor.name();
        cursor.expect("on");
        RelationName table = cursor.relation();
        String renamed = cursor.take("rename", "to") ? cursor.name() : null;
        List<String> roles = new ArrayList<>();
        if (cursor.take("to")) {
            do roles.add(cursor.name());
            while (cursor.take(','));
        }
        String using = cursor.take("using") ? cursor.parenthesized() : null;
        String check = cursor.take("with", "check") ? cursor.parenthesized() : null;
        return new Ddl.AlterPolicy(name, table, renamed, roles, using, check);
    }
}
