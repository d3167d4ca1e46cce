package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.ArtifactKind;
import io.github.assaymark.model.fact.ArtifactPublication;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationsTest {
    private static final String SHA = "4be1c7a09d3f5e21b7c8a6d4e3f2019a8b7c6d5e";

    private static StateFixture registry(String kind, String text, String... scope) {
        return new StateFixture()
                .export(kind, "file", text, "\"complete\": true, \"scope\": {" + String.join(", ", scope) + "}");
    }

    private static List<String> gaps(String kind, String text, String... scope) {
        return registry(kind, text, scope).gaps(ArtifactPublication.class, "");
    }

    @Test
    void packument_tells_each_version_with_its_own_commit() {
        StateFixture state = registry(
                "npm.packument",
                """
                {"name": "@loop/billing-sdk", "dist-tags": {"latest": "1.4.0"},
                 "versions": {
                   "1.3.0": {"name": "@loop/billing-sdk", "version": "1.3.0", "dist": {"integrity": "not a digest"}},
                   "1.4.0": {"version": "1.4.0", "gitHead": "%s",
                     "dist": {"integrity": "sha512-AbCd1234efGH5678ijKL9012mnOPqrST3456uvWX7890yz==", "tarball": "https://x"}}},
                 "time": {"created": "2026-01-01T00:00:00Z", "1.3.0": "2026-01-10T10:00:00.000Z", "1.4.0": "2026-02-11T11:00:00.000Z"}}""".formatted(SHA),
                "\"service\": \"billing\"",
                "\"registry\": \"npm.pkg.github.com\"");
        assertThat(state.facts(ArtifactPublication.class))
                .extracting(
                        ArtifactPublication::key,
                        ArtifactPublication::version,
                        ArtifactPublication::publishedAt,
                        ArtifactPublication::sha,
                        ArtifactPublication::digest)
                .containsExactly(
                        tuple(
                                "NPM_PACKAGE/@loop/billing-sdk/1.3.0",
                                "1.3.0",
                                Instant.parse("2026-01-10T10:00:00Z"),
                                null,
                                null),
                        tuple(
                                "NPM_PACKAGE/@loop/billing-sdk/1.4.0",
                                "1.4.0",
                                Instant.parse("2026-02-11T11:00:00Z"),
                                SHA,
                                "sha512-AbCd1234efGH5678ijKL9012mnOPqrST3456uvWX7890yz=="));
        ArtifactPublication first = state.facts(ArtifactPublication.class).get(0);
        assertThat(first.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(first.registry()).isEqualTo("npm.pkg.github.com");
        assertThat(first.exists()).isTrue();
        assertThat(first.at()).isEqualTo(StateFixture.AT);
    }

    @Test
    void view_of_a_package_gives_the_commit_of_the_newest_version_only() {
        StateFixture state = registry("npm.packument", """
                {"name": "a", "version": "2.0.0", "gitHead": "%s", "versions": ["1.0.0", "2.0.0"],
                 "time": {"1.0.0": "2026-01-02T00:00:00Z"}}""".formatted(SHA));
        assertThat(state.facts(ArtifactPublication.class))
                .extracting(ArtifactPublication::version, ArtifactPublication::sha, ArtifactPublication::publishedAt)
                .containsExactly(
                        tuple("1.0.0", null, Instant.parse("2026-01-02T00:00:00Z")), tuple("2.0.0", SHA, null));
        assertThat(registry("npm.packument", "{\"name\": \"a\", \"version\": \"1.0.0\", \"versions\": \"1.0.0\"}")
                        .only(ArtifactPublication.class)
                        .version())
                .isEqualTo("1.0.0");
    }

    @Test
    void answers_that_are_no_packument_are_no_evidence() {
        assertThat(gaps("npm.packument", "{\"error\": {\"code\": \"E404\"}}"))
                .containsExactly("the registry answered with an error");
        assertThat(gaps("npm.packument", "{\"versions\": {}}")).containsExactly("it has no name");
        assertThat(gaps("npm.packument", "{\"name\": \"a\"}")).containsExactly("there are no versions in it");
        assertThat(gaps("npm.packument", "{\"name\": \"a\", \"versions\": [{}]}"))
                .containsExactly("/versions/0: a version that is no text");
        StateFixture absent = new StateFixture()
                .entry("\"kind\": \"npm.packument\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 404,"
                        + " \"absent\": true");
        assertThat(absent.coverage(ArtifactPublication.class, "")).containsExactly("[] COMPLETE");
        StateFixture denied = new StateFixture()
                .entry("\"kind\": \"npm.packument\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 404");
        assertThat(denied.coverage(ArtifactPublication.class, "")).containsExactly("[] FAILED [the export failed]");
    }

    @Test
    void versions_of_github_packages_are_told_by_tag_and_digest() {
        String digest = "sha256:" + "0a1b2c3d".repeat(8);
        StateFixture state =
                registry("github.package-versions", """
                [[{"id": 1, "name": "%s", "created_at": "2026-02-01T08:00:00Z",
                  "metadata": {"package_type": "container", "container": {"tags": ["1.4.0", "%s"]}}},
                 {"id": 2, "name": "sha256:short", "metadata": {"package_type": "container", "container": {"tags": []}}}], []]""".formatted(digest, SHA), "\"package\": \"billing\"");
        assertThat(state.facts(ArtifactPublication.class))
                .extracting(ArtifactPublication::kind, ArtifactPublication::version, ArtifactPublication::digest)
                .containsExactlyInAnyOrder(
                        tuple(ArtifactKind.CONTAINER_IMAGE, "1.4.0", digest),
                        tuple(ArtifactKind.CONTAINER_IMAGE, SHA, digest),
                        tuple(ArtifactKind.CONTAINER_IMAGE, "sha256:short", null));
        ArtifactPublication npm = registry(
                        "github.package-versions",
                        "[{\"name\": \"1.0.1\", \"created_at\": \"2026-02-03T08:00:00Z\", \"html_url\": \"x\"}]",
                        "\"package\": \"billing-sdk\"",
                        "\"type\": \"npm\"")
                .only(ArtifactPublication.class);
        assertThat(npm.key()).isEqualTo("NPM_PACKAGE/billing-sdk/1.0.1");
        assertThat(npm.publishedAt()).isEqualTo(Instant.parse("2026-02-03T08:00:00Z"));
        assertThat(gaps("github.package-versions", "[]")).containsExactly("the scope of its entry names no package");
        assertThat(gaps("github.package-versions", "{\"message\": \"Not Found\"}", "\"package\": \"a\""))
                .containsExactly("there is no list in it");
        assertThat(gaps("github.package-versions", "[{\"id\": 3}]", "\"package\": \"a\""))
                .containsExactly("/0: it has no name");
        assertThat(registry("github.package-versions", "[{\"name\": \"1\"}]", "\"package\": \"a\"")
                        .only(ArtifactPublication.class)
                        .kind())
                .isEqualTo(ArtifactKind.OTHER);
    }

    @Test
    void maven_metadata_dates_a_version_only_when_it_is_the_one() {
        StateFixture two = registry("maven.metadata", """
                <metadata><groupId>io.loop</groupId><artifactId>billing-client</artifactId>
                  <versioning><release>1.1.0</release>
                    <versions><version>1.0.0</version>
                      <version> 1.1.0 </version></versions>
                    <lastUpdated>20260211103000</lastUpdated></versioning></metadata>""");
        assertThat(two.facts(ArtifactPublication.class))
                .extracting(ArtifactPublication::name, ArtifactPublication::version, ArtifactPublication::publishedAt)
                .containsExactly(
                        tuple("io.loop:billing-client", "1.0.0", null), tuple("io.loop:billing-client", "1.1.0", null));
        ArtifactPublication one = registry("maven.metadata", """
                <metadata><groupId>g</groupId><artifactId>a</artifactId><versioning><versions><version>3</version></versions>
                <lastUpdated>20260211103000</lastUpdated></versioning></metadata>""").only(ArtifactPublication.class);
        assertThat(one.publishedAt()).isEqualTo(Instant.parse("2026-02-11T10:30:00Z"));
        assertThat(one.provenance().toString()).contains("#L1");
        assertThat(gaps("maven.metadata", "<metadata><groupId>g</groupId></metadata>"))
                .containsExactly("there is no groupId, artifactId or version in it");
        assertThat(gaps("maven.metadata", "<html>Not Found"))
                .containsExactlyInAnyOrder(
                        "#L1: it is no well-formed XML", "there is no groupId, artifactId or version in it");
    }
}
