package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.List;

/** Answers of GitHub's REST API. */
final class GitHubProjections {
    private GitHubProjections() {}

    static List<ExportProjection> all() {
        return List.of(
                json(
                        "github.check-runs",
                        1,
                        "total_count",
                        "check_runs[].name",
                        "check_runs[].status",
                        "check_runs[].conclusion",
                        "check_runs[].head_sha",
                        "check_runs[].completed_at",
                        "check_runs[].app.slug"),
                json(
                        "github.commit-statuses",
                        1,
                        "sha",
                        "total_count",
                        "statuses[].context",
                        "statuses[].state",
                        "statuses[].updated_at"),
                json(
                        "github.branch-protection",
                        2,
                        "required_status_checks.contexts[]",
                        "required_status_checks.checks[].context",
                        "required_pull_request_reviews.required_approving_review_count",
                        "required_pull_request_reviews.require_code_owner_reviews",
                        "required_pull_request_reviews.dismiss_stale_reviews",
                        "required_signatures.enabled",
                        "enforce_admins.enabled"),
                json(
                        "github.branch-rules",
                        2,
                        "[].type",
                        "[].parameters.required_status_checks[].context",
                        "[].parameters.required_approving_review_count",
                        "[].parameters.require_code_owner_review",
                        "[].parameters.dismiss_stale_reviews_on_push"),
                json(
                        "github.pulls",
                        1,
                        "[].number",
                        "[].head.sha",
                        "[].merge_commit_sha",
                        "[].base.ref",
                        "[].user.login",
                        "[].merged_at",
                        "[].labels[].name"),
                json(
                        "github.pull-reviews",
                        1,
                        "[].user.login",
                        "[].user.type",
                        "[].state",
                        "[].commit_id",
                        "[].submitted_at"),
                json(
                        "github.deployments",
                        1,
                        "[].sha",
                        "[].environment",
                        "[].created_at",
                        "[].creator.login",
                        "[].payload.service",
                        "[].statuses[].state",
                        "[].statuses[].created_at"),
                json(
                        "github.package-versions",
                        1,
                        "[].name",
                        "[].created_at",
                        "[].metadata.package_type",
                        "[].metadata.container.tags[]"),
                json("github.team-members", 1, "[].login", "[].type"));
    }
}
