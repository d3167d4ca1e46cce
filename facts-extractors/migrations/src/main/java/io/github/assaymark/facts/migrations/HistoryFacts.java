package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.replay.ReplayCache;
import io.github.assaymark.facts.replay.ReplayResult;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.MigrationSet;
import io.github.assaymark.model.fact.MigrationStatement;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.SeedData;
import io.github.assaymark.model.fact.TimeoutSetting;
import io.github.assaymark.model.fact.Unresolved;
import java.util.HashMap;
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
    private final KnownFacts known;
    private final Consumer<Fact> shown;
    private final Consumer<Fact> facts;
    private final Places places;
    private final Account sets;
    private final Account statements;
    private final Account seeds;
    private final Account damage;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, String> partial = new LinkedHashMap<>();

    /** {@code shown} takes facts without credentials. */
    HistoryFacts(ScanContext context, String owner, Consumer<Fact> shown) {
        this.replays = context.shared(ReplayCache.class, ReplayCache::new);
        this.known = context.shared(KnownFacts.class, KnownFacts::new);
        this.context = context;
        this.owner = owner;
        this.shown = shown;
        this.facts = Redaction.before(shown);
        this.places = new Places(context.source());
        this.sets = new Account(owner, List.of(MigrationSet.class, Migration.class));
        this.statements = new Account(owner, List.of(MigrationStatement.class, TimeoutSetting.class));
        this.seeds = new Account(owner, List.of(SeedData.class));
        this.damage = new Account(owner, List.of(PartialParse.class, Unresolved.class));
    }

    void emit() {
        Histories.Search search =
                context.shared(KnownHistories.class, KnownHistories::new).of(context, owner);
        for (MigrationHistory history : search.histories()) history(history);
        for (ToolTimeout timeout : search.timeouts()) timeout.emit(owner, places, this::distinct, facts);
        known.done();
        search.problems().forEach(this::problem);
        new SeedScripts(search.files(), owner, places, this::distinct).emit(search.seeds(), facts, seeds);
        partial.forEach(
                (path, reason) -> facts.accept(new PartialParse(path, owner, places.whole(path), path, reason)));
        sets.close(facts);
        statements.close(facts);
        seeds.close(facts);
        damage.close(facts);
    }

    private void history(MigrationHistory history) {
        ReplayResult replay = replays.replay(history);
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
        MigrationHistory.Kind kind = history.kind();
        for (int i = 0; i < history.migrations().size(); i++)
            migration(kind, history, history.migrations().get(i), replay.destructive(i));
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

    private void migration(
            MigrationHistory.Kind kind, MigrationHistory history, MigrationScript migration, Set<String> destructive) {
        MigrationFacts found = known.of(places, kind, history, migration, destructive, keys);
        found.facts().forEach(shown);
        found.keys().forEach((base, times) -> keys.merge(base, times, Integer::sum));
        found.partial().forEach((path, reason) -> partial.merge(path, reason, MigrationFacts::joined));
        sets.add(found.sets());
        statements.add(found.statements());
        seeds.add(found.seeds());
        damage.add(found.damage());
    }

    /** A key made distinct. */
    @FunctionalInterface
    interface Keys {
        String distinct(String base);
    }
}
