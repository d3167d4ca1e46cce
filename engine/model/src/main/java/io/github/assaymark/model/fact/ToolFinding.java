package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a tool found. */
@Describe("Something that a tool found")
public record ToolFinding(
        @Describe("tool, rule, place and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the tool") String tool,
        @Describe("id of the rule") String rule,
        @Describe("how bad it is") FindingLevel level,
        @Describe("what it says") String message,

        @Describe("path, absent when it has no place") @Nullable
        String file,

        @Describe("line, 0 when it has none") int line,

        @Describe("operation it speaks of, for example `GET /v1/orders`; absent when it speaks of none") @Nullable
        String operation,

        @Describe("whether the tool was told to ignore it") boolean suppressed,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was observed") Instant at)
        implements Fact {}
