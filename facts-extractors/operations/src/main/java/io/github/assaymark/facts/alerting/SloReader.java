package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.SloDef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads objectives of service level: OpenSLO ({@code openslo/v1}, https://github.com/OpenSLO/OpenSLO), sloth
 * ({@code prometheus/v1} and {@code sloth.slok.dev/v1}, https://sloth.dev) and Pyrra ({@code pyrra.dev/v1alpha1},
 * https://github.com/pyrra-dev/pyrra). Objectives are shares in percent, exact as they are written.
 */
public final class SloReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AlertingFile file;

    private SloReader(AlertingFile file) {
        this.file = file;
    }

    /** Whether a document is a specification of one of these, of whatever version. */
    public static boolean reads(LocatedNode root) {
        String version = root.text("apiVersion");
        if (version == null) return isSloth(root);
        return version.startsWith("openslo/")
                || version.startsWith("openslo.com/")
                || version.startsWith("sloth.slok.dev/")
                || version.startsWith("pyrra.dev/");
    }

    private static boolean isSloth(LocatedNode root) {
        return "prometheus/v1".equals(root.text("version")) && root.get("slos") != null;
    }

    /** Hands the objectives of a document to the file. */
    public static void read(LocatedNode root, AlertingFile file) {
        SloReader reader = new SloReader(file);
        String version = root.text("apiVersion");
        String kind = root.text("kind");
        LocatedNode spec = root.get("spec");
        if (version == null && isSloth(root)) {
            reader.sloth(root);
        } else if (version == null || kind == null) {
            file.gap(root, "it does not say what kind of specification it is");
        } else if (version.equals("openslo/v1")) {
            // Services, indicators and alert policies are only told where an objective names them.
            if (kind.equals("SLO")) reader.openSlo(root, spec == null ? root : spec);
        } else if (version.equals("sloth.slok.dev/v1") && kind.equals("PrometheusServiceLevel") && spec != null) {
            reader.sloth(spec);
        } else if (version.equals("pyrra.dev/v1alpha1") && kind.equals("ServiceLevelObjective") && spec != null) {
            reader.pyrra(root, spec);
        } else {
            file.gap(root, AlertingFile.shown(version + " " + kind) + " is not read");
        }
    }

    private @Nullable BigDecimal share(LocatedNode of, String field) {
        LocatedNode value = of.get(field);
        if (value == null || value.isNull()) return null;
        String text = value.text();
        boolean number = value.isScalar() && text.matches("\\d{1,3}(\\.\\d{1,20})?|\\.\\d{1,20}");
        if (!number) file.gap(value, field + " is no number");
        return number ? new BigDecimal(text) : null;
    }

    private @Nullable Quantity percent(LocatedNode at, @Nullable BigDecimal share) {
        if (share == null) return null;
        if (share.signum() > 0 && share.compareTo(HUNDRED) <= 0) return new Quantity(share, Quantity.Unit.PERCENT);
        file.gap(at, "the objective is no share between 0 and 100 percent");
        return null;
    }

    /** A name as it stands in a fact; null and a gap when there is none. */
    private @Nullable String name(@Nullable LocatedNode of, LocatedNode at) {
        String name = of == null ? null : of.text("name");
        if (name == null || name.isBlank()) file.gap(at, "it has no name");
        return name == null || name.isBlank() ? null : AlertingFile.shown(name);
    }

    private void openSlo(LocatedNode root, LocatedNode spec) {
        String name = name(root.get("metadata"), root);
        List<LocatedNode> objectives = spec.items("objectives");
        if (objectives.isEmpty()) file.gap(spec, "it has no objectives");
        if (name == null) return;
        Duration window = window(spec);
        for (LocatedNode objective : objectives) {
            BigDecimal target = share(objective, "target");
            BigDecimal asPercent = share(objective, "targetPercent");
            if (target == null && asPercent == null) file.gap(objective, "it has no target");
            BigDecimal percent = target == null ? asPercent : target.multiply(HUNDRED);
            slo(
                    objective,
                    name,
                    spec.text("service"),
                    indicator(spec, objective),
                    percent(objective, percent),
                    window,
                    !spec.items("alertPolicies").isEmpty(),
                    runbook(root.get("metadata")));
        }
    }

    /** {@code 28d} and the like; a month, a quarter or a year has no fixed length. */
    private @Nullable Duration window(LocatedNode spec) {
        List<LocatedNode> windows = spec.items("timeWindow");
        LocatedNode duration = windows.isEmpty() ? null : windows.get(0).get("duration");
        if (duration == null) return null;
        String text = duration.text();
        Duration fixed = text.matches("\\d{1,6}[mhdw]") ? PrometheusDuration.of(text) : null;
        if (fixed == null) file.gap(duration, "the window `" + AlertingFile.shown(text) + "` has no fixed length");
        return fixed;
    }

    private static @Nullable String indicator(LocatedNode spec, LocatedNode objective) {
        for (LocatedNode of : List.of(objective, spec)) {
            String reference = of.text("indicatorRef");
            if (reference != null) return AlertingFile.shown(reference);
            LocatedNode inline = of.get("indicator");
            LocatedNode metadata = inline == null ? null : inline.get("metadata");
            String name = metadata == null ? null : metadata.text("name");
            if (name != null) return AlertingFile.shown(name);
            LocatedNode inner = inline == null ? null : inline.get("spec");
            if (inner != null && inner.isMap() && !inner.entries().isEmpty())
                return AlertingFile.shown(inner.entries().get(0).key());
        }
        return null;
    }

    private void sloth(LocatedNode spec) {
        for (LocatedNode one : spec.items("slos")) {
            String name = name(one, one);
            if (name == null) continue;
            BigDecimal objective = share(one, "objective");
            if (objective == null) file.gap(one, "it has no objective");
            LocatedNode alerting = one.get("alerting");
            LocatedNode annotations = alerting == null ? null : alerting.get("annotations");
            boolean silent = alerting == null
                    || (disabled(alerting, "page_alert", "pageAlert")
                            && disabled(alerting, "ticket_alert", "ticketAlert"));
            slo(
                    one,
                    name,
                    spec.text("service"),
                    first(one.get("sli")),
                    percent(one, objective),
                    // The window is an option of the program, not of the file.
                    null,
                    !silent,
                    runbookOf(annotations));
        }
    }

    private static boolean disabled(LocatedNode alerting, String... names) {
        for (String name : names) {
            LocatedNode alert = alerting.get(name);
            if (alert != null && "true".equals(alert.text("disable"))) return true;
        }
        return false;
    }

    private void pyrra(LocatedNode root, LocatedNode spec) {
        LocatedNode metadata = root.get("metadata");
        String name = name(metadata, root);
        if (name == null) return;
        BigDecimal target = share(spec, "target");
        if (target == null) file.gap(spec, "it has no target");
        LocatedNode window = spec.get("window");
        Duration length = window == null ? null : PrometheusDuration.of(window.text());
        if (length == null) file.gap(window == null ? spec : window, "its window is no time such as 4w");
        LocatedNode alerting = spec.get("alerting");
        boolean silent = alerting != null
                && ("true".equals(alerting.text("disabled")) || "false".equals(alerting.text("burnrates")));
        LocatedNode labels = metadata == null ? null : metadata.get("labels");
        String service = labels == null ? null : labels.text("pyrra.dev/service");
        if (service == null && labels != null) service = labels.text("service");
        slo(
                spec,
                name,
                service,
                first(spec.get("indicator")),
                percent(spec, target),
                length,
                !silent,
                runbook(metadata));
    }

    /** The kind of an indicator, for example {@code events} or {@code latency}. */
    private static @Nullable String first(@Nullable LocatedNode indicator) {
        if (indicator == null) return null;
        for (LocatedEntry entry : indicator.entries())
            if (entry.value().isMap()) return AlertingFile.shown(entry.key());
        return null;
    }

    private static @Nullable String runbook(@Nullable LocatedNode metadata) {
        return metadata == null ? null : runbookOf(metadata.get("annotations"));
    }

    private static @Nullable String runbookOf(@Nullable LocatedNode annotations) {
        if (annotations == null) return null;
        String url = annotations.text("runbook_url");
        return AlertingFile.shownOrNull(url == null ? annotations.text("runbook") : url);
    }

    private void slo(
            LocatedNode at,
            String name,
            @Nullable String named,
            @Nullable String indicator,
            @Nullable Quantity objective,
            @Nullable Duration window,
            boolean alerted,
            @Nullable String runbook) {
        String service = file.service(AlertingFile.shownOrNull(named));
        file.fact(new SloDef(
                file.key((service == null ? "" : service + "/") + name),
                file.owner(service),
                file.place(at),
                name,
                service,
                null,
                indicator,
                objective,
                window,
                alerted,
                runbook,
                file.source(),
                file.name()));
    }
}
