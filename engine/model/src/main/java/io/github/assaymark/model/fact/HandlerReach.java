package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the handler of a route reaches through the functions and methods of the repository that it calls, they call, and
 * so on. A function that is handed to a call counts as called.
 */
@Describe("What the handler of a route reaches through the functions and methods that it calls, they call, and so on")
public record HandlerReach(
        @Describe("key of the route") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the route") String route,

        @Describe("names of the events that are published on the way, sorted")
        List<String> events,

        @Describe("paths of the files that hold what is called on the way and that of the handler, sorted")
        List<String> files,

        @Describe("whether no other event can be published on the way")
        boolean complete,

        @Describe("where another event may be published, and why that is not known; absent when nowhere") @Nullable
        String open)
        implements Fact {
    /** Copies the lists. */
    public HandlerReach {
        events = List.copyOf(events);
        files = List.copyOf(files);
    }
}
