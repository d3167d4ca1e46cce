package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evrete.api.FactHandle;
import org.evrete.api.StatefulSession;

/** One fact changed among many, to new verdicts: {@code OneFact live|loops|loops-by-service|evrete FACTS SERVICES}. */
final class OneFact {
    private final List<Sample> samples = new ArrayList<>();
    private final Random random = new Random(3);

    private OneFact(Snapshot snapshot) {
        for (Fact fact : snapshot.facts()) if (fact instanceof Sample sample) samples.add(sample);
    }

    /** Follows a change; says how much it told. */
    private interface Follower {
        long follow(Sample before, Sample after);
    }

    public static void main(String[] args) {
        Snapshot snapshot = Workload.snapshot(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        OneFact run = new OneFact(snapshot);
        switch (args[0]) {
            case "live" -> run.live(snapshot);
            case "loops" -> run.loops(snapshot);
            case "loops-by-service" -> run.loopsByService(snapshot);
            case "evrete" -> run.evrete(snapshot);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private void live(Snapshot snapshot) {
        Assay assay = Assay.with(
                Workload.catalogue(),
                ChecklistCompiler.with(Workload.catalogue()).compile("bench.groovy", Workload.text()));
        try (LiveAssessment live = assay.open(snapshot)) {
            measure(
                    20_000,
                    20_000,
                    "verdicts changed",
                    (before, after) -> live.apply(new FactDelta(List.of((Fact) before), List.of((Fact) after)))
                            .changes()
                            .size());
        }
    }

    /** Everything anew, which is all that loops without an index that follows can do. */
    private void loops(Snapshot snapshot) {
        Map<Sample, Integer> places = new IdentityHashMap<>();
        List<Fact> facts = new ArrayList<>(snapshot.facts());
        for (int i = 0; i < facts.size(); i++) if (facts.get(i) instanceof Sample sample) places.put(sample, i);
        measure(20, 60, "items failed in all", (before, after) -> {
            int place = places.remove(before);
            facts.set(place, (Fact) after);
            places.put(after, place);
            return Loops.failing(facts).values().stream().mapToLong(List::size).sum();
        });
    }

    /** What a good engineer writes next: indexes that follow, and all items of the one service judged again. */
    private void loopsByService(Snapshot snapshot) {
        Loops.Live live = new Loops.Live(snapshot.facts());
        measure(
                20_000,
                20_000,
                "items failed in the services looked at",
                (before, after) -> live.change(before, after).size());
    }

    /** Only what newly matches: Evrete does not say which of the matches it told of have gone. */
    private void evrete(Snapshot snapshot) {
        try (EvreteJudge judge = new EvreteJudge();
                StatefulSession session = judge.compile().newStatefulSession()) {
            Map<Sample, FactHandle> handles = new IdentityHashMap<>();
            for (Sample sample : samples) handles.put(sample, session.insert(EvreteJudge.bean(sample)));
            session.fire();
            measure(2_000, 4_000, "of them counted", (before, after) -> {
                session.delete(handles.remove(before));
                handles.put(after, session.insert(EvreteJudge.bean(after)));
                session.fire();
                return 1;
            });
        }
    }

    private void measure(int warmUp, int measured, String what, Follower follower) {
        long[] nanos = new long[measured];
        long told = 0;
        for (int i = 0; i < warmUp + measured; i++) {
            int which = random.nextInt(samples.size());
            Sample before = samples.get(which);
            Sample after = changed(before, random);
            long start = System.nanoTime();
            told += follower.follow(before, after);
            if (i >= warmUp) nanos[i - warmUp] = System.nanoTime() - start;
            samples.set(which, after);
        }
        System.out.println(Timing.of(nanos).micros() + "; " + (warmUp + measured) + " changes, " + told + " " + what);
    }

    private static Sample changed(Sample before, Random random) {
        return Sample.of(
                Sample.NAMES.indexOf(before.getClass().getSimpleName()),
                before.key(),
                before.owner(),
                before.kind(),
                random.nextInt(1000),
                random.nextInt(4) > 0,
                before.target());
    }
}
