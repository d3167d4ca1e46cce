package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** A job of a pipeline file. */
@Describe("A job of a pipeline file")
public record WorkflowJob(
        @Describe("path and job") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the workflow") String workflow,
        @Describe("id of the job") String job,
        @Describe("events that start it, sorted") List<String> triggers,

        @Describe("commands that it runs, in order, each at most 200 characters")
        List<String> commands,

        @Describe("environments it deploys to, sorted") List<String> environments,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public WorkflowJob {
        triggers = List.copyOf(triggers);
        commands = List.copyOf(commands);
        environments = List.copyOf(environments);
    }
}
