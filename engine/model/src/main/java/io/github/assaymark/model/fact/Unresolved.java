package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** An expression that source code leaves open until it runs. */
@Describe("An expression that source code leaves open until it runs")
public record Unresolved(
        @Describe("path, `#`, what was looked for and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("what was looked for, for example `path of a route`")
        String lookedFor,

        @Describe("the expression, at most 200 characters") String expression,
        @Describe("why it stays open, in words") String reason,

        @Describe("names of the fact types that are incomplete because of it")
        List<String> factTypes,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public Unresolved {
        factTypes = List.copyOf(factTypes);
    }
}
