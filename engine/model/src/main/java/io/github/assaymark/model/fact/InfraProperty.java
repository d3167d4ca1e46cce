package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A property of a declared resource. */
@Describe("A property of a declared resource")
public record InfraProperty(
        @Describe("resource, `/`, path of the property and stage")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the resource") String resource,
        @Describe("name of the resource") String resourceName,

        @Describe("path of the property, names joined with a dot")
        String name,

        @Describe("its text when it is constant, the name of what it refers to when it is a reference") @Nullable
        String value,

        @Describe("its whole number when it is one") @Nullable
        Long number,

        @Describe("stage the value is for, `*` for those that are not named, absent when it is for all") @Nullable
        String stage,

        @Describe("whether the value is known") boolean resolved,
        @Describe("path") String file)
        implements Fact {}
