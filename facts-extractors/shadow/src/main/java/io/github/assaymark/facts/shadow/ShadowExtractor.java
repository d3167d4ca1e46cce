package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.catalog.CatalogCollector;
import io.github.assaymark.facts.catalog.ReadCatalog;
import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.DataDependentFailure;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.ShadowAssumption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the place of the extractor that replays migrations: says what that one says, applies the same migrations to a
 * database of its own, and lets what was observed stand where the two differ.
 */
final class ShadowExtractor implements FactExtractor {
    private static final int STATEMENT_SECONDS = 60;
    private static final List<Class<? extends Fact>> OWN =
            List.of(DataDependentFailure.class, ShadowAssumption.class, SchemaDisagreement.class);

    private final FactExtractor declared;
    private final ShadowSettings settings;
    private final PostgresBinaries binaries;
    private final ScanRequest.Progress progress;

    ShadowExtractor(
            FactExtractor declared, ShadowSettings settings, PostgresBinaries binaries, ScanRequest.Progress progress) {
        this.declared = declared;
        this.settings = settings;
        this.binaries = binaries;
        this.progress = progress;
    }

    @Override
    public String id() {
        return declared.id();
    }

    @Override
    public int version() {
        return declared.version();
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        Set<Class<? extends Fact>> types = new HashSet<>(declared.factTypes());
        types.addAll(OWN);
        return types;
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<Fact> said = new ArrayList<>();
        declared.extract(context, fact -> {
            synchronized (said) {
                said.add(fact);
            }
        });
        Merge merge = new Merge(id(), said, facts);
        List<MigrationHistory> histories = new ArrayList<>();
        for (String owner : context.owners()) {
            merge.owner(owner);
            for (MigrationHistory history : Histories.of(context, owner))
                if (history.supported() && !history.migrations().isEmpty()) histories.add(history);
        }
        if (!histories.isEmpty()) observe(histories, context, merge);
        merge.end(OWN, settings);
    }

    private void observe(List<MigrationHistory> histories, ScanContext context, Merge merge) {
        String failure = null;
        try (PostgresServer server = PostgresServer.start(settings.postgres(), binaries)) {
            for (MigrationHistory history : histories) {
                try {
                    observe(server, history, context, merge);
                } catch (SQLException | IllegalArgumentException e) {
                    merge.broken(history, "the shadow database failed: " + words(e));
                }
            }
        } catch (ShadowException e) {
            failure = words(e);
        }
        if (failure != null) for (MigrationHistory history : histories) merge.broken(history, failure);
    }

    private void observe(PostgresServer server, MigrationHistory history, ScanContext context, Merge merge)
            throws SQLException {
        int total = history.migrations().size();
        String stage = "shadow database, migrations of " + (history.directory().isEmpty() ? "." : history.directory());
        try (ShadowDatabase database = ShadowDatabase.create(server, STATEMENT_SECONDS)) {
            ShadowRun.Result result =
                    new ShadowRun(database, settings.rows()).apply(history, done -> progress.at(stage, done, total));
            String document = CatalogCollector.collect(database.admin());
            Provenance origin = Provenance.File.whole(history.directory().isEmpty() ? "." : history.directory());
            List<Fact> schema =
                    ReadCatalog.facts(document, history.owner(), origin, history.directory(), context.limits());
            merge.add(new Observation(history, result, schema, settings.rows()));
        }
    }

    private static String words(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
