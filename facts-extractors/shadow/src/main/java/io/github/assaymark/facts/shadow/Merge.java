package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DataDependentFailure;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.RollbackOutcome;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what migrations say and what was seen: what was seen stands where the two speak of the same. */
final class Merge {
    private final String id;
    private final List<Fact> declared;
    private final Consumer<Fact> facts;
    private final List<Fact> observed = new ArrayList<>();
    private final Set<Fact> overruled = new HashSet<>();
    private final Map<String, Account> owners = new TreeMap<>();

    /** What is to be said of one owner's coverage. */
    private static final class Account {
        private final List<Coverage.Gap> gaps = new ArrayList<>();
        private final List<Coverage.Gap> withRows = new ArrayList<>();
        private int statements;
    }

    Merge(String id, List<Fact> declared, Consumer<Fact> facts) {
        this.id = id;
        this.declared = List.copyOf(declared);
        this.facts = facts;
    }

    void owner(String owner) {
        account(owner);
    }

    private Account account(String owner) {
        return owners.computeIfAbsent(owner, key -> new Account());
    }

    /** Nothing was seen of a history. */
    void broken(MigrationHistory history, String reason) {
        Account account = account(history.owner());
        account.statements += history.migrations().size();
        account.gaps.add(new Coverage.Gap(history.directory(), 0, reason));
    }

    void add(Observation observation) {
        MigrationHistory history = observation.history();
        Account account = account(history.owner());
        account.statements += observation.statements();
        if (observation.withoutBaseline()) {
            account.gaps.add(new Coverage.Gap(
                    history.migrations().get(0).path(),
                    0,
                    "the history does not start with an empty database, so a shadow database shows nothing of it"));
            return;
        }
        Map<Outcome, MigrationOutcome> lost = observation.lost();
        List<String> types = new ArrayList<>();
        for (Fact fact : declared)
            if (fact instanceof Coverage coverage
                    && coverage.owner().equals(history.owner())
                    && touched(coverage.factType())) types.add(coverage.factType());
        lost.forEach((outcome, migration) -> {
            account.gaps.add(Observation.gap(outcome, migration));
            observed.add(observation.unresolved(outcome, migration, types));
        });
        account.withRows.addAll(observation.notTried());

        Set<String> bounded = new HashSet<>();
        for (Fact fact : declared) if (fact instanceof LockFact lock && lock.bounded()) bounded.add(lock.statement());
        observation.facts(observed::add, bounded::contains);
        overrule(observation);
        Disagreements disagreements = new Disagreements(history.owner(), history.directory(), known(history.owner()));
        disagreements.locks(observation, declared);
        if (lost.isEmpty()) disagreements.schema(of(history), observation.schema());
        observed.addAll(disagreements.facts());
        overruled.addAll(disagreements.overruled());
        observed.addAll(observation.schema());
    }

    /** Locks of statements that were seen, and rollbacks that were tried. */
    private void overrule(Observation observation) {
        Set<String> statements = new HashSet<>();
        Set<String> migrations = new HashSet<>();
        for (MigrationOutcome migration : observation.migrations()) {
            RollbackOutcome rollback = migration.rollback();
            if (rollback != null && rollback != RollbackOutcome.NOT_RUN)
                migrations.add(migration.migration().key());
            for (Outcome outcome : migration.statements())
                if (outcome.how() == Outcome.How.OBSERVED)
                    statements.add(outcome.statement().key());
        }
        for (Fact fact : declared) {
            if (fact instanceof LockFact lock && statements.contains(lock.statement())) overruled.add(fact);
            if (fact instanceof DownCheck check && migrations.contains(check.migration())) overruled.add(fact);
        }
    }

    /** What is declared in the files of a history. */
    private List<Fact> of(MigrationHistory history) {
        Set<String> paths = new HashSet<>();
        for (MigrationScript migration : history.migrations())
            paths.add(migration.up().path());
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : declared) {
            Provenance.File place = fact.provenance().place();
            if (place != null && paths.contains(place.path())) facts.add(fact);
        }
        return facts;
    }

    /** All relations where the text was understood whole; otherwise those it speaks of. */
    private Predicate<String> known(String owner) {
        Set<String> names = new HashSet<>();
        boolean whole = true;
        for (Fact fact : declared) {
            if (!fact.owner().equals(owner)) continue;
            if (fact instanceof DbTable table) names.add(table.key());
            if (fact instanceof LockFact lock) names.add(lock.relation());
            if (fact instanceof Coverage coverage
                    && coverage.factType().equals(DbTable.class.getSimpleName())
                    && coverage.status() != Coverage.Status.COMPLETE) whole = false;
        }
        return whole ? name -> true : names::contains;
    }

    /** Who owns what and which roles there are is nothing that a shadow database shows. */
    private static boolean touched(String type) {
        return !type.equals(DbOwner.class.getSimpleName())
                && !type.equals(DbRole.class.getSimpleName())
                && !type.equals(Unresolved.class.getSimpleName());
    }

    /** Hands everything over; {@code own} are the types that only a shadow database gives. */
    void end(List<Class<? extends Fact>> own, ShadowSettings settings) {
        Set<String> names = own.stream().map(Class::getSimpleName).collect(Collectors.toSet());
        for (Fact fact : declared) {
            if (fact instanceof Coverage coverage) {
                if (!names.contains(coverage.factType())) facts.accept(with(coverage));
            } else if (!overruled.contains(fact)) facts.accept(fact);
        }
        observed.forEach(facts);
        for (Map.Entry<String, Account> entry : owners.entrySet())
            for (Class<? extends Fact> type : own)
                facts.accept(coverage(type, entry.getKey(), entry.getValue(), settings));
    }

    private Coverage with(Coverage coverage) {
        Account account = owners.get(coverage.owner());
        boolean searched =
                coverage.status() == Coverage.Status.COMPLETE || coverage.status() == Coverage.Status.PARTIAL;
        if (account == null || account.gaps.isEmpty() || !searched || !touched(coverage.factType())) return coverage;
        List<Coverage.Gap> gaps = new ArrayList<>(coverage.gaps());
        gaps.addAll(account.gaps);
        return Coverage.of(
                coverage.extractor(),
                coverage.factType(),
                coverage.owner(),
                coverage.matched() + account.gaps.size(),
                coverage.failed() + account.gaps.size(),
                coverage.looked() + ", and a shadow database",
                gaps);
    }

    private Coverage coverage(Class<? extends Fact> type, String owner, Account account, ShadowSettings settings) {
        String name = type.getSimpleName();
        boolean rows = type == DataDependentFailure.class;
        if (rows && settings.rows() == 0 && account.statements > 0)
            return Coverage.missing(
                    id, name, owner, Coverage.Status.NOT_ATTEMPTED, "the tables of the shadow database have no rows");
        List<Coverage.Gap> gaps = new ArrayList<>(account.gaps);
        if (rows) gaps.addAll(account.withRows);
        String looked = "statements of migrations on PostgreSQL " + shown(settings.postgres())
                + (rows ? " with " + settings.rows() + " rows in each table" : "");
        int matched = Math.max(account.statements, gaps.size());
        return Coverage.of(id, name, owner, matched, gaps.size(), looked, gaps);
    }

    /** The path of an installed one depends on the machine. */
    private static String shown(String postgres) {
        return postgres.indexOf('/') >= 0 ? "as installed" : postgres;
    }
}
