package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Services, escalation policies, schedules and on-calls of PagerDuty (its REST API, version 2). */
public final class PagerDutyCollector implements Collector {
    private static final String SERVICES = "pagerduty.services";
    private static final String POLICIES = "pagerduty.escalation-policies";
    private static final String ONCALLS = "pagerduty.oncalls";
    private static final String SCHEDULE = "pagerduty.schedule";
    private static final String ROUTER = "pagerduty.orchestration-router";
    private static final int LIMIT = 100;

    /** The type of references to schedules that {@code /schedules} knows nothing of. */
    private static final String NEWER = "schedule_v3_reference";

    static final SecretVariable TOKEN =
            new SecretVariable("PAGERDUTY_TOKEN", "a key of the REST API that may only read", true);

    /** For {@link java.util.ServiceLoader}. */
    public PagerDutyCollector() {}

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public String help() {
        return "Services, escalation policies, schedules and on-calls of PagerDuty";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                Told.url("the API").otherwise("https://api.pagerduty.com"),
                CollectorOption.of(
                                "service",
                                CollectorOption.Type.TEXT,
                                "NAME",
                                "Who is on call for this service of PagerDuty only; all of them when none is named")
                        .repeated(),
                CollectorOption.of(
                                "ahead", CollectorOption.Type.DURATION, "TIME", "How far ahead schedules are looked at")
                        .otherwise("14d"),
                CollectorOption.flag("orchestrations", "Where event orchestrations send events, too"),
                Told.MAX_PAGES);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public String example() {
        return "--service billing --to state/pagerduty";
    }

    @Override
    public String subject(CollectorOptions options) {
        return options.requiredUrl("url").getHost();
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        Set<String> kinds = new TreeSet<>(Set.of(SERVICES, POLICIES, ONCALLS, SCHEDULE));
        if (options.flag("orchestrations")) kinds.add(ROUTER);
        return kinds;
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        new Run(request, writer).collect();
    }

    /** One run. */
    private static final class Run {
        private final CollectRequest request;
        private final ExportWriter writer;
        private final URI base;
        private final Map<String, String> headers;
        private final String since;
        private final String until;
        private final int max;

        Run(CollectRequest request, ExportWriter writer) {
            this.request = request;
            this.writer = writer;
            this.base = request.options().requiredUrl("url");
            this.max = request.options().number("max-pages");
            this.headers = Map.of(
                    "Authorization",
                    "Token token=" + request.requiredSecret(TOKEN),
                    "Accept",
                    "application/vnd.pagerduty+json;version=2",
                    // its specification asks for it, on requests without a body too
                    "Content-Type",
                    "application/json");
            Instant now = request.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            this.since = now.toString();
            this.until = now.plus(request.options().requiredDuration("ahead")).toString();
        }

        void collect() throws InterruptedException {
            EntryOutcome services = pages(EntryRequest.of(SERVICES, ask("services")), "services", Map.of());
            pages(EntryRequest.of(POLICIES, ask("escalation_policies")), "escalation_policies", Map.of());
            List<String> wanted = request.options().texts("service");
            Set<String> seen = new TreeSet<>();
            for (LocatedNode service : elements(services.pages(), "services")) {
                String name = service.text("name");
                LocatedNode policy = service.get("escalation_policy");
                String id = policy == null ? null : policy.text("id");
                if (name == null || id == null || !(wanted.isEmpty() || wanted.contains(name))) continue;
                if (seen.add(name)) onCalls(name, id);
            }
            for (String name : wanted)
                if (!seen.contains(name))
                    writer.entry(EntryRequest.of(ONCALLS, ask("oncalls")).scope("service", name), pages -> {
                        throw new CollectFailure(
                                CollectFailure.Code.FAILED,
                                services.whole()
                                        ? "no service of PagerDuty is called `" + name + "`"
                                        : "the services of PagerDuty could not be read");
                    });
            if (request.options().flag("orchestrations")) orchestrations();
        }

