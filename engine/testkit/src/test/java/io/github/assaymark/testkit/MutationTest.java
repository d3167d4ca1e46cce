package io.github.assaymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.verdict.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test of evidence must be able to fail: here are a rule and engines that are wrong, and it says so. */
final class MutationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Fact BILLING = service("billing");

    @Test
    void pass_on_one_fact_is_gone_without_it_and_without_its_type() {
        assertThat(mutants("some Service where { service.name == 'billing' }", BILLING))
                .allMatch(m -> m.fate() == Mutant.Fate.GONE)
                .extracting(Mutant::taken, Mutant::needed)
                .containsExactly(
                        tuple(Mutant.Part.FACT, true),
                        tuple(Mutant.Part.TYPES, true),
                        tuple(Mutant.Part.EVERYTHING, false));
    }

    @Test
    void pass_on_facts_that_stand_in_for_each_other_is_gone_with_the_last_of_them() {
        List<Mutant> mutants = mutants("some Service where { service.name != 'x' }", BILLING, service("orders"));
        assertThat(fates(mutants, Mutant.Part.FACT))
                .containsExactly(Mutant.Fate.ON_OTHER_EVIDENCE, Mutant.Fate.ON_OTHER_EVIDENCE);
        assertThat(fates(mutants, Mutant.Part.EVERYTHING)).containsExactly(Mutant.Fate.GONE);
        assertThat(mutants)
                .filteredOn(m -> m.taken() == Mutant.Part.EVERYTHING)
                .allSatisfy(m -> assertThat(m.removed()).isEqualTo("2 pieces, one after the other"));
    }

    @Test
    void pass_on_an_absence_is_gone_when_the_search_is_not_complete() {
        List<Mutant> mutants = mutants("no Service where { service.name == 'billing' }", service("orders"));
        assertThat(fates(mutants, Mutant.Part.SEARCH)).containsExactly(Mutant.Fate.GONE);
        assertThat(mutants).allMatch(Mutant::isFounded);
    }

    @Test
    void rule_that_passes_with_and_without_a_fact_is_found() {
        List<Mutant> mutants = mutants("""
                anyOf {
                    some Service where { service.name == 'billing' }
                    no Service where { service.name == 'billing' }
                }""", BILLING);
        assertThat(fates(mutants, Mutant.Part.FACT)).containsExactly(Mutant.Fate.STAYED);
        assertThat(fates(mutants, Mutant.Part.EVERYTHING)).containsExactly(Mutant.Fate.ON_ABSENCE);
        assertThat(mutants).filteredOn(m -> !m.isFounded()).hasSize(2);
    }

    @Test
    void the_one_candidate_is_not_needed_where_the_same_choice_accepts_that_there_is_none() {
        List<Mutant> mutants = mutants("""
                some Repository where { repository.name == 'demo' }
                anyOf {
                    no Service where { service.name == 'billing' }
                    every Service where { service.name == 'billing' } has Repository where { repository.name == 'demo' }
                }""", BILLING);
        assertThat(mutants)
                .filteredOn(m -> m.removed().startsWith("Service "))
                .extracting(Mutant::needed, Mutant::fate)
                .containsExactly(tuple(false, Mutant.Fate.ON_OTHER_EVIDENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no Service where { service.name == 'orders' }", // of others
                "no Repository where { repository.name == 'billing' }",
                "no Service where { service.name == 'billing' && service.key == '' }"
            })
    void the_one_candidate_is_needed_where_only_another_absence_is_accepted(String other) {
        List<Mutant> mutants = mutants("""
                anyOf {
                    every Service where { service.name == 'billing' } has Repository where { repository.name == 'demo' }
                    some Service where { service.name == 'nobody' }
                }
                anyOf {
                    %s
                    some Service where { service.name == 'nobody' }
                }""".formatted(other), BILLING);
        assertThat(mutants)
                .filteredOn(m -> m.removed().startsWith("Service "))
                .extracting(Mutant::needed)
                .containsExactly(true);
    }

    @Test
    void engine_that_does_not_see_what_was_taken_is_found() {
        Snapshot facts = snapshot(BILLING);
        try (LiveAssessment live =
                assay("some Service where { service.name == 'billing' }").open(facts)) {
            Mutation.Live blind = new Mutation.Live() {
                @Override
                public void apply(FactDelta delta) {}

                @Override
                public Assessment assessment() {
                    return live.assessment();
                }
            };
            List<Mutant> mutants = new Mutation(owned(), facts, blind).all();
            assertThat(fates(mutants, Mutant.Part.FACT)).containsExactly(Mutant.Fate.STAYED);
            assertThat(fates(mutants, Mutant.Part.TYPES)).containsExactly(Mutant.Fate.STAYED);
            assertThat(fates(mutants, Mutant.Part.EVERYTHING)).containsExactly(Mutant.Fate.UNFOUNDED);
        }
    }

    @Test
    void case_that_does_not_pass_has_no_evidence_to_take() {
        assertThatThrownBy(() -> mutants("some Service where { service.name == 'search' }", BILLING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("t.t.s.owned: the tree as it is does not pass");
    }

    private static List<Mutant.Fate> fates(List<Mutant> mutants, Mutant.Part part) {
        return mutants.stream().filter(m -> m.taken() == part).map(Mutant::fate).toList();
    }

    private static List<Mutant> mutants(String condition, Fact... facts) {
        Snapshot snapshot = snapshot(facts);
        try (LiveAssessment live = assay(condition).open(snapshot)) {
            List<String> before = said(live);
            List<Mutant> mutants = new Mutation(owned(), snapshot, CaseRunner.following(live)).all();
            assertThat(said(live)).as("what was taken is given back").isEqualTo(before);
            return mutants;
        }
    }

    private static List<String> said(LiveAssessment live) {
        return live.assessment().verdicts().stream()
                .map(v -> v.explanation().render())
                .toList();
    }

    private static Assay assay(String condition) {
        return Assay.with(ChecklistCompiler.standard().compile("t.groovy", """
                checklist('t/t') {
                    title  'A test of the test'
                    judges Repository
                    section('s', 'Services') {
                        item('owned') {
                            title 'There is a service'
                            %s
                        }
                    }
                }
                """.formatted(condition)));
    }

    private static ItemCase owned() {
        return new ItemCase(
                "t.t.s.owned",
                "the tree as it is",
                "",
                List.of(),
                NOW,
                Map.of(),
                List.of(),
                null,
                CaseFile.parse("c.yaml", """
                                tree: t
                                section: t/t#s
                                subject: ''
                                now: '2026-03-10T12:00:00Z'
                                cases:
                                  - { item: owned, name: a, expect: PASS }
                                """).cases().get(0).expected(),
                "c.yaml:6");
    }

    private static Snapshot snapshot(Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(
                Now.at(NOW),
                new Repository("", "", Provenance.File.whole("."), "demo", null, null),
                Coverage.of("test", "Repository", "", 1, 0, ".", List.of()),
                Coverage.of("test", "Service", "", 2, 0, "services/*", List.of())));
        all.addAll(List.of(facts));
        return Snapshot.of(all);
    }

    private static Service service(String name) {
        String directory = "services/" + name;
        return new Service(
                directory,
                directory,
                Provenance.File.whole(directory + "/service.yaml"),
                name,
                directory,
                "service.yaml",
                null);
    }
}
