package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of the domain name system. */
@Describe("A record of the domain name system")
public record DnsRecord(
        @Describe("name, type and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name in lower case, without the last dot")
        String name,

        @Describe("type, for example `CNAME`") String type,

        @Describe("value, absent when a resolver said that there is none") @Nullable
        String target,

        @Describe("whether it exists") boolean exists,

        @Describe("whether a content delivery network answers for it")
        boolean proxied,

        @Describe("whether any name below the same domain is answered, so that the answer proves nothing")
        boolean wildcard,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("whether a zone holds it or a resolver answered")
        StateSource source,

        @Describe("when it was observed") Instant at)
        implements Fact {}
