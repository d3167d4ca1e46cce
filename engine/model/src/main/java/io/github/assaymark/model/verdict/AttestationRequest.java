package io.github.assaymark.model.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked to attest, and of what the attestation must speak to count. Immutable.
 *
 * @param item id of the item
 * @param subject what the item judges
 * @param title of the item
 * @param roles the person must speak in one of them; null when anybody may
 * @param quorum how many different persons must confirm
 * @param within greatest age of an attestation; null for no limit
 * @param revision whether it must name the commit
 * @param sha the commit; null when it need not be named, or is not known
 * @param content whether it must name the digest of facts
 * @param digest the digest; null when it need not be named, or the facts are not there
 * @param value what the attestations that are there come to
 */
public record AttestationRequest(
        String item,
        SubjectRef subject,
        String title,
        @Nullable List<String> roles,
        int quorum,
        @Nullable Duration within,
        boolean revision,
        @Nullable String sha,
        boolean content,
        @Nullable String digest,
        Truth value) {
    /** Copies the list. */
    public AttestationRequest {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(value, "value");
        roles = roles == null ? null : List.copyOf(roles);
    }
}
