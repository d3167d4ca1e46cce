package io.github.assaymark.facts.program;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was derived of modules, and what extractors said of single ones: to be used again while nothing changes that it
 * was derived from. Used by one thread at a time.
 */
final class OwnerMemory {
    private static final int MAX_REDACTED = 20_000;

    private final Map<String, Map<Module, Said>> works = new HashMap<>();
    private final Answers.Generations questions = new Answers.Generations();
    private final Remembered.Generations<Traced<Value>> answers = new Remembered.Generations<>();
    private final Remembered.Generations<Evaluation.Known> values = new Remembered.Generations<>();
    private final Remembered.Generations<Traced<Callee>> callees = new Remembered.Generations<>();
    private final Remembered.Generations<Traced<String>> shown = new Remembered.Generations<>();
    private final Map<Fact, Fact> redacted = new HashMap<>();

    /**
     * What was said of a module.
     *
     * @param given what else it was said for
     * @param value what the work gave
     * @param facts in order
     * @param gaps with the names of the fact types
     * @param keys that were asked for
     * @param from what it was derived from
     * @param missing paths of modules among it that are not there or cannot be read
     */
    record Said(
            Object given,
            Object value,
            List<Fact> facts,
            List<Missing> gaps,
            Counted keys,
            List<Dependency> from,
            List<String> missing) {}

    record Missing(String type, Coverage.Gap gap) {}

    /** Keys that were asked for, with how often each was before, and after. */
    static final class Counted {
        private final String[] keys;
        private final int[] before;
        private final int[] after;

        /** {@code asked} are the keys with how often each was before; {@code now} holds how often they are after. */
        Counted(Map<String, Integer> asked, DistinctKeys now) {
            this.keys = asked.keySet().toArray(new String[0]);
            this.before = new int[keys.length];
            this.after = new int[keys.length];
            for (int i = 0; i < keys.length; i++) {
                before[i] = asked.getOrDefault(keys[i], 0);
                after[i] = now.given(keys[i]);
            }
        }

        /** Gives them again; false, with nothing changed, when other keys were given before. */
        boolean again(DistinctKeys all) {
            return all.again(keys, before, after);
        }
    }

    Answers.Generations questions() {
        return questions;
    }

    Remembered.Generations<Traced<Value>> answers() {
        return answers;
    }

    Remembered.Generations<Evaluation.Known> values() {
        return values;
    }

    Remembered.Generations<Traced<Callee>> callees() {
        return callees;
    }

    Remembered.Generations<Traced<String>> shown() {
        return shown;
    }

    /** A fact without credentials; the same object as before when the same was said before. */
    Fact redacted(Fact fact) {
        Fact before = redacted.get(fact);
        if (before != null) return before;
        if (redacted.size() >= MAX_REDACTED) redacted.clear();
        Fact without = Redaction.of(fact);
        redacted.put(fact, without);
        return without;
    }

    /** What a work said of modules that are still there, or were not long ago: to be written to. */
    Map<Module, Said> of(String work) {
        return works.computeIfAbsent(work, name -> new HashMap<>());
    }

    /** A module is no longer there, or holds something else. */
    void forget(Module module) {
        works.values().forEach(said -> said.remove(module));
    }

    /** Only these modules are still there. */
    void retain(Predicate<Module> present) {
        works.values().forEach(said -> said.keySet().removeIf(present.negate()));
    }
}
