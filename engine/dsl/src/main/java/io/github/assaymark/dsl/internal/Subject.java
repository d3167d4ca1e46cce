package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The type an item judges, or the problem of the text that was to name it. */
final class Subject {
    private final @Nullable FactType type;
    private final @Nullable Problem problem;

    private Subject(@Nullable FactType type, @Nullable Problem problem) {
        this.type = type;
        this.problem = problem;
    }

    static Subject of(FactType type) {
        return new Subject(type, null);
    }

    static Subject broken(Problem problem) {
        return new Subject(null, problem);
    }

    /** The type; refuses with the noted problem when there is none, which then is reported once. */
    FactType type() {
        if (type != null) return type;
        throw new Refusal(Objects.requireNonNull(problem));
    }
}
