package io.github.assaymark.facts.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Flags and events of Unleash (Unleash admin API: features, events). Several strategies of an environment each let
 * people in, so that the share is known for one strategy, and where one of them lets everybody in.
 */
final class UnleashReading {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private UnleashReading() {}

    /** {@code /api/admin/projects/PROJECT/features}, or the answer for one feature, which holds its strategies. */
    static void features(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        List<JsonValue> features = root.get("features") == null && root.get("environments") != null
                ? List.of(root)
                : file.elements("features");
        for (JsonValue feature : features) {
            String name = file.required(feature, "name");
            if (name == null) continue;
            if (feature.get("environments") == null) file.gap(feature.pointer(), "it has no environments");
            for (JsonValue environment : feature.list("environments")) {
                String stage = environment.text("name");
                if (stage == null || environment.get("enabled") == null) {
                    file.gap(environment.pointer(), "it has no name and enabled");
                    continue;
                }
                boolean enabled = environment.is("enabled") && !feature.is("archived");
                Map<String, JsonValue> strategies = new TreeMap<>();
                environment.list("strategies").forEach(one -> strategies.put(one.pointer(), one));
                Rollout.Share share = !enabled
                        ? Rollout.percent(BigDecimal.ZERO)
                        : environment.get("strategies") == null ? null : share(strategies);
                FlagFacts.flag(file, environment, name, stage, enabled, share);
            }
        }
    }

    private static Rollout.@Nullable Share share(Map<String, JsonValue> strategies) {
        List<JsonValue> active =
                strategies.values().stream().filter(one -> !one.is("disabled")).toList();
        for (JsonValue strategy : active) {
            BigDecimal one = percent(strategy);
            if (one != null && (one.compareTo(ALL) == 0 || active.size() == 1)) return Rollout.percent(one);
        }
        // What an environment without strategies does depends on the version of the server.
        return null;
    }

    /** The share of everybody that one strategy lets in; null when it asks who it is. */
    private static @Nullable BigDecimal percent(JsonValue strategy) {
        if (!strategy.list("constraints").isEmpty()
                || !strategy.list("segments").isEmpty()) return null;
        JsonValue parameters = strategy.get("parameters");
        BigDecimal percent = switch (strategy.text("name", "")) {
            case "default" -> ALL;
            case "flexibleRollout" -> parameters == null ? null : parameters.decimal("rollout");
            case "gradualRolloutRandom", "gradualRolloutUserId", "gradualRolloutSessionId" ->
                parameters == null ? null : parameters.decimal("percentage");
            default -> null;
        };
        return percent == null || percent.signum() < 0 || percent.compareTo(ALL) > 0 ? null : percent;
    }

    /** A flag in an environment while its events are followed. */
    private static final class State {
        private boolean enabled;
        private final Map<String, JsonValue> strategies = new TreeMap<>();
        private Rollout.@Nullable Share told;
    }

    private record Event(JsonValue value, Instant at, int order) {}

    /**
     * {@code /api/admin/events}: what became of flags, followed from the creation of each on. A flag whose creation is
     * not among them may have had any share before.
     */
    static void events(Exported file) {
        List<Event> events = new ArrayList<>();
        for (JsonValue event : file.elements("events")) {
            Instant at = file.requiredInstant(event, "createdAt");
            if (at != null) events.add(new Event(event, at, event.integer("id", 0)));
        }
        events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::order));
        Map<String, Map<String, State>> flags = new HashMap<>();
        for (Event event : events) {
            String type = event.value().text("type", "");
            String name = event.value().text("featureName");
            if (name == null) continue;
            if (type.equals("feature-created")) flags.put(name, new TreeMap<>());
            String environment = event.value().text("environment");
            if (environment == null || !type.startsWith("feature-")) continue;
            Map<String, State> of = flags.get(name);
            if (of == null) {
                if (moves(type))
                    file.gap(event.value().pointer(), "the creation of its feature is not among the events");
                continue;
            }
            State state = of.computeIfAbsent(environment, stage -> new State());
            if (moves(type)) follow(file, event, name, environment, state, type);
        }
    }

    private static boolean moves(String type) {
        return type.startsWith("feature-strategy-") || type.startsWith("feature-environment-");
    }

    private static void follow(Exported file, Event event, String name, String environment, State state, String type) {
        JsonValue data = event.value().get("data");
        JsonValue before = event.value().get("preData");
        switch (type) {
            case "feature-environment-enabled" -> state.enabled = true;
            case "feature-environment-disabled" -> state.enabled = false;
            case "feature-strategy-add", "feature-strategy-update" -> {
                String id = data == null ? null : data.text("id");
                if (data == null || id == null) file.gap(event.value().pointer(), "it has no data.id");
                else state.strategies.put(id, data);
            }
            case "feature-strategy-remove" -> {
                String id = before == null ? null : before.text("id");
                if (id == null) file.gap(event.value().pointer(), "it has no preData.id");
                else state.strategies.remove(id);
            }
            default -> {
                return;
            }
        }
        Rollout.Share share = state.enabled ? share(state.strategies) : Rollout.percent(BigDecimal.ZERO);
        if (share == null) {
            file.gap(event.value().pointer(), "nobody can say from it which share gets the flag");
            state.told = null;
        } else if (!share.equals(state.told)) {
            // Before it is switched on for the first time there is no step.
            if (state.told != null || share.quantity().amount().signum() > 0)
                FlagFacts.step(file, event.value(), name, environment, share, event.at());
            state.told = share;
        }
    }
}
