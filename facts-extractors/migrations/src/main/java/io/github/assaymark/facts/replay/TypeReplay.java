package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enums, domains and other types. */
final class TypeReplay {
    private final Step step;
    private final Draft draft;

    TypeReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
    }

    void create(Ddl.CreateEnum create) {
        create(create.type(), UserType.Kind.ENUM, create.labels(), null, false, List.of());
    }

    /** CREATE DOMAIN: {@code text} is what follows its name. */
    void domain(RelationName name, String text) {
        SqlTokens words = SqlTokens.of(text);
        int at = words.is(0, "as") ? 1 : 0;
        int end = at;
        while (end < words.size() && !part(words, end)) end++;
        String base = end > at ? text.substring(words.start(at), words.end(end - 1)) : "unknown";
        create(name, UserType.Kind.DOMAIN, List.of(), base, notNull(words, end), checks(name.name(), text, end));
    }

    private static boolean part(SqlTokens words, int at) {
        for (String word : List.of("default", "not", "null", "constraint", "check", "collate"))
            if (words.is(at, word)) return true;
        return false;
    }

    private static boolean notNull(SqlTokens words, int from) {
        int depth = 0;
        for (int i = from; i < words.size(); i++) {
            if (words.is(i, '(')) depth++;
            if (words.is(i, ')')) depth--;
            if (depth == 0 && words.is(i, "not") && words.is(i + 1, "null")) return true;
        }
        return false;
    }

    private static List<UserType.Check> checks(String domain, String text, int from) {
        SqlTokens words = SqlTokens.of(text);
        List<UserType.Check> checks = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            if (!words.is(i, "check") || !words.is(i + 1, '(')) continue;
            boolean named = i >= 2 && words.is(i - 2, "constraint");
            String label = checks.isEmpty() ? "check" : "check" + checks.size();
            String name = named ? words.name(i - 1) : Draft.made(domain, "", label);
            int close = close(words, i + 1);
            boolean valid = !(words.is(close + 1, "not") && words.is(close + 2, "valid"));
            checks.add(new UserType.Check(
                    name, text.substring(words.end(i + 1), words.start(Math.min(close, words.size() - 1))), valid));
            i = close;
        }
        return checks;
    }

    private static int close(SqlTokens words, int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            if (words.is(i, '(')) depth++;
            if (words.is(i, ')') && --depth == 0) return i;
        }
        return words.size() - 1;
    }

    void other(RelationName name) {
        create(name, UserType.Kind.OTHER, List.of(), null, false, List.of());
    }

    private void create(
            RelationName name,
            UserType.Kind kind,
            List<String> labels,
            @Nullable String base,
            boolean notNull,
            List<UserType.Check> checks) {
        String schema = draft.schemaOf(name);
        if (draft.type(new RelationName(schema, name.name())) != null) {
            step.journal.error("type `" + name + "` is there already");
            return;
        }
        UserType type =
                new UserType(draft.number(), schema, name.name(), draft.here(), kind, labels, base, notNull, checks);
        put(type);
        step.change(SchemaOperation.CREATE_TYPE, type.key(), SchemaPhase.EXPAND, false, true);
    }

    private void put(UserType type) {
        draft.change(s -> {
            UserType before = s.types().get(type.id());
            PersistentMap<String, Integer> names = s.typeNames();
            if (before != null) names = names.without(before.schema() + "." + before.name());
            return s.withTypes(
                    s.types().with(type.id(), type), names.with(type.schema() + "." + type.name(), type.id()));
        });
    }

    void drop(List<RelationName> names, boolean ifExists, boolean cascade, boolean domain) {
        for (RelationName name : names) {
            UserType type = draft.type(name);
            if (type == null) {
                if (!ifExists) step.missing(name.toString());
                continue;
            }
            step.change(
                    domain ? SchemaOperation.CHANGE_DOMAIN : SchemaOperation.DROP_TYPE,
                    type.key(),
                    SchemaPhase.CONTRACT,
                    true,
                    draft.createdHere(type.origin()));
            for (Table table : draft.users(type)) without(table, type, cascade);
            draft.change(s -> s.withTypes(
                    s.types().without(type.id()), s.typeNames().without(type.schema() + "." + type.name())));
        }
    }

    private void without(Table table, UserType type, boolean cascade) {
        for (Column column : table.columns()) {
            if (column.userType() != type.id()) continue;
            if (!cascade) {
                step.journal.error("`" + table.key() + "." + column.name() + "` is a `" + type.key() + "`");
                continue;
            }
            StatementLocks.catalogue(step, table);
            Table now = draft.table(table.id());
            if (now == null) continue;
            List<Column> kept = new ArrayList<>(now.columns());
            kept.removeIf(one -> one.name().equals(column.name()));
            draft.put(now.withColumns(kept));
        }
    }

    void label(Ddl.AddEnumValue add) {
        UserType type = draft.type(add.type());
        if (type == null) {
            step.missing(add.type().toString());
            return;
        }
        boolean there = type.labels().contains(add.label());
        if (there) {
            if (!add.ifNotExists()) step.journal.error("`" + type.key() + "` has `" + add.label() + "` already");
            return;
        }
        List<String> labels = new ArrayList<>(type.labels());
        labels.add(add.label());
        put(type.labelled(labels));
        step.change(
                SchemaOperation.ADD_ENUM_VALUE,
                type.key(),
                SchemaPhase.EXPAND,
                false,
                draft.createdHere(type.origin()));
    }

    void label(Ddl.RenameEnumValue rename) {
        UserType type = draft.type(rename.type());
        if (type == null) {
            step.missing(rename.type().toString());
            return;
        }
        List<String> labels = new ArrayList<>(type.labels());
        if (!labels.contains(rename.from())) step.journal.error("`" + type.key() + "` has no `" + rename.from() + "`");
        labels.replaceAll(label -> label.equals(rename.from()) ? rename.to() : label);
        put(type.labelled(labels));
        step.change(
                SchemaOperation.RENAME_ENUM_VALUE,
                type.key(),
                SchemaPhase.CONTRACT,
                false,
                draft.createdHere(type.origin()));
    }

    /** ALTER TYPE beside values of enums. */
    void alter(RelationName name, String change) {
        UserType type = draft.type(name);
        if (type == null) {
            // Composite types of tables go by the name of the table.
            if (draft.relation(name) == null) step.missing(name.toString());
            return;
        }
        SqlTokens words = SqlTokens.of(change);
        if (words.is(0, "rename") && words.is(1, "to") && words.names(2)) {
            put(type.named(type.schema(), words.name(2)));
            step.change(
                    SchemaOperation.OTHER, type.key(), SchemaPhase.NEUTRAL, false, draft.createdHere(type.origin()));
        } else if (words.is(0, "set") && words.is(1, "schema") && words.names(2)) {
            put(type.named(words.name(2), type.name()));
            step.change(
                    SchemaOperation.OTHER, type.key(), SchemaPhase.CONTRACT, false, draft.createdHere(type.origin()));
        }
    }

    void alter(Ddl.AlterDomain alter) {
        UserType domain = draft.type(alter.domain());
        if (domain == null) {
            step.missing(alter.domain().toString());
            return;
        }
        String change = alter.change().toLowerCase(Locale.ROOT);
        boolean reads = (change.startsWith("add") && !change.contains("not valid"))
                || change.startsWith("validate")
                || change.startsWith("set not null");
        if (reads) StatementLocks.domain(step, domain);
        boolean notNull = domain.notNull();
        if (change.startsWith("set not null")) notNull = true;
        if (change.startsWith("drop not null")) notNull = false;
        List<UserType.Check> checks = new ArrayList<>(domain.checks());
        SqlTokens words = SqlTokens.of(alter.change());
        if (change.startsWith("add")) checks.addAll(checks(domain.name(), alter.change(), 0));
        if (change.startsWith("drop constraint")) {
            int at = words.is(2, "if") ? 4 : 2;
            String name = words.names(at) ? words.name(at) : "";
            checks.removeIf(check -> check.name().equals(name));
        }
        if (change.startsWith("rename to") && words.names(2)) domain = domain.named(domain.schema(), words.name(2));
        if (change.startsWith("set schema") && words.names(2)) domain = domain.named(words.name(2), domain.name());
        put(domain.constrained(notNull, checks));
        step.change(
                SchemaOperation.CHANGE_DOMAIN,
                domain.key(),
                reads ? SchemaPhase.CONTRACT : SchemaPhase.NEUTRAL,
                false,
                draft.createdHere(domain.origin()));
    }
}
