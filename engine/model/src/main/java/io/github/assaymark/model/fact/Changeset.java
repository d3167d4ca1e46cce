package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that describes a change for its users. */
@Describe("A file that describes a change for its users")
public record Changeset(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path") String file,
        @Describe("packages it releases") List<String> packages,

        @Describe("largest release kind, absent when it names none") @Nullable
        Bump bump,

        @Describe("first line of its text") String summary,
        @Describe("words of its text") int words,

        @Describe("whether the base revision lacks the file, absent when there is none") @Nullable
        Boolean added)
        implements Fact {
    /** Copies the lists. */
    public Changeset {
        packages = List.copyOf(packages);
    }
}
