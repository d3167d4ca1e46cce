package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.OnCallSchedule;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the REST API of PagerDuty says (its reference, version 2: services, escalation policies, on-calls, schedules,
 * event orchestrations). People are told by the ids of their users, or by their names where these are handles; names,
 * addresses and numbers are not read.
 */
final class PagerDutyKinds {
    private static final Pattern SEVERITY = Pattern.compile(
            "event\\.severity matches '([A-Za-z]{1,20})'|event\\.severity matches \"([A-Za-z]{1,20})\"");
    private static final String CURL = "curl -fsS -H \"Authorization: Token token=$TOKEN\" 'https://api.pagerduty.com/";

    private PagerDutyKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "services",
                        "services of PagerDuty and the escalation policies they notify",
                        "services?limit=100'",
                        List.of(
                                "services[].name",
                                "status",
                                "escalation_policy.id, summary",
                                "incident_urgency_rule.type, urgency, during_support_hours, outside_support_hours"),
                        PagerRoute.class,
                        file -> pages(file, "services").forEach(one -> service(file, one))),
                kind(
                        "escalation-policies",
                        "escalation policies of PagerDuty: who is asked directly, without a schedule",
                        "escalation_policies?limit=100'",
                        List.of(
                                "escalation_policies[].id, name",
                                "escalation_rules[].targets[].id, type",
                                "services[].summary"),
                        OnCallSchedule.class,
                        file -> pages(file, "escalation_policies").forEach(one -> policy(file, one))),
                kind(
                        "oncalls",
                        "who is on call in PagerDuty; the entry's scope names the service whose escalation policy it is",
                        "oncalls?escalation_policy_ids[]=POLICY&since=FROM&until=UNTIL&limit=100'",
                        List.of(
                                "oncalls[].escalation_level",
                                "escalation_policy.id, summary",
                                "schedule.id",
                                "user.id",
                                "user.summary: when it is a handle",
                                "start",
                                "end"),
                        OnCallSchedule.class,
                        PagerDutyKinds::onCalls),
                kind(
                        "schedule",
                        "a schedule of PagerDuty as it is rendered; the entry's scope names the service",
                        "schedules/ID?since=FROM&until=UNTIL'",
                        List.of(
                                "schedule.id",
                                "escalation_policies[].id, summary",
                                "final_schedule.rendered_schedule_entries[].start, end, user.id",
                                "user.summary: when it is a handle"),
                        OnCallSchedule.class,
                        PagerDutyKinds::schedule),
                kind(
                        "orchestration-router",
                        "where an event orchestration of PagerDuty sends events",
                        "event_orchestrations/ID/router'",
                        List.of(
                                "orchestration_path.sets[].rules[].conditions[].expression",
                                "disabled",
                                "actions.route_to",
                                "catch_all.actions.route_to"),
                        PagerRoute.class,
                        PagerDutyKinds::router));
    }

    private static ExportKind kind(
            String name,
            String meaning,
            String path,
            List<String> kept,
            Class<? extends Fact> type,
            ExportKind.Reading reading) {
        return new ExportKind(
                "pagerduty." + name, meaning, CURL + path, ExportKind.Format.JSON, kept, List.of(type), reading);
    }

    /** The elements of an answer, or of a list of answers, page by page. */
    private static List<JsonValue> pages(Exported file, String field) {
        JsonValue root = file.root();
        if (root == null) return List.of();
        List<JsonValue> elements = new ArrayList<>();
        List<JsonValue> pages = root.node().isList() ? root.items() : List.of(root);
        for (int i = 0; i < pages.size(); i++) {
            JsonValue list = pages.get(i).get(field);
            if (list == null || !list.node().isList()) file.gap(pages.get(i).pointer(), "it has no list " + field);
            else elements.addAll(list.items());
            if (i == pages.size() - 1 && pages.get(i).is("more"))
                file.gap(pages.get(i).pointer(), "there are more pages, which were not exported");
        }
        return elements;
    }

    /** The name of something that is referred to, else its id. */
    private static @Nullable String named(@Nullable JsonValue reference) {
        if (reference == null) return null;
        String name = reference.text("summary");
        return Exported.shownOrNull(name == null ? reference.text("id") : name);
    }

    /** The handle of a person: what they are called where that is one, else the id of the user. */
    private static @Nullable String handle(@Nullable JsonValue user) {
        if (user == null) return null;
        String name = user.text("summary");
        return name != null && name.matches("@[A-Za-z0-9_-]{1,60}") ? name : Exported.shownOrNull(user.text("id"));
    }

    private static void service(Exported file, JsonValue service) {
        String name = file.required(service, "name");
        String policy = named(service.get("escalation_policy"));
        String status = file.required(service, "status");
        if (policy == null) file.gap(service.pointer(), "it has no escalation_policy");
        if (name == null || policy == null || status == null) return;
        List<String> silencedBy = status.equals("maintenance") ? List.of("in maintenance") : List.of();
        boolean off = status.equals("disabled");
        JsonValue rule = service.get("incident_urgency_rule");
        String type = rule == null ? "constant" : rule.text("type", "constant");
        if (rule != null && type.equals("use_support_hours")) {
            for (String when : List.of("during_support_hours", "outside_support_hours")) {
                JsonValue part = rule.get(when);
                String urgency = part == null ? "" : part.text("urgency", "");
                urgency(file, service, name, policy, urgency, when.replace('_', ' '), off, silencedBy);
            }
        } else {
            urgency(
                    file,
                    service,
                    name,
                    policy,
                    rule == null ? "high" : rule.text("urgency", ""),
                    null,
                    off,
                    silencedBy);
        }
    }

    /** Of high urgency means that a person is paged; of low urgency, that a person hears of it in some other way. */
    private static void urgency(
            Exported file,
            JsonValue service,
            String name,
            String policy,
            String urgency,
            @Nullable String condition,
            boolean off,
            List<String> silencedBy) {
        switch (urgency) {
            case "high" -> route(file, service, name, null, policy, condition, off, NoticeTarget.PAGE, silencedBy);
            case "low" -> route(file, service, name, null, policy, condition, off, NoticeTarget.OTHER, silencedBy);
            case "severity_based" -> {
                for (String severity : List.of("critical", "error"))
                    route(file, service, name, severity, policy, condition, off, NoticeTarget.PAGE, silencedBy);
                for (String severity : List.of("warning", "info"))
                    route(file, service, name, severity, policy, condition, off, NoticeTarget.OTHER, silencedBy);
            }
            default -> file.gap(service.pointer(), "its incident_urgency_rule does not say how urgent incidents are");
        }
    }

    private static void route(
            Exported file,
            JsonValue at,
            @Nullable String named,
            @Nullable String severity,
            String receiver,
            @Nullable String condition,
            boolean off,
            NoticeTarget target,
            List<String> silencedBy) {
        String service = file.service(named);
        String stage = file.stage(null);
        file.fact(new PagerRoute(
                file.key("pagerduty:" + (service == null ? "" : service + "/") + (severity == null ? "*" : severity)
                        + (stage == null ? "" : "@" + stage) + "/" + receiver),
                file.owner(service),
                file.at(at),
                service,
                severity,
                "pagerduty",
                condition,
                condition,
                receiver,
                off ? NoticeTarget.NONE : target,
                silencedBy,
                stage,
                StateSource.DEPLOYED,
                file.observedAt()));
    }

    private static String layer(int level) {
        return level == 1 ? "primary" : level == 2 ? "secondary" : "level-" + level;
    }

    private static void policy(Exported file, JsonValue policy) {
        String id = file.required(policy, "id");
        String name = policy.text("name") == null ? named(policy) : Exported.shownOrNull(policy.text("name"));
        if (id == null || name == null) return;
        List<JsonValue> services = policy.list("services");
        int level = 0;
        for (JsonValue rule : policy.list("escalation_rules")) {
            level++;
            TreeSet<String> people = new TreeSet<>();
            for (JsonValue target : rule.list("targets")) {
                String handle = handle(target);
                if (target.text("type", "").startsWith("user") && handle != null) people.add(handle);
            }
            if (people.isEmpty()) continue;
            if (services.isEmpty()) onCall(file, rule, id, null, layer(level), people, null, null, name);
            for (JsonValue service : services)
                onCall(file, rule, id, named(service), layer(level), people, null, null, name);
        }
    }

    private static void onCall(
            Exported file,
            JsonValue at,
            String schedule,
            @Nullable String named,
            String layer,
            Set<String> people,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String escalation) {
        String service = file.service(named);
        file.fact(new OnCallSchedule(
                file.key("pagerduty:" + schedule + "/" + layer + (service == null ? "" : "/" + service)
                        + (from == null ? "" : "@" + from)),
                file.owner(service),
                file.at(at),
                schedule,
                service,
                layer,
                people.stream().sorted().toList(),
                from,
                until,
                escalation,
                file.observedAt()));
    }

    /** One on-call per level, schedule and time: several people may share it. */
    private record Shift(
            String schedule,
            String layer,
            String escalation,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private static void onCalls(Exported file) {
        Map<Shift, TreeSet<String>> shifts = new LinkedHashMap<>();
        Map<Shift, JsonValue> places = new LinkedHashMap<>();
        for (JsonValue one : pages(file, "oncalls")) {
            int level = one.integer("escalation_level", 0);
            JsonValue policy = one.get("escalation_policy");
            String escalation = named(policy);
            String person = handle(one.get("user"));
            JsonValue of = one.get("schedule");
            String id = of != null ? of.text("id") : policy == null ? null : policy.text("id");
            boolean moments = (one.get("start") == null || one.instant("start") != null)
                    && (one.get("end") == null || one.instant("end") != null);
            if (level < 1 || escalation == null || person == null || id == null || !moments) {
                file.gap(one.pointer(), "it does not say level, escalation policy, user and times");
                continue;
            }
            Shift shift =
                    new Shift(Exported.shown(id), layer(level), escalation, one.instant("start"), one.instant("end"));
            shifts.computeIfAbsent(shift, s -> new TreeSet<>()).add(person);
            places.putIfAbsent(shift, one);
        }
        places.forEach((shift, at) -> onCall(
                file,
                at,
                shift.schedule(),
                null,
                shift.layer(),
                shifts.getOrDefault(shift, new TreeSet<>()),
                shift.from(),
                shift.until(),
                shift.escalation()));
    }

    /** On which level a schedule is asked is not said by it: its layer is called rendered. */
    private static void schedule(Exported file) {
        JsonValue root = file.root();
        JsonValue schedule = root == null ? null : root.get("schedule");
        JsonValue entries = schedule == null ? null : schedule.at("final_schedule", "rendered_schedule_entries");
        String id = schedule == null ? null : schedule.text("id");
        if (schedule == null || entries == null || !entries.node().isList() || id == null) {
            file.gap(
                    "",
                    "there is no schedule with final_schedule.rendered_schedule_entries: ask for it with since and until");
            return;
        }
        List<JsonValue> policies = schedule.list("escalation_policies");
        String escalation = policies.size() == 1 ? named(policies.get(0)) : null;
        for (JsonValue entry : entries.items()) {
            Instant from = file.requiredInstant(entry, "start");
            Instant until = file.requiredInstant(entry, "end");
            String person = handle(entry.get("user"));
            if (person == null) file.gap(entry.pointer(), "it has no user");
            if (from == null || until == null || person == null) continue;
            TreeSet<String> people = new TreeSet<>(List.of(person));
            onCall(file, entry, Exported.shown(id), null, "rendered", people, from, until, escalation);
        }
    }

    private static void router(Exported file) {
        JsonValue root = file.root();
        JsonValue path = root == null ? null : root.get("orchestration_path");
        if (path == null || path.get("sets") == null) {
            file.gap("", "there is no orchestration_path with sets");
            return;
        }
        for (JsonValue set : path.list("sets")) for (JsonValue rule : set.list("rules")) rule(file, rule);
        JsonValue rest = path.get("catch_all");
        if (rest != null) sent(file, rest, null, "no rule matches");
    }

    private static void rule(Exported file, JsonValue rule) {
        if (rule.is("disabled")) return;
        List<String> conditions = new ArrayList<>();
        for (JsonValue condition : rule.list("conditions")) {
            String expression = file.required(condition, "expression");
            if (expression != null) conditions.add(expression);
        }
        // A rule holds when any of its conditions does; without one it always holds.
        if (conditions.isEmpty()) sent(file, rule, null, null);
        for (String condition : conditions) {
            Matcher severity = SEVERITY.matcher(condition);
            boolean only = severity.matches();
            String word = !only ? null : severity.group(1) == null ? severity.group(2) : severity.group(1);
            sent(file, rule, word == null ? null : word.toLowerCase(Locale.ROOT), only ? null : condition);
        }
    }

    /** How urgent a service takes what it is sent is said by the service, not here. */
    private static void sent(Exported file, JsonValue rule, @Nullable String severity, @Nullable String condition) {
        JsonValue actions = rule.get("actions");
        String to = actions == null ? null : actions.text("route_to");
        if (to == null) {
            file.gap(rule.pointer(), "it does not say where events go");
            return;
        }
        boolean nowhere = to.equals("unrouted");
        route(file, rule, null, severity, Exported.shown(to), condition, nowhere, NoticeTarget.OTHER, List.of());
    }
}
