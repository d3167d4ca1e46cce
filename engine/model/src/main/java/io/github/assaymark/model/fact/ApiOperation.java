package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of an OpenAPI description. */
@Describe("An operation of an OpenAPI description")
public record ApiOperation(
        @Describe("method and path, for example `POST /v1/orders`")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the description") String spec,
        @Describe("operationId") @Nullable String operationId,
        @Describe("HTTP method in upper case") String method,
        @Describe("path template as written") String path,
        @Describe("summary") @Nullable String summary,
        @Describe("description") @Nullable String description,
        @Describe("tags") List<String> tags,

        @Describe("whether a security requirement applies, the document's default included")
        boolean secured,

        @Describe("scopes its security requirements name") List<String> scopes,
        @Describe("status codes in their order") List<String> responses,
        @Describe("whether it is marked so") boolean deprecated,

        @Describe("whether the method is neither GET, HEAD, OPTIONS nor TRACE")
        boolean mutation,

        @Describe("names of its x- extensions, those of path item and document included, that are not null")
        List<String> extensions,

        @Describe("value of an x-...-maturity extension") @Nullable
        String maturity,

        @Describe("whether a request or response body has an example")
        boolean example,

        @Describe("whether a request or response has a body at all")
        boolean body,

        @Describe("scopes that no operation of its description names at the base revision, absent when there is none")
        @Nullable
        List<String> newScopes,

        @Describe("value of an x-...-context extension: the bounded context that owns it") @Nullable
        String context,

        @Describe("value of an x-...-maturity-since extension when it is a valid date") @Nullable
        Instant maturitySince,

        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {
    /** Copies the lists. */
    public ApiOperation {
        tags = List.copyOf(tags);
        scopes = List.copyOf(scopes);
        responses = List.copyOf(responses);
        extensions = List.copyOf(extensions);
        newScopes = newScopes == null ? null : List.copyOf(newScopes);
    }
}
