package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.TelemetrySeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What arrived in systems of telemetry. The scope may name, as {@code serviceName}, what was asked for: then an empty
 * answer says that nothing arrived.
 */
final class TelemetryKinds {
    private TelemetryKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "aws.logs.get-query-results",
                        "a sample of a log, results of CloudWatch Logs Insights; the scope names the `serviceName`",
                        "aws logs get-query-results --query-id ID --output json, of a query for @timestamp and @message",
                        TelemetryKinds::insights,
                        TelemetrySeen.class,
                        "status, results[][].field, value of @timestamp",
                        "@message: the names of fields that every line has"),
                kind(
                        "loki.query-range",
                        "a sample of a log, Loki's answer; the scope may name the `serviceName`",
                        "curl -f 'HOST/loki/api/v1/query_range?query={service_name=\"NAME\"}&start=FROM&end=UNTIL'",
                        TelemetryKinds::loki,
                        TelemetrySeen.class,
                        "data.result[].stream.service_name, values[]: time",
                        "data.result[].values[]: the names of fields that every line has"),
                kind(
                        "sentry.project-keys",
                        "client keys of a project of Sentry, without the keys; the scope names service and stage",
                        "curl -f -H 'Authorization: Bearer $TOKEN' HOST/api/0/projects/ORG/PROJECT/keys/"
                                + " | jq '[.[] | {name, isActive, dateCreated}]'",
                        TelemetryKinds::sentry,
                        SecretState.class,
                        "[].name, isActive, dateCreated"),
                kind(
                        "tempo.search",
                        "traces that Tempo found; the scope may name the `serviceName` that was asked for",
                        "curl -f 'HOST/api/search?tags=service.name%3DNAME&start=FROM&end=UNTIL'",
                        TelemetryKinds::tempo,
                        TelemetrySeen.class,
                        "traces[].rootServiceName, startTimeUnixNano"));
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

    /** Tempo leaves an empty list of traces out. */
    private static void tempo(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        if (root.get("traces") == null && root.get("metrics") == null) {
            file.gap("", "there are no traces and no metrics in it");
            return;
        }
        String asked = file.entry().scope().get("serviceName");
        Map<String, List<JsonValue>> services = new TreeMap<>();
        if (asked != null) services.put(asked, new ArrayList<>());
        for (JsonValue trace : root.list("traces")) {
            String name = asked == null ? trace.text("rootServiceName") : asked;
            // Tempo says so of a trace whose beginning it has not received yet.
            if (name == null || name.equals("<root span not yet received>"))
                file.gap(trace.pointer(), "nobody knows which service it begins with");
            else services.computeIfAbsent(name, key -> new ArrayList<>()).add(trace);
        }
        services.forEach((name, traces) -> {
            Instant last = null;
            for (JsonValue trace : traces) {
                Instant at = nanos(trace.text("startTimeUnixNano"));
                if (at != null && (last == null || at.isAfter(last))) last = at;
            }
            LogSample.tell(
                    file, traces.isEmpty() ? root : traces.get(0), "traces", name, traces.size(), List.of(), last);
        });
    }

    private static void loki(Exported file) {
        JsonValue root = file.root();
        JsonValue data = root == null ? null : root.get("data");
        if (root == null) return;
        if (data == null || !"streams".equals(data.text("resultType"))) {
            file.gap("", "there are no streams in it");
            return;
        }
        String asked = file.entry().scope().get("serviceName");
        Map<String, LogSample> samples = new TreeMap<>();
        if (asked != null) samples.put(asked, new LogSample(data));
        for (JsonValue stream : data.list("result")) {
            JsonValue labels = stream.get("stream");
            String name = asked == null && labels != null ? labels.text("service_name") : asked;
            if (name == null) {
                file.gap(stream.pointer(), "it has no label service_name, and the scope names no serviceName");
                continue;
            }
            LogSample sample = samples.computeIfAbsent(name, key -> new LogSample(stream));
            for (JsonValue entry : stream.list("values")) {
                List<JsonValue> parts = entry.items();
                if (parts.size() < 2) file.gap(entry.pointer(), "it is no time with a line");
                else sample.line(parts.get(1).text(), nanos(parts.get(0).text()));
            }
        }
        samples.forEach((name, sample) -> sample.tell(file, name));
    }

    private static void insights(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        if (!"Complete".equals(root.text("status"))) {
            file.gap("/status", "the query has not ended: its status is no Complete");
            return;
        }
        LogSample sample = new LogSample(root);
        for (JsonValue row : root.list("results")) {
            String message = null;
            Instant at = null;
            for (JsonValue field : row.items()) {
                String name = field.text("field", "");
                String text = field.text("value");
                if (name.equals("@message")) message = text;
                // In UTC (CloudWatch Logs user guide, supported logs and discovered fields).
                if (name.equals("@timestamp") && text != null) at = JsonValue.moment(text + "Z");
            }
            sample.line(message, at);
        }
        sample.tell(file, file.entry().scope().get("serviceName"));
    }

    /**
     * A key of Sentry is a secret whose name is kept and nothing else: its id is the public part of the DSN. That
     * Sentry has a key for a stage does not say that the service was given it.
     */
    private static void sentry(Exported file) {
        for (JsonValue key : file.elements()) {
            String name = file.required(key, "name");
            if (name == null || key.get("isActive") == null) {
                if (name != null) file.gap(key.pointer(), "it has no isActive");
                continue;
            }
            String stage = file.stage(null);
            file.fact(new SecretState(
                    file.key("sentry/" + name + (stage == null ? "" : "/" + stage)),
                    file.owner(file.service(null)),
                    file.at(key),
                    name,
                    file.service(null),
                    stage,
                    "sentry",
                    key.is("isActive"),
                    false,
                    key.instant("dateCreated"),
                    file.observedAt()));
        }
    }

    private static @Nullable Instant nanos(@Nullable String text) {
        if (text == null || !text.matches("\\d{10,19}")) return null;
        // 19 digits may be more than a long holds.
        long seconds = Long.parseLong(text.substring(0, text.length() - 9));
        return Instant.ofEpochSecond(seconds, Long.parseLong(text.substring(text.length() - 9)));
    }
}
