package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A scheduled job, declared in the configuration or found in a registry. */
@Describe("A scheduled job, declared in the configuration or found in a registry")
public record BackgroundJob(
        @Describe("id of the job") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id of the job") String jobId,

        @Describe("whether a registry in source code holds it")
        boolean registered,

        @Describe("whether nothing switches it off") boolean enabled,
        @Describe("service the job calls") @Nullable String target,

        @Describe("HTTP method it calls in upper case") @Nullable
        String method,

        @Describe("path it calls") @Nullable String path,
        @Describe("cron or rate expression") @Nullable String schedule,

        @Describe("name of the secret with the address it calls") @Nullable
        String urlSecret,

        @Describe("its retry setting as written") @Nullable String retry,
        @Describe("its alarm setting as written") @Nullable String failureAlarm,
        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {}
