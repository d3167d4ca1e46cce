package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.verdict.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing to do to turn an item green. */
sealed interface Step {

    int cost();

    /**
     * Give a property another value.
     *
     * @param outer what {@code because} was evaluated with
     */
    record Change(
            Fact fact,
            String property,
            @Nullable Object to,
            Expr because,
            @Nullable Fact outer) implements Step {
        @Override
        public int cost() {
            return 1;
        }
    }

    /** Add a fact; {@code text} says which. */
    record Add(Fact fact, String text) implements Step {
        @Override
        public int cost() {
            return 2;
        }
    }

    /** Take a fact away. */
    record Remove(Fact fact) implements Step {
        @Override
        public int cost() {
            return 2;
        }
    }

    /** Something only a person can do, or nobody can try in advance. */
    record Told(Remedy.Edit edit) implements Step {
        @Override
        public int cost() {
            return switch (edit.action()) {
                case CHANGE, COLLECT -> 1;
                case ADD, REMOVE -> 2;
                case ATTEST -> 3;
            };
        }
    }

    /** Steps that together are enough. */
    record Plan(List<Step> steps) {
        static final Plan NOTHING = new Plan(List.of());

        public Plan {
            steps = steps.stream().sorted(Comparator.comparingInt(Step::cost)).toList();
        }

        int cost() {
            return steps.stream().mapToInt(Step::cost).sum();
        }

        /** Whether the steps can be tried in advance. */
        boolean triable() {
            return steps.stream().noneMatch(Told.class::isInstance);
        }

        Plan and(Plan other) {
            List<Step> all = new ArrayList<>(steps);
            for (Step step : other.steps) if (!all.contains(step)) all.add(step);
            return new Plan(all);
        }

        Plan without(int index) {
            List<Step> rest = new ArrayList<>(steps);
            rest.remove(index);
            return new Plan(rest);
        }

        /** The change of facts the steps come to; null when a changed fact cannot be made. */
        @Nullable
        FactDelta delta() {
            Map<Fact, Map<String, @Nullable Object>> changes = new LinkedHashMap<>();
            List<Fact> removed = new ArrayList<>();
            List<Fact> added = new ArrayList<>();
            for (Step step : steps) {
                if (step instanceof Change change)
                    changes.computeIfAbsent(change.fact(), fact -> new HashMap<>())
                            .put(change.property(), change.to());
                if (step instanceof Add add) added.add(add.fact());
                if (step instanceof Remove remove) removed.add(remove.fact());
            }
            for (Map.Entry<Fact, Map<String, @Nullable Object>> entry : changes.entrySet()) {
                Fact copy = FactCopies.with(entry.getKey(), entry.getValue());
                if (copy == null) return null;
                if (!removed.contains(entry.getKey())) removed.add(entry.getKey());
                added.add(copy);
            }
            return new FactDelta(removed, added);
        }
    }
}
