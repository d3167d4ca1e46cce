package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A service that the entry of the infrastructure code loads. */
@Describe("A service that the entry of the infrastructure code loads")
public record InfraRegistration(
        @Describe("entry file, `>` and path of what it loads")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("directory of the service it loads") @Nullable
        String service,

        @Describe("path as written") String importPath,
        @Describe("path of the file it leads to") @Nullable String toFile,

        @Describe("name of the export it calls, absent when it calls none") @Nullable
        String calls,

        @Describe("key under which the entry returns it, absent when it does not") @Nullable
        String exportKey,

        @Describe("whether it is loaded under no condition") boolean active,
        @Describe("path of the entry") String file)
        implements Fact {}
