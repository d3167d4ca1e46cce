package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Triggers, policies, functions, schemas, roles, extensions and sequences. */
final class ObjectReplay {
    private final Step step;
    private final Draft draft;

    ObjectReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
    }

    void trigger(Ddl.CreateTrigger create) {
        if (draft.relation(create.table()) instanceof View view) {
            StatementLocks.catalogue(step, view);
            return;
        }
        Table table = step.table(create.table(), false);
        if (table == null) return;
        StatementLocks.trigger(step, table);
        List<Trigger> triggers = new ArrayList<>(table.triggers());
        boolean there = triggers.removeIf(one -> one.name().equals(create.name()));
        if (there && !create.orReplace()) {
            step.journal.error("trigger `" + create.name() + "` of `" + table.key() + "` is there already");
            return;
        }
        String function = create.function() == null ? null : create.function().name();
        triggers.add(new Trigger(create.name(), function, true));
        step.change(
                SchemaOperation.CREATE_TRIGGER, table, null, create.name(), null, function, SchemaPhase.NEUTRAL, false);
        draft.put(table.withTriggers(triggers));
    }

    void dropTrigger(Ddl.Drop drop, RelationName on) {
        if (!(draft.relation(on) instanceof Table) && drop.ifExists()) return;
        Table table = step.table(on, drop.ifExists());
        if (table == null) return;
        StatementLocks.catalogue(step, table);
        String name = drop.names().get(0).name();
        List<Trigger> triggers = new ArrayList<>(table.triggers());
        if (!triggers.removeIf(one -> one.name().equals(name))
                && !drop.ifExists()
                && !table.form().open())
            step.journal.error("trigger `" + name + "` of `" + table.key() + "` does not exist");
        step.change(SchemaOperation.DROP_TRIGGER, table, null, name, null, null, SchemaPhase.NEUTRAL, false);
        draft.put(table.withTriggers(triggers));
    }

    void policy(Ddl.CreatePolicy create) {
        Table table = step.table(create.table(), false);
        if (table == null) return;
        StatementLocks.catalogue(step, table);
        List<Policy> policies = new ArrayList<>(table.security().policies());
        for (Policy one : policies)
            if (one.name().equals(create.name())) {
                step.journal.error("policy `" + create.name() + "` of `" + table.key() + "` is there already");
                return;
            }
        policies.add(new Policy(
                create.name(),
                create.permissive(),
                create.command(),
                sorted(create.roles()),
                create.using(),
                create.check(),
                draft.site()));
        step.change(
                SchemaOperation.CREATE_POLICY,
                table,
                null,
                create.name(),
                null,
                null,
                create.permissive() ? SchemaPhase.EXPAND : SchemaPhase.CONTRACT,
                false);
        put(table, policies);
    }

    private static List<String> sorted(List<String> roles) {
        return roles.isEmpty() ? List.of("public") : roles.stream().sorted().toList();
    }

    private void put(Table table, List<Policy> policies) {
        draft.put(table.secured(
                new Table.Security(table.security().enabled(), table.security().forced(), policies)));
    }

    void policy(Ddl.AlterPolicy alter) {
        Table table = step.table(alter.table(), false);
        if (table == null) return;
        StatementLocks.catalogue(step, table);
        List<Policy> policies = new ArrayList<>(table.security().policies());
        boolean found = false;
        for (int i = 0; i < policies.size(); i++) {
            Policy old = policies.get(i);
            if (!old.name().equals(alter.name())) continue;
            found = true;
            policies.set(
                    i,
                    new Policy(
                            alter.renamedTo() == null ? old.name() : alter.renamedTo(),
                            old.permissive(),
                            old.command(),
                            alter.roles().isEmpty() ? old.roles() : sorted(alter.roles()),
                            alter.using() == null ? old.using() : alter.using(),
                            alter.check() == null ? old.check() : alter.check(),
                            draft.site()));
        }
        if (!found && !table.form().open())
            step.journal.error("policy `" + alter.name() + "` of `" + table.key() + "` does not exist");
        step.change(SchemaOperation.CHANGE_POLICY, table, null, alter.name(), null, null, SchemaPhase.NEUTRAL, false);
        put(table, policies);
    }

    void dropPolicy(Ddl.Drop drop, RelationName on) {
        Table table = step.table(on, drop.ifExists());
        if (table == null) return;
        StatementLocks.catalogue(step, table);
        String name = drop.names().get(0).name();
        List<Policy> policies = new ArrayList<>(table.security().policies());
        boolean there = policies.removeIf(one -> one.name().equals(name));
        if (!there && !drop.ifExists() && !table.form().open())
            step.journal.error("policy `" + name + "` of `" + table.key() + "` does not exist");
        if (!there && drop.ifExists()) return;
        step.change(SchemaOperation.DROP_POLICY, table, null, name, null, null, SchemaPhase.CONTRACT, false);
        put(table, policies);
    }

    void function(Ddl.CreateFunction create, String text) {
        SqlTokens words = SqlTokens.of(text);
        Volatility volatility = Volatility.VOLATILE;
        for (int i = 0; i < words.size(); i++)
            if (words.is(i, "immutable") || words.is(i, "stable")) volatility = Volatility.STABLE;
        Routine routine =
                new Routine(draft.schemaOf(create.name()), create.name().name(), draft.here(), text, volatility);
        String key = routine.schema() + "." + routine.name();
        boolean there = draft.schema().routines().has(key);
        draft.change(s -> s.withRoutines(s.routines().with(key, routine)));
        step.change(
                SchemaOperation.CREATE_FUNCTION,
                routine.key(),
                there ? SchemaPhase.NEUTRAL : SchemaPhase.EXPAND,
                false,
                true);
    }

    void dropFunctions(Ddl.Drop drop) {
        for (RelationName name : drop.names()) {
            Routine routine = draft.routine(name);
            if (routine == null) {
                if (!drop.ifExists()) step.missing(name + "()");
            } else {
                draft.change(s -> s.withRoutines(s.routines().without(routine.schema() + "." + routine.name())));
                step.change(
                        SchemaOperation.DROP_FUNCTION,
                        routine.key(),
                        SchemaPhase.CONTRACT,
                        true,
                        draft.createdHere(routine.origin()));
            }
            for (Table table : draft.callers(name.name())) {
                List<Trigger> kept = new ArrayList<>(table.triggers());
                if (!kept.removeIf(one -> name.name().equals(one.function()))) continue;
                if (!drop.cascade()) {
                    if (routine != null) step.journal.error("a trigger of `" + table.key() + "` calls `" + name + "`");
                    continue;
                }
                StatementLocks.catalogue(step, table);
                draft.put(table.withTriggers(kept));
            }
        }
    }

    void namespace(RelationName name, String text) {
        SqlTokens words = SqlTokens.of(text);
        String schema = name.name();
        if (name.name().equals("authorization") && words.names(0)) schema = words.name(0);
        String made = schema;
        if (draft.schema().namespaces().has(made)) return;
        draft.change(s -> s.withNamespaces(s.namespaces().with(made, draft.here())));
        step.change(SchemaOperation.CREATE_SCHEMA, made, SchemaPhase.EXPAND, false, true);
        for (int i = 0; i < words.size(); i++)
            if (words.is(i, "create"))
                step.doubt("objects of CREATE SCHEMA", text, "what it creates along is not read", Doubt.SCHEMA);
    }

    void dropNamespaces(Ddl.Drop drop) {
        for (RelationName name : drop.names()) {
            Origin origin = draft.schema().namespaces().get(name.name());
            if (origin == null && !drop.ifExists() && !name.name().equals("public")) step.missing(name.name());
            draft.change(s -> s.withNamespaces(s.namespaces().without(name.name())));
            boolean here = origin != null && draft.createdHere(origin);
            step.change(SchemaOperation.DROP_SCHEMA, name.name(), SchemaPhase.CONTRACT, true, here);
            List<RelationName> tables = new ArrayList<>();
            for (Table table : draft.tables())
                if (table.schema().equals(name.name())) tables.add(new RelationName(table.schema(), table.name()));
            if (!drop.cascade() && !tables.isEmpty()) step.journal.error("schema `" + name.name() + "` is not empty");
            if (drop.cascade()) new DropReplay(step).tables(tables, true, true);
        }
    }

    void role(RelationName name, String text, boolean create) {
        Role before = draft.schema().roles().get(name.name());
        if (create && before != null) {
            step.journal.error("role `" + name.name() + "` is there already");
            return;
        }
        boolean superuser = before != null && before.superuser();
        boolean bypasses = before != null && before.bypassesRowSecurity();
        boolean login = before != null && before.login();
        SqlTokens words = SqlTokens.of(text);
        List<String> into = List.of();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, "superuser")) superuser = true;
            if (words.is(i, "nosuperuser")) superuser = false;
            if (words.is(i, "bypassrls")) bypasses = true;
            if (words.is(i, "nobypassrls")) bypasses = false;
            if (words.is(i, "login")) login = true;
            if (words.is(i, "nologin")) login = false;
            if ((words.is(i, "role") || words.is(i, "group")) && i > 0 && words.is(i - 1, "in"))
                into = List.of(words.names(i + 1) ? words.name(i + 1) : "");
        }
        Origin origin = before == null ? (create ? draft.here() : new Origin(0, "", draft.site())) : before.origin();
        Role made = new Role(name.name(), origin, superuser, bypasses, login);
        draft.change(s -> s.withRoles(s.roles().with(name.name(), made)));
        for (String role : into)
            draft.change(s -> s.withMemberships(s.memberships().with(name.name(), List.of(role))));
        step.change(SchemaOperation.OTHER, "role " + name.name(), SchemaPhase.NEUTRAL, false, create);
    }

    void extension(RelationName name, String text, boolean create) {
        SqlTokens words = SqlTokens.of(text);
        String version = null;
        for (int i = 0; i < words.size(); i++)
            if (words.is(i, "version") && i + 1 < words.size())
                version = words.names(i + 1) ? words.name(i + 1) : Expressions.content(words.text(i + 1));
        @Nullable String said = version;
        if (draft.schema().extensions().has(name.name())) return;
        draft.change(s ->
                s.withExtensions(s.extensions().with(name.name(), new Extension(name.name(), said, draft.here()))));
        if (create) step.change(SchemaOperation.CREATE_EXTENSION, name.name(), SchemaPhase.EXPAND, false, true);
    }

    void dropExtensions(Ddl.Drop drop) {
        for (RelationName name : drop.names()) {
            draft.change(s -> s.withExtensions(s.extensions().without(name.name())));
            step.change(SchemaOperation.DROP_EXTENSION, name.name(), SchemaPhase.CONTRACT, true, false);
        }
    }

    void sequence(RelationName name, boolean ifNotExists) {
        String schema = draft.schemaOf(name);
        if (draft.relation(schema, name.name()) != null) {
            if (!ifNotExists) step.journal.error("`" + name + "` is there already");
            return;
        }
        Sequence sequence = new Sequence(draft.number(), schema, name.name(), draft.here(), 0, "");
        draft.put(sequence);
        step.change(SchemaOperation.CREATE_SEQUENCE, sequence.key(), SchemaPhase.EXPAND, false, true);
    }

    void dropSequences(Ddl.Drop drop) {
        for (RelationName name : drop.names()) {
            Relation found = step.relation(name, drop.ifExists());
            if (!(found instanceof Sequence sequence)) continue;
            StatementLocks.catalogue(step, sequence);
            step.change(
                    SchemaOperation.DROP_SEQUENCE,
                    sequence.key(),
                    SchemaPhase.CONTRACT,
                    true,
                    draft.createdHere(sequence.origin()));
            draft.remove(sequence);
        }
    }

    /** RENAME TO, OWNER TO, SET SCHEMA and options of what is no relation and no type. */
    void alter(Ddl.AlterOther alter) {
        SqlTokens words = SqlTokens.of(alter.change());
        int at = 0;
        if (words.is(0, '(')) {
            int depth = 0;
            for (; at < words.size(); at++) {
                if (words.is(at, '(')) depth++;
                if (words.is(at, ')') && --depth == 0) break;
            }
            at++;
        }
        boolean rename = words.is(at, "rename") && words.is(at + 1, "to") && words.names(at + 2);
        boolean move = words.is(at, "set") && words.is(at + 1, "schema") && words.names(at + 2);
        String to = rename || move ? words.name(at + 2) : "";
        switch (alter.kind()) {
            case "schema" -> {
                if (rename) renameNamespace(alter.name().name(), to);
            }
            case "function", "procedure", "routine" -> {
                Routine routine = draft.routine(alter.name());
                if (routine == null) {
                    step.missing(alter.name() + "()");
                } else if (rename || move) {
                    Routine changed = routine.named(move ? to : routine.schema(), rename ? to : routine.name());
                    draft.change(s -> s.withRoutines(s.routines()
                            .without(routine.schema() + "." + routine.name())
                            .with(changed.schema() + "." + changed.name(), changed)));
                }
            }
            case "role", "user", "group" -> {
                if (!rename && !move) role(alter.name(), alter.change(), false);
            }
            case "trigger" -> {
                if (words.is(0, "on") && words.names(1)) {
                    int[] next = new int[1];
                    Table table = step.table(Expressions.name(words, 1, next), false);
                    if (table == null) return;
                    StatementLocks.catalogue(step, table);
                    if (words.is(next[0], "rename") && words.names(next[0] + 2)) {
                        String name = words.name(next[0] + 2);
                        List<Trigger> triggers = new ArrayList<>(table.triggers());
                        triggers.replaceAll(
                                one -> one.name().equals(alter.name().name())
                                        ? new Trigger(name, one.function(), one.enabled())
                                        : one);
                        draft.put(table.withTriggers(triggers));
                    }
                }
            }
            default -> {}
        }
    }

    private void renameNamespace(String from, String to) {
        Origin origin = draft.schema().namespaces().get(from);
        Origin now = origin == null ? draft.here() : origin;
        draft.change(s -> s.withNamespaces(s.namespaces().without(from).with(to, now)));
        for (Relation relation : draft.all())
            if (relation.schema().equals(from)) draft.put(relation.named(to, relation.name()));
        draft.change(s -> {
            PersistentMap<Integer, UserType> types = s.types();
            PersistentMap<String, Integer> names = s.typeNames();
            for (UserType type : s.types().values()) {
                if (!type.schema().equals(from)) continue;
                types = types.with(type.id(), type.named(to, type.name()));
                names = names.without(from + "." + type.name()).with(to + "." + type.name(), type.id());
            }
            PersistentMap<String, Routine> routines = s.routines();
            for (Routine routine : s.routines().values())
                if (routine.schema().equals(from))
                    routines = routines.without(from + "." + routine.name())
                            .with(to + "." + routine.name(), routine.named(to, routine.name()));
            return s.withTypes(types, names).withRoutines(routines);
        });
        step.change(SchemaOperation.OTHER, "schema " + from, SchemaPhase.CONTRACT, false, draft.createdHere(now));
    }
}
