package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.TelemetrySeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a log of one service. Of a line only the names of its fields are kept, and only those that every line of the
 * sample has: what one line lacks, the log does not have. Used by one thread.
 */
final class LogSample {
    private static final Limits LINE = new Limits(256 << 10, 40, 1, Duration.ofSeconds(1));
    private static final int MAX_FIELDS = 200;

    private final JsonValue value;
    private int count;
    private int unread;
    private @Nullable Set<String> common;
    private @Nullable Instant last;

    LogSample(JsonValue value) {
        this.value = value;
    }

    void line(@Nullable String text, @Nullable Instant at) {
        count++;
        if (at != null && (last == null || at.isAfter(last))) last = at;
        LocatedTree tree = text == null ? null : LocatedTree.json(text, LINE);
        LocatedNode root = tree == null || !tree.complete() ? null : tree.root();
        if (root == null || !root.isMap()) {
            unread++;
            return;
        }
        Set<String> fields = new TreeSet<>();
        fields(root, "", fields);
        if (common == null) common = fields;
        else common.retainAll(fields);
    }

    private static void fields(LocatedNode of, String prefix, Set<String> fields) {
        for (LocatedEntry entry : of.entries()) {
            String name = entry.key();
            if (fields.size() >= MAX_FIELDS || !name.matches("[A-Za-z_@][A-Za-z0-9_@.-]{0,60}")) continue;
            fields.add(Exported.shown(prefix + name));
            if (prefix.isEmpty() && entry.value().isMap()) fields(entry.value(), name + ".", fields);
        }
    }

    void tell(Exported file, @Nullable String serviceName) {
        if (unread > 0) file.gap(value.pointer(), unread + " of " + count + " lines are no JSON");
        Set<String> fields = common == null || unread == count ? Set.of() : common;
        tell(file, value, "logs", serviceName, count, List.copyOf(fields), last);
    }

    static void tell(
            Exported file,
            JsonValue value,
            String signal,
            @Nullable String serviceName,
            int count,
            List<String> fields,
            @Nullable Instant last) {
        String name = Exported.shownOrNull(serviceName);
        String service = file.entry().service() == null ? name : file.entry().service();
        String stage = file.stage(null);
        List<String> sorted = new ArrayList<>(fields);
        sorted.sort(null);
        file.fact(new TelemetrySeen(
                file.key(signal + (service == null ? "" : "/" + service) + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.at(value),
                signal,
                service,
                stage,
                name,
                count,
                sorted,
                last,
                file.observedAt()));
    }
}
