package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Verb, object and first relation of a statement. */
final class StatementShape {
    private StatementShape() {}

    /** Verb and object in lower case, for example {@code alter table}. */
    static String kind(Ddl ddl, SqlScript script, SqlStatement place) {
        if (ddl instanceof Ddl.Opaque) return words(script, place);
        String created = created(ddl);
        if (created != null) return "create " + created;
        if (ddl instanceof Ddl.Alter alter) return "alter " + alter.relation();
        if (ddl instanceof Ddl.AlterOther other) return "alter " + other.kind();
        if (ddl instanceof Ddl.AddEnumValue || ddl instanceof Ddl.RenameEnumValue) return "alter type";
        if (ddl instanceof Ddl.AlterPolicy) return "alter policy";
        if (ddl instanceof Ddl.AlterDomain) return "alter domain";
        if (ddl instanceof Ddl.DefaultPrivileges) return "alter default privileges";
        if (ddl instanceof Ddl.Drop drop) return "drop " + drop.kind();
        if (ddl instanceof Ddl.RefreshView) return "refresh materialized view";
        if (ddl instanceof Ddl.Grant grant) return grant.revoke() ? "revoke" : "grant";
        if (ddl instanceof Ddl.Truncate) return "truncate";
        if (ddl instanceof Ddl.LockTable) return "lock table";
        if (ddl instanceof Ddl.Reindex) return "reindex";
        if (ddl instanceof Ddl.Rewrite rewrite) return rewrite.verb().equals("vacuum") ? "vacuum full" : rewrite.verb();
        if (ddl instanceof Ddl.Maintain maintain) return maintain.verb();
        if (ddl instanceof Ddl.Comment) return "comment";
        if (ddl instanceof Ddl.Change change) return change.verb();
        if (ddl instanceof Ddl.Query) return "select";
        if (ddl instanceof Ddl.Copy) return "copy";
        if (ddl instanceof Ddl.Block) return "do";
        if (ddl instanceof Ddl.SetVariable set) return set.value() == null ? "reset" : "set";
        if (ddl instanceof Ddl.Transaction transaction) return transaction.verb();
        if (ddl instanceof Ddl.Harmless harmless) return harmless.verb();
        return words(script, place);
    }

    private static @Nullable String created(Ddl ddl) {
        if (ddl instanceof Ddl.CreateTable) return "table";
        if (ddl instanceof Ddl.CreateIndex) return "index";
        if (ddl instanceof Ddl.CreateEnum) return "type";
        if (ddl instanceof Ddl.CreateView view) return view.materialized() ? "materialized view" : "view";
        if (ddl instanceof Ddl.CreateTrigger) return "trigger";
        if (ddl instanceof Ddl.CreatePolicy) return "policy";
        if (ddl instanceof Ddl.CreateStatistics) return "statistics";
        if (ddl instanceof Ddl.CreateRule) return "rule";
        if (ddl instanceof Ddl.CreateFunction function) return function.procedure() ? "procedure" : "function";
        return ddl instanceof Ddl.Create create ? create.kind() : null;
    }

    /** The first two words of what was not understood. */
    private static String words(SqlScript script, SqlStatement place) {
        SqlTokens tokens = script.tokens();
        StringBuilder words = new StringBuilder();
        for (int i = place.firstToken(); i < place.lastToken() && i < place.firstToken() + 2; i++) {
            if (!tokens.names(i)) break;
            if (words.length() > 0) words.append(' ');
            words.append(shortened(tokens.text(i)));
        }
        return words.length() == 0 ? "other" : words.toString().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String word) {
        return word.length() > 40 ? word.substring(0, 40) : word;
    }

    /** The first relation that a statement names; null when it names none. */
    static @Nullable RelationName relation(Ddl ddl) {
        if (ddl instanceof Ddl.CreateTable create) return create.table();
        if (ddl instanceof Ddl.Alter alter) return alter.name();
        if (ddl instanceof Ddl.CreateIndex index) return index.table();
        if (ddl instanceof Ddl.Drop drop) return dropped(drop);
        if (ddl instanceof Ddl.CreateView view) return view.view();
        if (ddl instanceof Ddl.RefreshView refresh) return refresh.view();
        if (ddl instanceof Ddl.CreateTrigger trigger) return trigger.table();
        if (ddl instanceof Ddl.CreatePolicy policy) return policy.table();
        if (ddl instanceof Ddl.AlterPolicy policy) return policy.table();
        if (ddl instanceof Ddl.Grant grant) return granted(grant);
        if (ddl instanceof Ddl.Truncate truncate) return first(truncate.tables());
        if (ddl instanceof Ddl.LockTable lock) return first(lock.tables());
        if (ddl instanceof Ddl.Reindex reindex) return reindex.name();
        if (ddl instanceof Ddl.Rewrite rewrite) return rewrite.table();
        if (ddl instanceof Ddl.Maintain maintain) return maintain.table();
        if (ddl instanceof Ddl.CreateStatistics statistics) return statistics.table();
        if (ddl instanceof Ddl.CreateRule rule) return rule.table();
        if (ddl instanceof Ddl.Change change) return change.table();
        if (ddl instanceof Ddl.Copy copy) return copy.table();
        return ddl instanceof Ddl.Comment comment ? commented(comment) : null;
    }

    private static @Nullable RelationName dropped(Ddl.Drop drop) {
        if (drop.table() != null) return drop.table();
        boolean relation = switch (drop.kind()) {
            case "table", "view", "materialized view", "foreign table", "sequence", "index" -> true;
            default -> false;
        };
        return relation ? first(drop.names()) : null;
    }

    private static @Nullable RelationName granted(Ddl.Grant grant) {
        return grant.objectKind().equals("table") ? first(grant.objects()) : null;
    }

    private static @Nullable RelationName commented(Ddl.Comment comment) {
        return switch (comment.kind()) {
            case "table", "view", "materialized view", "foreign table", "index", "sequence", "column" -> comment.name();
            default -> null;
        };
    }

    private static @Nullable RelationName first(List<RelationName> names) {
        return names.isEmpty() ? null : names.get(0);
    }

    /** Key of a relation in facts: the default schema is left out. */
    static String key(RelationName name) {
        return name.schema() == null || name.schema().equals("public")
                ? name.name()
                : name.schema() + "." + name.name();
    }

    /** Whether a word stands anywhere in a statement. */
    static boolean says(SqlScript script, SqlStatement place, String word) {
        for (int i = place.firstToken(); i < place.lastToken(); i++)
            if (script.tokens().is(i, word)) return true;
        return false;
    }

    /** Whether data, a column or a relation is lost. */
    static boolean loses(Ddl ddl) {
        if (ddl instanceof Ddl.Truncate) return true;
        if (ddl instanceof Ddl.Change change) return change.verb().equals("delete");
        if (ddl instanceof Ddl.Drop drop) return lost(drop.kind());
        if (!(ddl instanceof Ddl.Alter alter)) return false;
        return alter.commands().stream().anyMatch(c -> c instanceof AlterCommand.DropColumn);
    }

    private static boolean lost(String kind) {
        return switch (kind) {
            case "table",
                    "schema",
                    "database",
                    "view",
                    "materialized view",
                    "foreign table",
                    "sequence",
                    "type",
                    "domain",
                    "owned",
                    "tablespace" -> true;
            default -> false;
        };
    }
}
