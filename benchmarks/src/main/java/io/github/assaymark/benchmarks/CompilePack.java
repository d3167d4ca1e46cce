package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.rule.Pack;

/** From text to rules, and from rules to a network ready for facts, warm and cold: {@code CompilePack}. */
final class CompilePack {
    private static final int RUNS = 60;

    private CompilePack() {}

    public static void main(String[] args) {
        long[] text = new long[RUNS / 2];
        long[] network = new long[RUNS / 2];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            Pack pack = ChecklistCompiler.with(Workload.catalogue()).compile("bench.groovy", Workload.text());
            long compiled = System.nanoTime();
            Assay assay = Assay.with(Workload.catalogue(), pack);
            assay.open(Workload.snapshot(0, 1)).close();
            long linked = System.nanoTime();
            if (i == 0)
                System.out.println("cold: text to rules " + (compiled - start) / 1_000_000 + " ms, rules to network "
                        + (linked - compiled) / 1_000_000 + " ms");
            if (i >= RUNS / 2) {
                text[i - RUNS / 2] = compiled - start;
                network[i - RUNS / 2] = linked - compiled;
            }
        }
        System.out.println("warm: text to rules " + Timing.of(text).millis());
        System.out.println("warm: rules to network " + Timing.of(network).millis());
    }
}
