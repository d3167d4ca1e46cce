package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of event that a registry declares. */
@Describe("A type of event that a registry declares")
public record EventType(
        @Describe("name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,

        @Describe("name of the constant that holds it") @Nullable
        String constant,

        @Describe("part before the first dot, or the registry file it is declared in") @Nullable
        String family,

        @Describe("version") @Nullable Integer version,
        @Describe("name of the schema") @Nullable String schema,

        @Describe("path of the file with the schema") @Nullable
        String schemaFile,

        @Describe("how its payload is described") SchemaKind schemaKind,

        @Describe("names of the properties of the payload, sorted")
        List<String> payloadKeys,

        @Describe("whether all properties of the payload are known")
        boolean payloadKnown,

        @Describe("whether the registry of schemas lists it")
        boolean registered,

        @Describe("whether the constants of event names list it")
        boolean named,

        @Describe("whether the registry marks it so") boolean userFacing,
        @Describe("path") String file,
        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {
    /** Copies the lists. */
    public EventType {
        payloadKeys = List.copyOf(payloadKeys);
    }
}
