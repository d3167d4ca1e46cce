package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An HTTP route that the source code registers. */
@Describe("An HTTP route that the source code registers")
public record Route(
        @Describe("method and path, for example `GET /v1/orders/{id}`")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("HTTP method in upper case, `ALL` when every method is served")
        String method,

        @Describe("full path with parameters in braces, mounts and prefixes joined, no slash at its end")
        String path,

        @Describe("path as it is written where the route is registered")
        String originalPath,

        @Describe("framework that serves it") WebFramework framework,

        @Describe("operationId given with the registration") @Nullable
        String operationId,

        @Describe("whether the method is neither GET, HEAD, OPTIONS nor TRACE")
        boolean mutation,

        @Describe(
                "whether the service lists the path in a constant named `publicPaths` that its middleware reads, or marks the handler as public")
        boolean open,

        @Describe("whether it is registered with schemas from which an API description is generated")
        boolean typed,

        @Describe("whether the registration gives a summary or description")
        boolean described,

        @Describe("whether its schemas give an example") boolean exampled,

        @Describe("name of the handler, absent for a function without a name") @Nullable
        String handler,

        @Describe("path of the file with the handler, absent when it was not found") @Nullable
        String handlerFile,

        @Describe("lines from the first to the last of the handler, absent when it was not found") @Nullable
        Integer handlerLines,

        @Describe("whether it is only registered under a condition")
        boolean conditional,

        @Describe("place among the registrations of its service, from 1")
        int order,

        @Describe("path of the file that registers it") String file,
        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {}
