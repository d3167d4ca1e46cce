package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message queue. */
@Describe("A message queue")
public record QueueState(
        @Describe("name and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("queues whose undeliverable messages it takes, sorted")
        List<String> deadLetterOf,

        @Describe("queue that takes its undeliverable messages") @Nullable
        String deadLetterQueue,

        @Describe("deliveries before a message is undeliverable, 0 when not set")
        int maxReceives,

        @Describe("messages waiting, -1 when not said") int visible,
        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public QueueState {
        deadLetterOf = List.copyOf(deadLetterOf);
    }
}
