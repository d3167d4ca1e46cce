package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.FreezeWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads freeze windows from YAML or JSON: a list, or a list below {@code freeze}:
 *
 * <pre>{@code
 * freeze:
 *   - scope: prod                  # a text or a list; everything when it is left out
 *     from: 2026-12-20             # a moment with an offset, or a day or local time in the zone
 *     until: 2026-12-27            # first moment after it; a day counts as a whole
 *     zone: Europe/Berlin          # needed when from or until have no offset
 *     reason: year end
 *     exemptions: [hotfix]
 * }</pre>
 */
final class FreezeReading {
    private static final Set<String> KEYS = Set.of("scope", "from", "until", "zone", "reason", "exemptions");

    private final FreezeTarget target;

    FreezeReading(FreezeTarget target) {
        this.target = target;
    }

    /** Takes the documents of a file. */
    void read(List<JsonValue> documents) {
        for (JsonValue root : documents) {
            JsonValue named = root.get("freeze");
            JsonValue list = named == null ? root : named;
            if (root.node().isNull()) continue;
            if (!list.node().isList()) {
                // A calendar that says `freeze:` and no more is an empty one.
                if (root.node().isMap() && isEmptyList(root)) continue;
                target.gap(line(root), "there is no list of windows in it, nor a list `freeze`");
                continue;
            }
            list.items().forEach(this::window);
        }
    }

    private static boolean isEmptyList(JsonValue root) {
        LocatedNode value = root.node().get("freeze");
        return value != null && value.isNull();
    }

    private void window(JsonValue entry) {
        for (String key : entry.keys())
            if (!KEYS.contains(key)) {
                target.gap(
                        line(entry),
                        "a window has no key `" + Exported.shown(key) + "`, but "
                                + String.join(", ", KEYS.stream().sorted().toList()));
                return;
            }
        String zone = entry.text("zone");
        ZoneId id = zone(zone == null ? target.zone() : zone);
        if (zone != null && id == null) {
            target.gap(line(entry), "`" + Exported.shown(zone) + "` is no zone such as Europe/Berlin or UTC");
            return;
        }
        Instant from = moment(entry, "from", id, false);
        Instant until = moment(entry, "until", id, true);
        if (from == null || until == null) return;
        if (!from.isBefore(until)) {
            target.gap(line(entry), "it ends before it begins");
            return;
        }
        List<String> exemptions =
                entry.texts("exemptions").stream().map(Exported::shown).sorted().toList();
        List<String> scopes = new ArrayList<>(entry.texts("scope"));
        if (scopes.isEmpty()) scopes.add(entry.text("scope", "*"));
        for (String scope : scopes) {
            String shown = Exported.shown(scope);
            target.fact(new FreezeWindow(
                    target.key(shown + "/" + from),
                    target.owner(),
                    target.at(line(entry)),
                    shown,
                    from,
                    until,
                    Exported.shownOrNull(entry.text("reason")),
                    exemptions));
        }
    }

    private @Nullable Instant moment(JsonValue entry, String field, @Nullable ZoneId zone, boolean end) {
        String text = entry.text(field);
        if (text == null) {
            target.gap(line(entry), "a window without `" + field + "`");
            return null;
        }
        Instant moment = JsonValue.moment(text);
        if (moment != null) return moment;
        try {
            String iso = text.strip().replace(' ', 'T');
            boolean day = iso.indexOf('T') < 0;
            LocalDateTime local =
                    day ? LocalDate.parse(iso).plusDays(end ? 1 : 0).atStartOfDay() : LocalDateTime.parse(iso);
            if (zone != null) return local.atZone(zone).toInstant();
            target.gap(line(entry), "`" + field + "` has no offset, and the window names no `zone`");
        } catch (DateTimeException e) {
            target.gap(line(entry), "`" + field + "` is no moment such as 2026-12-20 or 2026-12-20T18:00:00+01:00");
        }
        return null;
    }

    /** A zone by its name in the time zone database; null when there is none. */
    static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null || name.length() > 60) return null;
        String trimmed = name.strip();
        if (trimmed.equals("UTC") || trimmed.equals("Z")) return ZoneOffset.UTC;
        return trimmed.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(trimmed) ? ZoneId.of(trimmed) : null;
    }

    private static int line(JsonValue value) {
        return value.node().span().startLine();
    }
}
