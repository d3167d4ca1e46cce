package io.github.assaymark.core.judge;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact type with everything qualifiers can ask for. */
@Describe("A probe")
public record Probe(
        @Describe("name") String key,
        @Describe("owner") String owner,
        Provenance provenance,
        @Describe("what it is") String kind,
        @Describe("whether it is right") boolean ok,
        @Describe("whether it could not be determined") boolean unsure,
        @Describe("whether it waits for a person") boolean waiting,
        @Describe("another probe") @Nullable String link,
        @Describe("commit") @Nullable String sha,
        @Describe("moment") @Nullable Instant at,
        @Describe("size") @Nullable Quantity size)
        implements Fact {

    static Probe of(String key, String owner) {
        return new Probe(key, owner, Provenance.File.whole(key), "a", true, false, false, null, null, null, null);
    }

    Probe kind(String next) {
        return new Probe(key, owner, provenance, next, ok, unsure, waiting, link, sha, at, size);
    }

    Probe wrong() {
        return new Probe(key, owner, provenance, kind, false, unsure, waiting, link, sha, at, size);
    }

    Probe unsure(boolean next) {
        return new Probe(key, owner, provenance, kind, ok, next, waiting, link, sha, at, size);
    }

    Probe waits() {
        return new Probe(key, owner, provenance, kind, ok, unsure, true, link, sha, at, size);
    }

    Probe link(String next) {
        return new Probe(key, owner, provenance, kind, ok, unsure, waiting, next, sha, at, size);
    }

    Probe sha(String next) {
        return new Probe(key, owner, provenance, kind, ok, unsure, waiting, link, next, at, size);
    }

    Probe at(Instant next) {
        return new Probe(key, owner, provenance, kind, ok, unsure, waiting, link, sha, next, size);
    }

    Probe size(Quantity next) {
        return new Probe(key, owner, provenance, kind, ok, unsure, waiting, link, sha, at, next);
    }
}
