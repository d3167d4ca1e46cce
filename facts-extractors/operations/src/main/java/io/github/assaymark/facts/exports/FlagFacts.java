package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FeatureFlag;
import io.github.assaymark.model.fact.FlagStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the facts of feature flags, whatever system they come from. */
final class FlagFacts {
    private FlagFacts() {}

    static void flag(
            Exported file,
            JsonValue value,
            String name,
            @Nullable String environment,
            boolean enabled,
            Rollout.@Nullable Share share) {
        String stage = file.stage(environment);
        String shown = Exported.shown(name);
        file.fact(new FeatureFlag(
                file.key(shown + (stage == null ? "" : "/" + stage)),
                file.owner(file.service(null)),
                file.at(value),
                shown,
                file.service(null),
                stage,
                enabled,
                share == null ? null : share.quantity(),
                file.observedAt()));
    }

    static void step(
            Exported file,
            JsonValue value,
            String name,
            @Nullable String environment,
            Rollout.Share share,
            Instant from) {
        String stage = file.stage(environment);
        String shown = Exported.shown(name);
        file.fact(new FlagStep(
                file.key(shown + (stage == null ? "" : "/" + stage) + "@" + from),
                file.owner(file.service(null)),
                file.at(value),
                shown,
                stage,
                share.quantity(),
                share.shadow(),
                from,
                file.observedAt()));
    }
}
