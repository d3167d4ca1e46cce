package io.github.assaymark.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the shapes of GitHub's published description of its REST API (version 2022-11-28), written by hand: what
 * this test's servers say about one repository, and the same as exports by hand.
 */
final class GitHubAnswers {
    static final String HEAD = "4be1c7a9d2f3b4c5d6e7f8091a2b3c4d5e6f7081";
    static final String MERGED = "9c0d2e11aa22bb33cc44dd55ee66ff7788990011";
    static final String REPO = "/repos/acme/shop";
    private static final String NEVER = "/never-asked";

    /** Options of the collector that ask for all of it. */
    static final String[] ALL = {
        "sha",
        MERGED,
        "branch",
        "main",
        "protection",
        "true",
        "pulls",
        "true",
        "deployments",
        "true",
        "package",
        "npm/shop-sdk"
    };

    final List<String> byHand = new ArrayList<>();
    private final StubServer server;
    private final Canary canary;
    private final Path root;
    private final @Nullable WholeAnswers whole;

    /** Answers of a server; made whole where there is something that knows how. */
    GitHubAnswers(StubServer server, Canary canary, Path root, @Nullable WholeAnswers whole) {
        this.server = server;
        this.canary = canary;
        this.root = root;
        this.whole = whole;
    }

    /** An answer that is served, and written by hand into another repository. */
    void answer(String request, String kind, String scope, String more, String... pages) throws IOException {
        List<String> stuffed = new ArrayList<>();
        for (String page : pages)
            stuffed.add(
                    whole == null || request.equals(NEVER)
                            ? canary.stuffed(page)
                            : canary.filled(whole.of(request, "200", page)));
        for (int i = 0; i < stuffed.size(); i++) {
            String body = stuffed.get(i);
            String at = i == 0 ? request : request + "&page=" + (i + 1);
            String next = i + 1 < stuffed.size()
                    ? "<" + request + "&page=" + (i + 2) + ">; rel=\"next\""
                    : "<" + request + "&page=1>; rel=\"first\"";
            server.on(at, e -> StubServer.send(e, 200, body, "Link", next));
        }
        if (kind.isEmpty()) return;
        Path state = root.resolve("by-hand/state");
        Files.createDirectories(state);
        String path = "f" + byHand.size() + ".json";
        Files.writeString(
                state.resolve(path), stuffed.size() == 1 ? stuffed.get(0) : "[" + String.join(",", stuffed) + "]");
        byHand.add("{\"path\": \"" + path + "\", \"kind\": \"" + kind
                + "\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"complete\": true, \"scope\": {\"repository\":"
                + " \"acme/shop\", \"service\": \"billing\"" + scope + "}" + more + "}");
    }

