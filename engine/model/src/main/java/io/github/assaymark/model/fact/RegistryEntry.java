package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of an exported object or array literal, or of a catalogue in JSON or YAML. */
@Describe("An entry of an exported object or array literal, or of a catalogue in JSON or YAML")
public record RegistryEntry(
        @Describe("path, `#`, registry and key of the entry")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the exported constant, of the list in a catalogue, or of its file")
        String registry,

        @Describe("key of the entry, or for an array its `id`, `key`, `name`, its text or `[place]`")
        String entry,

        @Describe("its text when it is constant") @Nullable String value,
        @Describe("names of its properties") List<String> properties,

        @Describe("its constant properties as `name=value`, nested names joined with a dot; for a list its texts")
        List<String> values,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public RegistryEntry {
        properties = List.copyOf(properties);
        values = List.copyOf(values);
    }
}
