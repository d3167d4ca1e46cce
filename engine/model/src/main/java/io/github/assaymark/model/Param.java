package io.github.assaymark.model;

import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/**
 * The value of a checklist parameter: the only configuration of an assessment. A parameter without such a fact and
 * without a default is unset, and items that read it are UNKNOWN.
 *
 * @param name of the parameter
 * @param values one value, or the elements of a list in their order; texts as they stand in the configuration
 */
@Describe("The value of a checklist parameter")
public record Param(
        Provenance provenance,
        @Describe("name of the parameter") String name,
        @Describe("its value, or the elements of a list") List<String> values)
        implements Fact {
    /** Copies the list. */
    public Param {
        values = List.copyOf(values);
    }

    /** A parameter set by the embedding program. */
    public static Param of(String name, String... values) {
        return new Param(new Provenance.Derived("configuration", List.of()), name, List.of(values));
    }

    @Override
    public String key() {
        return "param:" + name;
    }

    @Override
    public String owner() {
        return "";
    }
}
