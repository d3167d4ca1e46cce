package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that runs before the handler of a route, or is called first in it. */
@Describe("Something that runs before the handler of a route, or is called first in it")
public record RouteGuard(
        @Describe("route, `<`, name and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the route") String route,
        @Describe("what it is for, told by its name") GuardKind kind,

        @Describe("name of the function, class or decorator")
        String name,

        @Describe("its arguments as resolved texts, as written where they are not constant")
        List<String> arguments,

        @Describe("how it was registered") GuardVia via,

        @Describe("place among the guards of the route, from 1")
        int order,

        @Describe("whether it is only registered, or only runs, under a condition")
        boolean conditional,

        @Describe("whether it is known what it covers and what it was given")
        boolean resolved,

        @Describe(
                "whether every request to the route meets it: registered before the route, on a path that covers it, for its method, under no condition")
        boolean effective,

        @Describe("why it is not effective, in words") @Nullable
        String reason,

        @Describe("path of the file that registers it") String file)
        implements Fact {
    /** Copies the lists. */
    public RouteGuard {
        arguments = List.copyOf(arguments);
    }
}
