package io.github.assaymark.collect;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of a folder is about. Immutable.
 *
 * @param kind id of the kind of export, which has a list of fields to copy
 * @param request what is asked, for a reader: the verb and address or the operation; without headers and credentials
 * @param scope where: {@code repository}, {@code branch}, {@code service}, {@code stage}, {@code region} and so on.
 *     Kind and scope tell entries apart: a second entry of the same is refused
 * @param principal who asks, where that is known before; null otherwise
 * @param commit the commit the answer speaks of; null when it speaks of none
 * @param from first moment a history covers; null for a state
 * @param until moment a history covers up to; null for a state
 */
public record EntryRequest(
        String kind,
        String request,
        Map<String, String> scope,
        @Nullable String principal,
        @Nullable String commit,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Copies the scope. */
    public EntryRequest {
        scope = Map.copyOf(scope);
    }

    /** One of everything that the one who asks may see. */
    public static EntryRequest of(String kind, String request) {
        return new EntryRequest(kind, request, Map.of(), null, null, null, null);
    }

    /** The same, limited to a part. */
    public EntryRequest scope(String name, String value) {
        Map<String, String> all = new TreeMap<>(scope);
        all.put(name, value);
        return new EntryRequest(kind, request, all, principal, commit, from, until);
    }

    /** The same, asked by somebody who is known. */
    public EntryRequest principal(@Nullable String name) {
        return new EntryRequest(kind, request, scope, name, commit, from, until);
    }

    /** The same about a commit. */
    public EntryRequest commit(String sha) {
        return new EntryRequest(kind, request, scope, principal, sha, from, until);
    }

    /** The same about what happened between two moments. */
    public EntryRequest between(Instant first, Instant last) {
        return new EntryRequest(kind, request, scope, principal, commit, first, last);
    }
}
