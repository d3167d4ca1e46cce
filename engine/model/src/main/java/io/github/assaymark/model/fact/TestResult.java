package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a test. */
@Describe("The result of a test")
public record TestResult(
        @Describe("suite, name and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,
        @Describe("suite or class") @Nullable String suite,

        @Describe("path of the test, absent when the report does not say") @Nullable
        String file,

        @Describe("how it ended") ResultStatus status,
        @Describe("whether it held, at the first try") boolean passed,
        @Describe("how long it took") @Nullable Quantity duration,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was observed") Instant at)
        implements Fact {}
