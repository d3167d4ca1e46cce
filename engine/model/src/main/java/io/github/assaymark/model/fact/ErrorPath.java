package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where a request ends with an error. */
@Describe("A place where a request ends with an error")
public record ErrorPath(
        @Describe("path, `#`, enclosing function, status or error and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("key of the route whose handler holds it") @Nullable
        String route,

        @Describe("HTTP status") @Nullable Integer status,
        @Describe("error code") @Nullable String code,
        @Describe("class of the thrown error") @Nullable String error,

        @Describe("names of the properties of the answer, sorted; none when it is a text or empty")
        List<String> bodyKeys,

        @Describe("whether all properties of the answer are known, which they are not where an error is thrown")
        boolean bodyKnown,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("path") String file,
        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {
    /** Copies the list. */
    public ErrorPath {
        bodyKeys = List.copyOf(bodyKeys);
    }
}
