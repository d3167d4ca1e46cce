package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;

/** Access of a person or team to something. */
@Describe("Access of a person or team to something")
public record AccessGrant(
        @Describe("principal and resource") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("handle of the person or team") String principal,
        @Describe("what it is to, for example `dashboards`") String resource,
        @Describe("level, for example `view`") String level,
        @Describe("when it was observed") Instant at)
        implements Fact {}
