package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** A call that the handler of a route makes. */
@Describe("A call that the handler of a route makes")
public record HandlerCall(
        @Describe("route, `>`, callee and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the route") String route,
        @Describe("what is called, as a dotted name") String callee,
        @Describe("last part of the dotted name") String name,

        @Describe("its arguments as resolved texts, as written where they are not constant")
        List<String> arguments,

        @Describe("place among the calls of the handler, from 1")
        int order,

        @Describe("whether it is only made under a condition")
        boolean conditional,

        @Describe("path of the file with the handler") String file)
        implements Fact {
    /** Copies the lists. */
    public HandlerCall {
        arguments = List.copyOf(arguments);
    }
}
