package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of a tool. */
@Describe("A run of a tool")
public record ToolRun(
        @Describe("tool, command and moment") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the tool") String tool,
        @Describe("command as it was run") String command,
        @Describe("exit code") int exitCode,
        @Describe("errors, -1 when not said") int errors,
        @Describe("warnings, -1 when not said") int warnings,

        @Describe("whether it left the working tree as it was")
        boolean cleanTree,

        @Describe("what it wrote or checked") @Nullable String artifact,

        @Describe("SHA-256 of what it wrote or checked, absent when not said") @Nullable
        String digest,

        @Describe(
                "what it ran over, as the tool names it: rules, requests, events, migrations; sorted, empty when the report does not say")
        List<String> covered,

        @Describe("how many tests, requests or rows it ran over, -1 when not said")
        int amount,

        @Describe("id of the client or account it ran as, absent when not said") @Nullable
        String principal,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the list. */
    public ToolRun {
        covered = List.copyOf(covered);
    }
}
