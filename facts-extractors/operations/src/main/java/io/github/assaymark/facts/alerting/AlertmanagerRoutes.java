package io.github.assaymark.facts.alerting;

import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways that alerts of each severity, and of each service that the tree names, take through the routes of
 * Alertmanager. Ways that other labels decide about are told with their condition, so that nobody takes them for the
 * way of all alerts.
 */
final class AlertmanagerRoutes {
    private static final String SEVERITY = "severity";
    private static final String SERVICE = "service";
    private static final int MAX_WALKS = 20_000;
    private static final int MAX_STEPS = 20_000_000;

    private final AlertingFile file;
    private final AlertRoute tree;
    private final Map<String, Set<NoticeTarget>> receivers;
    private final List<RouteTreeReader.InhibitRule> inhibitions;
    private final Set<String> severities = new TreeSet<>(Set.of("critical", "warn", "warning"));
    private final Set<String> services = new TreeSet<>();
    /** Whether a condition on the service names its values otherwise than one by one. */
    private boolean servicesOpen;

    private int nodes;

    AlertmanagerRoutes(
            AlertingFile file,
            AlertRoute tree,
            Map<String, Set<NoticeTarget>> receivers,
            List<RouteTreeReader.InhibitRule> inhibitions) {
        this.file = file;
        this.tree = tree;
        this.receivers = receivers;
        this.inhibitions = inhibitions;
        named(tree);
    }

    private void named(AlertRoute route) {
        nodes++;
        for (LabelMatcher condition : route.conditions()) {
            List<String> literals = condition.literals();
            if (condition.name().equals(SEVERITY) && literals != null) severities.addAll(literals);
            if (condition.name().equals(SERVICE)) {
                if (literals == null) servicesOpen = true;
                else services.addAll(literals);
            }
        }
        route.children().forEach(this::named);
    }

    void tell() {
        long walks = (long) severities.size() * (services.size() + 1);
        if (walks > MAX_WALKS || walks * nodes > MAX_STEPS) {
            file.gap(tree.place(), "too many severities and services to follow each");
            return;
        }
        for (String severity : severities) {
            tell(severity, null);
            for (String service : services) tell(severity, service);
        }
    }

    private void tell(String severity, @Nullable String service) {
        Map<String, String> labels = new TreeMap<>(Map.of(SEVERITY, severity));
        if (service != null) labels.put(SERVICE, service);
        Set<AlertRoute> ends = new LinkedHashSet<>(tree.of(labels));
        // Services that the tree names one by one have ways of their own.
        Predicate<String> open = service == null && !servicesOpen ? name -> !name.equals(SERVICE) : name -> true;
        ends.addAll(tree.possible(labels, open));
        for (AlertRoute end : ends) {
            Set<NoticeTarget> targets = receivers.getOrDefault(end.receiver(), Set.of());
            if (targets.isEmpty()) tell(severity, service, end, NoticeTarget.NONE, labels);
            for (NoticeTarget target : targets) tell(severity, service, end, target, labels);
        }
    }

    private void tell(
            String severity,
            @Nullable String service,
            AlertRoute end,
            NoticeTarget target,
            Map<String, String> labels) {
        String of = file.service(AlertingFile.shownOrNull(service));
        String stage = file.stage(null);
        file.fact(new PagerRoute(
                file.key("alertmanager:" + AlertingFile.shown(severity)
                        + (of == null ? "" : "/" + of)
                        + (stage == null ? "" : "@" + stage)
                        + "/" + AlertingFile.shown(end.receiver()) + "/" + target),
                file.owner(of),
                file.place(end.place()),
                of,
                AlertingFile.shown(severity),
                "alertmanager",
                joined(end.path()),
                joined(end.path().stream()
                        .filter(condition -> !decides(condition, service))
                        .toList()),
                AlertingFile.shown(end.receiver()),
                target,
                silencedBy(end, labels),
                stage,
                file.source(),
                file.at()));
    }

    private static boolean decides(LabelMatcher condition, @Nullable String service) {
        return condition.name().equals(SEVERITY)
                || (service != null && condition.name().equals(SERVICE));
    }

    private static @Nullable String joined(List<LabelMatcher> conditions) {
        String text = conditions.stream().map(LabelMatcher::shown).collect(Collectors.joining(", "));
        return text.isEmpty() ? null : AlertingFile.shown(text);
    }

    private List<String> silencedBy(AlertRoute end, Map<String, String> labels) {
        List<String> silencing = new ArrayList<>(end.silencing());
        for (RouteTreeReader.InhibitRule rule : inhibitions) {
            String by = joined(rule.by());
            if (AlertRoute.canHold(rule.target(), labels)) silencing.add("silent while " + (by == null ? "any" : by));
        }
        return silencing.stream().sorted().distinct().toList();
    }
}
