package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.List;

/** What registries of containers say of images. */
final class RegistryProjections {
    private static final String REVISION = "`org.opencontainers.image.revision`";

    private RegistryProjections() {}

    static List<ExportProjection> all() {
        return List.of(json(
                "oci.manifest",
                1,
                "digest",
                "errors!",
                "manifest.schemaVersion",
                "manifest.mediaType",
                "manifest.config.digest",
                "manifest.manifests[].digest",
                "manifest.annotations." + REVISION,
                "config.config.Labels." + REVISION));
    }
}
