package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DataDependentFailure;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SchemaEvidence;
import io.github.assaymark.model.fact.ShadowAssumption;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What was seen of one history, as facts. */
final class Observation {
    private static final int SHOWN = 200;
    private static final List<String> MISSING_OBJECT = List.of("42P01", "42703", "42704", "3F000", "42883");

    private final MigrationHistory history;
    private final ShadowRun.Result result;
    private final List<Fact> schema;
    private final int rows;

    Observation(MigrationHistory history, ShadowRun.Result result, List<Fact> schema, int rows) {
        this.history = history;
        this.result = result;
        this.schema = schema;
        this.rows = rows;
    }

    MigrationHistory history() {
        return history;
    }

    List<MigrationOutcome> migrations() {
        return result.migrations();
    }

    /**
     * Whether the first migration already speaks of something that nobody made: nothing that follows means anything.
     */
    boolean withoutBaseline() {
        return !result.migrations().isEmpty()
                && result.migrations().get(0).statements().stream()
                        .anyMatch(
                                outcome -> outcome.lost() && MISSING_OBJECT.contains(String.valueOf(outcome.state())));
    }

    /** Statements whose effect the database does not show. */
    Map<Outcome, MigrationOutcome> lost() {
        Map<Outcome, MigrationOutcome> lost = new LinkedHashMap<>();
        for (MigrationOutcome migration : result.migrations())
            for (Outcome outcome : migration.statements()) if (outcome.lost()) lost.put(outcome, migration);
        return lost;
    }

    /** Facts of the final schema that say something of the migrations, and not of the roles that applied them. */
    List<Fact> schema() {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : schema) {
            boolean own = (fact instanceof DbOwner owner && own(owner.role()))
                    || (fact instanceof DbGrant grant && own(grant.role()))
                    || (fact instanceof DbRole role && own(role.name()))
                    || (fact instanceof DbTable table && "assay_shadow".equals(table.schema()));
            if (!own) facts.add(fact);
        }
        return facts;
    }

    private static boolean own(String role) {
        return role.startsWith("assay_");
    }

    /**
     * Locks, rollbacks, failures and assumptions; {@code bounded} says whether a lock timeout holds for a statement.
     */
    void facts(Consumer<Fact> facts, Predicate<String> bounded) {
        for (MigrationOutcome migration : result.migrations()) {
            String path = migration.migration().path();
            List<Outcome> statements = migration.statements();
            for (int i = 0; i < statements.size(); i++) {
                Outcome outcome = statements.get(i);
                String key = outcome.statement().key();
                for (Touch touch : outcome.touches())
                    facts.accept(lock(migration, outcome, touch, statements.size() - 1 - i, bounded.test(key)));
            }
            if (migration.rollback() != null)
                facts.accept(new DownCheck(
                        migration.migration().key() + "/" + SchemaEvidence.OBSERVED,
                        history.owner(),
                        Provenance.File.whole(path),
                        migration.migration().key(),
                        migration.rollback(),
                        migration.difference(),
                        SchemaEvidence.OBSERVED,
                        path));
            for (Outcome outcome : migration.failsWithRows())
                facts.accept(new DataDependentFailure(
                        outcome.statement().key(),
                        history.owner(),
                        place(path, outcome.statement()),
                        migration.migration().key(),
                        outcome.statement().key(),
                        String.valueOf(outcome.state()),
                        rows,
                        path));
        }
        for (Assumption assumption : result.assumptions())
            facts.accept(new ShadowAssumption(
                    assumption.kind() + " " + assumption.name(),
                    history.owner(),
                    Provenance.File.line(assumption.path(), assumption.line()),
                    assumption.kind(),
                    assumption.name(),
                    assumption.path()));
    }

    private LockFact lock(MigrationOutcome migration, Outcome outcome, Touch touch, int later, boolean bounded) {
        String path = migration.migration().path();
        String statement = outcome.statement().key();
        String relation = touch.relation().key();
        int held = history.transaction() == MigrationTransaction.UNKNOWN ? -1 : migration.inTransaction() ? later : 0;
        return new LockFact(
                statement + "/" + relation + "/" + SchemaEvidence.OBSERVED,
                history.owner(),
                place(path, outcome.statement()),
                migration.migration().key(),
                statement,
                relation,
                touch.relation().kind(),
                touch.mode(),
                touch.mode().compareTo(LockMode.SHARE) >= 0,
                touch.mode() == LockMode.ACCESS_EXCLUSIVE,
                true,
                touch.work(),
                held,
                touch.hazard(),
                bounded,
                null,
                SchemaEvidence.OBSERVED,
                path);
    }

    /** What stays open because a statement did not run, with the types that are incomplete by it. */
    Unresolved unresolved(Outcome outcome, MigrationOutcome migration, List<String> types) {
        String path = migration.migration().path();
        String text = outcome.statement().text().strip();
        return new Unresolved(
                path + "#effect on a shadow database#" + outcome.statement().ordinal(),
                history.owner(),
                place(path, outcome.statement()),
                "effect on a shadow database",
                text.length() <= SHOWN ? text : text.substring(0, SHOWN),
                reason(outcome),
                types,
                path);
    }

    static Coverage.Gap gap(Outcome outcome, MigrationOutcome migration) {
        return new Coverage.Gap(
                migration.migration().path(), outcome.statement().place().line(), reason(outcome));
    }

    private static String reason(Outcome outcome) {
        String state = outcome.state();
        return outcome.how() == Outcome.How.REFUSED
                ? "not sent to the shadow database: " + outcome.message()
                : "fails on the shadow database: " + state + " " + outcome.message();
    }

    /** What was not tried with rows. */
    List<Coverage.Gap> notTried() {
        List<Coverage.Gap> gaps = new ArrayList<>();
        for (MigrationOutcome migration : result.migrations())
            if (!migration.inTransaction())
                gaps.add(new Coverage.Gap(
                        migration.migration().path(), 0, "not tried with rows: it does not run in one transaction"));
        for (String table : new TreeSet<>(result.unfilled()))
            gaps.add(new Coverage.Gap(history.directory(), 0, "no rows could be made up for " + table));
        return gaps;
    }

    int statements() {
        return result.migrations().stream().mapToInt(m -> m.statements().size()).sum();
    }

    static Provenance.File place(String path, ScriptStatement statement) {
        return new Provenance.File(
                null,
                path,
                statement.place().line(),
                statement.place().column(),
                statement.place().endLine(),
                statement.place().endColumn(),
                null);
    }
}
