package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** The manifest of a service, for example service.yaml. */
@Describe("The manifest of a service, for example service.yaml")
public record ServiceManifest(
        @Describe("path of the manifest") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,
        @Describe("name of the directory it lies in") String directoryName,

        @Describe("all keys, nested ones joined by dots, in their order")
        List<String> keys,

        @Describe("keys whose value is a left-over of a template")
        List<String> placeholders,

        @Describe("whether it belongs to a template directory, not to a service")
        boolean template)
        implements Fact {
    /** Copies the lists. */
    public ServiceManifest {
        keys = List.copyOf(keys);
        placeholders = List.copyOf(placeholders);
    }
}
