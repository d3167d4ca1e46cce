package io.github.assaymark.facts.repository.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.Waiver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
    @TempDir
    private Path directory = Path.of("");

    private TempRepository repository() {
        return new TempRepository(directory);
    }

    @Test
    void attestations_as_a_list_below_their_name_as_a_list_and_as_one_entry() {
        repository()
                .file("services/billing/service.yaml", "name: billing\n")
                .file("attestations/a.yaml", """
                        attestations:
                          - item: p.c.s.one
                            subject: services/billing
                            by: '@ada'
                            role: privacy
                            decision: confirmed
                            at: 2026-03-01T09:30:00+01:00
                            expires: 2027-03-01
                            sha: 0123456789ABCDEF0123456789abcdef01234567
                            evidence: https://example.org/r
                        """)
                .file("attestations/b.yaml", """
                        - {item: p.c.s.two, subject: '*', by: grace, decision: Rejected, at: 2026-03-02}
                        """)
                .file("attestations/c.yml", """
                        item: p.c.s.three
                        subject: GET /v1/x
                        by: edsger@example.org
                        decision: confirmed
                        at: '2026-03-03'
                        digest: ABCDEF
                        note: said in the weekly meeting
                        """)
                .file("other/d.yaml", "item: x\n");
        Snapshot snapshot = ScannedRepository.scan(directory, new AttestationsExtractor());
        assertThat(snapshot.facts(Attestation.class))
                .extracting(Attestation::key, Attestation::owner, Attestation::decision, a -> a.at().toString())
                .containsExactly(
                        tuple(
                                "p.c.s.three/GET /v1/x/edsger@example.org",
                                "",
                                Decision.CONFIRMED,
                                "2026-03-03T00:00:00Z"),
                        tuple("p.c.s.two/*/@grace", "", Decision.REJECTED, "2026-03-02T00:00:00Z"),
                        tuple(
                                "p.c.s.one/services/billing/@ada",
                                "services/billing",
                                Decision.CONFIRMED,
                                "2026-03-01T08:30:00Z"));
        Attestation one = snapshot.facts(Attestation.class).get(2);
        assertThat(one.expires()).isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(one.sha()).isEqualTo("0123456789abcdef0123456789abcdef01234567");
        assertThat(one.provenance()).isInstanceOf(Provenance.Human.class);
        assertThat(Objects.requireNonNull(one.provenance().place()).startLine()).isEqualTo(2);
        for (String owner : new String[] {"", "services/billing"}) {
            Coverage coverage = ScannedRepository.coverage(snapshot, "attestations", "Attestation", owner);
            assertThat(coverage.status()).isEqualTo(Coverage.Status.COMPLETE);
            assertThat(coverage.matched()).isEqualTo(3);
        }
    }

    @Test
    void an_entry_that_is_not_whole_is_a_gap_with_its_line() {
        repository()
                .file("services/a/service.yaml", "name: a\n")
                .file("attestations/a.yaml", """
                attestations:
                  - {item: i, subject: s, by: b, decision: maybe, at: 2026-03-01}
                  - {item: i, subject: s, by: b, decision: confirmed}
                  - {item: i, subject: s, by: b, decision: confirmed, at: yesterday}
                  - {item: i, by: b, decision: confirmed, at: 2026-03-01}
                  - {item: i, subject: s, by: b, decision: confirmed, at: 2026-03-01, expire: 2026-04-01}
                  - {item: i, subject: s, by: b, decision: confirmed, at: 2026-03-01, sha: abc123}
                  - just a text
                  - {item: i, subject: s, by: b, decision: confirmed, at: 2026-02-30}
                  - {item: [i], subject: s, by: b, decision: confirmed, at: 2026-03-01}
                  - {item: good, subject: s, by: b, decision: confirmed, at: 2026-03-01}
                """)
                .file("attestations/broken.yaml", "item: i\nby: @ada\n")
                .file("attestations/empty.yaml", "# none\n");
        Snapshot snapshot = ScannedRepository.scan(directory, new AttestationsExtractor());
        assertThat(snapshot.facts(Attestation.class))
                .extracting(Attestation::item)
                .containsExactly("good");
        Coverage coverage = ScannedRepository.coverage(snapshot, "attestations", "Attestation", "services/a");
        assertThat(coverage.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage.gaps())
                .extracting(g -> g.path() + ":" + g.line() + " " + g.reason())
                .contains(
                        "attestations/a.yaml:2 `decision` is no `confirmed` or `rejected`",
                        "attestations/a.yaml:3 an entry without `at`",
                        "attestations/a.yaml:4 `at` is no date such as 2026-03-01 or moment such as"
                                + " 2026-03-01T09:30:00Z",
                        "attestations/a.yaml:5 an entry without `subject`",
                        "attestations/a.yaml:6 unknown key `expire`",
                        "attestations/a.yaml:7 `sha` is no full id of a commit",
                        "attestations/a.yaml:8 an entry that is no map",
                        "attestations/a.yaml:9 `at` is no date such as 2026-03-01 or moment such as"
                                + " 2026-03-01T09:30:00Z",
                        "attestations/a.yaml:10 `item` is no text")
                .anyMatch(g -> g.startsWith("attestations/broken.yaml:2 "))
                .hasSize(10);
    }

    @Test
    void waivers_and_baseline_where_the_configuration_says() {
        repository()
                .file("assay.yaml", "waivers: [ok/*.yaml, ok/missing.yaml]\nbaseline: [debt.yaml]\n")
                .file("ok/w.yaml", """
                        waivers:
                          - item: i
                            subject: '*'
                            reason: the change lands with the next event
                            approvedBy: ada
                            ticket: T-1
                            until: 2026-06-30
                          - item: i
                            subject: '*'
                            reason: ''
                            approvedBy: ada
                            until: 2026-06-30
                        """)
                .file("debt.yaml", "baseline:\n  - {item: i, subject: s, fingerprint: 0e12}\n")
                .file("waivers/ignored.yaml", "waivers: []\n");
        Snapshot waivers = ScannedRepository.scan(directory, new WaiversExtractor());
        assertThat(waivers.facts(Waiver.class))
                .extracting(
                        Waiver::item,
                        Waiver::approvedBy,
                        Waiver::ticket,
                        w -> w.until().toString())
                .containsExactly(tuple("i", "@ada", "T-1", "2026-06-30T00:00:00Z"));
        assertThat(ScannedRepository.coverage(waivers, "waivers", "Waiver", "").gaps())
                .containsExactly(
                        new Coverage.Gap(
                                "ok/missing.yaml", 0, "there is no such file, although the configuration names it"),
                        new Coverage.Gap("ok/w.yaml", 10, "`reason` is no text"));
        Snapshot baseline = ScannedRepository.scan(directory, new BaselineExtractor());
        assertThat(baseline.facts(BaselineEntry.class))
                .extracting(BaselineEntry::fingerprint)
                .containsExactly("0e12");
    }
}
