package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.ArtifactKind;
import io.github.assaymark.model.fact.ArtifactPublication;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final String SHA = "4be1c7a09d3f5e21b7c8a6d4e3f2019a8b7c6d5e";
    private static final String DIGEST = "sha256:" + "9c".repeat(32);

    static final String INSPECTED = """
            {"Name": "registry.example.org:5000/platform/config-service", "Digest": "%s", "RepoTags": [],
             "Created": "2026-03-01T08:00:00Z", "Env": ["TOKEN=KANARI"], "Architecture": "KANARI",
             "Labels": {"maintainer": "KANARI", "org.opencontainers.image.revision": "%s"}}""".formatted(DIGEST, SHA);

    static final String MANIFEST = """
            {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
             "config": {"digest": "sha256:KANARI", "mediaType": "KANARI"}, "layers": [{"digest": "KANARI"}],
             "annotations": {"org.opencontainers.image.revision": "%s", "x": "KANARI"}}""".formatted(SHA);

    private static StateFixture export(String kind, String text, String scope) {
        return new StateFixture().export(kind, "i.json", text, "\"complete\": true, \"scope\": {" + scope + "}");
    }

    @Test
    void inspected_image_is_published_with_its_digest_and_commit() {
        ArtifactPublication image =
                export("oci.image", INSPECTED, "\"tag\": \"v2.1.0\"").only(ArtifactPublication.class);
        assertThat(image.kind()).isEqualTo(ArtifactKind.CONTAINER_IMAGE);
        assertThat(image.name()).isEqualTo("platform/config-service");
        assertThat(image.registry()).isEqualTo("registry.example.org:5000");
        assertThat(image.version()).isEqualTo("v2.1.0");
        assertThat(image.digest()).isEqualTo(DIGEST);
        assertThat(image.sha()).isEqualTo(SHA);
        assertThat(image.exists()).isTrue();
        assertThat(image.publishedAt()).isNull();
    }

    @Test
    void label_that_is_no_commit_is_none() {
        StateFixture state = export("oci.image", "[" + INSPECTED.replace(SHA, "main") + ", {\"Name\": \"x\"}, 7]", "");
        ArtifactPublication image = state.only(ArtifactPublication.class);
        assertThat(image.sha()).isNull();
        assertThat(image.version()).isEqualTo(DIGEST);
        assertThat(state.gaps(ArtifactPublication.class, ""))
                .containsExactlyInAnyOrder(
                        "/1: it has no Digest such as sha256:4be1...",
                        "/2: it has no Name",
                        "/2: it has no Digest such as sha256:4be1...");
    }

    @Test
    void digest_of_a_manifest_is_that_of_its_bytes() {
        StateFixture state = export("oci.manifest", MANIFEST, "\"image\": \"localhost/billing\", \"tag\": \"4\"");
        ArtifactPublication image = state.only(ArtifactPublication.class);
        assertThat(image.digest()).matches("sha256:[0-9a-f]{64}").isNotEqualTo("sha256:" + "0".repeat(64));
        assertThat(image.registry()).isEqualTo("localhost");
        assertThat(image.sha()).isEqualTo(SHA);
        assertThat(state.gaps(ArtifactPublication.class, "")).isEmpty();
    }

    @Test
    void labels_of_the_configuration_tell_the_commit() {
        String wrapped = "{\"digest\": \"" + DIGEST
                + "\", \"manifest\": {\"schemaVersion\": 2, \"config\": {\"digest\": \"x\"}},"
                + " \"config\": {\"config\": {\"Labels\": {\"org.opencontainers.image.revision\": \"" + SHA + "\"}}}}";
        ArtifactPublication image = export(
                        "oci.manifest", wrapped, "\"image\": \"platform/config-service\", \"tag\": \"7\"")
                .only(ArtifactPublication.class);
        assertThat(image.digest()).isEqualTo(DIGEST);
        assertThat(image.sha()).isEqualTo(SHA);
        assertThat(image.registry()).isNull();
        assertThat(export(
                                "oci.manifest",
                                wrapped.replace(
                                        "{\"schemaVersion\": 2,",
                                        "{\"annotations\": {\"org.opencontainers.image.revision\": \"0000000\"}, \"schemaVersion\": 2,"),
                                "\"image\": \"a\"")
                        .gaps(ArtifactPublication.class, ""))
                .containsExactly("/manifest: its annotations and its labels name different revisions");
    }

    @Test
    void answer_that_is_no_manifest_is_a_gap() {
        assertThat(export("oci.manifest", MANIFEST, "").gaps(ArtifactPublication.class, ""))
                .containsExactly("the scope of its entry names no image");
        assertThat(export("oci.manifest", "{\"errors\": [{\"code\": \"MANIFEST_UNKNOWN\"}]}", "\"image\": \"a\"")
                        .gaps(ArtifactPublication.class, ""))
                .containsExactly("it is no manifest of schemaVersion 2");
        assertThat(export("oci.manifest", "{\"manifest\": {}, \"digest\": \"md5:1\"}", "\"image\": \"a\"")
                        .gaps(ArtifactPublication.class, ""))
                .containsExactly("it has no digest such as sha256:4be1...");
        assertThat(export("oci.manifest", "{\"schemaVersion\": 2}", "\"image\": \"a\"")
                        .gaps(ArtifactPublication.class, ""))
                .containsExactly("it has no config.digest");
    }
}
