package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.TeamMember;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final String TEAM = "[[{\"login\": \"ada\", \"type\": \"User\", \"avatar_url\": \"kanari\"},"
            + " {\"login\": \"Ben\"}], [{\"login\": \"deploy-app\", \"type\": \"Bot\"}]]";

    private static StateFixture withPeople(String people) {
        return new StateFixture()
                .file("assay.yaml", "state: [state]\npeople: [people.yaml]\n")
                .file("people.yaml", people);
    }

    private static StateFixture team(StateFixture state, String text) {
        return state.export(
                "github.team-members",
                "payments.json",
                text,
                "\"complete\": true, \"scope\": {\"team\": \"payments\"}");
    }

    private static List<String> people(StateFixture state, String owner) {
        return state.declared("people", TeamMember.class, owner);
    }

    @Test
    void members_of_a_team_are_told_by_handle() {
        StateFixture state = team(new StateFixture(), TEAM);
        assertThat(state.facts(TeamMember.class))
                .extracting(
                        TeamMember::key, TeamMember::handle, TeamMember::team, TeamMember::active, TeamMember::owner)
                .containsExactlyInAnyOrder(
                        tuple("@ada/payments.json", "@ada", "payments", true, ""),
                        tuple("@Ben/payments.json", "@Ben", "payments", true, ""));
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari", "deploy-app");
        assertThat(people(state, "")).containsExactly("[] COMPLETE");
        assertThat(state.coverage(TeamMember.class, StateFixture.BILLING))
                .containsExactly("[] PARTIAL [an export of kind github.team-members holds some of them only]");
    }

    @Test
    void directory_is_read_like_a_file_of_people() {
        StateFixture state = new StateFixture().export("directory.people", "people.yaml", """
                people:
                  - {handle: ada, name: Ada Example, team: payments, roles: [on-call, security-lead], active: true, phone: kanari}
                  - {handle: '@ben', roles: service-owner, active: false}
                  - {name: Nobody}
                  - {handle: '@cyd', active: perhaps}
                  - {handle: '@dee', roles: {a: b}}
                """);
        assertThat(state.facts(TeamMember.class))
                .extracting(
                        TeamMember::handle, TeamMember::name, TeamMember::team, TeamMember::roles, TeamMember::active)
                .containsExactlyInAnyOrder(
                        tuple("@ada", "Ada Example", "payments", List.of("on-call", "security-lead"), true),
                        tuple("@ben", null, null, List.of("service-owner"), false));
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        assertThat(state.gaps(TeamMember.class, ""))
                .containsExactlyInAnyOrder(
                        "/people/2: it has no handle",
                        "/people/3/active: `active` is neither true nor false",
                        "/people/4/roles: `roles` is no list of texts");
        assertThat(new StateFixture()
                        .export("directory.people", "people.yaml", "people:\n  - {handle: '@ada'}\n")
                        .coverage(TeamMember.class, ""))
                .containsExactly("[] COMPLETE");
    }

    @Test
    void without_any_directory_nobody_was_asked() {
        StateFixture none = new StateFixture().export("github.check-runs", "checks.json", "{\"check_runs\": []}");
        assertThat(people(none, "")).containsExactly("[] NOT_ATTEMPTED [the configuration has no key `people`]");
        assertThat(none.coverage(TeamMember.class, ""))
                .containsExactly(
                        "[] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the commands]");
        StateFixture listed = withPeople("people:\n  - {handle: '@ada'}\n")
                .export("github.check-runs", "checks.json", "{\"check_runs\": []}");
        assertThat(people(listed, "")).containsExactly("[] COMPLETE");
        assertThat(listed.coverage(TeamMember.class, "")).containsExactly("[] COMPLETE");
        StateFixture denied = new StateFixture()
                .entry(
                        "\"kind\": \"github.team-members\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 403");
        assertThat(denied.coverage(TeamMember.class, "")).containsExactly("[] DENIED [access was denied]");
    }

    @Test
    void export_that_agrees_with_the_files_changes_nothing() {
        StateFixture state = team(
                withPeople(
                        "people:\n  - {handle: '@ADA', team: payments, roles: [on-call]}\n  - {handle: '@zoe', team: other}\n"),
                TEAM);
        assertThat(state.coverage(TeamMember.class, "")).containsExactly("[] COMPLETE");
    }

    @Test
    void contradiction_is_told_and_neither_side_wins() {
        StateFixture state = team(withPeople("""
                people:
                  - {handle: '@ada', team: payments, active: false}
                  - {handle: '@cyd', team: payments}
                  - {handle: '@dee', team: payments, active: false}
                """), TEAM);
        assertThat(state.gaps(TeamMember.class, ""))
                .containsExactlyInAnyOrder(
                        "@ada is active here, but not active in people.yaml",
                        "@cyd is an active member of payments in people.yaml, but not in this export of the team");
        assertThat(state.facts(TeamMember.class))
                .filteredOn(person -> person.handle().equals("@ada"))
                .extracting(TeamMember::active)
                .containsExactlyInAnyOrder(true, false);

        StateFixture directories = new StateFixture()
                .export(
                        "directory.people",
                        "a.yaml",
                        "people:\n  - {handle: '@ada', team: payments}\n  - {handle: '@ben', roles: [sre]}\n")
                .export(
                        "directory.people",
                        "b.yaml",
                        "people:\n  - {handle: '@ada', team: orders}\n  - {handle: '@ben', roles: [lead]}\n");
        assertThat(directories.gaps(TeamMember.class, ""))
                .containsExactlyInAnyOrder(
                        "@ada is in the team orders here, but in payments in a.yaml",
                        "@ben is lead here, but sre in a.yaml");
    }

    @Test
    void team_without_a_name_is_no_evidence() {
        assertThat(new StateFixture()
                        .export("github.team-members", "t.json", TEAM)
                        .gaps(TeamMember.class, ""))
                .contains("the scope of its entry names no team");
        assertThat(team(new StateFixture(), "{\"message\": \"Not Found\"}").gaps(TeamMember.class, ""))
                .contains("there is no list in it");
        assertThat(team(new StateFixture(), "[{}]").gaps(TeamMember.class, "")).contains("/0: it has no login");
    }
}
