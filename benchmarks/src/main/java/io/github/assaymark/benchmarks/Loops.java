package io.github.assaymark.benchmarks;

import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a good engineer would write by hand: hash maps and loops, outcomes only, no explanations, no deltas. */
final class Loops {
    private Loops() {}

    /** Numbers of the items that fail, by service. */
    static Map<String, List<Integer>> failing(List<Fact> facts) {
        Map<String, List<List<Sample>>> byOwner = new HashMap<>();
        Map<String, List<List<Sample>>> byTarget = new HashMap<>();
        for (Fact fact : facts) {
            if (!(fact instanceof Sample sample)) continue;
            int type = Sample.NAMES.indexOf(fact.getClass().getSimpleName());
            byOwner.computeIfAbsent(sample.owner(), k -> lists()).get(type).add(sample);
            byTarget.computeIfAbsent(sample.target(), k -> lists()).get(type).add(sample);
        }
        Map<String, List<Integer>> failing = new HashMap<>();
        List<Workload.Spec> specs = Workload.specs();
        byOwner.forEach((owner, byType) -> {
            List<Integer> numbers = new ArrayList<>();
            for (Workload.Spec spec : specs)
                if (fails(spec, byType.get(spec.type()), byTarget)) numbers.add(spec.number());
            failing.put(owner, numbers);
        });
        return failing;
    }

    /** The same with indexes that are kept: a change judges the items of one service again. */
    static final class Live {
        private final Map<String, List<List<Sample>>> byOwner = new HashMap<>();
        private final Map<String, List<List<Sample>>> byTarget = new HashMap<>();
        private final List<Workload.Spec> specs = Workload.specs();

        Live(List<Fact> facts) {
            for (Fact fact : facts) if (fact instanceof Sample sample) add(sample);
        }

        /** Numbers of the items that fail for the service of the changed fact. */
        @SuppressWarnings("ReferenceEquality") // the very fact that was put in
        List<Integer> change(Sample before, Sample after) {
            int type = type(before);
            byOwner.get(before.owner()).get(type).removeIf(sample -> sample == before);
            byTarget.get(before.target()).get(type).removeIf(sample -> sample == before);
            add(after);
            List<List<Sample>> byType = byOwner.get(after.owner());
            List<Integer> numbers = new ArrayList<>();
            for (Workload.Spec spec : specs)
                if (fails(spec, byType.get(spec.type()), byTarget)) numbers.add(spec.number());
            return numbers;
        }

        private void add(Sample sample) {
            byOwner.computeIfAbsent(sample.owner(), k -> lists())
                    .get(type(sample))
                    .add(sample);
            byTarget.computeIfAbsent(sample.target(), k -> lists())
                    .get(type(sample))
                    .add(sample);
        }

        private static int type(Sample sample) {
            return Sample.NAMES.indexOf(sample.getClass().getSimpleName());
        }
    }

    private static boolean fails(
            Workload.Spec spec, List<Sample> candidates, Map<String, List<List<Sample>>> byTarget) {
        int found = 0;
        for (Sample a : candidates) {
            if (a.num() <= spec.above() || !a.kind().equals(spec.kind())) continue;
            found++;
            switch (spec.shape()) {
                case MUST -> {
                    if (!a.flag() && a.num() >= spec.below()) return true;
                }
                case HAS_NO -> {
                    for (Sample b : partners(spec, a, byTarget)) if (b.num() > spec.below()) return true;
                }
                case HAS -> {
                    boolean any = false;
                    for (Sample b : partners(spec, a, byTarget)) any |= b.num() < spec.below();
                    if (!any) return true;
                }
                case SOME, AT_LEAST -> {}
            }
        }
        return switch (spec.shape()) {
            case SOME -> found < 1;
            case AT_LEAST -> found < 2;
            default -> false;
        };
    }

    private static List<Sample> partners(Workload.Spec spec, Sample a, Map<String, List<List<Sample>>> byTarget) {
        List<List<Sample>> byType = byTarget.get(a.key());
        if (byType == null) return List.of();
        List<Sample> partners = new ArrayList<>();
        for (Sample b : byType.get(spec.other())) if (b.owner().equals(a.owner())) partners.add(b);
        return partners;
    }

    private static List<List<Sample>> lists() {
        List<List<Sample>> lists = new ArrayList<>();
        for (int i = 0; i < Sample.TYPES; i++) lists.add(new ArrayList<>());
        return lists;
    }
}
