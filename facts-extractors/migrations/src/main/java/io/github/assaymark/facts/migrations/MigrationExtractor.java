package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.MigrationSet;
import io.github.assaymark.model.fact.MigrationStatement;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.SeedData;
import io.github.assaymark.model.fact.TimeoutSetting;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the histories of migrations of a repository, whichever tool applies them, and says what each of their
 * statements is. Histories of other databases than PostgreSQL are recognised, and make every answer about them
 * incomplete.
 */
public final class MigrationExtractor implements FactExtractor {
    static final String ID = "migrations";

    private static final Set<Class<? extends Fact>> TYPES = Set.of(
            MigrationSet.class,
            Migration.class,
            MigrationStatement.class,
            TimeoutSetting.class,
            SeedData.class,
            PartialParse.class,
            Unresolved.class);

    /** Found through {@link java.util.ServiceLoader}. */
    public MigrationExtractor() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return TYPES;
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    /** Shared with {@link io.github.assaymark.facts.replay.ReplayExtractor}: both speak of the same replays. */
    @Override
    public String family() {
        return Histories.FAMILY;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        for (String owner : context.owners()) {
            List<Fact> found = new ArrayList<>();
            try {
                new HistoryFacts(context, owner, found::add).emit();
            } catch (RuntimeException | StackOverflowError e) {
                failed(owner, e, Redaction.before(facts));
                continue;
            }
            found.forEach(facts);
        }
    }

    private static void failed(String owner, Throwable failure, Consumer<Fact> facts) {
        String reason = failure instanceof StackOverflowError
                ? "nested too deeply"
                : failure.getClass().getSimpleName()
                        + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        for (Class<? extends Fact> type : TYPES) {
            facts.accept(Coverage.missing(
                    ID,
                    type.getSimpleName(),
                    owner,
                    Coverage.Status.FAILED,
                    "the extractor failed on this owner: " + reason));
        }
    }
}
