package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that handles an event. */
@Describe("A function that handles an event")
public record EventHandler(
        @Describe("path, `#` and event") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the event, the expression when it is not constant")
        String event,

        @Describe("whether the name of the event is known") boolean resolved,

        @Describe("name it is exported under, of the function when it is not") @Nullable
        String handler,

        @Describe("whether it is exported") boolean exported,
        @Describe("whether its body holds nothing") boolean empty,

        @Describe("whether it is subscribed or listed where the service registers its handlers")
        boolean registered,

        @Describe("parts of the key by which repeated deliveries are recognised")
        List<String> dedupe,

        @Describe("whether repeated deliveries are recognised")
        boolean idempotent,

        @Describe("whether everything it does about repeated deliveries was seen")
        boolean dedupeKnown,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public EventHandler {
        dedupe = List.copyOf(dedupe);
    }
}
