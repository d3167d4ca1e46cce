package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that says in its first lines that a tool wrote it. Whether it is what the tool would write now is known as far
 * as it records what it was made from: a file that records nothing is neither current nor stale.
 */
@Describe("A file that says in its first lines that a tool wrote it")
public record GeneratedArtifact(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,

        @Describe("file name without its extension") String stem,

        @Describe("what it says wrote it, for example a command") @Nullable
        String generator,

        @Describe("paths it says it was made from, sorted") List<String> inputs,

        @Describe("those of them that are missing, or differ from the SHA-256 it records for them")
        List<String> stale,

        @Describe("whether every input has the SHA-256 that is recorded for it, absent when none is recorded for one")
        @Nullable
        Boolean current,

        @Describe("whether its text has the SHA-256 it records of itself, absent when it records none") @Nullable
        Boolean intact,

        @Describe(
                "names it lists, sorted: in JSON and YAML texts of `name`, `id`, `key` and `operationId`; in TypeScript and JavaScript what it exports, and the members of exported objects and classes")
        List<String> names,

        @Describe("whether git tracks it") boolean tracked)
        implements Fact {
    /** Copies the lists. */
    public GeneratedArtifact {
        inputs = List.copyOf(inputs);
        stale = List.copyOf(stale);
        names = List.copyOf(names);
    }
}
