package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** One element of a checklist parameter; made by the engine from its parameters. */
@Describe("One element of a checklist parameter; made by the engine from its parameters")
public record PolicyValue(
        @Describe("parameter name and position") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the parameter") String name,
        @Describe("position, from 0") int index,
        @Describe("the element") String value)
        implements Fact {}
