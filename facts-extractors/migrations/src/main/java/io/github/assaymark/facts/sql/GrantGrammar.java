package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;

/** GRANT, REVOKE and ALTER DEFAULT PRIVILEGES (PostgreSQL manual, SQL Commands). */
final class GrantGrammar {
    private final SqlCursor cursor;

    GrantGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    /** After GRANT or REVOKE. */
    Ddl.Grant grant(boolean revoke) {
        boolean option = revoke && cursor.take("grant", "option", "for");
        if (revoke && !option && (cursor.take("admin", "option", "for") || cursor.take("inherit", "option", "for")))
            option = true;
        List<String> privileges = privileges();
        String kind = "role";
        List<RelationName> objects = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        if (cursor.take("on")) {
            if (cursor.take("all")) {
                kind = singular(cursor.name());
                cursor.expect("in", "schema");
                do schemas.add(cursor.name());
                while (cursor.take(','));
            } else {
                kind = kind();
                do {
                    objects.add(cursor.relation());
                    if (cursor.sees('(')) cursor.parenthesized();
                } while (cursor.take(','));
            }
        }
        cursor.expect(revoke ? "from" : "to");
        List<String> grantees = grantees();
        option |= cursor.take("with", "grant", "option") || cursor.take("with", "admin", "option");
        cursor.rest();
        return new Ddl.Grant(revoke, privileges, kind, objects, schemas, grantees, option);
    }

    /** After ALTER DEFAULT PRIVILEGES. */
    Ddl defaults() {
        List<String> roles = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        while (true) {
            if (cursor.take("for", "role") || cursor.take("for", "user")) {
                do roles.add(cursor.name());
                while (cursor.take(','));
            } else if (cursor.take("in", "schema")) {
                do schemas.add(cursor.name());
                while (cursor.take(','));
            } else {
                break;
            }
        }
        boolean revoke = cursor.take("revoke");
        if (!revoke) cursor.expect("grant");
        boolean option = revoke && cursor.take("grant", "option", "for");
        List<String> privileges = privileges();
        cursor.expect("on");
        String kind = singular(cursor.name());
        cursor.expect(revoke ? "from" : "to");
        List<String> grantees = grantees();
        option |= cursor.take("with", "grant", "option");
        cursor.rest();
        return new Ddl.DefaultPrivileges(
                roles, schemas, new Ddl.Grant(revoke, privileges, kind, List.of(), List.of(), grantees, option));
    }

    private List<String> privileges() {
        List<String> privileges = new ArrayList<>();
        do {
            if (cursor.take("all")) {
                cursor.take("privileges");
                privileges.add("all");
            } else {
                String privilege = cursor.name();
                privileges.add(privilege.equals("alter") && cursor.take("system") ? "alter system" : privilege);
            }
            if (cursor.sees('(')) {
                String columns = "(" + String.join(", ", cursor.columns()) + ")";
                privileges.set(privileges.size() - 1, privileges.get(privileges.size() - 1) + columns);
            }
        } while (cursor.take(','));
        return privileges;
    }

    private String kind() {
        if (cursor.take("foreign", "data", "wrapper")) return "foreign data wrapper";
        if (cursor.take("foreign", "server")) return "foreign server";
        if (cursor.take("large", "object")) return "large object";
        String kind = cursor.takeAny(
                "table",
                "sequence",
                "schema",
                "database",
                "function",
                "procedure",
                "routine",
                "type",
                "domain",
                "language",
                "tablespace",
                "parameter");
        return kind == null ? "table" : kind;
    }

    private static String singular(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    private List<String> grantees() {
        List<String> grantees = new ArrayList<>();
        do {
            cursor.take("group");
            grantees.add(cursor.name());
        } while (cursor.take(','));
        return grantees;
    }
}
