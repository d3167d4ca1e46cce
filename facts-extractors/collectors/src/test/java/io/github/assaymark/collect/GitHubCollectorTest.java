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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubCollectorTest {
    private static final String OF_OTHER_BRANCHES =
            "[branch!=main] NOT_ATTEMPTED[nobody exported it: `assay collect --describe` lists the commands]";

    private static final String HEAD = GitHubAnswers.HEAD;
    private static final String MERGED = GitHubAnswers.MERGED;
    private static final String REPO = GitHubAnswers.REPO;
    private static final String[] ALL = GitHubAnswers.ALL;

    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();
    private StubServer server = stub();
    private GitHubAnswers answers = new GitHubAnswers(server, canary, root, null);

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
        answers = new GitHubAnswers(server, canary, root, null);
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

    @Test
    void facts_are_those_of_an_export_by_hand() throws Exception {
        answers.served();
        CollectSummary summary = collect(ALL);
        assertThat(summary.lines()).filteredOn(line -> !line.isEvidence()).isEmpty();
        assertThat(summary.lines()).hasSize(10);
        Scanned collected = Scanned.of(root);
        Path other = Scanned.repository(root.resolve("by-hand"));
        Files.writeString(
                other.resolve("state/manifest.json"),
                "{\"schemaVersion\": 1, \"entries\": [" + String.join(",\n", answers.byHand) + "]}");
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
        answers.served();
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
        answers.answer(REPO + "/rules/branches/main?per_page=100", "", "", "", "[]");
        server.json(REPO + "/branches/main/protection", 404, "{\"message\": \"Branch not protected\"}");
        CollectSummary none = collect("branch", "main", "protection", "true");
        assertThat(none.complete()).isTrue();
        assertThat(none.count(EntryOutcome.State.ABSENT)).isEqualTo(1);
        assertThat(Scanned.of(root).coverage(BranchRule.class))
                .containsExactly(OF_OTHER_BRANCHES, "[branch=main] COMPLETE[]");
        server.json(REPO + "/branches/main/protection", 404, "{\"message\": \"Not Found\"}");
        CollectSummary hidden = collect("branch", "main", "protection", "true");
        assertThat(hidden.complete()).isFalse();
        assertThat(Scanned.of(root).coverage(BranchRule.class))
                .containsExactly(
                        OF_OTHER_BRANCHES,
                        "[branch=main] DENIED[127.0.0.1 answered 404: it is not there, or may not be seen]");
    }

    @Test
    void too_many_requests_are_a_failure_and_no_denial() throws Exception {
        server.on(
                REPO + "/rules/branches/main?per_page=100",
                e -> StubServer.send(e, 403, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1893456000"));
        assertThat(collect("branch", "main").complete()).isFalse();
        assertThat(Scanned.of(root).coverage(BranchRule.class).toString())
                .contains("[branch=main] FAILED[127.0.0.1 answered 403: too many requests; it asks to wait until");
    }

    @Test
    void answer_with_more_pages_than_are_read_is_not_complete() throws Exception {
        answers.served();
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
        answers.answer(REPO + "/pulls/8", "", "", "", "{\"number\": 8, \"user\": {\"login\": \"ben\"}}");
        answers.answer(
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
