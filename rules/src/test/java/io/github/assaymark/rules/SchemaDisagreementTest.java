package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a shadow database says otherwise than the text is a finding; cases cannot have one. */
final class SchemaDisagreementTest {
    private static final String SERVICE = "services/billing";
    private static final String MIGRATION = "services/billing/migrations/0005_index_concurrently";
    private static final String EARLIER = "services/billing/migrations/0004_not_null";
    private static final Assay ASSAY = Assay.with(Pack.load("loop"));
    private static final Snapshot SCANNED = Extractors.standard()
            .scan(ScanRequest.of(Path.of("../examples/loop")).at(Instant.parse("2026-10-01T12:00:00Z")))
            .snapshot();

    @Test
    void a_schema_that_is_another_one_fails_what_is_said_of_its_columns() {
        String item = "loop.production-readiness.data.brand-id-not-null";

        assertThat(outcome(SCANNED, item, SERVICE)).isEqualTo(Outcome.Kind.PASS);
        assertThat(outcome(with(disagreement(null)), item, SERVICE)).isEqualTo(Outcome.Kind.FAIL);
        assertThat(outcome(with(disagreement(MIGRATION)), item, SERVICE)).isEqualTo(Outcome.Kind.PASS);
    }

    @Test
    void another_lock_fails_the_migration_that_takes_it() {
        String item = "loop.production-readiness.data.no-long-locks";

        assertThat(outcome(changed(SCANNED), item, EARLIER)).isEqualTo(Outcome.Kind.PASS);
        assertThat(outcome(changed(with(disagreement(EARLIER))), item, EARLIER)).isEqualTo(Outcome.Kind.FAIL);
        assertThat(outcome(changed(with(disagreement(MIGRATION))), item, EARLIER))
                .isEqualTo(Outcome.Kind.PASS);
        assertThat(outcome(changed(with(disagreement(null))), item, EARLIER)).isEqualTo(Outcome.Kind.PASS);
    }

    @Test
    void a_comparison_that_broke_off_passes_nothing() {
        List<Fact> facts = new ArrayList<>(SCANNED.facts());
        facts.removeIf(fact -> fact instanceof Coverage coverage
                && coverage.factType().equals("SchemaDisagreement")
                && coverage.owner().equals(SERVICE));
        facts.add(Coverage.of(
                "replay",
                "SchemaDisagreement",
                SERVICE,
                7,
                1,
                "statements of migrations on PostgreSQL 18",
                List.of(new Coverage.Gap("services/billing/migrations/0002.sql", 3, "it failed"))));

        assertThat(outcome(Snapshot.of(facts), "loop.production-readiness.data.brand-id-not-null", SERVICE))
                .isEqualTo(Outcome.Kind.UNKNOWN);
    }

    private static SchemaDisagreement disagreement(@Nullable String migration) {
        return new SchemaDisagreement(
                "here",
                SERVICE,
                Provenance.File.whole("services/billing/migrations/0004_not_null.sql"),
                migration,
                "lock on billing.invoice",
                "nothing",
                "ACCESS_EXCLUSIVE",
                "services/billing/migrations/0004_not_null.sql");
    }

    private static Snapshot with(Fact more) {
        List<Fact> facts = new ArrayList<>(SCANNED.facts());
        facts.add(more);
        return Snapshot.of(facts);
    }

    /** Compared with a revision that holds no migration. */
    private static Snapshot changed(Snapshot snapshot) {
        List<Fact> before = new ArrayList<>(SCANNED.facts());
        before.removeIf(Migration.class::isInstance);
        return snapshot.comparedWith(Snapshot.of(before));
    }

    private static Outcome.Kind outcome(Snapshot snapshot, String item, String subject) {
        Assessment assessment = ASSAY.assess(snapshot);
        return assessment.verdicts().stream()
                .filter(verdict -> verdict.item().id().equals(item)
                        && verdict.subject().key().equals(subject))
                .findFirst()
                .orElseThrow()
                .outcome()
                .kind();
    }
}
