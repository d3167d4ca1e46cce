package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.FeatureFlag;
import io.github.assaymark.model.fact.FlagStep;
import java.util.List;

/** Feature flags and their history. An export of the flags says the present share only. */
final class FlagKinds {
    private FlagKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "flagd",
                        "feature flags, a definition of flagd; the scope names the stage",
                        "kubectl get configmap NAME -o jsonpath='{.data.flags\\.json}'",
                        FlagdReading::read,
                        FeatureFlag.class,
                        "flags.*.state, variants, defaultVariant, targeting.fractional"),
                kind(
                        "launchdarkly.auditlog",
                        "history of feature flags, entries of LaunchDarkly's audit log with currentVersion, as a list",
                        "curl -f -H 'Authorization: $TOKEN' HOST/api/v2/auditlog/ENTRY, for each entry of"
                                + " /api/v2/auditlog?spec=proj/PROJECT:env/*:flag/FLAG",
                        LaunchDarklyReading::auditLog,
                        FlagStep.class,
                        "[].date, currentVersion.key, variations[].value",
                        "[].currentVersion.environments.*.on, offVariation, fallthrough; whether there are rules and"
                                + " prerequisites"),
                kind(
                        "launchdarkly.flags",
                        "feature flags of LaunchDarkly",
                        "curl -f -H 'Authorization: $TOKEN' 'HOST/api/v2/flags/PROJECT?summary=0'",
                        LaunchDarklyReading::flags,
                        FeatureFlag.class,
                        "items[].key, archived, variations[].value",
                        "items[].environments.*.on, archived, offVariation, fallthrough; whether there are rules and"
                                + " prerequisites"),
                kind(
                        "unleash.events",
                        "history of feature flags, events of Unleash",
                        "curl -f -H 'Authorization: $TOKEN' HOST/api/admin/events/FEATURE",
                        UnleashReading::events,
                        FlagStep.class,
                        "events[].type, createdAt, id, featureName, environment",
                        "events[].data and preData: id, name, disabled, parameters.rollout and percentage; whether there"
                                + " are constraints and segments"),
                kind(
                        "unleash.features",
                        "feature flags of Unleash",
                        "curl -f -H 'Authorization: $TOKEN' HOST/api/admin/projects/PROJECT/features/FEATURE",
                        UnleashReading::features,
                        FeatureFlag.class,
                        "features[].name, archived, environments[].name, enabled",
                        "features[].environments[].strategies[].name, disabled, parameters.rollout and percentage; whether"
                                + " there are constraints and segments"));
    }

    private static ExportKind kind(
            String id,
            String meaning,
            String command,
            ExportKind.Reading reading,
            Class<? extends Fact> type,
            String... kept) {
        return new ExportKind(id, meaning, command, ExportKind.Format.JSON, List.of(kept), List.of(type), reading);
    }
}
