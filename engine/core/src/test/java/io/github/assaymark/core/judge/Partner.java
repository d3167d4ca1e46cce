package io.github.assaymark.core.judge;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A fact that belongs to a probe. */
@Describe("A partner")
public record Partner(
        @Describe("name") String key,
        @Describe("owner") String owner,
        Provenance provenance,
        @Describe("its probe") String of,
        @Describe("whether it could not be determined") boolean unsure)
        implements Fact {

    static Partner of(String key, String owner, String probe) {
        return new Partner(key, owner, Provenance.File.whole(key), probe, false);
    }

    Partner makeUnsure() {
        return new Partner(key, owner, provenance, of, true);
    }
}
