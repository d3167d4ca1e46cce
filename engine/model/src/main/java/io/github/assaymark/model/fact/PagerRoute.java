package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way a notification takes. */
@Describe("The way a notification takes")
public record PagerRoute(
        @Describe("system, severity and target") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("severity it is for, absent when for all") @Nullable
        String severity,

        @Describe("system that routes, for example `alertmanager`")
        String system,

        @Describe("conditions on the way, absent when it takes everything") @Nullable
        String matcher,

        @Describe(
                "the conditions among them that neither severity nor service decides, absent when it takes every notification of both")
        @Nullable
        String condition,

        @Describe("name of the receiver") String receiver,
        @Describe("where it ends") NoticeTarget target,

        @Describe("what may keep it silent: time intervals, other alarms; sorted")
        List<String> silencedBy,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("whether it is meant to be or is") StateSource source,

        @Describe("when it was observed, absent when only declared") @Nullable
        Instant at)
        implements Fact {
    /** Copies the lists. */
    public PagerRoute {
        silencedBy = List.copyOf(silencedBy);
    }
}
