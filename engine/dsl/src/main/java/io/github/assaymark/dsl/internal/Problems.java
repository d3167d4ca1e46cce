package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.PackException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the problems of a pack, so that one does not hide the next. */
final class Problems {
    private static final int MOST = 200;

    private final SortedSet<Problem> found = new TreeSet<>();

    void add(Problem problem) {
        found.add(problem);
    }

    /** What {@code reading} gives; null when it is refused, which is then noted. */
    <T> @Nullable T attempt(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            add(refusal.problem());
            return null;
        }
    }

    void run(Runnable reading) {
        try {
            reading.run();
        } catch (Refusal refusal) {
            add(refusal.problem());
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (found.isEmpty()) return;
        List<String> texts = found.stream().map(Problem::text).limit(MOST).toList();
        throw new PackException(texts);
    }
}
