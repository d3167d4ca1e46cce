package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm. */
@Describe("An alarm")
public record AlarmDef(
        @Describe("provider, name and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("system it lives in, for example `cloudwatch`")
        String provider,

        @Describe("what it watches") AlarmSignal signal,

        @Describe("name of the metric, absent for an expression") @Nullable
        String metric,

        @Describe("namespace of the metric") @Nullable String namespace,

        @Describe("expression over metrics or query") @Nullable
        String expression,

        @Describe(
                "what of the metric it watches, each `name=value`, for example `JobId=nightly`; of an expression, what all its metrics share; sorted, names that are not known left out")
        List<String> dimensions,

        @Describe("statistic, for example `p99`") @Nullable String statistic,

        @Describe("threshold, absent when it was not understood") @Nullable
        Quantity threshold,

        @Describe("how the value is compared with the threshold")
        Comparison comparison,

        @Describe("length of one period") @Nullable Duration period,
        @Describe("periods that have to breach") int periods,
        @Describe("what it notifies, sorted") List<String> actions,
        @Describe("whether it notifies at all") boolean enabled,

        @Describe("severity, absent when it has none") @Nullable
        String severity,

        @Describe("link to a runbook") @Nullable String runbook,

        @Describe("present state, absent when only declared") @Nullable
        String state,

        @Describe("whether it is meant to be or is") StateSource source,

        @Describe("when it was observed, absent when only declared") @Nullable
        Instant at)
        implements Fact {
    /** Copies the lists. */
    public AlarmDef {
        dimensions = List.copyOf(dimensions);
        actions = List.copyOf(actions);
    }
}
