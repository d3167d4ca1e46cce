package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.AccessGrant;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.ArtifactPublication;
import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.CheckRun;
import io.github.assaymark.model.fact.ContractVerification;
import io.github.assaymark.model.fact.CostBudget;
import io.github.assaymark.model.fact.Dashboard;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.FeatureFlag;
import io.github.assaymark.model.fact.FlagStep;
import io.github.assaymark.model.fact.FreezeWindow;
import io.github.assaymark.model.fact.HealthProbe;
import io.github.assaymark.model.fact.JobRun;
import io.github.assaymark.model.fact.OAuthClient;
import io.github.assaymark.model.fact.OnCallSchedule;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.PerfResult;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.Review;
import io.github.assaymark.model.fact.RolloutStep;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.SloDef;
import io.github.assaymark.model.fact.TelemetrySeen;
import io.github.assaymark.model.fact.ToolRun;
import io.github.assaymark.model.fact.Workload;
import java.util.List;
import java.util.Locale;

/**
 * Records in the words of the fact types, for systems without an export of their own: a JSON document with a list
 * {@code records}, whose elements hold the properties of the fact type.
 */
final class RecordKinds {
    private RecordKinds() {}

    /** What makes a record what it is: the properties its key is made of. */
    private static ExportKind kind(Class<? extends Fact> type, String... identity) {
        RecordReading reading = new RecordReading(type, List.of(identity));
        String name =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new ExportKind(
                "records." + name,
                reading.meaning(),
                "a program of yours that writes {\"records\": [...]} with these properties",
                ExportKind.Format.JSON,
                reading.properties(),
                List.of(type),
                reading);
    }

    static List<ExportKind> all() {
        return List.of(
                kind(AccessGrant.class, "principal", "resource"),
                kind(AlarmDef.class, "provider", "name", "stage"),
                kind(AlarmTransition.class, "alarm", "stage", "occurredAt"),
                kind(ArtifactPublication.class, "kind", "name", "version"),
                kind(BranchRule.class, "branch", "demand", "check"),
                kind(CheckRun.class, "name", "sha"),
                kind(ContractVerification.class, "consumer", "provider", "consumerVersion", "providerVersion"),
                kind(CostBudget.class, "operation"),
                kind(Dashboard.class, "tool", "name"),
                kind(Deployment.class, "service", "stage", "startedAt"),
                kind(DnsRecord.class, "name", "type", "stage"),
                kind(FeatureFlag.class, "name", "stage"),
                kind(FlagStep.class, "flag", "stage", "from"),
                kind(FreezeWindow.class, "scope", "from"),
                kind(HealthProbe.class, "url", "at"),
                kind(JobRun.class, "job", "stage", "startedAt"),
                kind(OAuthClient.class, "clientId", "stage"),
                kind(OnCallSchedule.class, "schedule", "layer"),
                kind(PagerRoute.class, "system", "severity", "receiver"),
                kind(PerfResult.class, "scenario", "metric", "statistic"),
                kind(PullRequest.class, "number"),
                kind(QueueState.class, "name", "stage"),
                kind(Review.class, "pullRequest", "reviewer", "submittedAt"),
                kind(RolloutStep.class, "service", "stage", "startedAt", "share"),
                kind(ScalingPolicy.class, "target", "stage"),
                kind(SecretState.class, "name", "stage"),
                kind(SloDef.class, "name"),
                kind(TelemetrySeen.class, "signal", "service", "stage"),
                kind(ToolRun.class, "tool", "command", "at").limited(ExportKind.Limit.scope("tool", "tool")),
                kind(Workload.class, "namespace", "kind", "name"));
    }
}
