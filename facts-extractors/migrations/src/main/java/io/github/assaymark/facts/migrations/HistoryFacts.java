package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.replay.ReplayCache;
import io.github.assaymark.facts.replay.ReplayResult;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.MigrationSet;
import io.github.assaymark.model.fact.MigrationStatement;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.SeedData;
import io.github.assaymark.model.fact.StatementParse;
import io.github.assaymark.model.fact.TimeoutSetting;
import io.github.assaymark.model.fact.Unresolved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The facts about the histories of one owner. Used by one thread. */
final class HistoryFacts {
    private final ScanContext context;
    private final String owner;
    private final ReplayCache replays;
    private final Consumer<Fact> facts;
    private final Places places;
    private final Account sets;
    private final Account statements;
    private final Account seeds;
    private final Account damage;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, String> partial = new LinkedHashMap<>();

    HistoryFacts(ScanContext context, String owner, ReplayCache replays, Consumer<Fact> facts) {
        this.replays = replays;
        this.context = context;
        this.owner = owner;
        this.facts = facts;
        this.places = new Places(context.source());
        this.sets = new Account(owner, List.of(MigrationSet.class, Migration.class));
        this.statements = new Account(owner, List.of(MigrationStatement.class, TimeoutSetting.class));
        this.seeds = new Account(owner, List.of(SeedData.class));
        this.damage = new Account(owner, List.of(PartialParse.class, Unresolved.class));
    }

    void emit() {
        Histories.Search search = Histories.search(context, owner);
        for (MigrationHistory history : search.histories()) history(history);
        for (ToolTimeout timeout : search.timeouts()) timeout.emit(owner, places, this::distinct, facts);
        search.problems().forEach(this::problem);
        new SeedScripts(search.files(), owner, places, this::distinct).emit(facts, seeds);
        partial.forEach(
                (path, reason) -> facts.accept(new PartialParse(path, owner, places.whole(path), path, reason)));
        sets.close(facts);
        statements.close(facts);
        seeds.close(facts);
        damage.close(facts);
    }

    private void history(MigrationHistory history) {
        ReplayResult replay = replays.replay(history);
        Set<String> destructive = replay.destructive();
        facts.accept(new MigrationSet(
                history.key(),
                owner,
                new Provenance.Derived(
                        MigrationExtractor.ID,
                        history.migrations().stream()
                                .limit(1)
                                .map(m -> (Provenance) places.whole(m.path()))
                                .toList()),
                history.tool(),
                history.dialect(),
                history.supported(),
                history.directory(),
                history.transaction(),
                replay.baseline(),
                history.templated(),
                history.migrations().size()));
        for (HistoryProblem problem : history.problems()) problem(problem);
        for (MigrationScript migration : history.migrations()) migration(history, migration, destructive);
    }

    /** What is not known of a set as a whole may hide facts of every type. */
    private void problem(HistoryProblem problem) {
        for (Account account : List.of(sets, statements, seeds))
            account.gap(problem.path(), problem.line(), problem.reason());
        unresolved(
                problem.lookedFor(),
                problem.path(),
                problem.line() == 0
                        ? places.whole(problem.path())
                        : places.lines(problem.path(), problem.line(), problem.line()),
                problem.expression(),
                problem.reason(),
                List.of(sets, statements, seeds));
    }

    private void unresolved(
            String lookedFor, String path, Provenance place, String expression, String reason, List<Account> accounts) {
        facts.accept(new Unresolved(
                distinct(path + "#" + lookedFor),
                owner,
                place,
                lookedFor,
                expression,
                reason,
                accounts.stream().flatMap(a -> a.typeNames().stream()).sorted().toList(),
                path));
    }

    private String distinct(String base) {
        int times = keys.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "#" + times;
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
        facts.accept(new Migration(
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
        facts.accept(new MigrationStatement(
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
        Timeouts.of(migration, statement).emit(owner, places, this::distinct, facts);
        Seeds.Rows rows = Seeds.of(migration.up().script(), statement);
        if (rows != null)
            facts.accept(new SeedData(
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
        else partial.merge(path, "line " + line + ": " + reason, HistoryFacts::joined);
    }

    private static String joined(String before, String more) {
        return before.length() + more.length() > 300 ? before : before + "; " + more;
    }

    private Provenance.File place(String path, SqlStatement place) {
        return new Provenance.File(
                context.source().commit(),
                path,
                place.line(),
                place.column(),
                place.endLine(),
                place.endColumn(),
                null);
    }

    /** A key made distinct. */
    @FunctionalInterface
    interface Keys {
        String distinct(String base);
    }
}
