package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** Something that was made up so that migrations could be applied to a database. */
@Describe("Something that was made up so that migrations could be applied to a database")
public record ShadowAssumption(
        @Describe("kind and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("`role`, `schema` or `setting`") String kind,
        @Describe("name in the database") String name,
        @Describe("path of the migration that wanted it") String file)
        implements Fact {}
