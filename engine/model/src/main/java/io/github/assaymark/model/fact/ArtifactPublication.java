package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was published in a registry. */
@Describe("Something that was published in a registry")
public record ArtifactPublication(
        @Describe("kind, name and version") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("kind") ArtifactKind kind,
        @Describe("name") String name,
        @Describe("version or tag") String version,
        @Describe("name of the registry") @Nullable String registry,
        @Describe("digest") @Nullable String digest,
        @Describe("whether it is there") boolean exists,
        @Describe("when it was published") @Nullable Instant publishedAt,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was observed") Instant at)
        implements Fact {}
