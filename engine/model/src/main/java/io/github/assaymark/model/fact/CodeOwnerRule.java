package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** A line of a CODEOWNERS file. */
@Describe("A line of a CODEOWNERS file")
public record CodeOwnerRule(
        @Describe("path of the file, `#`, pattern and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the CODEOWNERS file") String file,
        @Describe("the pattern") String pattern,
        @Describe("handles and teams") List<String> owners,

        @Describe("position among the rules, the last match wins")
        int order)
        implements Fact {
    /** Copies the lists. */
    public CodeOwnerRule {
        owners = List.copyOf(owners);
    }
}