        private void onCalls(String service, String policy) throws InterruptedException {
            EntryRequest entry = EntryRequest.of(ONCALLS, ask("oncalls")).scope("service", service);
            Map<String, String> query =
                    new TreeMap<>(Map.of("escalation_policy_ids[]", policy, "since", since, "until", until));
            EntryOutcome found = pages(entry, "oncalls", query);
            Set<String> schedules = new LinkedHashSet<>();
            for (LocatedNode one : elements(found.pages(), "oncalls")) {
                LocatedNode schedule = one.get("schedule");
                String id = schedule == null ? null : schedule.text("id");
                // One of the newer kind is answered elsewhere and otherwise; who is on call by it was said just now.
                boolean newer = schedule != null && NEWER.equals(schedule.text("type"));
                if (id != null && !newer) schedules.add(id);
            }
            for (String id : schedules) {
                URI uri = Address.below(base)
                        .path("schedules", id)
                        .query("since", since)
                        .query("until", until)
                        .uri();
                writer.entry(
                        EntryRequest.of(SCHEDULE, ask("schedules/" + id))
                                .scope("service", service)
                                .scope("schedule", id),
                        pages -> {
                            HttpAnswer answer = request.http().get(uri, headers).ok();
                            pages.httpStatus(answer.status());
                            pages.add(answer.body());
                        });
            }
        }

        private void orchestrations() throws InterruptedException {
            Map<String, String> ids = new LinkedHashMap<>();
            try {
                URI uri = Address.below(base)
                        .path("event_orchestrations")
                        .query("limit", "250")
                        .uri();
                HttpAnswer answer = request.http().get(uri, headers).ok();
                for (LocatedNode one : elements(List.of(answer.body()), "orchestrations")) {
                    String id = one.text("id");
                    if (id != null) ids.put(id, one.text("name") == null ? id : String.valueOf(one.text("name")));
                }
                LocatedNode root =
                        LocatedTree.json(answer.body(), Limits.DEFAULT).root();
                if (root == null || "true".equals(root.text("more")))
                    throw new CollectFailure(
                            CollectFailure.Code.TOO_LARGE, "there are more than 250 event orchestrations");
            } catch (CollectFailure e) {
                writer.entry(EntryRequest.of(ROUTER, ask("event_orchestrations")), pages -> {
                    throw e;
                });
            }
            for (Map.Entry<String, String> one : ids.entrySet()) {
                URI uri = Address.below(base)
                        .path("event_orchestrations", one.getKey(), "router")
                        .uri();
                writer.entry(
                        EntryRequest.of(ROUTER, Address.request(uri)).scope("orchestration", one.getValue()), pages -> {
                            HttpAnswer answer = request.http().get(uri, headers).ok();
                            pages.httpStatus(answer.status());
                            pages.add(answer.body());
                        });
            }
        }

        private String ask(String path) {
            return "GET " + base + "/" + path;
        }

        /** Answers by limit and offset (PagerDuty's documentation: pagination). */
        private EntryOutcome pages(EntryRequest entry, String path, Map<String, String> query)
                throws InterruptedException {
            return writer.entry(entry, pages -> {
                for (int page = 0; ; page++) {
                    if (page == max) {
                        pages.partial(
                                "there are more than " + max + " pages, which were not asked for: see --max-pages");
                        return;
                    }
                    Address address = Address.below(base).path(path);
                    query.forEach(address::query);
                    URI uri = address.query("limit", String.valueOf(LIMIT))
                            .query("offset", String.valueOf(page * LIMIT))
                            .uri();
                    HttpAnswer answer = request.http().get(uri, headers).ok();
                    pages.httpStatus(answer.status());
                    pages.add(answer.body());
                    LocatedNode root =
                            LocatedTree.json(answer.body(), Limits.DEFAULT).root();
                    if (root == null || !"true".equals(root.text("more"))) return;
                }
            });
        }

        private static List<LocatedNode> elements(List<String> pages, String field) {
            return pages.stream()
                    .map(page -> LocatedTree.json(page, Limits.DEFAULT).root())
                    .filter(Objects::nonNull)
                    .flatMap(root -> root.items(field).stream())
                    .toList();
        }
    }
}
