package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.Dashboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads dashboards of Grafana (its documentation, dashboard JSON model and HTTP API). Tags such as
 * {@code service:billing} and {@code stage:prod} say what a dashboard is for. Queries and data sources are not read,
 * but whether a panel has a query.
 */
public final class GrafanaDashboards {
    /** Panels that hold words or order others. */
    private static final Set<String> WITHOUT_DATA = Set.of("row", "text", "news", "welcome", "dashlist");

    private static final int MAX_PANELS = 5000;

    private final AlertingFile file;
    private final List<String> titles = new ArrayList<>();
    private int panels;
    private int seen;

    private GrafanaDashboards(AlertingFile file) {
        this.file = file;
    }

    /** What the model of a dashboard is: a map with panels or rows, a title and the version of its schema. */
    public static boolean reads(LocatedNode root) {
        LocatedNode panels = root.get("panels");
        LocatedNode rows = root.get("rows");
        boolean listed = (panels != null && panels.isList()) || (rows != null && rows.isList());
        return listed && root.text("title") != null && root.text("schemaVersion") != null;
    }

    /** Hands the model of a dashboard over, as provisioning reads it from files. */
    public static void read(LocatedNode root, AlertingFile file) {
        new GrafanaDashboards(file).model(root, null);
    }

    /** Hands an answer of {@code /api/dashboards/uid/UID} over. */
    public static void answer(LocatedNode root, AlertingFile file) {
        LocatedNode model = root.get("dashboard");
        LocatedNode meta = root.get("meta");
        if (model == null || !reads(model))
            file.gap(root, "it holds no dashboard with title, panels and schemaVersion");
        else new GrafanaDashboards(file).model(model, meta == null ? null : meta.text("url"));
    }

    /** Hands an answer of {@code /api/search} over; it does not say which panels dashboards have. */
    public static void search(LocatedNode root, AlertingFile file) {
        if (!root.isList()) file.gap(root, "it is no list of what was found");
        for (LocatedNode found : root.items()) {
            if (!"dash-db".equals(found.text("type"))) continue;
            String title = found.text("title");
            if (title == null) file.gap(found, "it has no title");
            else new GrafanaDashboards(file).emit(found, title, found.text("url"), -1);
        }
    }

    private void model(LocatedNode model, @Nullable String url) {
        String title = model.text("title");
        if (title == null) return;
        panels(model);
        for (LocatedNode row : model.items("rows")) panels(row);
        if (seen > MAX_PANELS) file.gap(model, "more than " + MAX_PANELS + " panels");
        emit(model, title, url, panels);
    }

    private void panels(LocatedNode of) {
        for (LocatedNode panel : of.items("panels")) {
            if (++seen > MAX_PANELS) return;
            String type = panel.text("type");
            String title = panel.text("title");
            boolean shared = panel.get("libraryPanel") != null;
            boolean shows = shared
                    || (type != null
                            && !WITHOUT_DATA.contains(type)
                            && !panel.items("targets").isEmpty());
            if (shows) {
                panels++;
                if (title != null && !title.isBlank()) titles.add(AlertingFile.shown(title));
            }
            if ("row".equals(type)) panels(panel);
        }
    }

    private void emit(LocatedNode at, String title, @Nullable String url, int shown) {
        String service = file.service(AlertingFile.shownOrNull(tag(at, "service")));
        String stage = tag(at, "stage");
        stage = file.stage(stage == null ? tag(at, "env") : stage);
        file.fact(new Dashboard(
                file.key("grafana:" + AlertingFile.shown(title) + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.place(at),
                AlertingFile.shown(title),
                service,
                stage,
                "grafana",
                shown,
                titles.stream().sorted().toList(),
                AlertingFile.shownOrNull(url),
                file.source(),
                file.at()));
    }

    private static @Nullable String tag(LocatedNode of, String name) {
        for (LocatedNode tag : of.items("tags")) {
            String text = tag.text();
            if (text.toLowerCase(Locale.ROOT).startsWith(name + ":") && text.length() > name.length() + 1)
                return text.substring(name.length() + 1).strip();
        }
        return null;
    }
}
