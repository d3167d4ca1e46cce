package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies the statements of one migration to a schema, one after the other. Used by one thread. */
final class Replayer {
    private final Draft draft;
    private final Journal journal;
    private boolean utc;

    Replayer(Draft draft, Journal journal) {
        this.draft = draft;
        this.journal = journal;
    }

    Draft draft() {
        return draft;
    }

    Journal journal() {
        return journal;
    }

    /** A statement that stands in the migration itself. */
    void statement(Ddl ddl, String text) {
        LockSet locks = new LockSet(draft.nextNumber());
        apply(new Step(draft, journal, locks), ddl, text, 0);
        journal.locks(draft, locks);
    }

    /** A statement, or one out of a body that another one runs. */
    void apply(Step step, Ddl ddl, String text, int depth) {
        if (tables(step, ddl) || objects(step, ddl, text) || rows(step, ddl, text)) return;
        if (ddl instanceof Ddl.Block block) new Bodies(this, step, depth).block(block, text);
        else if (ddl instanceof Ddl.Query) {
            StatementLocks.read(step, text);
            settings(text);
            new Bodies(this, step, depth).called(text);
        } else if (ddl instanceof Ddl.SetVariable set) variable(set);
        else if (ddl instanceof Ddl.Opaque opaque) new Bodies(this, step, depth).opaque(text, opaque.reason());
    }

    private boolean tables(Step step, Ddl ddl) {
        if (ddl instanceof Ddl.CreateTable create) {
            new CreateReplay(step).table(create);
        } else if (ddl instanceof Ddl.Alter alter) {
            AlterLocks rows = new AlterLocks(draft, step.locks);
            rows.utc(utc);
            new AlterReplay(step, rows).alter(alter);
        } else if (ddl instanceof Ddl.CreateIndex create) {
            new AlterReplay(step, new AlterLocks(draft, step.locks)).index(create);
        } else if (ddl instanceof Ddl.Drop drop) {
            drop(step, drop);
        } else if (ddl instanceof Ddl.CreateView create) {
            new CreateReplay(step).view(create);
        } else if (ddl instanceof Ddl.RefreshView refresh) {
            StatementLocks.refresh(step, refresh);
        } else if (ddl instanceof Ddl.Truncate truncate) {
            for (Table table : StatementLocks.truncate(step, truncate)) {
                step.change(SchemaOperation.TRUNCATE, table, SchemaPhase.DATA, true);
                draft.emptied(table.id());
            }
        } else if (ddl instanceof Ddl.LockTable lock) {
            StatementLocks.lock(step, lock);
        } else if (ddl instanceof Ddl.Reindex reindex) {
            StatementLocks.reindex(step, reindex);
        } else if (ddl instanceof Ddl.Rewrite rewrite) {
            StatementLocks.rewrite(step, rewrite);
        } else if (ddl instanceof Ddl.Maintain maintain) {
            StatementLocks.maintain(step, maintain);
        } else {
            return false;
        }
        return true;
    }

    private void drop(Step step, Ddl.Drop drop) {
        DropReplay drops = new DropReplay(step);
        ObjectReplay objects = new ObjectReplay(step);
        RelationName on = drop.table();
        switch (drop.kind()) {
            case "table", "foreign table" -> drops.tables(drop.names(), drop.ifExists(), drop.cascade());
            case "view", "materialized view" -> drops.views(drop.names(), drop.ifExists(), drop.cascade());
            case "index" -> indexes(step, drop);
            case "sequence" -> objects.dropSequences(drop);
            case "type" -> new TypeReplay(step).drop(drop.names(), drop.ifExists(), drop.cascade(), false);
            case "domain" -> new TypeReplay(step).drop(drop.names(), drop.ifExists(), drop.cascade(), true);
            case "trigger" -> {
                if (on != null) objects.dropTrigger(drop, on);
            }
            case "policy" -> {
                if (on != null) objects.dropPolicy(drop, on);
            }
            case "rule" -> {
                if (on != null) StatementLocks.catalogue(step, draft.relation(on));
            }
            case "function", "procedure", "routine" -> objects.dropFunctions(drop);
            case "schema" -> objects.dropNamespaces(drop);
            case "extension" -> {
                objects.dropExtensions(drop);
                if (drop.cascade())
                    step.doubt(
                            "objects dropped with an extension",
                            "DROP EXTENSION " + drop.names(),
                            "what depends on it is not known",
                            Doubt.SCHEMA);
            }
            case "role", "user", "group" ->
                draft.change(s -> {
                    PersistentMap<String, Role> roles = s.roles();
                    for (RelationName name : drop.names()) roles = roles.without(name.name());
                    return s.withRoles(roles);
                });
            case "owned" ->
                step.doubt("objects dropped with a role", "DROP OWNED", "who owns what is not known", Doubt.SCHEMA);
            default -> {}
        }
    }

    private void indexes(Step step, Ddl.Drop drop) {
        for (RelationName name : drop.names()) {
            if (!(step.relation(name, drop.ifExists()) instanceof Index index)) {
                if (draft.relation(name) == null && !drop.ifExists())
                    step.doubt("locks of DROP INDEX", name.toString(), "no migration made the index", Doubt.LOCKS);
                continue;
            }
            StatementLocks.dropIndex(step, index, drop.concurrently());
            Relation table = draft.relation(index.table());
            if (table != null)
                step.change(
                        SchemaOperation.DROP_INDEX, table, null, index.name(), null, null, SchemaPhase.NEUTRAL, false);
            if (table instanceof Table found)
                for (Constraint constraint : found.constraints())
                    if (constraint.index() == index.id())
                        journal.error("constraint `" + constraint.name() + "` needs `" + name + "`");
            new DropReplay(step).index(index);
        }
    }

