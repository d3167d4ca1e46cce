package io.github.assaymark.benchmarks;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A fact type of the benchmark. */
@Describe("A fact type of the benchmark")
public record Page(
        @Describe("name") String key,
        @Describe("service") String owner,
        Provenance provenance,
        @Describe("one of ten words") String kind,
        @Describe("0 to 999") int num,
        @Describe("yes or no") boolean flag,
        @Describe("key of another fact") String target)
        implements Fact, Sample {}
