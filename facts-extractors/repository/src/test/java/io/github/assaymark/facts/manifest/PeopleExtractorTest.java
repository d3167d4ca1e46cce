package io.github.assaymark.facts.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Coverage.Gap;
import io.github.assaymark.model.Coverage.Status;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.TeamMember;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeopleExtractorTest {
    @Test
    void people_are_facts_of_the_repository() {
        Snapshot snapshot = new MemoryScan()
                .configured("people", "people.yaml", "more.json")
                .with(
                        "people.yaml",
                        "people:",
                        "  - handle: '@ada'",
                        "    name: Ada Example",
                        "    team: payments",
                        "    roles: [security-lead, reviewer]",
                        "  - {handle: bob, active: false, roles: reviewer}")
                .with("more.json", "[{\"handle\": \"@cy\"}, {\"handle\": \"@ada\"}]")
                .facts(new PeopleExtractor());

        assertThat(snapshot.facts(TeamMember.class))
                .extracting(
                        TeamMember::key,
                        TeamMember::handle,
                        TeamMember::name,
                        TeamMember::team,
                        TeamMember::roles,
                        TeamMember::active)
                .containsExactly(
                        tuple("@ada", "@ada", "Ada Example", "payments", List.of("security-lead", "reviewer"), true),
                        tuple("@ada~2", "@ada", null, null, List.of(), true),
                        tuple("@bob", "@bob", null, null, List.of("reviewer"), false),
                        tuple("@cy", "@cy", null, null, List.of(), true));
        assertThat(MemoryScan.coverage(snapshot, "TeamMember", ""))
                .isEqualTo(Coverage.of("people", "TeamMember", "", 2, 0, "people.yaml, more.json", List.of()));
    }

    @Test
    void what_is_not_understood_is_a_gap_for_everybody() {
        Snapshot snapshot = new MemoryScan()
                .configured("people", "services/a/people.yaml", "list.yaml", "none.yaml", "none.yml")
                .with(
                        "services/a/people.yaml",
                        "- handle: '@ada'",
                        "- name: x",
                        "- {handle: c, active: maybe}",
                        "- {handle: d, roles: {}}",
                        "- handle: @bob")
                .with("list.yaml", "team: x")
                .with("none.yml", "")
                .facts(new PeopleExtractor());

        assertThat(snapshot.facts(TeamMember.class))
                .extracting(TeamMember::handle)
                .containsExactly("@ada");
        for (String owner : List.of("", "services/a")) {
            assertThat(MemoryScan.coverage(snapshot, "TeamMember", owner).gaps())
                    .containsExactly(
                            new Gap("list.yaml", 0, "it holds no list of people"),
                            new Gap("none.yaml", 0, "there is no such file"),
                            new Gap("none.yml", 0, "it holds no list of people"),
                            new Gap("services/a/people.yaml", 2, "a person without a handle"),
                            new Gap("services/a/people.yaml", 3, "`active` is neither true nor false"),
                            new Gap("services/a/people.yaml", 4, "`roles` is no list of texts"),
                            new Gap("services/a/people.yaml", 5, "found character '@' that cannot start any token"));
        }
    }

    @Test
    void without_a_configured_file_nobody_looked() {
        Snapshot snapshot = new MemoryScan().with("services/a/x", "").facts(new PeopleExtractor());

        assertThat(snapshot.facts(Coverage.class))
                .extracting(Coverage::owner, Coverage::status)
                .containsExactly(tuple("", Status.NOT_ATTEMPTED), tuple("services/a", Status.NOT_ATTEMPTED));
    }
}
