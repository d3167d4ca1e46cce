package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One fact changed in a live session, to new verdicts: {@code OneFact FACTS SERVICES}. */
final class OneFact {
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 20_000;

    private OneFact() {}

    public static void main(String[] args) {
        Snapshot snapshot = Workload.snapshot(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Assay assay = Assay.with(
                Workload.catalogue(),
                ChecklistCompiler.with(Workload.catalogue()).compile("bench.groovy", Workload.text()));
        List<Sample> samples = new ArrayList<>();
        for (Fact fact : snapshot.facts()) if (fact instanceof Sample sample) samples.add(sample);
        Random random = new Random(3);
        long[] nanos = new long[MEASURED];
        long changes = 0;
        try (LiveAssessment live = assay.open(snapshot)) {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                int which = random.nextInt(samples.size());
                Sample before = samples.get(which);
                Sample after = changed(before, random);
                FactDelta delta = new FactDelta(List.of((Fact) before), List.of((Fact) after));
                long start = System.nanoTime();
                changes += live.apply(delta).changes().size();
                if (i >= WARM_UP) nanos[i - WARM_UP] = System.nanoTime() - start;
                samples.set(which, after);
            }
        }
        System.out.println(Timing.of(nanos).micros() + "; " + changes + " verdicts changed");
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
