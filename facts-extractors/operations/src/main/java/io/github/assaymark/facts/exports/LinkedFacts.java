package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of all exported files, with what only several of them say together: a history of alarms names the alarm, and
 * the list of alarms whose it is; a deployment ends when the next one of its service and stage begins, whichever file
 * holds that. Used by one thread.
 */
final class LinkedFacts {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Set<Alarmed>> alarms = new HashMap<>();
    private final Map<Place, TreeSet<Instant>> deployments = new HashMap<>();

    private record Alarmed(
            @Nullable String service,
            String owner,
            @Nullable String stage) {}

    private record Place(String service, String stage) {}

    void add(Fact fact) {
        facts.add(fact);
        if (fact instanceof AlarmDef alarm)
            alarms.computeIfAbsent(alarm.name(), name -> new HashSet<>())
                    .add(new Alarmed(alarm.service(), alarm.owner(), alarm.stage()));
        if (fact instanceof Deployment deployment) {
            Place place = place(deployment);
            if (place != null)
                deployments.computeIfAbsent(place, p -> new TreeSet<>()).add(deployment.startedAt());
        }
    }

    void emit(Consumer<Fact> to) {
        for (Fact fact : facts) to.accept(linked(fact));
    }

    private Fact linked(Fact fact) {
        if (fact instanceof AlarmTransition transition && transition.service() == null) return owned(transition);
        if (fact instanceof Deployment deployment && deployment.supersededAt() == null) return superseded(deployment);
        return fact;
    }

    /** The same, of the service whose alarm it is; unchanged where alarms of that name are of several or of none. */
    private AlarmTransition owned(AlarmTransition t) {
        Set<Alarmed> of = new HashSet<>();
        for (Alarmed alarm : alarms.getOrDefault(t.alarm(), Set.of()))
            if (t.stage() == null || alarm.stage() == null || alarm.stage().equals(t.stage()))
                of.add(new Alarmed(alarm.service(), alarm.owner(), null));
        if (of.size() != 1) return t;
        Alarmed only = of.iterator().next();
        return new AlarmTransition(
                t.key(),
                only.owner(),
                t.provenance(),
                t.alarm(),
                only.service(),
                t.stage(),
                t.before(),
                t.after(),
                t.occurredAt(),
                t.at());
    }

    private Deployment superseded(Deployment d) {
        Place place = place(d);
        Instant next = place == null
                ? null
                : Objects.requireNonNull(deployments.get(place)).higher(d.startedAt());
        return next == null
                ? d
                : new Deployment(
                        d.key(),
                        d.owner(),
                        d.provenance(),
                        d.service(),
                        d.stage(),
                        d.sha(),
                        d.status(),
                        d.startedAt(),
                        d.finishedAt(),
                        next,
                        d.trigger(),
                        d.actor(),
                        d.approvedBy(),
                        d.strategy(),
                        d.at());
    }

    private static @Nullable Place place(Deployment deployment) {
        String service = deployment.service();
        String stage = deployment.stage();
        return service == null || stage == null ? null : new Place(service, stage);
    }
}
