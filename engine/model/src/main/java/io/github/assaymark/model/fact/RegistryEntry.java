package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of an exported object or array literal. */
@Describe("An entry of an exported object or array literal")
public record RegistryEntry(
        @Describe("path, `#`, registry and key of the entry")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the exported constant") String registry,

        @Describe("key of the entry, or for an array its `id`, `key`, `name` or its text")
        String entry,

        @Describe("its text when it is constant") @Nullable String value,
        @Describe("names of its properties") List<String> properties,

        @Describe("its constant properties as `name=value`, nested names joined with a dot")
        List<String> values,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public RegistryEntry {
        properties = List.copyOf(properties);
        values = List.copyOf(values);
    }
}
