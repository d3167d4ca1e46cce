package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.rule.Pack;
import java.util.ArrayList;
import java.util.List;

/**
 * From text to rules, and from rules to a network ready for facts, warm and cold, with Evrete beside it in the same
 * process: {@code CompilePack}. Loops written by hand have nothing to compile: javac did it before.
 */
final class CompilePack {
    private static final int RUNS = 60;
    private static final int SLOW_RUNS = 12;

    private CompilePack() {}

    /** Compiling in two steps, the second of which may be nothing. */
    private interface Steps {
        void run(List<Long> first, List<Long> second);
    }

    public static void main(String[] args) {
        measure("text to rules", "rules to a network ready for facts", RUNS, CompilePack::assay);
        measure("Evrete, 180 of the items as predicates, to a session ready for facts", "", RUNS, CompilePack::evrete);
        measure(
                "Evrete, 180 of the items as text, to a session ready for facts",
                "",
                SLOW_RUNS,
                CompilePack::evreteText);
    }

    private static void assay(List<Long> text, List<Long> network) {
        long start = System.nanoTime();
        Pack pack = ChecklistCompiler.with(Workload.catalogue()).compile("bench.groovy", Workload.text());
        long compiled = System.nanoTime();
        Assay assay = Assay.with(Workload.catalogue(), pack);
        assay.open(Workload.snapshot(0, 1)).close();
        text.add(compiled - start);
        network.add(System.nanoTime() - compiled);
    }

    private static void evrete(List<Long> predicates, List<Long> none) {
        try (EvreteJudge judge = new EvreteJudge()) {
            long start = System.nanoTime();
            judge.compile().newStatefulSession().close();
            predicates.add(System.nanoTime() - start);
        }
    }

    private static void evreteText(List<Long> texts, List<Long> none) {
        try (EvreteJudge judge = new EvreteJudge()) {
            long start = System.nanoTime();
            judge.compileTexts().newStatefulSession().close();
            texts.add(System.nanoTime() - start);
        }
    }

    /** The first half warms up; the very first is the cold one. */
    private static void measure(String first, String second, int runs, Steps steps) {
        List<Long> a = new ArrayList<>();
        List<Long> b = new ArrayList<>();
        for (int i = 0; i < runs; i++) steps.run(a, b);
        print(first, a);
        if (!second.isEmpty()) print(second, b);
    }

    private static void print(String what, List<Long> nanos) {
        long[] warm = nanos.subList(nanos.size() / 2, nanos.size()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        System.out.println(what + ": cold " + nanos.get(0) / 1_000_000 + " ms, warm "
                + Timing.of(warm).millis());
    }
}
