package io.github.assaymark.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.ExplanationText;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must be true of every explanation, tried on random repositories. */
final class ExplanationLawsTest {
    private static final int RUNS = 30;

    @Test
    void every_cited_fact_exists_with_the_values_cited() {
        forEach((snapshot, verdict) -> {
            for (FactRef ref : cited(verdict.explanation())) {
                Fact fact = find(snapshot, ref);
                assertThat(fact).as("%s", ref).isNotNull();
                for (FactRef.Value value : ref.values())
                    assertThat(value.value()).isEqualTo(Values.orNull(property(Objects.requireNonNull(fact), value)));
            }
        });
    }

    @Test
    void the_cited_facts_and_the_coverage_alone_give_the_same_outcome() {
        forEach((snapshot, verdict) -> {
            List<Fact> kept = new ArrayList<>();
            for (Fact fact : snapshot.facts())
                if (fact instanceof Now || fact instanceof Coverage || fact instanceof Service) kept.add(fact);
            for (FactRef ref : witnesses(verdict.explanation())) {
                Fact fact = find(snapshot, ref);
                if (fact != null) kept.add(fact);
            }
            assertThat(again(Snapshot.of(kept), verdict).outcome())
                    .as("%s", verdict.explanation().render())
                    .isEqualTo(verdict.outcome());
        });
    }

    @Test
    void without_a_decisive_fact_the_outcome_or_the_explanation_is_another() {
        forEach((snapshot, verdict) -> {
            for (Evidence evidence : verdict.explanation().evidence()) {
                if (evidence.fact() == null) continue;
                Fact dropped = find(snapshot, evidence.fact());
                Verdict after = again(
                        Snapshot.of(snapshot.facts().stream()
                                .filter(fact -> !fact.equals(dropped))
                                .toList()),
                        verdict);
                assertThat(after.outcome().equals(verdict.outcome())
                                && after.explanation().equals(verdict.explanation()))
                        .as("%s without %s", verdict.explanation().render(), evidence.fact())
                        .isFalse();
            }
        });
    }

    @Test
    void a_pass_never_rests_on_an_incomplete_search_and_a_fail_has_findings() {
        forEach((snapshot, verdict) -> {
            Explanation explanation = verdict.explanation();
            for (Evidence evidence : explanation.evidence())
                if (verdict.outcome() instanceof Outcome.Pass && evidence.scope() != null)
                    assertThat(evidence.scope().complete()).isTrue();
            if (verdict.outcome() instanceof Outcome.Fail) {
                assertThat(explanation.findings()).isNotEmpty();
                assertThat(explanation.remedies().isEmpty())
                        .isEqualTo(explanation.notes().contains("no automatic remedy"));
            }
            if (verdict.outcome() instanceof Outcome.Unknown) {
                assertThat(explanation.remedies()).isNotEmpty();
                assertThat(explanation.notes()).isNotEmpty();
            }
        });
    }

    @Test
    void the_text_has_at_most_25_lines_and_no_explanation_fails() {
        forEach((snapshot, verdict) -> {
            assertThat(ExplanationText.lines(verdict, ExplanationText.Detail.SHORT))
                    .hasSizeLessThanOrEqualTo(25);
            assertThat(verdict.explanation().notes()).noneMatch(note -> note.contains("explanation failed"));
        });
    }

    @Test
    void fingerprints_are_unique_and_forget_lines_values_and_messages() {
        forEach((snapshot, verdict) -> {
            List<String> prints = verdict.explanation().findings().stream()
                    .map(Finding::fingerprint)
                    .toList();
            assertThat(prints).doesNotHaveDuplicates().allMatch(print -> print.matches("[0-9a-f]{32}"));
        });
    }

    @Test
    void a_live_assessment_explains_as_a_new_one_does_whatever_the_order_of_changes() {
        for (int seed = 0; seed < 4; seed++) {
            List<Fact> facts = new RandomRepository(seed).facts();
            Collections.shuffle(facts, new Random(seed));
            try (LiveAssessment live = Assay.with(RandomRepository.PACK).open(Given.snapshot())) {
                for (Fact fact : facts) live.apply(new FactDelta(List.of(), List.of(fact)));
                List<Verdict> fresh = verdicts(Given.snapshot(facts.toArray(new Fact[0])));
                for (Verdict verdict : fresh)
                    assertThat(live.why(verdict.item().id(), verdict.subject().key()))
                            .isEqualTo(verdict.explanation());
            }
        }
    }

    private interface Law {
        void check(Snapshot snapshot, Verdict verdict);
    }

    private static void forEach(Law law) {
        Set<Outcome.Kind> seen = new HashSet<>();
        for (int seed = 0; seed < RUNS; seed++) {
            Snapshot snapshot = new RandomRepository(seed).snapshot();
            for (Verdict verdict : verdicts(snapshot)) {
                seen.add(verdict.outcome().kind());
                law.check(snapshot, verdict);
            }
        }
        assertThat(seen)
                .contains(Outcome.Kind.PASS, Outcome.Kind.FAIL, Outcome.Kind.UNKNOWN, Outcome.Kind.NOT_APPLICABLE);
    }

    private static List<Verdict> verdicts(Snapshot snapshot) {
        return RandomRepository.judged(snapshot).assessment().verdicts();
    }

    private static Verdict again(Snapshot snapshot, Verdict verdict) {
        return RandomRepository.judged(snapshot)
                .assessment()
                .verdict(verdict.item().id(), verdict.subject().key())
                .orElseThrow();
    }

    private static List<FactRef> cited(Explanation explanation) {
        List<FactRef> refs = witnesses(explanation);
        explanation.findings().stream()
                .map(Finding::fact)
                .filter(Objects::nonNull)
                .forEach(refs::add);
        explanation.nearMisses().stream().map(NearMiss::candidate).forEach(refs::add);
        return refs;
    }

    private static List<FactRef> witnesses(Explanation explanation) {
        List<FactRef> refs = new ArrayList<>();
        for (ExplanationNode root : roots(explanation)) collect(root, refs);
        explanation.evidence().stream()
                .map(Evidence::fact)
                .filter(Objects::nonNull)
                .forEach(refs::add);
        return refs;
    }

    private static List<ExplanationNode> roots(Explanation explanation) {
        return Stream.of(explanation.applicability(), explanation.tree())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void collect(ExplanationNode node, List<FactRef> into) {
        into.addAll(node.witnesses());
        node.children().forEach(child -> collect(child, into));
    }

    private static @Nullable Fact find(Snapshot snapshot, FactRef ref) {
        return snapshot.facts().stream()
                .filter(fact -> FactStore.type(fact).equals(ref.type())
                        && fact.key().equals(ref.key())
                        && fact.owner().equals(ref.owner())
                        && fact.provenance().equals(ref.provenance()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object property(Fact fact, FactRef.Value value) {
        Property property = FactCatalogue.standard().typeOf(fact).property(value.property());
        return Objects.requireNonNull(property).of(fact);
    }
}
