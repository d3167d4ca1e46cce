package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DeploymentStatus;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of all exported files, with what only several of them say together: a history of alarms names the alarm, and
 * the list of alarms whose it is; a review names its commit, and the list of pull requests the newest one; a deployment
 * ends when the next one of its service and stage begins, and takes the place of the last one that succeeded, whichever
 * file holds these. Used by one thread.
 */
final class LinkedFacts {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Set<Alarmed>> alarms = new HashMap<>();
    private final Map<Place, TreeMap<Instant, List<Deployment>>> deployments = new HashMap<>();

    private final Map<Integer, Set<String>> heads = new HashMap<>();

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
        if (fact instanceof PullRequest pull)
            heads.computeIfAbsent(pull.number(), number -> new HashSet<>())
                    .add(pull.headSha() == null ? "" : pull.headSha());
        if (fact instanceof Deployment deployment) {
            Place place = place(deployment);
            if (place != null)
                deployments
                        .computeIfAbsent(place, p -> new TreeMap<>())
                        .computeIfAbsent(deployment.startedAt(), at -> new ArrayList<>())
                        .add(deployment);
        }
    }

    void emit(Consumer<Fact> to) {
        for (Fact fact : facts) to.accept(linked(fact));
    }

    private Fact linked(Fact fact) {
        if (fact instanceof AlarmTransition transition && transition.service() == null) return owned(transition);
        if (fact instanceof Review review && review.current() == null) return compared(review);
        if (fact instanceof Deployment deployment) return placed(deployment);
        return fact;
    }

    /** The same, beside the newest commit of its pull request; unchanged where that, or its own, is not known. */
    private Review compared(Review r) {
        Set<String> head = heads.getOrDefault(r.pullRequest(), Set.of());
        if (r.sha() == null || head.size() != 1 || head.contains("")) return r;
        return new Review(
                r.key(),
                r.owner(),
                r.provenance(),
                r.pullRequest(),
                r.reviewer(),
                r.human(),
                r.author(),
                r.latest(),
                r.teams(),
                r.state(),
                r.sha(),
                head.contains(r.sha()),
                r.submittedAt(),
                r.at());
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

    /** The same, between its neighbours; what the export itself says of them stays. */
    private Deployment placed(Deployment d) {
        Place place = place(d);
        if (place == null) return d;
        TreeMap<Instant, List<Deployment>> all = Objects.requireNonNull(deployments.get(place));
        return new Deployment(
                d.key(),
                d.owner(),
                d.provenance(),
                d.service(),
                d.stage(),
                d.sha(),
                d.status(),
                d.startedAt(),
                d.finishedAt(),
                d.supersededAt() == null ? all.higherKey(d.startedAt()) : d.supersededAt(),
                d.previousSha() == null ? previous(all.headMap(d.startedAt(), false)) : d.previousSha(),
                d.trigger(),
                d.actor(),
                d.approvedBy(),
                d.strategy(),
                d.at());
    }

    /** The commit of the last that succeeded; null where none did, or two that began together may have. */
    private static @Nullable String previous(NavigableMap<Instant, List<Deployment>> earlier) {
        for (List<Deployment> together : earlier.descendingMap().values()) {
            if (together.stream().anyMatch(LinkedFacts::mayRun))
                return together.size() == 1 && together.get(0).status() == DeploymentStatus.SUCCESS
                        ? together.get(0).sha()
                        : null;
        }
        return null;
    }

    /** Whether it may have become what runs: how one that is under way or unknown ends, nobody can tell. */
    private static boolean mayRun(Deployment d) {
        return d.status() == DeploymentStatus.SUCCESS
                || d.status() == DeploymentStatus.RUNNING
                || d.status() == DeploymentStatus.UNKNOWN;
    }

    private static @Nullable Place place(Deployment deployment) {
        String service = deployment.service();
        String stage = deployment.stage();
        return service == null || stage == null ? null : new Place(service, stage);
    }
}
