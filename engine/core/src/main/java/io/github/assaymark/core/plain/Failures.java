package io.github.assaymark.core.plain;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.model.Fact;
import org.jspecify.annotations.Nullable;

/** Failures of expressions: all are met before one is reported, so that the order of facts does not choose it. */
final class Failures {
    private @Nullable String message;

    boolean test(Fn fn, Fact own, @Nullable Fact outer, @Nullable Fact subject, Environment env) {
        try {
            return fn.test(own, outer, subject, env);
        } catch (RuntimeException e) {
            note(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return false;
        }
    }

    boolean any() {
        return message != null;
    }

    void add(Failures others) {
        if (others.message != null) note(others.message);
    }

    private void note(String text) {
        if (message == null || text.compareTo(message) < 0) message = text;
    }

    void raise() {
        if (message != null) throw new IllegalStateException(message);
    }
}
