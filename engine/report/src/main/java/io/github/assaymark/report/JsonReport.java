package io.github.assaymark.report;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as one JSON object, described by the schema {@value #SCHEMA} next to this class. Keys are sorted and
 * verdicts stand in the order of the assessment, so equal assessments are equal bytes. Clients must tolerate further
 * properties and further words in {@code reason}. Safe for use by many threads.
 */
public final class JsonReport {
    /** Name of the JSON Schema resource in this package. */
    public static final String SCHEMA = "verdicts-1.schema.json";

    private final ExplanationTree trees = new ExplanationTree();

    private JsonReport() {}

    /**
     * Writes an assessment.
     *
     * @param shown the verdicts to list, each of the assessment; gate and totals speak of all
     */
    public static void write(Assessment assessment, List<Verdict> shown, RunInfo run, Appendable out)
            throws IOException {
        JsonReport report = new JsonReport();
        out.append("{\n  \"gate\": ").append(Json.indented(gate(assessment.gate()), 1));
        out.append(",\n  \"notices\": ")
                .append(Json.indented(ExplanationTree.list(assessment.notices(), JsonReport::notice), 1));
        out.append(",\n  \"run\": ").append(Json.indented(run(assessment, run), 1));
        out.append(",\n  \"schemaVersion\": 1");
        out.append(",\n  \"totals\": ").append(Json.indented(totals(assessment), 1));
        out.append(",\n  \"verdicts\": [");
        for (Iterator<Verdict> verdicts = shown.iterator(); verdicts.hasNext(); ) {
            out.append("\n    ").append(Json.indented(report.verdict(verdicts.next()), 2));
            if (verdicts.hasNext()) out.append(',');
        }
        out.append(shown.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    }

    /** One verdict as a JSON object, in the form it has in {@link #write}. */
    public static void write(Verdict verdict, Appendable out) throws IOException {
        out.append(Json.indented(new JsonReport().verdict(verdict), 0)).append('\n');
    }

    private static Object gate(Gate gate) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("decision", gate.decision().name());
        map.put("exitCode", gate.decision().exitCode());
        map.put("upTo", camel(gate.upTo()));
        map.put("standing", ExplanationTree.list(gate.standing(), verdict -> {
            SortedMap<String, @Nullable Object> entry = new TreeMap<>();
            entry.put("item", verdict.item().id());
            entry.put("subject", subject(verdict.subject()));
            entry.put("outcome", verdict.outcome().kind().name());
            return entry;
        }));
        return map;
    }

    private static Object notice(Notice notice) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("kind", notice.kind().name());
        map.put("message", notice.message());
        ExplanationTree.place(map, notice.place().place());
        return map;
    }

    private static Object run(Assessment assessment, RunInfo run) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("assay", run.version());
        map.put("repository", run.repository());
        map.put("revision", run.revision());
        map.put("base", run.base());
        map.put("snapshot", run.snapshot());
        map.put("facts", run.facts());
        map.put("now", assessment.now().toString());
        map.put("packs", ExplanationTree.list(assessment.packs(), pack -> {
            SortedMap<String, @Nullable Object> entry = new TreeMap<>();
            entry.put("name", pack.name());
            entry.put("digest", pack.digest());
            return entry;
        }));
        return map;
    }

    private static Object totals(Assessment assessment) {
        Totals totals = Totals.of(assessment.verdicts());
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        totals.byOutcome().forEach((kind, count) -> map.put(kind.name(), count));
        map.put("awaitingAttestation", totals.awaiting());
        map.put("waived", totals.waived());
        map.put("verdicts", totals.all());
        return map;
    }

    private Object verdict(Verdict verdict) {
        Item item = verdict.item();
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("item", item.id());
        map.put("formerly", item.formerly());
        map.put("title", item.title());
        map.put("source", item.source());
        map.put("subject", subject(verdict.subject()));
        map.put("outcome", verdict.outcome().kind().name());
        map.put("reason", ExplanationTree.reason(verdict.outcome()));
        if (verdict.outcome() instanceof Outcome.Pending pending) {
            map.put("since", pending.since() == null ? null : pending.since().toString());
            map.put(
                    "earliest",
                    pending.earliest() == null ? null : pending.earliest().toString());
        }
        if (verdict.outcome() instanceof Outcome.Errored error) map.put("error", error.message());
        map.put("disposition", verdict.disposition().word());
        if (verdict.disposition() instanceof Disposition.Waived waived) map.put("waiver", waiver(waived));
        if (verdict.disposition() instanceof Disposition.NotYetEffective later)
            map.put("effectiveFrom", later.from().toString());
        map.put("severity", word(item.severity()));
        map.put("phase", camel(item.phase()));
        map.put("rollout", word(item.rollout()));
        map.put("evidence", ExplanationTree.list(verdict.explanation().evidence(), trees::evidence));
        map.put("explanation", trees.explanation(verdict.explanation()));
        return map;
    }

    private static Object waiver(Disposition.Waived waived) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("approvedBy", waived.approvedBy());
        map.put("reason", waived.reason());
        map.put("ticket", waived.ticket());
        map.put("until", waived.until().toString());
        Provenance.File place = waived.place().place();
        ExplanationTree.place(map, place);
        return map;
    }

    private static Object subject(SubjectRef subject) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("kind", subject.kind());
        map.put("key", subject.key());
        map.put("owner", subject.owner());
        return map;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** As the language writes it: {@code preMerge}. */
    static String camel(Enum<?> constant) {
        StringBuilder text = new StringBuilder();
        boolean upper = false;
        for (char c : constant.name().toCharArray()) {
            if (c == '_') upper = true;
            else {
                text.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return text.toString();
    }
}
