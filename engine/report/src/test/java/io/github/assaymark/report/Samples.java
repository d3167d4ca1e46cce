package io.github.assaymark.report;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Remedy;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assessments that hold one of everything. */
final class Samples {
    static final SourcePlace RULE = new SourcePlace("loop/full/alarms.groovy", 12, 9, "some Alarm");
    static final RunInfo RUN = new RunInfo("0.1.0", "examples/loop", null, "main", "ab12", 321);
    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private Samples() {}

    static Item item(String id, Severity severity, Phase phase, String... params) {
        return new Item(
                id,
                List.of(),
                "The title of " + id.substring(id.lastIndexOf('.') + 1),
                "Service",
                severity,
                phase,
                Item.Rollout.BLOCK,
                "Loop full checklist",
                null,
                List.of(params),
                null,
                new Condition.AllOf(null, List.of(), RULE),
                null,
                null,
                RULE);
    }

    static Verdict verdict(Item item, String service, Outcome outcome, Disposition disposition, Explanation why) {
        return new Verdict(item, new SubjectRef("Service", service, service), outcome, disposition, () -> why);
    }

    static Verdict verdict(Item item, String service, Outcome outcome) {
        return verdict(item, service, outcome, new Disposition.None(), headline("It is " + outcome.kind() + "."));
    }

