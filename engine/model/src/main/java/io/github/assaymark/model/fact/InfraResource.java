package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource that infrastructure code declares. */
@Describe("A resource that infrastructure code declares")
public record InfraResource(
        @Describe("path, `#` and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name given to it, the constant or property it is held by when there is none")
        String name,

        @Describe("what is constructed, for example `sst.aws.Service`")
        String type,

        @Describe("stage it is declared for, `*` for those that are not named, absent when it is for all") @Nullable
        String stage,

        @Describe("names of resources it is linked to") List<String> links,

        @Describe("whether what the module returns or exports holds it")
        boolean exported,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public InfraResource {
        links = List.copyOf(links);
    }
}
