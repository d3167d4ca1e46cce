package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much of the code tests ran. */
@Describe("How much of the code tests ran")
public record CoverageReport(
        @Describe("tool, scope and bucket") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("path of a file or directory, empty for all")
        String scope,

        @Describe("kind of tests it is from, for example `unit`") @Nullable
        String bucket,

        @Describe("format it was read from") String tool,

        @Describe("share of statements, absent when the tool does not count them") @Nullable
        Quantity statements,

        @Describe("share of branches, absent when the tool does not count them") @Nullable
        Quantity branches,

        @Describe("share of lines") @Nullable Quantity lines,
        @Describe("share of functions") @Nullable Quantity functions,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was observed") Instant at)
        implements Fact {}
