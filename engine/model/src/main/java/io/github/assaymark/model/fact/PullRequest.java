package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pull request. */
@Describe("A pull request")
public record PullRequest(
        @Describe("number") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("number") int number,
        @Describe("newest commit of it") @Nullable String headSha,
        @Describe("commit it was merged as") @Nullable String mergeSha,
        @Describe("branch it goes to") String base,
        @Describe("who opened it") String author,

        @Describe("when it was merged, absent while it is open") @Nullable
        Instant mergedAt,

        @Describe("`squash`, `merge` or `rebase`, absent when not said") @Nullable
        String mergeMethod,

        @Describe("labels, sorted") List<String> labels,
        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public PullRequest {
        labels = List.copyOf(labels);
    }
}
