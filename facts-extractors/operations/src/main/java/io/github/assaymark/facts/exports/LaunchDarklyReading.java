package io.github.assaymark.facts.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flags of LaunchDarkly and entries of its audit log (LaunchDarkly REST API: feature flags, audit log). The share is
 * that of the fallthrough; where rules or prerequisites decide first, nobody knows it. Weights are thousandths of a
 * percent.
 */
final class LaunchDarklyReading {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100_000);

    private LaunchDarklyReading() {}

    /** One flag, or a list of them in {@code items}. */
    static void flags(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        List<JsonValue> flags =
                root.get("items") == null && root.get("environments") != null ? List.of(root) : file.elements("items");
        for (JsonValue flag : flags) {
            String name = file.required(flag, "key");
            JsonValue environments = flag.get("environments");
            if (name == null) continue;
            if (environments == null) {
                file.gap(flag.pointer(), "it has no environments");
                continue;
            }
            for (String environment : environments.keys()) {
                JsonValue of = environments.get(environment);
                if (of == null) continue;
                boolean archived = flag.is("archived") || of.is("archived");
                Rollout.Share share = archived ? Rollout.percent(BigDecimal.ZERO) : share(file, flag, of);
                FlagFacts.flag(file, of, name, environment, of.is("on") && !archived, share);
            }
        }
    }

    private static Rollout.@Nullable Share share(Exported file, JsonValue flag, JsonValue environment) {
        if (environment.get("on") == null || environment.get("fallthrough") == null) {
            file.gap(environment.pointer(), "it has no on and fallthrough: ask with summary=0");
            return null;
        }
        List<JsonValue> variations = flag.list("variations");
        Rollout rollout = new Rollout();
        if (!environment.is("on")) {
            // Without a variation for off, the program's own value is served, which nobody here knows.
            rollout.add(value(variations, environment.text("offVariation")), WHOLE);
            return rollout.share();
        }
        boolean decided = !environment.list("rules").isEmpty()
                || !environment.list("prerequisites").isEmpty();
        if (decided) return null;
        JsonValue fallthrough = environment.get("fallthrough");
        JsonValue weighted = fallthrough == null ? null : fallthrough.get("rollout");
        if (fallthrough != null && weighted == null)
            rollout.add(value(variations, fallthrough.text("variation")), WHOLE);
        else if (weighted != null) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonValue part : weighted.list("variations")) {
                BigDecimal weight = part.decimal("weight");
                rollout.add(value(variations, part.text("variation")), weight);
                if (weight != null) sum = sum.add(weight);
            }
            if (sum.compareTo(WHOLE) != 0) {
                file.gap(weighted.pointer(), "its weights are not 100000 together");
                return null;
            }
        }
        return rollout.share();
    }

    private static @Nullable String value(List<JsonValue> variations, @Nullable String index) {
        if (index == null || !index.matches("\\d{1,4}")) return null;
        int at = Integer.parseInt(index);
        return at < variations.size() ? variations.get(at).text("value") : null;
    }

    private record Entry(JsonValue value, Instant at, JsonValue flag) {}

    /**
     * Entries of the audit log, each as it is answered for itself: with {@code currentVersion}, the flag as it was from
     * then on. A list of entries lacks it.
     */
    static void auditLog(Exported file) {
        List<Entry> entries = new ArrayList<>();
        for (JsonValue entry : file.elements("items")) {
            Instant at = millis(entry.decimal("date"));
            JsonValue flag = entry.get("currentVersion");
            if (at == null) file.gap(entry.pointer(), "its date is no moment");
            else if (flag == null || flag.get("environments") == null)
                file.gap(
                        entry.pointer(),
                        "it has no currentVersion of a flag: the list of entries lacks it, each entry's own answer has it");
            else entries.add(new Entry(entry, at, flag));
        }
        entries.sort(Comparator.comparing(Entry::at));
        Map<String, Rollout.Share> before = new HashMap<>();
        for (Entry entry : entries) {
            String name = file.required(entry.flag(), "key");
            JsonValue environments = entry.flag().get("environments");
            if (name == null || environments == null) continue;
            for (String environment : environments.keys()) {
                JsonValue of = environments.get(environment);
                if (of == null) continue;
                Rollout.Share share = share(file, entry.flag(), of);
                String key = name + "/" + environment;
                if (share == null) {
                    file.gap(of.pointer(), "nobody can say from it which share gets the flag");
                    before.remove(key);
                } else if (!share.equals(before.put(key, share)))
                    FlagFacts.step(file, entry.value(), name, environment, share, entry.at());
            }
        }
    }

    /** Milliseconds since 1970. */
    static @Nullable Instant millis(@Nullable BigDecimal millis) {
        boolean known = millis != null && millis.signum() > 0 && millis.precision() - millis.scale() <= 14;
        return known && millis != null ? Instant.ofEpochMilli(millis.longValue()) : null;
    }
}
