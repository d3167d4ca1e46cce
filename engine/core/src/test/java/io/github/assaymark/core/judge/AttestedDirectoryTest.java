package io.github.assaymark.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.SignatureStatus;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may attest: those whom the directory of people gives the role they speak in. */
class AttestedDirectoryTest {
    private static final String ID = "t.l.s.directory";
    private static final Condition PRIVACY =
            new Condition.Attested(null, Make.list("privacy"), null, false, null, Make.number(1), Make.PLACE);
    private static final Condition ANYBODY =
            new Condition.Attested(null, null, null, false, null, Make.number(1), Make.PLACE);
    private static final Fact KIM = Make.attestation(ID, "@kim", Decision.CONFIRMED, Make.NOW);
    private static final Fact KIM_REJECTS = Make.attestation(ID, "@kim", Decision.REJECTED, Make.NOW);

    private static TeamMember member(String handle, boolean active, String... roles) {
        return member(handle, active, List.of(), roles);
    }

    private static TeamMember member(String handle, boolean active, List<String> addresses, String... roles) {
        Provenance place = Provenance.File.line("people.yaml", 2);
        return new TeamMember(handle, "", place, handle, null, null, List.of(roles), active, addresses);
    }

    private static Fact committed(@Nullable SignatureStatus signature, String... authors) {
        Attestation a = (Attestation) KIM;
        return new Attestation(
                a.key(),
                a.owner(),
                a.provenance(),
                a.item(),
                a.subject(),
                a.by(),
                a.role(),
                a.decision(),
                a.at(),
                a.expires(),
                a.sha(),
                a.digest(),
                a.evidence(),
                List.of(authors),
                signature);
    }

    private static Session session(Condition condition, Fact... given) {
        List<Fact> facts = new ArrayList<>(Arrays.asList(given));
        facts.add(Now.at(Make.NOW));
        facts.add(Make.service("svc"));
        facts.add(Make.coverage("Service", "", Coverage.Status.COMPLETE));
        facts.add(Make.coverage("Attestation", "", Coverage.Status.COMPLETE));
        return Make.open(Make.pack(Make.item(ID, condition)), Snapshot.of(facts));
    }

    private static Verdict verdict(Condition condition, Fact... given) {
        return session(condition, given).assessment().verdicts().get(0);
    }

    private static String outcome(Condition condition, Fact... given) {
        return Make.word(verdict(condition, given).outcome());
    }

    @Test
    void without_a_directory_the_statement_speaks_for_itself() {
        assertThat(outcome(PRIVACY, KIM)).isEqualTo("PASS");
        assertThat(outcome(PRIVACY, KIM, Make.coverage("TeamMember", "", Coverage.Status.NOT_ATTEMPTED)))
                .isEqualTo("PASS");
    }

    @Test
    void the_directory_must_give_the_role() {
        assertThat(outcome(PRIVACY, KIM, member("@Kim", true, "legal", "privacy")))
                .isEqualTo("PASS");
        assertThat(outcome(PRIVACY, KIM, member("@kim", true, "legal"))).isEqualTo("AWAITING_ATTESTATION");
        assertThat(outcome(PRIVACY, KIM, member("@lee", true, "privacy"))).isEqualTo("AWAITING_ATTESTATION");
        assertThat(outcome(PRIVACY, KIM, member("@kim", false, "privacy"))).isEqualTo("AWAITING_ATTESTATION");
        assertThat(outcome(PRIVACY, KIM, member("@kim", false, "privacy"), member("@kim", true)))
                .isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void who_claims_a_role_nobody_asks_for_must_hold_it_all_the_same() {
        assertThat(outcome(ANYBODY, KIM, member("@kim", true, "privacy"))).isEqualTo("PASS");
        assertThat(outcome(ANYBODY, KIM, member("@kim", true, "legal"))).isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void the_rejection_of_a_stranger_is_none() {
        assertThat(outcome(PRIVACY, KIM_REJECTS, member("@kim", true, "privacy")))
                .isEqualTo("FAIL");
        assertThat(outcome(PRIVACY, KIM_REJECTS, member("@lee", true, "privacy")))
                .isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void a_directory_that_could_not_be_read_vouches_for_nobody() {
        assertThat(outcome(PRIVACY, KIM, Make.coverage("TeamMember", "", Coverage.Status.PARTIAL)))
                .isEqualTo("PARTIAL");
        assertThat(outcome(PRIVACY, KIM, Make.coverage("TeamMember", "", Coverage.Status.FAILED)))
                .isEqualTo("PARTIAL");
        assertThat(outcome(PRIVACY, KIM, Make.coverage("TeamMember", "", Coverage.Status.COMPLETE)))
                .as("a directory of nobody")
                .isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void who_committed_the_statement_must_be_the_person() {
        TeamMember kim = member("@kim", true, List.of("kim@loop.example", "kim@home.example"), "privacy");
        assertThat(outcome(PRIVACY, committed(null, "kim@home.example"), kim)).isEqualTo("PASS");
        assertThat(outcome(PRIVACY, committed(null, "kim@loop.example", "lee@loop.example"), kim))
                .isEqualTo("AWAITING_ATTESTATION");
        assertThat(outcome(PRIVACY, committed(null), kim)).isEqualTo("AWAITING_ATTESTATION");
        assertThat(outcome(PRIVACY, committed(null, "lee@loop.example"), member("@kim", true, "privacy")))
                .as("a directory without addresses")
                .isEqualTo("PASS");
    }

    @Test
    void where_somebody_says_who_may_sign_only_a_valid_signature_counts() {
        assertThat(outcome(PRIVACY, committed(SignatureStatus.VALID))).isEqualTo("PASS");
        for (SignatureStatus status :
                List.of(SignatureStatus.ABSENT, SignatureStatus.INVALID, SignatureStatus.UNCHECKED))
            assertThat(outcome(PRIVACY, committed(status))).as("%s", status).isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void a_waiver_of_somebody_the_directory_does_not_know_excuses_nothing() {
        Waiver waiver = Make.waiver(ID, "svc", Make.NOW.plusSeconds(9));
        TeamMember lee = member("@lee", true, "privacy");
        TeamMember kim = member("@kim", true, List.of("kim@loop.example"));
        assertThat(verdict(PRIVACY, waiver).disposition()).isInstanceOf(Disposition.Waived.class);
        try (Session session = session(PRIVACY, waiver, lee)) {
            assertThat(session.assessment().verdicts().get(0).disposition()).isInstanceOf(Disposition.None.class);
            assertThat(session.assessment().notices())
                    .extracting(Notice::message)
                    .contains("waiver of `" + ID + "` for `svc` by @kim has no effect: the directory of people knows no"
                            + " @kim");
            session.apply(new FactDelta(List.of(), List.of(member("@kim", true))));
            assertThat(session.assessment().verdicts().get(0).disposition()).isInstanceOf(Disposition.Waived.class);
        }
        assertThat(verdict(PRIVACY, waiver, kim).disposition())
                .as("not committed")
                .isInstanceOf(Disposition.None.class);
    }

    @Test
    void a_live_session_follows_the_directory() {
        TeamMember kim = member("@kim", true, "privacy");
        try (Session session = session(PRIVACY, KIM, kim)) {
            assertThat(Make.word(session.assessment().verdicts().get(0).outcome()))
                    .isEqualTo("PASS");
            session.apply(new FactDelta(List.of(kim), List.of(member("@kim", true, "legal"))));
            assertThat(Make.word(session.assessment().verdicts().get(0).outcome()))
                    .isEqualTo("AWAITING_ATTESTATION");
        }
    }
}
