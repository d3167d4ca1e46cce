package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of an authorization server. */
@Describe("A client of an authorization server")
public record OAuthClient(
        @Describe("id and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id") String clientId,
        @Describe("kind, for example `m2m`") @Nullable String kind,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("partner integration it belongs to") @Nullable
        String integration,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("whether it may be used") boolean enabled,
        @Describe("grant types, sorted") List<String> grants,
        @Describe("scopes, sorted") List<String> scopes,

        @Describe("method of the code challenge, absent when none is demanded") @Nullable
        String pkceMethod,

        @Describe("URIs without query, sorted") List<String> redirectUris,
        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public OAuthClient {
        grants = List.copyOf(grants);
        scopes = List.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
    }
}
