package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbExtension;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.SchemaChange;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replays histories of PostgreSQL migrations: what each statement changes, which locks it takes, whether it can be
 * taken back, and the schema that the last one leaves. What only shows when a migration runs makes the coverage
 * partial.
 */
public final class ReplayExtractor implements FactExtractor {
    static final String ID = "replay";
    private static final List<Class<? extends Fact>> TYPES = List.of(
            DbColumn.class,
            DbConstraint.class,
            DbExtension.class,
            DbGrant.class,
            DbIndex.class,
            DbOwner.class,
            DbPolicy.class,
            DbRole.class,
            DbTable.class,
            DownCheck.class,
            LockFact.class,
            RowSecurity.class,
            SchemaChange.class,
            SchemaDisagreement.class,
            Unresolved.class);

    /** Found through {@link java.util.ServiceLoader}. */
    public ReplayExtractor() {}

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
        return Set.copyOf(TYPES);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public String family() {
        return Histories.FAMILY;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        ReplayCache cache = context.shared(ReplayCache.class, ReplayCache::new);
        for (String owner : context.owners()) {
            ReplayGaps gaps = new ReplayGaps(owner, facts);
            int matched = 0;
            for (MigrationHistory history : Histories.of(context, owner)) {
                matched += Math.max(1, history.migrations().size());
                ReplayResult result = cache.replay(history);
                result.forEach(facts);
                gaps.of(result);
            }
            for (Class<? extends Fact> type : TYPES) {
                if (type == SchemaDisagreement.class) {
                    // Only a shadow database disagrees, and says itself how much it saw.
                    facts.accept(Coverage.of(
                            ID, type.getSimpleName(), owner, 0, 0, "databases that apply the migrations", List.of()));
                    continue;
                }
                List<Coverage.Gap> found = gaps.of(type.getSimpleName());
                int failed = (int) Math.min(
                        matched,
                        found.stream().map(Coverage.Gap::path).distinct().count());
                facts.accept(Coverage.of(
                        ID, type.getSimpleName(), owner, matched, failed, "histories of SQL migrations", found));
            }
        }
    }
}
