package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key of a service manifest. */
@Describe("One key of a service manifest, or one element of a list in it")
public record ManifestField(
        @Describe("manifest path, `#`, dotted key") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the manifest") String manifest,

        @Describe("dotted key; of an element the key of its list, a dot and its place from 0")
        String field,

        @Describe("text of a scalar as it is written, absent for lists, maps and nothing") @Nullable
        String value,

        @Describe("what the value looks like") ValueShape shape,
        @Describe("texts of a list of scalars") List<String> items,

        @Describe("number of elements or entries, 1 for scalars, 0 for nothing")
        int size,

        @Describe("whether the value is a left-over of a template")
        boolean placeholder,

        @Describe("whether it belongs to a template directory, not to a service")
        boolean template)
        implements Fact {
    /** Copies the lists. */
    public ManifestField {
        items = List.copyOf(items);
    }
}
