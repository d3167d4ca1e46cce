package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Dockerfile builds: its last stage, with what earlier stages of the file bring into it. */
@Describe("What a Dockerfile builds: its last stage")
public record ImageBuild(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path") String file,

        @Describe("image it begins with, without a digest, absent when a build argument decides it") @Nullable
        String base,

        @Describe("whether that image is named by a digest") boolean pinned,

        @Describe("user that runs it, absent when the file sets none") @Nullable
        String user,

        @Describe("whether it says that it runs as another user than root")
        boolean unprivileged,

        @Describe("whether it says how its health is checked")
        boolean healthCheck,

        @Describe("keys of its labels, sorted") List<String> labels)
        implements Fact {
    /** Copies the list. */
    public ImageBuild {
        labels = List.copyOf(labels);
    }
}
