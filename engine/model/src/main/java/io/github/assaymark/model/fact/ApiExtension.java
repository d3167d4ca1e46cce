package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An x- extension that applies to an operation. */
@Describe("An x- extension that applies to an operation")
public record ApiExtension(
        @Describe("operation key, `#`, name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the description") String spec,
        @Describe("key of the operation") String operation,
        @Describe("name with its x-") String name,
        @Describe("what the value looks like") ValueShape shape,

        @Describe("whether it is null, an empty text, list or map")
        boolean empty,

        @Describe("text of a scalar") @Nullable String value,
        @Describe("keys of a map") List<String> keys,

        @Describe("entries of a map whose value is a text, number, true or false, as `key=value`, in their order")
        List<String> values,

        @Describe("whether it stands on the path item or the document")
        boolean inherited)
        implements Fact {
    /** Copies the lists. */
    public ApiExtension {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }
}
