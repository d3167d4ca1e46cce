package io.github.assaymark.facts.program;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was derived of modules, and what extractors said of single ones: to be used again while nothing changes that it
 * was derived from. Used by one thread at a time.
 */
final class OwnerMemory {
    private final Map<String, Map<Module, Said>> works = new HashMap<>();
    private final Answers.Generations questions = new Answers.Generations();
    private final Remembered.Generations<Traced<Value>> answers = new Remembered.Generations<>();
    private final Remembered.Generations<Evaluation.Known> values = new Remembered.Generations<>();
    private final Remembered.Generations<Traced<Callee>> callees = new Remembered.Generations<>();

    /**
     * What was said of a module.
     *
     * @param given what else it was said for
     * @param value what the work gave
     * @param facts in order
     * @param gaps with the names of the fact types
     * @param keys that were asked for, with how often each was before, and after
     * @param from what it was derived from
     */
    record Said(
            Object given,
            Object value,
            List<Fact> facts,
            List<Missing> gaps,
            Map<String, Counted> keys,
            List<Dependency> from) {}

    record Missing(String type, Coverage.Gap gap) {}

    record Counted(int before, int after) {}

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

    /** What a work said of modules; null for nothing. */
    @Nullable
    Map<Module, Said> of(String work) {
        return works.get(work);
    }

    /** Takes the place of what it said before. */
    void now(String work, Map<Module, Said> said) {
        works.put(work, said);
    }
}
