package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the directory. */
@Describe("A person of the directory")
public record TeamMember(
        @Describe("handle") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("handle with its @") String handle,
        @Describe("full name") @Nullable String name,
        @Describe("team") @Nullable String team,
        @Describe("roles the person holds") List<String> roles,
        @Describe("whether the person is still there") boolean active,

        @Describe("addresses the person commits under, in lower case; empty when the directory does not tell")
        List<String> addresses)
        implements Fact {
    /** Copies the lists. */
    public TeamMember {
        roles = List.copyOf(roles);
        addresses = List.copyOf(addresses);
    }
}
