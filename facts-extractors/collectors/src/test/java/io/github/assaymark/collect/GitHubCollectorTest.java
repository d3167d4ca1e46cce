package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.CheckRun;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in the shapes of GitHub's published description of its REST API (version 2022-11-28), written by hand. */
class GitHubCollectorTest {
    private static final String HEAD = "4be1c7a9d2f3b4c5d6e7f8091a2b3c4d5e6f7081";
    private static final String MERGED = "9c0d2e11aa22bb33cc44dd55ee66ff7788990011";
    private static final String REPO = "/repos/acme/shop";

    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();
    private final List<String> byHand = new ArrayList<>();
    private StubServer server = stub();

    private static StubServer stub() {
        try {
            return new StubServer();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void repository() throws IOException {
        Scanned.repository(root);
        world.environment.put("GITHUB_TOKEN", "ghs_ThisIsNoRealTokenAtAll1234");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CollectSummary collect(String... options) throws InterruptedException {
        String[] all = Stream.concat(
                        Stream.of("repository", "acme/shop", "url", server.uri().toString(), "service", "billing"),
                        Stream.of(options))
                .toArray(String[]::new);
        return world.run(new GitHubCollector(), root.resolve("state"), all);
    }

    /** An answer that is served, and written by hand into another repository. */
    private void answer(String request, String kind, String scope, String more, String... pages) throws IOException {
        List<String> stuffed = new ArrayList<>();
        for (String page : pages) stuffed.add(canary.stuffed(page));
        for (int i = 0; i < stuffed.size(); i++) {
            String body = stuffed.get(i);
            String at = i == 0 ? request : request + "&page=" + (i + 1);
            String next = i + 1 < stuffed.size()
                    ? "<" + server.uri() + request + "&page=" + (i + 2) + ">; rel=\"next\""
                    : "<" + server.uri() + request + "&page=1>; rel=\"first\"";
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

    private void served() throws IOException {
        answer("/user", "", "", "", "{\"login\": \"release-bot\"}");
        answer(
                REPO + "/pulls?state=all&sort=created&direction=asc&per_page=100",
                "github.pulls",
                "",
                "",
                "[{\"number\": 7, \"title\": \"KANARI\", \"body\": \"KANARI\", \"head\": {\"sha\": \"aaaaaaa1\", \"label\":"
                        + " \"KANARI\"}, \"merge_commit_sha\": null, \"base\": {\"ref\": \"main\"}, \"user\": {\"login\":"
                        + " \"cleo\", \"avatar_url\": \"KANARI\"}, \"merged_at\": null, \"labels\": []}]",
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
                            + "\", \"state\": \"failure\", \"description\": \"KANARI\", \"target_url\": \"KANARI\","
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
                "{\"url\": \"KANARI\", \"required_status_checks\": {\"strict\": true, \"contexts\": [\"lint\"], \"checks\":"
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
                "[{\"state\": \"success\", \"created_at\": \"2026-03-01T08:05:00Z\", \"log_url\": \"KANARI\"}]");
        String deployment = "{\"id\": 501, \"sha\": \"" + HEAD
                + "\", \"environment\": \"staging\", \"created_at\": \"2026-03-01T08:00:00Z\", \"creator\": {\"login\":"
                + " \"ben\"}, \"description\": \"KANARI\", \"payload\": {\"service\": \"billing\", \"key\": \"KANARI\"}";
        answer(REPO + "/deployments?per_page=100", "", "", "", "[" + deployment + "}]");
        answer(
                "/never-asked",
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

    private static final String[] ALL = {
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

    @Test
    void facts_are_those_of_an_export_by_hand() throws Exception {
        served();
        CollectSummary summary = collect(ALL);
        assertThat(summary.lines()).filteredOn(line -> !line.isEvidence()).isEmpty();
        assertThat(summary.lines()).hasSize(10);
        Scanned collected = Scanned.of(root);
        Path other = Scanned.repository(root.resolve("by-hand"));
        Files.writeString(
                other.resolve("state/manifest.json"),
                "{\"schemaVersion\": 1, \"entries\": [" + String.join(",\n", byHand) + "]}");
        Scanned exported = Scanned.of(other);
        assertThat(collected.facts()).isEqualTo(exported.facts()).hasSizeGreaterThan(15);
        for (var type : List.of(CheckRun.class, BranchRule.class, PullRequest.class, Review.class, Deployment.class))
            assertThat(collected.coverage(type)).as(type.getSimpleName()).isEqualTo(exported.coverage(type));
        assertThat(collected.all(CheckRun.class))
                .extracting(check -> check.name() + " " + check.conclusion() + " " + check.sha())
                .contains(
                        "build SUCCESS " + HEAD,
                        "lint RUNNING " + HEAD,
                        "deploy SKIPPED " + MERGED,
                        "coverage/4 FAILURE " + HEAD);
        assertThat(collected.all(BranchRule.class))
                .extracting(rule -> rule.demand() + " " + rule.check() + " " + rule.approvals() + " " + rule.bypass())
                .contains(
                        "checks build 0 true",
                        "checks lint 0 false",
                        "reviews null 2 false",
                        "signatures null 0 false");
    }

    @Test
    void nothing_that_is_not_listed_is_written_or_told() throws Exception {
        served();
        String told = collect(ALL).toString();
        assertThat(canary.planted).hasSizeGreaterThan(100);
        assertThat(canary.in(told)).isEmpty();
        try (Stream<Path> files = Files.walk(root.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(canary.in(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
                assertThat(Files.readString(file)).doesNotContain("ghs_");
            }
        }
        Files.delete(root.resolve("assay.yaml"));
        Files.writeString(root.resolve("assay.yaml"), "state: [state]\n");
        assertThat(canary.in(Scanned.of(root).facts().toString())).isEmpty();
        assertThat(server.asked).allMatch(request -> request.endsWith(" Bearer ghs_ThisIsNoRealTokenAtAll1234"));
        assertThat(Files.readString(root.resolve("state/manifest.json"))).contains("\"principal\": \"release-bot\"");
    }

    @Test
    void branch_that_is_not_protected_is_told_from_one_that_may_not_be_seen() throws Exception {
        answer(REPO + "/rules/branches/main?per_page=100", "", "", "", "[]");
        server.json(REPO + "/branches/main/protection", 404, "{\"message\": \"Branch not protected\"}");
        CollectSummary none = collect("branch", "main", "protection", "true");
        assertThat(none.complete()).isTrue();
        assertThat(none.count(EntryOutcome.State.ABSENT)).isEqualTo(1);
        assertThat(Scanned.of(root).coverage(BranchRule.class)).containsExactly("[] COMPLETE[]");
        server.json(REPO + "/branches/main/protection", 404, "{\"message\": \"Not Found\"}");
        CollectSummary hidden = collect("branch", "main", "protection", "true");
        assertThat(hidden.complete()).isFalse();
        assertThat(Scanned.of(root).coverage(BranchRule.class))
                .containsExactly("[] DENIED[127.0.0.1 answered 404: it is not there, or may not be seen]");
    }

    @Test
    void too_many_requests_are_a_failure_and_no_denial() throws Exception {
        server.on(
                REPO + "/rules/branches/main?per_page=100",
                e -> StubServer.send(e, 403, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1893456000"));
        assertThat(collect("branch", "main").complete()).isFalse();
        assertThat(Scanned.of(root).coverage(BranchRule.class).toString())
                .startsWith("[[] FAILED[127.0.0.1 answered 403: too many requests; it asks to wait for");
    }

    @Test
    void answer_with_more_pages_than_are_read_is_not_complete() throws Exception {
        served();
        CollectSummary summary = collect("pulls", "true", "max-pages", "1");
        assertThat(summary.lines())
                .extracting(line -> line.state() + " " + line.reason())
                .containsExactly("PARTIAL there are more than 1 pages, which were not asked for: see --max-pages");
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.all(PullRequest.class)).hasSize(1);
        assertThat(scanned.coverage(PullRequest.class))
                .containsExactly("[] PARTIAL[there are more than 1 pages, which were not asked for: see --max-pages]");
    }

    @Test
    void reviews_need_to_know_who_opened_the_pull_request() throws Exception {
        answer(REPO + "/pulls/8", "", "", "", "{\"number\": 8, \"user\": {\"login\": \"ben\"}}");
        answer(
                REPO + "/pulls/8/reviews?per_page=100",
                "",
                "",
                "",
                "[{\"user\": {\"login\": \"ben\", \"type\": \"User\"}, \"state\": \"APPROVED\", \"commit_id\": \""
                        + HEAD + "\", \"submitted_at\": \"2026-03-01T09:30:00Z\"}]");
        CollectSummary summary = collect("pull", "8", "pull", "9");
        assertThat(summary.lines())
                .extracting(line -> line.scope() + " " + line.state())
                .containsExactly(
                        "author ben, pull 8, repository acme/shop, service billing COMPLETE",
                        "pull 9, repository acme/shop, service billing DENIED");
        assertThat(Scanned.of(root).all(Review.class))
                .extracting(Review::author)
                .containsExactly(true);
    }

    @Test
    void what_cannot_be_asked_is_told_before_anything_is_asked() {
        assertThatThrownBy(() -> collect())
                .hasMessage("nothing is said of what to collect\n  Maybe --sha, --branch, --pulls or --deployments; see"
                        + " `assay collect github --help`");
        assertThatThrownBy(() -> collect("sha", "HEAD"))
                .hasMessage("--sha: no commit: HEAD\n  Maybe `git rev-parse HEAD` prints it");
        assertThatThrownBy(() -> collect("pull", "#8"))
                .hasMessage("--pull: no number of a pull request: #8\n  Maybe 42");
        assertThatThrownBy(() -> collect("package", "shop-sdk"))
                .hasMessageStartingWith("--package: no package of GitHub: shop-sdk\n  Maybe npm/shop-sdk");
        assertThatThrownBy(() -> collect("protection", "true"))
                .hasMessage("--protection: no branch is named\n  Maybe --branch main");
        assertThatThrownBy(() -> world.run(new GitHubCollector(), root.resolve("x"), "repository", "../x/y"))
                .hasMessage("--repository: no repository: ../x/y\n  Maybe acme/shop, an owner and a name");
        assertThat(server.asked).isEmpty();
    }
}
