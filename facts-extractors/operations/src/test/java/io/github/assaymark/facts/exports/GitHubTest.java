package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.CheckConclusion;
import io.github.assaymark.model.fact.CheckRun;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DeploymentStatus;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.Review;
import io.github.assaymark.model.fact.ReviewState;
import io.github.assaymark.model.fact.ToolRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GitHubTest {
    @Test
    void skipped_and_running_checks_are_no_success() {
        StateFixture state = new StateFixture().export("github.check-runs", "checks.json", """
                [{"total_count": 3, "check_runs": [
                  {"name": "build", "status": "completed", "conclusion": "success", "head_sha": "abc",
                   "completed_at": "2026-03-01T08:33:00Z", "app": {"slug": "github-actions"}},
                  {"name": "deploy", "status": "completed", "conclusion": "skipped", "head_sha": "abc"}]},
                 {"total_count": 3, "check_runs": [{"name": "tests", "status": "in_progress", "conclusion": null,
                   "head_sha": "abc"}]}]""");
        assertThat(state.facts(CheckRun.class))
                .extracting(CheckRun::key, CheckRun::conclusion, CheckRun::app)
                .containsExactly(
                        tuple("build@abc", CheckConclusion.SUCCESS, "github-actions"),
                        tuple("deploy@abc", CheckConclusion.SKIPPED, null),
                        tuple("tests@abc", CheckConclusion.RUNNING, null));
        assertThat(state.coverage(CheckRun.class, "")).containsExactly("[] COMPLETE");
    }

    @Test
    void ids_of_commits_are_no_secrets() {
        String sha = "4be1c7a09d3f5e21b7c8a6d4e3f2019a8b7c6d5e";
        StateFixture state = new StateFixture()
                .export(
                        "github.check-runs",
                        "checks.json",
                        "{\"check_runs\": [{\"name\": \"build\", \"conclusion\": \"success\", \"head_sha\": \"" + sha
                                + "\"}]}")
                .export(
                        "records.tool-run",
                        "run.json",
                        "{\"records\": [{\"tool\": \"t\", \"command\": \"c\", \"exitCode\": 0, \"cleanTree\": true,"
                                + " \"sha\": \"" + sha + "\", \"artifact\": \"" + sha + "\"}]}");
        assertThat(state.only(CheckRun.class).sha()).isEqualTo(sha);
        assertThat(state.only(ToolRun.class).sha()).isEqualTo(sha);
        assertThat(state.only(ToolRun.class).artifact()).isEqualTo("[redacted]");
    }

    @Test
    void one_page_of_many_and_unknown_conclusions_are_gaps() {
        StateFixture state = new StateFixture().export("github.check-runs", "checks.json", """
                {"total_count": 40, "check_runs": [{"name": "a", "conclusion": "splendid", "head_sha": "abc"}]}""");
        assertThat(state.facts(CheckRun.class)).isEmpty();
        assertThat(state.gaps(CheckRun.class, ""))
                .containsExactlyInAnyOrder("it holds 1 of 40", "/check_runs/0: an unknown conclusion: splendid");
    }

    @Test
    void rules_of_a_branch_become_its_demands() {
        StateFixture state = new StateFixture()
                .export(
                        "github.branch-rules",
                        "rules.json",
                        """
                [{"type": "required_status_checks", "parameters": {"required_status_checks": [
                    {"context": "tests"}, {"context": "build"}]}},
                 {"type": "pull_request", "parameters": {"required_approving_review_count": 2,
                    "require_code_owner_review": true}},
                 {"type": "non_fast_forward"}]""",
                        "\"complete\": true, \"scope\": {\"branch\": \"main\"}");
        assertThat(state.facts(BranchRule.class))
                .extracting(BranchRule::key, BranchRule::approvals)
                .containsExactly(
                        tuple("main/checks/build", 0),
                        tuple("main/checks/tests", 0),
                        tuple("main/code-owners", 0),
                        tuple("main/non-fast-forward", 0),
                        tuple("main/reviews", 2));
        assertThat(state.facts(BranchRule.class)).allMatch(BranchRule::bypass);
        assertThat(new StateFixture()
                        .export("github.branch-rules", "r.json", "[]")
                        .gaps(BranchRule.class, ""))
                .containsExactly("the scope of its entry names no branch");
    }

    @Test
    void only_the_newest_opinion_of_a_reviewer_counts() {
        StateFixture state = new StateFixture()
                .export(
                        "github.pull-reviews",
                        "reviews.json",
                        """
                [{"user": {"login": "ada", "type": "User"}, "state": "CHANGES_REQUESTED", "commit_id": "a1",
                  "submitted_at": "2026-03-01T08:00:00Z"},
                 {"user": {"login": "ada", "type": "User"}, "state": "APPROVED", "commit_id": "a2",
                  "submitted_at": "2026-03-01T08:20:00Z"},
                 {"user": {"login": "ada", "type": "User"}, "state": "COMMENTED", "commit_id": "a2",
                  "submitted_at": "2026-03-01T08:30:00Z"},
                 {"user": {"login": "renovate[bot]", "type": "Bot"}, "state": "APPROVED", "commit_id": "a2",
                  "submitted_at": "2026-03-01T08:10:00Z"},
                 {"user": {"login": "ben", "type": "User"}, "state": "PENDING"}]""",
                        "\"complete\": true, \"scope\": {\"pull\": \"318\", \"author\": \"ben\"}");
        assertThat(state.facts(Review.class))
                .extracting(Review::reviewer, Review::state, Review::latest, Review::human, Review::author)
                .containsExactlyInAnyOrder(
                        tuple("@ada", ReviewState.CHANGES_REQUESTED, false, true, false),
                        tuple("@ada", ReviewState.APPROVED, true, true, false),
                        tuple("@ada", ReviewState.COMMENTED, false, true, false),
                        tuple("@renovate[bot]", ReviewState.APPROVED, true, false, false));
        assertThat(state.gaps(Review.class, "")).isEmpty();
    }

    @Test
    void pull_requests_are_read_with_both_commits() {
        PullRequest pull =
                new StateFixture().export("github.pulls", "pulls.json", """
                [{"number": 318, "head": {"sha": "4be1c7a09d52f8e3316c0b7d94a5e2f18c63d7b0"}, "merge_commit_sha": "m1", "base": {"ref": "main"},
                  "user": {"login": "ben"}, "merged_at": "2026-03-01T08:45:00Z", "labels": [{"name": "billing"}]}]""").only(PullRequest.class);
        assertThat(pull.headSha()).isEqualTo("4be1c7a09d52f8e3316c0b7d94a5e2f18c63d7b0");
        assertThat(pull.mergeSha()).isEqualTo("m1");
        assertThat(pull.mergedAt()).isEqualTo(Instant.parse("2026-03-01T08:45:00Z"));
        assertThat(pull.labels()).containsExactly("billing");
    }

    @Test
    void deployment_that_a_newer_one_made_inactive_stays_a_success_until_then() {
        List<Deployment> deployments = new StateFixture()
                .export("github.deployments", "deployments.json", """
                [{"sha": "new", "environment": "Production", "created_at": "2026-03-02T08:00:00Z",
                  "creator": {"login": "ada"}, "payload": {"service": "billing"},
                  "statuses": [{"state": "in_progress", "created_at": "2026-03-02T08:01:00Z"}]},
                 {"sha": "old", "environment": "Production", "created_at": "2026-03-01T08:00:00Z",
                  "creator": {"login": "ada"}, "payload": {"service": "billing"},
                  "statuses": [{"state": "inactive", "created_at": "2026-03-02T08:02:00Z"},
                    {"state": "success", "created_at": "2026-03-01T08:05:00Z"}]}]""")
                .facts(Deployment.class);
        assertThat(deployments)
                .extracting(Deployment::sha, Deployment::status, Deployment::stage, Deployment::supersededAt)
                .containsExactly(
                        tuple("old", DeploymentStatus.SUCCESS, "prod", Instant.parse("2026-03-02T08:00:00Z")),
                        tuple("new", DeploymentStatus.RUNNING, "prod", null));
        assertThat(deployments.get(0).finishedAt()).isEqualTo(Instant.parse("2026-03-01T08:05:00Z"));
        assertThat(deployments.get(0).owner()).isEqualTo(StateFixture.BILLING);
    }

    @Test
    void deployment_without_statuses_has_no_known_end() {
        StateFixture state = new StateFixture().export("github.deployments", "d.json", """
                [{"sha": "x", "environment": "dev", "created_at": "2026-03-01T08:00:00Z"}]""");
        assertThat(state.only(Deployment.class).status()).isEqualTo(DeploymentStatus.UNKNOWN);
        assertThat(state.gaps(Deployment.class, ""))
                .containsExactly("/0: it has no statuses, so nobody knows how it ended");
    }

    @Test
    void branches_say_whether_approvals_outlive_later_commits() {
        String rules = "[{\"type\": \"pull_request\", \"parameters\": {\"required_approving_review_count\": 1%s}}]";
        assertThat(lasting("github.branch-rules", rules.formatted(", \"dismiss_stale_reviews_on_push\": false")))
                .isTrue();
        assertThat(lasting("github.branch-rules", rules.formatted(", \"dismiss_stale_reviews_on_push\": true")))
                .isFalse();
        assertThat(lasting("github.branch-rules", rules.formatted(""))).isNull();
        String protection =
                "{\"enforce_admins\": {\"enabled\": true}, \"required_pull_request_reviews\": {\"dismiss_stale_reviews\": %s}}";
        assertThat(lasting("github.branch-protection", protection.formatted("false")))
                .isTrue();
        assertThat(lasting("github.branch-protection", protection.formatted("true")))
                .isFalse();
    }

    private static @Nullable Boolean lasting(String kind, String text) {
        StateFixture state = new StateFixture()
                .export(kind, "rules.json", text, "\"complete\": true, \"scope\": {\"branch\": \"main\"}");
        assertThat(state.coverage(BranchRule.class, ""))
                .contains("[branch=main] COMPLETE")
                .hasSize(2);
        return state.only(BranchRule.class).lasting();
    }
}
