package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A read of an environment variable. */
@Describe("A read of an environment variable")
public record EnvVarUse(
        @Describe("path, `#`, name and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the variable") String name,

        @Describe("how it is read, for example `process.env`")
        String via,

        @Describe("path of the file whose schema of the environment names it") @Nullable
        String validatedBy,

        @Describe("whether this is the schema of the environment itself")
        boolean declaration,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("what the file is for") FileKind kind,
        @Describe("path") String file)
        implements Fact {}
