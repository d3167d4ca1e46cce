package io.github.assaymark.facts.exports;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flag definitions of flagd (flagd documentation, flag definitions): {@code state}, {@code variants},
 * {@code defaultVariant} and a {@code targeting} that is nothing or {@code fractional} alone. A flag that is disabled
 * has the value the program gives it, which nobody here knows.
 */
final class FlagdReading {
    private FlagdReading() {}

    static void read(Exported file) {
        JsonValue root = file.root();
        JsonValue flags = root == null ? null : root.get("flags");
        if (root != null && (flags == null || !flags.node().isMap())) file.gap("", "there are no flags in it");
        if (flags == null) return;
        for (String name : flags.keys()) {
            JsonValue flag = flags.get(name);
            String state = flag == null ? null : flag.text("state");
            JsonValue variants = flag == null ? null : flag.get("variants");
            if (flag == null || variants == null || state == null) {
                file.gap(flags.pointer(), "a flag without state and variants");
                continue;
            }
            boolean enabled = state.equals("ENABLED");
            FlagFacts.flag(file, flag, name, null, enabled, enabled ? share(flag, variants) : null);
        }
    }

    private static Rollout.@Nullable Share share(JsonValue flag, JsonValue variants) {
        JsonValue targeting = flag.get("targeting");
        Rollout rollout = new Rollout();
        if (targeting == null || targeting.keys().isEmpty()) {
            rollout.add(value(variants, flag.text("defaultVariant")), BigDecimal.ONE);
            return rollout.share();
        }
        JsonValue fractional = targeting.get("fractional");
        if (fractional == null || targeting.keys().size() > 1) return null;
        List<JsonValue> parts = fractional.items();
        for (int i = 0; i < parts.size(); i++) {
            List<JsonValue> part = parts.get(i).items();
            boolean bucket = i == 0 && !parts.get(i).node().isList();
            if (bucket) continue;
            // A weight that is left out is one.
            BigDecimal weight = part.size() < 2 ? BigDecimal.ONE : number(part.get(1));
            rollout.add(part.isEmpty() ? null : value(variants, part.get(0).text()), weight);
        }
        return rollout.share();
    }

    private static @Nullable BigDecimal number(JsonValue value) {
        String text = value.text();
        return text != null && text.matches("\\d{1,9}") ? new BigDecimal(text) : null;
    }

    private static @Nullable String value(JsonValue variants, @Nullable String variant) {
        return variant == null ? null : variants.text(variant);
    }
}