    void served() throws IOException {
        answer("/user", "", "", "", "{\"login\": \"release-bot\"}");
        answer(
                REPO + "/pulls?state=all&sort=created&direction=asc&per_page=100",
                "github.pulls",
                "",
                "",
                "[{\"number\": 7, \"title\": \"KANARI\", \"body\": \"KANARI\", \"head\": {\"sha\": \"aaaaaaa1\", \"label\":"
                        + " \"KANARI\"}, \"merge_commit_sha\": null, \"base\": {\"ref\": \"main\"}, \"user\": {\"login\":"
                        + " \"cleo\", \"avatar_url\": \"https://example.org/KANARI\"}, \"merged_at\": null, \"labels\": []}]",
                "[{\"number\": 8, \"head\": {\"sha\": \"" + HEAD + "\"}, \"merge_commit_sha\": \"" + MERGED
                        + "\", \"base\": {\"ref\": \"main\"}, \"user\": {\"login\": \"ben\"}, \"merged_at\":"
                        + " \"2026-03-01T10:00:00Z\", \"labels\": [{\"name\": \"feature\", \"description\":"
                        + " \"KANARI\"}]}]");
        String runs = "check-runs?filter=latest&per_page=100";
        answer(
                REPO + "/commits/" + HEAD + "/" + runs,
                "github.check-runs",
                "",
                ", \"commit\": \"" + HEAD + "\"",
                "{\"total_count\": 2, \"check_runs\": [{\"name\": \"build\", \"head_sha\": \"" + HEAD
                        + "\", \"status\": \"completed\", \"conclusion\": \"success\", \"completed_at\":"
                        + " \"2026-03-01T09:00:00Z\", \"app\": {\"slug\": \"github-actions\", \"owner\": {\"login\":"
                        + " \"KANARI\"}}, \"output\": {\"title\": \"KANARI\", \"summary\": \"KANARI\"}}]}",
                "{\"total_count\": 2, \"check_runs\": [{\"name\": \"lint\", \"head_sha\": \"" + HEAD
                        + "\", \"status\": \"in_progress\", \"conclusion\": null, \"completed_at\": null, \"app\": null}]}");
        answer(
                REPO + "/commits/" + MERGED + "/" + runs,
                "github.check-runs",
                "",
                ", \"commit\": \"" + MERGED + "\"",
                "{\"total_count\": 1, \"check_runs\": [{\"name\": \"deploy\", \"head_sha\": \"" + MERGED
                        + "\", \"status\": \"completed\", \"conclusion\": \"skipped\", \"completed_at\":"
                        + " \"2026-03-01T10:09:00Z\", \"app\": {\"slug\": \"github-actions\"}}]}");
        for (String sha : List.of(HEAD, MERGED))
            answer(
                    REPO + "/commits/" + sha + "/status?per_page=100",
                    "github.commit-statuses",
                    "",
                    ", \"commit\": \"" + sha + "\"",
                    "{\"state\": \"failure\", \"sha\": \"" + sha
                            + "\", \"total_count\": 1, \"statuses\": [{\"context\": \"coverage/" + sha.charAt(0)
                            + "\", \"state\": \"failure\", \"description\": \"KANARI\", \"target_url\": \"https://example.org/KANARI\","
                            + " \"updated_at\": \"2026-03-01T09:05:00Z\"}], \"repository\": {\"full_name\": \"KANARI\"}}");
        answer(
                REPO + "/rules/branches/main?per_page=100",
                "github.branch-rules",
                ", \"branch\": \"main\"",
                "",
                "[{\"type\": \"required_status_checks\", \"ruleset_source\": \"KANARI\", \"parameters\":"
                        + " {\"strict_required_status_checks_policy\": true, \"required_status_checks\": [{\"context\":"
                        + " \"build\", \"integration_id\": 15368}]}}, {\"type\": \"pull_request\", \"parameters\":"
                        + " {\"required_approving_review_count\": 1, \"require_code_owner_review\": true}}, {\"type\":"
                        + " \"required_linear_history\"}]");
        answer(
                REPO + "/branches/main/protection",
                "github.branch-protection",
                ", \"branch\": \"main\"",
                "",
                "{\"url\": \"https://example.org/KANARI\", \"required_status_checks\": {\"strict\": true, \"contexts\": [\"lint\"], \"checks\":"
                        + " [{\"context\": \"lint\", \"app_id\": 3}]}, \"required_pull_request_reviews\":"
                        + " {\"required_approving_review_count\": 2, \"require_code_owner_reviews\": false,"
                        + " \"dismissal_restrictions\": {\"users\": [{\"login\": \"KANARI\"}]}}, \"required_signatures\":"
                        + " {\"enabled\": true}, \"enforce_admins\": {\"enabled\": true}}");
        answer(
                REPO + "/pulls/8/reviews?per_page=100",
                "github.pull-reviews",
                ", \"pull\": \"8\", \"author\": \"ben\"",
                "",
                "[{\"user\": {\"login\": \"dora\", \"type\": \"User\"}, \"body\": \"KANARI\", \"state\": \"APPROVED\","
                        + " \"commit_id\": \"" + HEAD + "\", \"submitted_at\": \"2026-03-01T09:30:00Z\"}]");
        answer(
                REPO + "/deployments/501/statuses?per_page=100",
                "",
                "",
                "",
                "[{\"state\": \"inactive\", \"created_at\": \"2026-03-01T12:00:00Z\", \"description\": \"KANARI\"}]",
                "[{\"state\": \"success\", \"created_at\": \"2026-03-01T08:05:00Z\", \"log_url\": \"https://example.org/KANARI\"}]");
        String deployment = "{\"id\": 501, \"sha\": \"" + HEAD
                + "\", \"environment\": \"staging\", \"created_at\": \"2026-03-01T08:00:00Z\", \"creator\": {\"login\":"
                + " \"ben\"}, \"description\": \"KANARI\", \"payload\": {\"service\": \"billing\", \"key\": \"KANARI\"}";
        answer(REPO + "/deployments?per_page=100", "", "", "", "[" + deployment + "}]");
        answer(
                NEVER,
                "github.deployments",
                "",
                "",
                "[" + deployment
                        + ", \"statuses\": [{\"state\": \"inactive\", \"created_at\": \"2026-03-01T12:00:00Z\"},"
                        + " {\"state\": \"success\", \"created_at\": \"2026-03-01T08:05:00Z\"}]}]");
        answer(
                "/orgs/acme/packages/npm/shop-sdk/versions?per_page=100",
                "github.package-versions",
                ", \"package\": \"shop-sdk\", \"type\": \"npm\"",
                "",
                "[{\"id\": 3, \"name\": \"1.4.0\", \"created_at\": \"2026-02-27T10:00:00Z\", \"metadata\":"
                        + " {\"package_type\": \"npm\"}, \"description\": \"KANARI\"}]");
    }
}
