package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.MigrationSet;
import io.github.assaymark.model.fact.MigrationStatement;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.SeedData;
import io.github.assaymark.model.fact.StatementParse;
import io.github.assaymark.model.fact.TimeoutSetting;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts about one migration, and what of it was not understood. Not changed once it is made. */
final class MigrationFacts {
    private final String owner;
    private final Places places;
    private final Account sets;
    private final Account statements;
    private final Account seeds;
    private final Account damage;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Integer> before;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, String> partial = new LinkedHashMap<>();

    /** {@code before} are the keys that others took, with how often. */
    MigrationFacts(
            Places places,
            MigrationHistory history,
            MigrationScript migration,
            Set<String> destructive,
            Map<String, Integer> before) {
        this.owner = history.owner();
        this.places = places;
        this.before = before;
        this.sets = new Account(owner, List.of(MigrationSet.class, Migration.class));
        this.statements = new Account(owner, List.of(MigrationStatement.class, TimeoutSetting.class));
        this.seeds = new Account(owner, List.of(SeedData.class));
        this.damage = new Account(owner, List.of(PartialParse.class, Unresolved.class));
        migration(history, migration, destructive);
        List<Fact> shown = new ArrayList<>(facts.size());
        facts.forEach(Redaction.before(shown::add));
        facts.clear();
        facts.addAll(shown);
    }

    /** Without credentials. */
    List<Fact> facts() {
        return facts;
    }

    /** Keys it took, with how often. */
    Map<String, Integer> keys() {
        return keys;
    }

    /** What of it was not understood, by path. */
    Map<String, String> partial() {
        return partial;
    }

    Account sets() {
        return sets;
    }

    Account statements() {
        return statements;
    }

    Account seeds() {
        return seeds;
    }

    Account damage() {
        return damage;
    }

    private String distinct(String base) {
        int times = keys.merge(base, 1, Integer::sum) + before.getOrDefault(base, 0);
        return times == 1 ? base : base + "#" + times;
    }

    private void unresolved(
            String lookedFor, String path, Provenance place, String expression, String reason, List<Account> accounts) {
        facts.add(new Unresolved(
                distinct(path + "#" + lookedFor),
                owner,
                place,
                lookedFor,
                expression,
                reason,
                accounts.stream().flatMap(a -> a.typeNames().stream()).sorted().toList(),
                path));
    }

    private void migration(MigrationHistory history, MigrationScript migration, Set<String> destructive) {
        for (Account account : List.of(sets, statements, seeds, damage)) account.matched(migration.path());
        boolean understood = history.supported();
        boolean dynamic = false;
        Set<String> created = new HashSet<>();
        for (ScriptStatement statement : migration.up().statements()) {
            understood &= statement.parse() == StatementParse.FULL;
            dynamic |= dynamic(statement);
            statement(migration, statement, created, destructive);
        }
        facts.add(new Migration(
                migration.key(),
                owner,
                places.whole(migration.path()),
                history.key(),
                migration.version(),
                migration.name(),
                migration.order(),
                migration.transactional(),
                migration.back(),
                understood,
                dynamic,
                migration.checksum(),
                migration.downPath(),
                migration.path()));
    }

    private static boolean dynamic(ScriptStatement statement) {
        return statement.ddl() instanceof Ddl.Block block && block.dynamic();
    }

    private void statement(
            MigrationScript migration, ScriptStatement statement, Set<String> created, Set<String> destructive) {
        Ddl ddl = statement.ddl();
        SqlStatement place = statement.place();
        String path = migration.up().path();
        boolean code = place.lastToken() == place.firstToken();
        RelationName relation = StatementShape.relation(ddl);
        String table = relation == null ? null : StatementShape.key(relation);
        if (ddl instanceof Ddl.CreateTable create) created.add(StatementShape.key(create.table()));
        facts.add(new MigrationStatement(
                statement.key(),
                owner,
                place(path, place),
                migration.key(),
                statement.ordinal(),
                code ? "code" : StatementShape.kind(ddl, migration.up().script(), place),
                table,
                statement.parse(),
                statement.reason(),
                dynamic(statement),
                StatementShape.says(migration.up().script(), place, "concurrently"),
                statement.transaction() > 0,
                destructive.contains(statement.key())
                        || (StatementShape.loses(ddl) && !(table != null && created.contains(table))),
                statement.suppressed(),
                path));
        understanding(path, statement, code);
        Timeouts.of(migration, statement).emit(owner, places, this::distinct, facts::add);
        Seeds.Rows rows = Seeds.of(migration.up().script(), statement);
        if (rows != null)
            facts.add(new SeedData(
                    statement.key() + " " + rows.table(),
                    owner,
                    place(path, place),
                    migration.key(),
                    rows.table(),
                    rows.rows(),
                    rows.idempotent(),
                    path));
    }

    private void understanding(String path, ScriptStatement statement, boolean code) {
        if (statement.parse() == StatementParse.FULL) return;
        String reason = String.valueOf(statement.reason());
        int line = statement.place().line();
        if (Seeds.mayHide(statement)) seeds.gap(path, line, reason);
        if (statement.parse() != StatementParse.OPAQUE) return;
        statements.gap(path, line, reason);
        if (code)
            unresolved(
                    "statements of a migration",
                    path,
                    places.lines(path, line, statement.place().endLine()),
                    "",
                    reason,
                    List.of(statements, seeds));
        else partial.merge(path, "line " + line + ": " + reason, MigrationFacts::joined);
    }

    static String joined(String before, String more) {
        return before.length() + more.length() > 300 ? before : before + "; " + more;
    }

    private Provenance.File place(String path, SqlStatement place) {
        return new Provenance.File(
                places.source().commit(), path, place.line(), place.column(), place.endLine(), place.endColumn(), null);
    }
}
