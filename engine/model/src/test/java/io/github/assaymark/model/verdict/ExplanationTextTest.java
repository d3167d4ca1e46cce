package io.github.assaymark.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.SourcePlace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExplanationTextTest {
    private static final SourcePlace RULE = new SourcePlace("docs.groovy", 3, 5, "some Document");
    private static final FactRef SECTION = new FactRef(
            "DocSection",
            "RUNBOOK.md#alarm",
            "",
            List.of(new FactRef.Value("words", "12")),
            new Provenance.File(null, "RUNBOOK.md", 12, 1, 12, 8, null));

    @Test
    void a_failure_shows_place_near_miss_remedy_and_the_next_command() {
        assertThat(text(verdict(failure(1)), ExplanationText.Detail.SHORT)).isEqualTo("""
                        FAIL  loop.docs.runbook                                      services/billing
                          section `Alarm` has 12 words
                          --> RUNBOOK.md:12:1
                          searched 4 files (*.md), complete; 0 DocSection
                          near:  DocSection `RUNBOOK.md#alarm` (RUNBOOK.md:12:1): words is 12, required >= 20
                          fix:   words 12 -> 20  (verified: turns green, breaks nothing)
                          how:   Write it.
                          note:  a waiver expired
                          why:   assay why loop.docs.runbook 'services/billing'""");
    }

    @Test
    void the_place_line_carries_what_an_excerpt_needs() {
        ExplanationLine line = ExplanationText.lines(verdict(failure(1)), ExplanationText.Detail.SHORT)
                .get(2);

        assertThat(line.kind()).isEqualTo(ExplanationLine.Kind.PLACE);
        assertThat(line.place()).isEqualTo(SECTION.provenance().place());
        assertThat(line.mark()).isEqualTo("observed 12, expected >= 20");
    }

    @Test
    void more_findings_than_are_shown_are_counted() {
        assertThat(failure(10).render().lines())
                .hasSize(1 + 3 * 2 + 1 + 5)
                .contains("  ... 15 more, 18 in all")
                .first()
                .isEqualTo("services/billing fails");
    }

    @Test
    void the_full_text_shows_every_finding_and_the_tree() {
        assertThat(text(verdict(failure(10)), ExplanationText.Detail.FULL).lines())
                .contains(
                        "  ... 8 more, 18 in all",
                        "  condition (docs.groovy:3:5):",
                        "    * FALSE  every section is long: 1 of 2 breaks it",
                        "        DocSection `RUNBOOK.md#alarm` words=12  --> RUNBOOK.md:12:1");
    }

    @Test
    void control_characters_of_a_repository_are_never_printed_raw() {
        assertThat(ExplanationLine.printable("a\u001b[31mb\nc\u202ed\te")).isEqualTo("a\\u001b[31mb\\nc\\u202ed\\te");
        assertThat(new ExplanationLine(ExplanationLine.Kind.NOTE, "x\r", null, "\u0007"))
                .isEqualTo(new ExplanationLine(ExplanationLine.Kind.NOTE, "x\\u000d", null, "\\u0007"));
        assertThat(ExplanationLine.printable("Größe ✓")).isEqualTo("Größe ✓");
    }

    private static String text(Verdict verdict, ExplanationText.Detail detail) {
        return ExplanationText.lines(verdict, detail).stream()
                .map(ExplanationLine::text)
                .collect(Collectors.joining("\n"));
    }

    private static Verdict verdict(Explanation explanation) {
        Item item = new Item(
                "loop.docs.runbook",
                List.of(),
                "Every section is long",
                "Service",
                Severity.MAJOR,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                null,
                new Condition.AllOf(null, List.of(), RULE),
                null,
                null,
                RULE);
        return new Verdict(
                item,
                new SubjectRef("Service", "services/billing", "services/billing"),
                new Outcome.Fail(),
                new Disposition.None(),
                () -> explanation);
    }

    private static Explanation failure(int findings) {
        ExplanationNode node = new ExplanationNode(
                "1",
                "every",
                "every section is long",
                RULE,
                new Truth.False(),
                "1 of 2 breaks it",
                "words >= 20",
                List.of(SECTION),
                1,
                true,
                List.of());
        return new Explanation(
                "services/billing fails",
                null,
                node,
                List.of(
                        new Evidence(Evidence.Role.CONTRADICTS, SECTION, null, "not shown twice"),
                        new Evidence(
                                Evidence.Role.ABSENT,
                                null,
                                new SearchScope("DocSection", "", List.of(), 0),
                                "searched 4 files (*.md), complete; 0 DocSection")),
                IntStream.range(0, findings)
                        .mapToObj(i -> new Finding("0", "section `Alarm` has 12 words", SECTION, "12", ">= 20"))
                        .toList(),
                findings == 1 ? 1 : findings + 8,
                List.of(),
                List.of(new NearMiss(
                        SECTION,
                        List.of("heading == 'Alarm'"),
                        List.of(new NearMiss.Difference("words >= 20", "words", "12", ">= 20")))),
                List.of(new Remedy(
                        List.of(new Remedy.Edit(
                                Remedy.Action.CHANGE,
                                "DocSection",
                                "RUNBOOK.md#alarm",
                                "words",
                                "12",
                                "20",
                                SECTION.provenance(),
                                "words 12 -> 20")),
                        1,
                        true,
                        List.of())),
                "Write it.",
                List.of("a waiver expired"),
                RULE);
    }
}