    static Explanation headline(String headline) {
        return explanation(headline, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Explanation explanation(
            String headline,
            @Nullable ExplanationNode tree,
            List<Evidence> evidence,
            List<Finding> findings,
            List<SearchScope> searched,
            List<NearMiss> misses,
            List<Remedy> remedies,
            List<String> notes) {
        return new Explanation(
                headline,
                null,
                tree,
                evidence,
                findings,
                findings.size(),
                searched,
                misses,
                remedies,
                findings.isEmpty() ? null : "Set the statistic of the alarm.",
                notes,
                RULE);
    }

    static final Provenance.File PLACE = new Provenance.File(null, "services/billing/infra.ts", 42, 15, 42, 18, null);

    static final FactRef ALARM = new FactRef(
            "Alarm",
            "billing-latency",
            "services/billing",
            List.of(new FactRef.Value("statistic", "p95"), new FactRef.Value("ticket", null)),
            PLACE);

    static SearchScope scope(String type, Coverage.Status status) {
        return new SearchScope(
                type,
                "services/billing",
                List.of(
                        status == Coverage.Status.NOT_ATTEMPTED
                                ? Coverage.missing("cloud", type, "", status, "no export is configured")
                                : Coverage.of("infra", type, "services/billing", 41, 0, "infra/*.ts", List.of())),
                0);
    }

    static Explanation failure() {
        ExplanationNode node = new ExplanationNode(
                "1",
                "some",
                "an alarm on p99",
                RULE,
                new Truth.False(),
                "0 of 1 match",
                "statistic == 'p99'",
                List.of(ALARM),
                1,
                true,
                List.of());
        SearchScope scope = scope("Alarm", Coverage.Status.COMPLETE);
        return explanation(
                "services/billing has no latency alarm on p99",
                node,
                List.of(
                        new Evidence(Evidence.Role.CONTRADICTS, ALARM, null, "alarm `billing-latency` watches p95"),
                        new Evidence(
                                Evidence.Role.ABSENT,
                                null,
                                scope,
                                "searched 41 files (infra/*.ts), complete; 0 Alarm")),
                List.of(new Finding(
                        "3f9c21ab3f9c21ab3f9c21ab3f9c21ab",
                        "alarm `billing-latency` watches p95; p99 is required",
                        ALARM,
                        "p95",
                        "p99")),
                List.of(scope),
                List.of(new NearMiss(
                        ALARM,
                        List.of("metric == 'Latency'"),
                        List.of(new NearMiss.Difference("statistic == 'p99'", "statistic", "p95", "p99")))),
                List.of(new Remedy(
                        List.of(new Remedy.Edit(
                                Remedy.Action.CHANGE,
                                "Alarm",
                                "billing-latency",
                                "statistic",
                                "p95",
                                "p99",
                                PLACE,
                                "statistic p95 -> p99")),
                        1,
                        true,
                        List.of())),
                List.of());
    }

    static Explanation withoutBase(String type) {
        Coverage base = Coverage.missing(
                SearchScope.NO_BASE, type, "", Coverage.Status.NOT_ATTEMPTED, "no revision to compare with was given");
        return explanation(
                "there is no revision to compare with",
                null,
                List.of(),
                List.of(),
                List.of(new SearchScope(type, "", List.of(base), 0), scope("Document", Coverage.Status.COMPLETE)),
                List.of(),
                List.of(),
                List.of());
    }

    static Explanation notObserved(String type) {
        return explanation(
                "nobody looked for " + type,
                null,
                List.of(),
                List.of(),
                List.of(scope(type, Coverage.Status.NOT_ATTEMPTED), scope("Document", Coverage.Status.COMPLETE)),
                List.of(),
                List.of(new Remedy(
                        List.of(new Remedy.Edit(
                                Remedy.Action.COLLECT,
                                type,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "export the state that holds " + type)),
                        1,
                        false,
                        List.of())),
                List.of());
    }

    static List<Verdict> verdicts() {
        Phase pre = Phase.PRE_MERGE;
        List<Verdict> all = new ArrayList<>();
        all.add(verdict(item("loop.full.docs.readme", Severity.MAJOR, pre), "services/billing", new Outcome.Pass()));
        all.add(verdict(
                item("loop.full.docs.events", Severity.MINOR, pre), "services/billing", new Outcome.NotApplicable()));
        all.add(verdict(
                item("loop.full.docs.links", Severity.INFO, pre),
                "services/billing",
                new Outcome.Fail(),
                new Disposition.Baselined(),
                failure()));
        all.add(verdict(
                item("loop.full.alarms.latency", Severity.BLOCKER, pre),
                "services/billing",
                new Outcome.Fail(),
                new Disposition.None(),
                failure()));
        all.add(verdict(
                item("loop.full.alarms.errors", Severity.BLOCKER, pre),
                "services/billing",
                new Outcome.Fail(),
                new Disposition.Waived(
                        "ada",
                        "the old alarm goes in March",
                        "OPS-7",
                        NOW.plusSeconds(86400),
                        Provenance.File.line("waivers.yaml", 4)),
                failure()));
        all.add(verdict(
                item("loop.full.alarms.broken", Severity.MAJOR, pre),
                "services/billing",
                new Outcome.Errored("cannot compare 3 seconds (TIME) with 5 percent (SHARE)")));
        for (String name : List.of("cpu", "memory", "disk"))
            for (String service : List.of("services/billing", "services/orders", "services/users", "services/web"))
                all.add(verdict(
                        item("loop.full.dashboards." + name, Severity.MAJOR, pre),
                        service,
                        new Outcome.Unknown(Outcome.Reason.NOT_OBSERVED),
                        new Disposition.None(),
                        notObserved("Dashboard")));
        all.add(verdict(
                item("loop.full.tenancy.column", Severity.BLOCKER, pre, "tenantColumn"),
                "services/billing",
                new Outcome.Unknown(Outcome.Reason.PARAMETER_UNSET)));
        for (String name : List.of("consent", "privacy", "threats"))
            all.add(verdict(
                    item("loop.full.reviews." + name, Severity.BLOCKER, pre),
                    "services/billing",
                    new Outcome.Unknown(Outcome.Reason.AWAITING_ATTESTATION)));
        all.add(verdict(
                item("loop.full.release.soak", Severity.MAJOR, pre),
                "services/billing",
                new Outcome.Pending(NOW.minusSeconds(75600), NOW.plusSeconds(10800))));
        all.add(verdict(
                item("loop.full.release.promoted", Severity.BLOCKER, Phase.PROMOTION),
                "services/billing",
                new Outcome.Pending(null, null)));
        return all;
    }

    static Assessment assessment(List<Verdict> verdicts) {
        List<Verdict> standing = verdicts.stream()
                .filter(v -> v.item().severity() == Severity.BLOCKER
                        && v.item().phase() == Phase.PRE_MERGE
                        && !(v.outcome() instanceof Outcome.Pass)
                        && !(v.disposition() instanceof Disposition.Waived))
                .toList();
        Gate.Decision decision = standing.isEmpty()
                ? Gate.Decision.PASSES
                : standing.stream().anyMatch(v -> v.outcome() instanceof Outcome.Fail)
                        ? Gate.Decision.FAILS
                        : Gate.Decision.UNKNOWN;
        return new Assessment(
                verdicts,
                new Gate(decision, Phase.PRE_MERGE, standing),
                List.of(new Notice(
                        Notice.Kind.WAIVER_EXPIRED,
                        "the waiver of loop.full.docs.links for services/billing ended at 2026-11-01T00:00:00Z",
                        Provenance.File.line("waivers.yaml", 9))),
                NOW,
                List.of(new Assessment.PackRef("loop", "cd34")));
    }

    static Assessment assessment() {
        return assessment(verdicts());
    }
}
