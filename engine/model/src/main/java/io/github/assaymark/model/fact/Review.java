package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A review of a pull request. */
@Describe("A review of a pull request")
public record Review(
        @Describe("pull request, reviewer and moment") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("number of the pull request") int pullRequest,
        @Describe("who reviewed") String reviewer,
        @Describe("whether it is a person") boolean human,

        @Describe("whether it is who opened the pull request")
        boolean author,

        @Describe("whether it is the newest opinion of this reviewer")
        boolean latest,

        @Describe("teams of the reviewer, sorted") List<String> teams,
        @Describe("what it says") ReviewState state,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("whether that is the newest commit of the pull request, absent when the exports do not say") @Nullable
        Boolean current,

        @Describe("when it was said") Instant submittedAt,
        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public Review {
        teams = List.copyOf(teams);
    }
}
