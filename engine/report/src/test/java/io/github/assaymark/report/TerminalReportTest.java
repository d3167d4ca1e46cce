package io.github.assaymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TerminalReportTest {
    private static final SourceLines SOURCE = place -> "  statistic: 'p95',";

    @Test
    void the_short_report_is_as_agreed() {
        Golden.check("report.txt", text(Samples.assessment(), TerminalOptions.PLAIN));
    }

    @Test
    void the_verbose_report_is_as_agreed() {
        Golden.check("report-verbose.txt", text(Samples.assessment(), new TerminalOptions(false, 0, true, false, "")));
    }

    @Test
    void the_full_report_is_as_agreed() {
        Golden.check("report-all.txt", text(Samples.assessment(), new TerminalOptions(false, 0, false, true, "")));
    }

    @Test
    void the_narrow_report_in_colour_is_as_agreed() {
        Golden.check(
                "report-colour-60.txt", text(Samples.assessment(), new TerminalOptions(true, 60, false, false, "")));
    }

    @Test
    void colour_adds_nothing_but_colour() {
        String colours = text(Samples.assessment(), new TerminalOptions(true, 60, false, false, ""));
        assertThat(colours.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(text(Samples.assessment(), new TerminalOptions(false, 60, false, false, "")));
    }

    @Test
    void the_order_is_failures_errors_open_ones_notices_and_waivers() {
        assertThat(text(Samples.assessment(), TerminalOptions.PLAIN)
                        .lines()
                        .filter(line -> !line.startsWith(" ") && !line.isEmpty() && !Character.isDigit(line.charAt(0)))
                        .map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "FAIL",
                        "FAIL",
                        "ERROR",
                        "UNKNOWN(PARAMETER_UNSET)",
                        "UNKNOWN(NOT_OBSERVED)",
                        "UNKNOWN(AWAITING_ATTESTATION)",
                        "PENDING",
                        "PENDING",
                        "NOTICE(WAIVER_EXPIRED)",
                        "FAIL",
                        "totals:",
                        "gate:",
                        "exit:");
    }

    @Test
    void fifty_unknowns_of_one_cause_take_few_lines() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 50; i++)
            verdicts.add(Samples.verdict(
                    Samples.item("loop.full.cloud.item-" + i, Severity.BLOCKER, Phase.PRE_MERGE),
                    "services/billing",
                    new Outcome.Unknown(Outcome.Reason.NOT_OBSERVED),
                    new Disposition.None(),
                    Samples.notObserved("Alarm")));

        assertThat(text(Samples.assessment(verdicts), TerminalOptions.PLAIN))
                .hasLineCount(24)
                .contains("UNKNOWN(NOT_OBSERVED)  50 verdicts: nobody looked for Alarm\n")
                .contains("  gap:   no export is configured\n  fix:   export the state that holds Alarm\n")
                .contains("  ... 38 more items; -v lists them\n")
                .contains("gate:   UNKNOWN up to preMerge: 50 blockers are UNKNOWN\n");
    }

    @Test
    void what_only_a_base_revision_can_tell_is_one_group_whatever_its_types_are() {
        List<Verdict> verdicts = new ArrayList<>();
        for (String type : List.of("Migration", "Changeset"))
            verdicts.add(Samples.verdict(
                    Samples.item(
                            "loop.full.change." + type.toLowerCase(Locale.ROOT), Severity.BLOCKER, Phase.PRE_MERGE),
                    "services/billing",
                    new Outcome.Unknown(Outcome.Reason.NOT_OBSERVED),
                    new Disposition.None(),
                    Samples.withoutBase(type)));

        assertThat(text(Samples.assessment(verdicts), TerminalOptions.PLAIN))
                .contains("UNKNOWN(NOT_OBSERVED)  2 verdicts: there is no revision to compare with\n");
    }

    @Test
    void many_failures_are_listed_after_the_first_ones() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 30; i++)
            verdicts.add(Samples.verdict(
                    Samples.item("loop.full.docs.item-" + i, Severity.BLOCKER, Phase.PRE_MERGE),
                    "services/billing",
                    new Outcome.Fail(),
                    new Disposition.None(),
                    Samples.failure()));

        assertThat(text(Samples.assessment(verdicts), TerminalOptions.PLAIN))
                .contains("\nFAIL  loop.full.docs.item-29 ")
                .contains("  (only the first 25 are explained; -v explains the 5 others too)\n");
    }

    @Test
    void a_passing_gate_says_what_passed() {
        Item blocker = Samples.item("a.b.c.d", Severity.BLOCKER, Phase.PRE_MERGE);
        assertThat(text(Samples.assessment(List.of(Samples.verdict(blocker, ".", new Outcome.Pass()))), 0))
                .endsWith("""
                        totals: 1 PASS, 0 FAIL, 0 ERROR, 0 UNKNOWN, 0 PENDING, 0 NOT_APPLICABLE
                        gate:   PASSES up to preMerge: 1 of 1 blockers are PASS
                        exit:   0
                        """);
        assertThat(text(Samples.assessment(List.of()), 0))
                .contains("gate:   PASSES up to preMerge: no blocker was judged");
    }

    @Test
    void a_single_standing_blocker_is_named() {
        Item blocker = Samples.item("a.b.c.d", Severity.BLOCKER, Phase.PRE_MERGE);
        Verdict verdict = Samples.verdict(blocker, ".", new Outcome.Errored("boom"));
        Assessment assessment = new Assessment(
                List.of(verdict),
                new Gate(Gate.Decision.ERROR, Phase.PRE_MERGE, List.of(verdict)),
                List.of(),
                Samples.NOW,
                List.of());
        assertThat(text(assessment, 3)).contains("gate:   ERROR up to preMerge: the blocker a.b.c.d is ERROR\n");
    }

    @Test
    void a_selection_says_that_it_is_one() throws IOException {
        StringBuilder out = new StringBuilder();
        Assessment assessment = Samples.assessment();
        TerminalReport.write(assessment, assessment.verdicts().subList(3, 4), SOURCE, TerminalOptions.PLAIN, 1, out);

        assertThat(out).contains("shown:  1 of 24 verdicts; totals and gate speak of all\n");
        assertThat(out).contains("loop.full.alarms.latency").doesNotContain("FAIL BASELINED");
    }

    @Test
    void why_shows_everything_of_one_verdict() throws IOException {
        StringBuilder out = new StringBuilder();
        TerminalReport.write(Samples.verdicts().get(4), SOURCE, TerminalOptions.PLAIN, out);

        Golden.check("why.txt", out.toString());
    }

    @Test
    void no_text_of_a_repository_reaches_the_terminal_raw() {
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            String nasty = nasty(random);
            FactRef fact = new FactRef(
                    "T" + nasty,
                    nasty,
                    nasty,
                    List.of(new FactRef.Value("p", nasty)),
                    new Provenance.File(null, "dir/" + nasty, 3, 1 + random.nextInt(40), 3, random.nextInt(60), null));
            Verdict verdict = Samples.verdict(
                    Samples.item("a.b.c.d", Severity.BLOCKER, Phase.PRE_MERGE),
                    nasty,
                    new Outcome.Fail(),
                    new Disposition.Waived(
                            nasty, nasty, nasty, Samples.NOW, new Provenance.File(null, nasty, 1, 0, 1, 0, null)),
                    Samples.explanation(
                            nasty,
                            null,
                            List.of(new Evidence(Evidence.Role.SUPPORTS, fact, null, nasty)),
                            List.of(new Finding("f", nasty, fact, nasty, nasty)),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(nasty)));
            Assessment sample = Samples.assessment(List.of(verdict));
            Assessment assessment = new Assessment(
                    sample.verdicts(),
                    sample.gate(),
                    List.of(new Notice(Notice.Kind.WAIVER_UNUSED, nasty, Provenance.File.line(nasty, 2))),
                    Samples.NOW,
                    List.of());
            StringBuilder out = new StringBuilder();
            try {
                TerminalReport.write(
                        assessment,
                        assessment.verdicts(),
                        place -> nasty,
                        new TerminalOptions(false, random.nextBoolean() ? 60 : 0, true, random.nextBoolean(), ""),
                        1,
                        out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(out.chars().filter(c -> c != '\n' && Visible.hidden((char) c)))
                    .as(out::toString)
                    .isEmpty();
        }
    }

    private static String nasty(Random random) {
        String alphabet =
                "\u001b[31m\u0007\b\r\n\t\u0000\u007f\u009b\u202e\u2066\u200b\u200f\u2028\ufeff\u061cab '`$\\\"\ud83d\ude00\udb40\udc41\ud800\udc00 \u4e2d";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return text.toString();
    }

    private static String text(Assessment assessment, int exitCode) {
        return text(assessment, TerminalOptions.PLAIN, exitCode);
    }

    private static String text(Assessment assessment, TerminalOptions options) {
        return text(assessment, options, assessment.gate().decision().exitCode());
    }

    private static String text(Assessment assessment, TerminalOptions options, int exitCode) {
        StringBuilder out = new StringBuilder();
        try {
            TerminalReport.write(assessment, assessment.verdicts(), SOURCE, options, exitCode, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
