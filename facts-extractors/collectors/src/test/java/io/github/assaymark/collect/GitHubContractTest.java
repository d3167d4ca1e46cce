package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.projection.ExportProjection;
import io.github.assaymark.model.fact.ArtifactPublication;
import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.CheckRun;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.Review;
import io.github.assaymark.model.fact.TeamMember;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GitHub's own description of its REST API judges what is asked, what tests answer, and what is read. */
class GitHubContractTest {
    private static final String REPO = "/repos/{owner}/{repo}";
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            GitHubRun.CHECKS, REPO + "/commits/{ref}/check-runs",
            GitHubRun.STATUSES, REPO + "/commits/{ref}/status",
            GitHubRun.RULES, REPO + "/rules/branches/{branch}",
            GitHubRun.PROTECTION, REPO + "/branches/{branch}/protection",
            GitHubRun.PULLS, REPO + "/pulls",
            GitHubRun.REVIEWS, REPO + "/pulls/{pull_number}/reviews",
            GitHubRun.DEPLOYMENTS, REPO + "/deployments",
            GitHubRun.PACKAGES, "/orgs/{org}/packages/{package_type}/{package_name}/versions",
            GitHubRun.TEAM, "/orgs/{org}/teams/{team_slug}/members"));

    /** Of the examples. */
    private static final String SHA = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

    @TempDir
    Path root = Path.of("");

    private final World world = new World();

    @BeforeEach
    void credential() throws IOException {
        Scanned.repository(root);
        world.environment.put("GITHUB_TOKEN", "ghs_ThisIsNoRealTokenAtAll1234");
    }

    private static Described description() throws IOException {
        return Described.of(Counterparts.file("described/api.github.com.json"));
    }

    private static String part(Described description) {
        Set<String> asked = new TreeSet<>(KINDS.values());
        asked.addAll(List.of("/user", REPO + "/pulls/{pull_number}", REPO + "/deployments/{deployment_id}/statuses"));
        return description.about(asked);
    }

    private CollectSummary collect(Prism prism, String... options) throws InterruptedException {
        String[] all = Stream.concat(
                        Stream.of("repository", "acme/shop", "url", prism.uri().toString(), "service", "billing"),
                        Stream.of(options))
                .toArray(String[]::new);
        return world.run(new GitHubCollector(), root.resolve("state"), all);
    }

    @Test
    void requests_and_answers_of_tests_are_as_described() throws Exception {
        Described description = description();
        Canary canary = new Canary();
        WholeAnswers whole = new WholeAnswers(description, canary);
        try (StubServer server = new StubServer()) {
            new GitHubAnswers(server, canary, root, whole).served();
            assertThat(whole.wrong).isEmpty();
            try (Prism prism = Prism.proxy(root, part(description), server.uri())) {
                CollectSummary summary = collect(prism, GitHubAnswers.ALL);
                assertThat(prism.complaints()).isEmpty();
                assertThat(summary.lines())
                        .filteredOn(line -> !line.isEvidence())
                        .isEmpty();
                assertThat(summary.lines()).hasSize(10);
            }
            List<String> asked = server.asked.stream()
                    .map(request -> request.split(" ", -1)[1])
                    .filter(request -> !request.equals(Prism.READY))
                    .toList();
            assertThat(asked).hasSizeGreaterThan(10);
            for (String request : asked)
                assertThat(description.undescribed(request)).as(request).isEmpty();
        }
        assertThat(canary.planted).hasSizeGreaterThan(300);
        assertThat(canary.in(Scanned.of(root).facts().toString())).isEmpty();
    }

    @Test
    void examples_of_github_s_own_are_read() throws Exception {
        String part = part(description())
                .replace("\"application/json\": ", "\"application/vnd.github+json\": ")
                .replace("\"Link\": ", "\"X-Link\": ");
        try (Prism prism = Prism.mock(root, part)) {
            CollectSummary summary = collect(
                    prism,
                    "sha",
                    SHA,
                    "branch",
                    "main",
                    "protection",
                    "true",
                    "pulls",
                    "true",
                    "pull",
                    "42",
                    "deployments",
                    "true",
                    "package",
                    "npm/shop-sdk",
                    "team",
                    "justice-league");
            assertThat(summary.lines())
                    .extracting(line -> line.kind() + " " + line.state() + " " + line.reason())
                    .allMatch(line -> line.endsWith(" COMPLETE null"))
                    .hasSize(10);
        }
        // Times, names and commits are those that the examples carry.
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.all(CheckRun.class))
                .extracting(check -> check.name() + " " + check.conclusion() + " " + check.sha())
                .containsExactlyInAnyOrder(
                        "mighty_readme NEUTRAL ce587453ced02b1526dfb4cb910479d431683101",
                        "continuous-integration/jenkins SUCCESS " + SHA,
                        "security/brakeman SUCCESS " + SHA);
        assertThat(scanned.all(BranchRule.class))
                .extracting(rule -> rule.demand() + " " + rule.check() + " " + rule.approvals() + " " + rule.bypass())
                .containsExactlyInAnyOrder(
                        "checks continuous-integration/travis-ci 0 false",
                        "reviews null 2 false",
                        "code-owners null 0 false",
                        "commit-message-pattern null 0 true",
                        "commit-author-email-pattern null 0 true");
        assertThat(scanned.all(PullRequest.class))
                .extracting(pull -> pull.number() + " " + pull.base() + " " + pull.author() + " " + pull.headSha())
                .containsExactly("1347 master @octocat " + SHA);
        assertThat(scanned.all(Review.class))
                .extracting(review -> review.pullRequest() + " " + review.state() + " " + review.author())
                .containsExactlyInAnyOrder("1347 APPROVED true", "42 APPROVED true");
        assertThat(scanned.all(Deployment.class))
                .extracting(one -> one.stage() + " " + one.status() + " " + one.sha())
                .containsExactly("prod SUCCESS a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d");
        assertThat(scanned.all(ArtifactPublication.class))
                .extracting(one -> one.name() + " " + one.version())
                .containsExactlyInAnyOrder("shop-sdk 1.0.3", "shop-sdk 1.0.4");
        assertThat(scanned.all(TeamMember.class))
                .extracting(one -> one.handle() + " " + one.team())
                .containsExactly("@octocat justice-league");
        assertThat(scanned.coverage(BranchRule.class))
                .contains("[branch=main] COMPLETE[]")
                .hasSize(2);
        assertThat(scanned.coverage(Review.class))
                .contains("[pullRequest=1347] COMPLETE[]", "[pullRequest=42] COMPLETE[]")
                .hasSize(3);
        for (var type : List.of(CheckRun.class, Deployment.class))
            assertThat(scanned.coverage(type)).as(type.getSimpleName()).containsExactly("[] COMPLETE[]");
    }

    @Test
    void what_is_not_as_described_is_noticed() throws Exception {
        Described description = description();
        WholeAnswers whole = new WholeAnswers(description, new Canary());
        whole.of(
                "/repos/acme/shop/commits/main/check-runs",
                "200",
                "{\"total_count\": \"1\", \"check_runs\": [{\"nmae\": \"build\", \"conclusion\": \"succes\"}]}");
        assertThat(whole.wrong)
                .containsExactly(
                        "/repos/acme/shop/commits/main/check-runs .check_runs[].conclusion: \"succes\" is not what is"
                                + " described",
                        "/repos/acme/shop/commits/main/check-runs .check_runs[].nmae is not described",
                        "/repos/acme/shop/commits/main/check-runs .total_count: \"1\" is not what is described");
        assertThat(description.undescribed("/repos/acme/shop/pulls?stat=all&page=2"))
                .containsExactly("stat");
        try (StubServer server = new StubServer()) {
            server.json("/repos/acme/shop/pulls?state=every", "[{\"number\": \"eight\"}]");
            try (Prism prism = Prism.proxy(root, part(description), server.uri())) {
                world.http().get(URI.create(prism.uri() + "/repos/acme/shop/pulls?state=every"), Map.of());
                assertThat(prism.complaints().toString()).contains("request.query.state", "response.body.0.number");
            }
        }
    }

    @Test
    void fields_that_are_copied_are_described() throws Exception {
        Described description = description();
        List<String> gone = new ArrayList<>();
        KINDS.forEach((kind, template) -> {
            // Statuses come by requests of their own, and a payload is what its sender likes.
            String statuses = REPO + "/deployments/{deployment_id}/statuses";
            for (String field :
                    Objects.requireNonNull(ExportProjection.of(kind)).fields())
                if (!description.has(template, field)
                        && !description.has(statuses, field.replace("[].statuses[]", "[]"))
                        && !field.startsWith("[].payload.")) gone.add(kind + " " + field);
        });
        assertThat(gone).isEmpty();
    }
}
