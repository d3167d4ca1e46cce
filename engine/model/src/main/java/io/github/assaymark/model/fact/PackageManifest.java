package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package.json. */
@Describe("A package.json")
public record PackageManifest(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,
        @Describe("name of the package") @Nullable String name,
        @Describe("whether it may not be published") boolean isPrivate,
        @Describe("names of its scripts") List<String> scripts,
        @Describe("names of its run-time dependencies") List<String> dependencies,
        @Describe("names of its development dependencies") List<String> devDependencies,
        @Describe("the packageManager field") @Nullable String packageManager,

        @Describe("dependencies whose version is `*`, `latest` or empty")
        List<String> unpinned)
        implements Fact {
    /** Copies the lists. */
    public PackageManifest {
        scripts = List.copyOf(scripts);
        dependencies = List.copyOf(dependencies);
        devDependencies = List.copyOf(devDependencies);
        unpinned = List.copyOf(unpinned);
    }
}
