package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assertion of a test demands of one answer or of one failure. An assertion about the status of an answer that
 * names no constant, or says so in a way that is not read, is one without status, code and error.
 */
@Describe("What an assertion of a test demands of the status or code of an answer, or of a failure")
public record AssertedOutcome(
        @Describe("key of the test, `:` and what is demanded")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the test") String test,

        @Describe(
                "request that is answered, `METHOD path` with `{}` for unknown parts; absent when it is not known, or there is none")
        @Nullable
        String request,

        @Describe("HTTP status, absent when it is not asked for or no constant") @Nullable
        Integer status,

        @Describe("error code, absent when it is not asked for or no constant") @Nullable
        String code,

        @Describe("class of the error that is to be thrown") @Nullable
        String error,

        @Describe("functions of shipping code that what is asserted about calls, as `path#name`, sorted")
        List<String> calls,

        @Describe("whether the test, or a suite around it, is skipped, to be written, or skipped under a condition")
        boolean skipped,

        @Describe("path") String file)
        implements Fact {
    /** Copies the list. */
    public AssertedOutcome {
        calls = List.copyOf(calls);
    }
}
