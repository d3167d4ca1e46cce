package io.github.assaymark.model;

import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;

/**
 * The only clock of an assessment: a fact like any other, so that the same facts always give the same verdicts. A
 * snapshot holds exactly one.
 */
@Describe("The moment the assessment speaks of")
public record Now(
        Provenance provenance, @Describe("UTC instant") Instant at) implements Fact {

    /** The clock set to a moment. */
    public static Now at(Instant at) {
        return new Now(new Provenance.Derived("clock", List.of()), at);
    }

    @Override
    public String key() {
        return "now";
    }

    @Override
    public String owner() {
        return "";
    }
}
