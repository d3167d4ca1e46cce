package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.DataDependentFailure;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.RelationKind;
import io.github.assaymark.model.fact.RollbackOutcome;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.SchemaEvidence;
import io.github.assaymark.model.fact.SchemaSource;
import io.github.assaymark.model.fact.ShadowAssumption;
import io.github.assaymark.model.fact.Unresolved;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShadowExtractorTest {
    private static final String SECOND = "db/migrations/0002_m";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path repository;

    private final List<String> stages = new ArrayList<>();

    /** What a replay might say; with errors where a test wants them. */
    private record Text(List<Fact> facts) implements FactExtractor {
        private static final Set<Class<? extends Fact>> TYPES =
                Set.of(LockFact.class, DbTable.class, DbColumn.class, DbIndex.class, DownCheck.class, Unresolved.class);

        @Override
        public String id() {
            return "replay";
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
        public void extract(ScanContext context, Consumer<Fact> all) {
            facts.forEach(all);
            for (Class<? extends Fact> type : TYPES)
                for (String owner : context.owners())
                    all.accept(Coverage.of(id(), type.getSimpleName(), owner, 1, 0, "histories", List.of()));
        }
    }

    private static LockFact lock(String relation, LockMode mode, LockWork work) {
        return new LockFact(
                SECOND + "#1/" + relation + "/DECLARED",
                "",
                Provenance.File.line(SECOND + ".sql", 2),
                SECOND,
                SECOND + "#1",
                relation,
                RelationKind.TABLE,
                mode,
                true,
                mode == LockMode.ACCESS_EXCLUSIVE,
                true,
                work,
                1,
                work != LockWork.NONE,
                true,
                null,
                SchemaEvidence.DECLARED,
                SECOND + ".sql");
    }

    private static DbTable table(String name) {
        return new DbTable(
                name,
                "",
                Provenance.File.line("db/migrations/0001_m.sql", 2),
                name,
                null,
                SchemaSource.MIGRATIONS,
                QueryApi.SQL,
                null,
                "db/migrations/0001_m.sql");
    }

    private Snapshot scan(int rows, List<Fact> text, String... migrations) throws Exception {
        Postgres.requirePrograms(String.valueOf(PostgresVersion.DEFAULT.major()));
        Files.createDirectories(repository.resolve("db/migrations"));
        Files.writeString(repository.resolve("go.mod"), "module m\nrequire github.com/lib/pq v1.10.9\n");
        for (int i = 0; i < migrations.length; i++)
            Files.writeString(
                    repository.resolve("db/migrations/000" + (i + 1) + "_m.sql"), "-- +goose Up\n" + migrations[i]);
        ShadowExtractor shadow = new ShadowExtractor(
                new Text(text),
                ShadowSettings.of(Map.of("rows", String.valueOf(rows))),
                PostgresBinaries.ofProcess(),
                (stage, done, total) -> stages.add(stage + " " + done + "/" + total));
        return Extractors.standard()
                .scan(ScanRequest.of(repository).alsoBy(shadow))
                .snapshot();
    }

    private static Coverage coverage(Snapshot snapshot, Class<? extends Fact> type) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.extractor().equals("replay")
                        && c.factType().equals(type.getSimpleName())
                        && c.owner().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_seen_takes_the_place_of_what_the_text_says() throws Exception {
        Snapshot snapshot = scan(
                0,
                List.of(
                        lock("invoice", LockMode.SHARE, LockWork.NONE),
                        lock("ghost", LockMode.ACCESS_EXCLUSIVE, LockWork.NONE),
                        table("invoice"),
                        table("ghost")),
                "create table invoice (id bigint primary key, total int);\n-- +goose Down\ndrop table invoice;\n",
                "alter table invoice alter total type bigint;\nselect 1;\n");

        assertThat(snapshot.facts(LockFact.class))
                .filteredOn(lock -> lock.relationKind() == RelationKind.TABLE)
                .extracting(
                        LockFact::key,
                        LockFact::mode,
                        LockFact::work,
                        LockFact::hazard,
                        LockFact::heldForStatements,
                        LockFact::bounded)
                .containsExactly(tuple(
                        SECOND + "#1/invoice/OBSERVED", LockMode.ACCESS_EXCLUSIVE, LockWork.REWRITE, true, 1, true));
        assertThat(snapshot.facts(SchemaDisagreement.class))
                .extracting(d -> d.about() + ": " + d.declared() + " / " + d.observed())
                .containsExactlyInAnyOrder(
                        "lock on invoice: SHARE / ACCESS_EXCLUSIVE while it is read or written whole",
                        "lock on ghost: ACCESS_EXCLUSIVE / nothing",
                        "table ghost: there / nothing",
                        "column invoice.id: nothing / may not be null",
                        "column invoice.total: nothing / may be null",
                        "constraint invoice_pkey of invoice: nothing / holds for all rows",
                        "index invoice_pkey: nothing / unique, valid",
                        "row security of invoice: nothing / off");
        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::key, DbTable::source)
                .containsExactlyInAnyOrder(
                        tuple("invoice", SchemaSource.MIGRATIONS), tuple("invoice", SchemaSource.OBSERVED));
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(column -> column.name() + " " + column.type() + " " + column.source())
                .containsExactly("id bigint OBSERVED", "total bigint OBSERVED");
        assertThat(snapshot.facts(DownCheck.class))
                .extracting(DownCheck::migration, DownCheck::outcome, DownCheck::evidence)
                .containsExactly(tuple("db/migrations/0001_m", RollbackOutcome.EXACT, SchemaEvidence.OBSERVED));
        assertThat(coverage(snapshot, LockFact.class).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(coverage(snapshot, SchemaDisagreement.class).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(coverage(snapshot, DataDependentFailure.class).status())
                .as("tables without rows show nothing of rows")
                .isEqualTo(Coverage.Status.NOT_ATTEMPTED);
        assertThat(stages)
                .contains(
                        "shadow database, migrations of db/migrations 1/2",
                        "shadow database, migrations of db/migrations 2/2");
    }

    @Test
    void a_statement_that_fails_leaves_every_answer_open() throws Exception {
        Snapshot snapshot = scan(
                0,
                List.of(),
                "create table invoice (id bigint primary key);\n",
                "select 1;\nalter table invoice add column place geometry(point);\n");

        Coverage locks = coverage(snapshot, LockFact.class);
        assertThat(locks.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(locks.gaps())
                .containsExactly(new Coverage.Gap(
                        SECOND + ".sql", 3, "fails on the shadow database: 42704 type \"geometry\" does not exist"));
        assertThat(coverage(snapshot, SchemaDisagreement.class).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(snapshot.facts(Unresolved.class)).singleElement().satisfies(open -> {
            assertThat(open.expression()).isEqualTo("alter table invoice add column place geometry(point)");
            assertThat(open.factTypes())
                    .containsExactlyInAnyOrder("LockFact", "DbTable", "DbColumn", "DbIndex", "DownCheck");
        });
    }

    @Test
    void a_history_that_starts_mid_life_shows_nothing() throws Exception {
        Snapshot snapshot = scan(
                0,
                List.of(table("invoice")),
                "alter table invoice add column total int;\n",
                "create table customer (id bigint);\n");

        assertThat(snapshot.facts(DbTable.class)).extracting(DbTable::source).containsExactly(SchemaSource.MIGRATIONS);
        assertThat(snapshot.facts(LockFact.class)).isEmpty();
        assertThat(coverage(snapshot, LockFact.class).gaps())
                .containsExactly(new Coverage.Gap(
                        "db/migrations/0001_m.sql",
                        0,
                        "the history does not start with an empty database, so a shadow database shows nothing of it"));
    }

    @Test
    void rows_show_what_fails_with_them_and_assumptions_are_written_down() throws Exception {
        Snapshot snapshot = scan(
                7,
                List.of(),
                "create table invoice (id bigint primary key);\ngrant select on invoice to reader;\n",
                "alter table invoice add column brand_id text not null;\n");

        assertThat(snapshot.facts(DataDependentFailure.class))
                .extracting(DataDependentFailure::statement, DataDependentFailure::sqlState, DataDependentFailure::rows)
                .containsExactly(tuple(SECOND + "#1", "23502", 7));
        assertThat(coverage(snapshot, DataDependentFailure.class).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(snapshot.facts(ShadowAssumption.class))
                .extracting(ShadowAssumption::key, ShadowAssumption::file)
                .containsExactly(tuple("role reader", "db/migrations/0001_m.sql"));
    }

    @Test
    void a_repository_without_migrations_is_covered_without_a_server() throws Exception {
        Snapshot snapshot = scan(50, List.of());

        for (Class<? extends Fact> type :
                List.of(DataDependentFailure.class, ShadowAssumption.class, SchemaDisagreement.class))
            assertThat(coverage(snapshot, type).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(stages).isEmpty();
    }
}
