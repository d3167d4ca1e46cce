package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import of a source file. */
@Describe("An import of a source file")
public record ImportEdge(
        @Describe("path, `>`, module as written and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the importing file") String fromFile,
        @Describe("module as written") String toModule,

        @Describe("path of the file it leads to, absent for packages from outside of the repository") @Nullable
        String toFile,

        @Describe("name of the npm package, absent for files of the same package") @Nullable
        String toPackage,

        @Describe("imported names, `*` for all") List<String> names,
        @Describe("whether only types are imported") boolean typeOnly,

        @Describe("directory of the nearest package.json of the importing file")
        String fromContext,

        @Describe("directory of the nearest package.json of the file it leads to") @Nullable
        String toContext,

        @Describe("first directory below `src` of the importing file, empty when there is none")
        String fromLayer,

        @Describe("first directory below `src` of the file it leads to") @Nullable
        String toLayer,

        @Describe("directory of the service of the file it leads to") @Nullable
        String toOwner,

        @Describe("what the importing file is for") FileKind kind)
        implements Fact {
    /** Copies the lists. */
    public ImportEdge {
        names = List.copyOf(names);
    }
}
