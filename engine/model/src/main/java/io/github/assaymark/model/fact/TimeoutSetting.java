package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A time limit that holds while migrations run. */
@Describe("A time limit that holds while migrations run")
public record TimeoutSetting(
        @Describe("scope and place") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("what it holds for") TimeoutScope scope,

        @Describe("key of the migration, absent for settings of the tool or of a role") @Nullable
        String migration,

        @Describe("how long a statement waits for a lock, absent when not set, 0 for no limit") @Nullable
        Quantity lockTimeout,

        @Describe("how long a statement may run, absent when not set, 0 for no limit") @Nullable
        Quantity statementTimeout,

        @Describe("how long a transaction may be idle, absent when not set, 0 for no limit") @Nullable
        Quantity idleTimeout,

        @Describe("path") String file)
        implements Fact {}