    private boolean objects(Step step, Ddl ddl, String text) {
        ObjectReplay objects = new ObjectReplay(step);
        TypeReplay types = new TypeReplay(step);
        if (ddl instanceof Ddl.CreateEnum create) types.create(create);
        else if (ddl instanceof Ddl.AddEnumValue add) types.label(add);
        else if (ddl instanceof Ddl.RenameEnumValue rename) types.label(rename);
        else if (ddl instanceof Ddl.AlterDomain alter) types.alter(alter);
        else if (ddl instanceof Ddl.AlterOther alter && alter.kind().equals("type"))
            types.alter(alter.name(), alter.change());
        else if (ddl instanceof Ddl.AlterOther alter) objects.alter(alter);
        else if (ddl instanceof Ddl.CreateTrigger create) objects.trigger(create);
        else if (ddl instanceof Ddl.CreatePolicy create) objects.policy(create);
        else if (ddl instanceof Ddl.AlterPolicy alter) objects.policy(alter);
        else if (ddl instanceof Ddl.CreateFunction create) objects.function(create, text);
        else if (ddl instanceof Ddl.CreateStatistics create) StatementLocks.light(step, draft.relation(create.table()));
        else if (ddl instanceof Ddl.CreateRule create)
            StatementLocks.catalogue(step, step.table(create.table(), false));
        else if (ddl instanceof Ddl.Comment comment) comment(step, comment);
        else if (ddl instanceof Ddl.Grant grant) new Grants(step).grant(grant);
        else if (ddl instanceof Ddl.DefaultPrivileges defaults) new Grants(step).defaults(defaults);
        else if (ddl instanceof Ddl.Create create) create(step, create);
        else return false;
        return true;
    }

    private static final Set<String> IN_TABLES = Set.of(
            "table",
            "column",
            "index",
            "view",
            "materialized view",
            "sequence",
            "constraint",
            "trigger",
            "policy",
            "rule",
            "foreign table");

    private void comment(Step step, Ddl.Comment comment) {
        if (IN_TABLES.contains(comment.kind())) StatementLocks.light(step, draft.relation(comment.name()));
    }

    private void create(Step step, Ddl.Create create) {
        ObjectReplay objects = new ObjectReplay(step);
        switch (create.kind()) {
            case "type" -> new TypeReplay(step).other(create.name());
            case "domain" -> new TypeReplay(step).domain(create.name(), create.text());
            case "schema" -> objects.namespace(create.name(), create.text());
            case "role", "user", "group" -> {
                String login = create.kind().equals("user") ? "login " : "";
                objects.role(create.name(), login + create.text(), true);
            }
            case "extension" -> objects.extension(create.name(), create.text(), true);
            case "sequence" -> objects.sequence(create.name(), create.ifNotExists());
            case "foreign table" ->
                step.doubt(
                        "columns of a foreign table",
                        create.name().toString(),
                        "foreign tables are not read",
                        List.of("DbColumn", "DbTable"));
            default -> {}
        }
    }

    private boolean rows(Step step, Ddl ddl, String text) {
        if (ddl instanceof Ddl.Change change) {
            boolean insert = change.verb().equals("insert") || change.verb().equals("merge");
            Relation found = draft.relation(change.table());
            if (found instanceof View) return true;
            Table table = step.table(change.table(), false);
            if (table == null) return true;
            StatementLocks.rows(step, table, !change.filtered());
            if (insert) draft.filled(table.id());
            step.change(
                    SchemaOperation.CHANGE_ROWS,
                    table,
                    SchemaPhase.DATA,
                    change.verb().equals("delete"));
            new Bodies(this, step, 1).called(text);
            return true;
        }
        if (ddl instanceof Ddl.Copy copy) {
            RelationName name = copy.table();
            Table table = name == null || !copy.into() ? null : step.table(name, false);
            if (table == null) return true;
            StatementLocks.rows(step, table, false);
            draft.filled(table.id());
            step.change(SchemaOperation.CHANGE_ROWS, table, SchemaPhase.DATA, false);
            return true;
        }
        return false;
    }

    private void variable(Ddl.SetVariable set) {
        String value = set.value();
        switch (set.name()) {
            case "search_path" -> draft.path(value);
            case "role", "authorization" -> {
                SqlTokens words = SqlTokens.of(value == null ? "" : value);
                String name =
                        words.size() == 0 ? "" : words.names(0) ? words.name(0) : Expressions.content(words.text(0));
                boolean none = name.isEmpty() || name.equals("none") || name.equals("default");
                draft.role(none ? null : name);
            }
            case "timezone" -> {
                String zone =
                        value == null ? "" : Expressions.content(value.trim()).toLowerCase(Locale.ROOT);
                utc = zone.equals("utc") || zone.equals("etc/utc") || zone.equals("0");
            }
            case "lock_timeout" -> journal.bounded(bounds(value));
            default -> {}
        }
    }

    private static boolean bounds(@Nullable String value) {
        if (value == null) return false;
        String text = Expressions.content(value.trim());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '9') return true;
            if (c != '0') return false;
        }
        return false;
    }

    /** SELECT set_config('…', '…', …) does what SET does. */
    private void settings(String text) {
        if (!text.toLowerCase(Locale.ROOT).contains("set_config")) return;
        SqlTokens words = SqlTokens.of(text);
        for (int i = 0; i + 4 < words.size(); i++) {
            if (!words.names(i) || !words.name(i).equals("set_config") || !words.is(i + 1, '(')) continue;
            String name = Expressions.content(words.text(i + 2)).toLowerCase(Locale.ROOT);
            String value = Expressions.content(words.text(i + 4));
            if (words.is(i + 3, ',')) variable(new Ddl.SetVariable(name, value, false));
        }
    }
}
