package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Outcome;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;

/**
 * One judging in a fresh process: {@code ColdJudge assay|live|loops|evrete FACTS SERVICES}. Facts are made and rules
 * compiled before the clock starts; nothing is warmed up.
 */
final class ColdJudge {
    private ColdJudge() {}

    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        int services = Integer.parseInt(args[2]);
        Snapshot snapshot = Workload.snapshot(count, services);
        switch (args[0]) {
            case "loops" -> {
                Clock start = Clock.start();
                long failing = Loops.failing(snapshot.facts()).values().stream()
                        .mapToLong(List::size)
                        .sum();
                print(start, failing + " items fail");
            }
            case "evrete" -> evrete(snapshot);
            case "assay" -> assay(snapshot, false);
            case "live" -> assay(snapshot, true);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void assay(Snapshot snapshot, boolean network) {
        Pack pack = ChecklistCompiler.with(Workload.catalogue()).compile("bench.groovy", Workload.text());
        Assay assay = Assay.with(Workload.catalogue(), pack);
        Clock start = Clock.start();
        Assessment assessment = network ? opened(assay, snapshot) : assay.assess(snapshot);
        long failing = assessment.verdicts().stream()
                .filter(v -> v.outcome().kind() == Outcome.Kind.FAIL)
                .count();
        print(start, failing + " items fail, " + assessment.verdicts().size() + " verdicts");
    }

    private static Assessment opened(Assay assay, Snapshot snapshot) {
        try (LiveAssessment live = assay.open(snapshot)) {
            return live.assessment();
        }
    }

    private static void evrete(Snapshot snapshot) {
        try (EvreteJudge judge = new EvreteJudge()) {
            var knowledge = judge.compile();
            Clock start = Clock.start();
            long failing = judge.failing(knowledge, snapshot.facts()).values().stream()
                    .mapToLong(Set::size)
                    .sum();
            print(start, failing + " items fail of the 180 it can say");
        }
    }

    /** Wall time, and the processor time of the judging thread, which a busy machine does not stretch. */
    private record Clock(long wall, long cpu) {
        static Clock start() {
            return new Clock(System.nanoTime(), thread());
        }

        String stop() {
            return (System.nanoTime() - wall) / 1_000_000 + " ms wall, " + (thread() - cpu) / 1_000_000 + " ms CPU";
        }

        private static long thread() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private static void print(Clock start, String result) {
        System.out.println(start.stop() + ", " + result);
    }
}
