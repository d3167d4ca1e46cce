package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An option of a tool or library, as it takes effect. */
@Describe("An option of a tool or library, as it takes effect")
public record ConfigOption(
        @Describe("tool, file, name of the option and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("tool or library in lower case, for example `typeorm`")
        String tool,

        @Describe("name of the option, nested names joined with a dot")
        String name,

        @Describe("its value, absent when it is only known at run time") @Nullable
        String value,

        @Describe("whether its value is known") boolean resolved,

        @Describe("whether it is written down; otherwise it is the default of the tool")
        boolean declared,

        @Describe("variable of the environment that decides it") @Nullable
        String environment,

        @Describe("what the file is for") FileKind kind,

        @Describe("path of the file that configures the tool")
        String file)
        implements Fact {}
