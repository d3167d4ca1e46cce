package io.github.assaymark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

public class AssayTest {
    private static final SourcePlace PLACE = new SourcePlace("t.groovy", 1, 1, "some Document");
    private static final Snapshot EMPTY = Snapshot.of(List.of(
            Now.at(Instant.parse("2026-03-01T00:00:00Z")),
            new Repository("", "", Provenance.File.whole("."), "billing", null, null),
            Coverage.of("docs", "Document", "", 1, 0, "*.md", List.of())));

    @Test
    void a_snapshot_is_judged_and_every_verdict_explains_itself() {
        Assessment assessment = assay(Phase.PRE_MERGE).assess(EMPTY);
        Verdict verdict = assessment.verdicts().get(0);

        assertThat(verdict.outcome()).isEqualTo(new Outcome.Fail());
        assertThat(verdict.explanation().render()).contains("README");
        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.FAILS);
        assertThat(assessment.packs()).containsExactly(new Assessment.PackRef("test", "0"));
        assertThat(assessment.now()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void items_of_later_phases_wait() {
        Assay assay = assay(Phase.PROMOTION);

        assertThat(assay.assess(EMPTY).gate().decision()).isEqualTo(Gate.Decision.FAILS);
        assertThat(assay.upTo(Phase.PRE_MERGE).assess(EMPTY).verdicts().get(0).outcome())
                .isEqualTo(new Outcome.Pending(null, null));
    }

    @Test
    void a_live_assessment_follows_explains_and_tries() {
        try (LiveAssessment live = assay(Phase.PRE_MERGE).open(EMPTY)) {
            FactDelta written = new FactDelta(List.of(), List.of(readme()));

            assertThat(live.whatIf(written).gate().decision()).isEqualTo(Gate.Decision.PASSES);
            assertThat(live.assessment().gate().decision()).isEqualTo(Gate.Decision.FAILS);
            assertThat(live.apply(written).changes()).hasSize(1);
            assertThat(live.assessment().gate().decision()).isEqualTo(Gate.Decision.PASSES);
            assertThat(live.why("readme", "").headline()).isNotBlank();
            assertThatThrownBy(() -> live.why("nope", ""))
                    .hasMessageContaining("no verdict of item `nope` on ``")
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void the_plain_matcher_says_the_same() {
        Assay assay = assay(Phase.PRE_MERGE);

        assertThat(assay.matchedBy(PlainMatcher::new).assess(EMPTY).verdicts())
                .isEqualTo(assay.assess(EMPTY).verdicts());
    }

    @Test
    void one_assay_judges_on_many_threads_and_explanations_can_be_asked_for_anywhere() throws Exception {
        Assay assay = assay(Phase.PRE_MERGE);
        Assessment first = assay.assess(EMPTY);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Assessment>> runs = new ArrayList<>();
            for (int i = 0; i < 20; i++)
                runs.add(() -> {
                    first.verdicts().forEach(Verdict::explanation);
                    return assay.assess(EMPTY);
                });
            for (Future<Assessment> run : threads.invokeAll(runs))
                assertThat(run.get().verdicts()).isEqualTo(first.verdicts());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_digest_to_attest_follows_the_content() {
        List<Fact> facts = List.of(readme());
        Assay assay = assay(Phase.PRE_MERGE);
        assertThat(assay.digest(facts)).startsWith("sha256:").isEqualTo(assay.digest(List.of(readme())));
        assertThat(assay.digest(List.of())).isNotEqualTo(assay.digest(facts));
    }

    /** A fact of a type of one's own. */
    @io.github.assaymark.model.catalogue.Describe("A note")
    public record Note(
            @io.github.assaymark.model.catalogue.Describe("key")
            String key,

            @io.github.assaymark.model.catalogue.Describe("owner")
            String owner,

            io.github.assaymark.model.Provenance provenance,

            @io.github.assaymark.model.catalogue.Describe("text")
            String text)
            implements Fact {}

    @Test
    void facts_of_ones_own_types_have_a_digest_where_their_types_are_judged() {
        List<Class<? extends Fact>> types = new ArrayList<>(List.of(Note.class));
        FactCatalogue.standard().types().forEach(type -> types.add(type.javaType()));
        Fact note = new Note("n", "", io.github.assaymark.model.Provenance.File.whole("n.txt"), "kept");
        Fact other = new Note("n", "", io.github.assaymark.model.Provenance.File.whole("n.txt"), "changed");

        Assay own = Assay.with(FactCatalogue.of(types));

        assertThat(own.digest(List.of(note))).startsWith("sha256:").isNotEqualTo(own.digest(List.of(other)));
        assertThatThrownBy(() -> assay(Phase.PRE_MERGE).digest(List.of(note)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note is not in the catalogue");
    }

    private static Assay assay(Phase phase) {
        Expr path = new Expr.Prop(Expr.Role.OWN, "document", "Document", "path", ValueType.TEXT, PLACE);
        Expr readme = new Expr.Const("README.md", ValueType.TEXT, PLACE);
        Expr where = new Expr.Compare(Expr.Comparison.EQUAL, path, readme, PLACE);
        Pattern pattern =
                new Pattern("document", "Document", Pattern.Side.HEAD, false, List.of(where), Qualifiers.NONE, PLACE);
        Item item = new Item(
                "test.list.docs.readme",
                List.of(),
                "There is a README",
                "Repository",
                Severity.BLOCKER,
                phase,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                null,
                new Condition.Some(null, pattern, PLACE),
                null,
                null,
                PLACE);
        Section section = new Section("docs", "Docs", List.of(item));
        Checklist checklist = new Checklist(
                "test/list", "List", "Repository", Checklist.WaiverPolicy.ALLOWED, List.of(), List.of(section), PLACE);
        return Assay.with(new Pack("test", "0", List.of(checklist)));
    }

    private static Document readme() {
        return new Document(
                "README.md",
                "",
                Provenance.File.whole("README.md"),
                "README.md",
                "README.md",
                "README",
                "",
                "Billing",
                10,
                5,
                1,
                0,
                List.of(),
                List.of(),
                0,
                "00ff",
                false);
    }
}
