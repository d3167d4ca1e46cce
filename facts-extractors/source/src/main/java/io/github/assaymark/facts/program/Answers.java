package io.github.assaymark.facts.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers to questions. One from before some files changed is given again while all holds that it was found with; one
 * that is found anew but says the same leaves what depends on it as it is. Used by one thread.
 */
final class Answers {
    private final OwnerProgram program;
    private final Map<Asked, Answer> known;
    private final Set<Asked> open = new HashSet<>();

    /** A question about a piece. */
    private record Asked(Question<?, ?> question, Object key) {
        @Override
        @SuppressWarnings("ReferenceEquality") // a question is a constant
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked asked && question == asked.question && key.equals(asked.key);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(question) * 31 + key.hashCode();
        }
    }

    /** What was answered; the answer of a question is what others depend on, not what it was found with. */
    static final class Answer extends Dependency {
        private final Asked asked;
        private final Object value;
        private final List<Dependency> from;
        private final List<String> missing;
        private long current;

        private Answer(Asked asked, Object value, List<Dependency> from) {
            this.asked = asked;
            this.value = value;
            this.from = from;
            this.missing = Answers.missing(from);
        }

        /** Paths of modules that were looked for while it was found, but are not there or cannot be read. */
        List<String> missing() {
            return missing;
        }

        @Override
        boolean isGiven(OwnerProgram program) {
            Answer now = program.answers().again(asked);
            return now != null && (now == this || now.value.equals(value));
        }
    }

    /** Of programs, one after the other. */
    static final class Generations {
        private final Map<Asked, Answer> known = new HashMap<>();
        private int mostly = 1000;

        /** What was not asked of the last states is forgotten when there is much of it. */
        Answers with(OwnerProgram program) {
            return new Answers(program, known);
        }

        void sweep(long oldest) {
            if (known.size() < 2 * mostly) return;
            known.values().removeIf(answer -> answer.current < oldest);
            mostly = Math.max(1000, known.size());
        }
    }

    private Answers(OwnerProgram program, Map<Asked, Answer> known) {
        this.program = program;
        this.known = known;
    }

    /** The answer to a question. */
    @SuppressWarnings("unchecked") // a question only ever gives answers of its own type
    <K, T> T of(Question<K, T> question, K key) {
        Answer answer = find(new Asked(question, key));
        program.tracing().note(answer);
        return (T) answer.value;
    }

    /** The present answer; null when what was asked about is gone, or finding it fails. */
    private @Nullable Answer again(Asked asked) {
        Answer before = known.get(asked);
        if (before != null && before.current == program.state()) return before;
        if (!isThere(asked.key())) return null;
        int start = program.tracing().begin();
        int depth = program.tracing().depth();
        try {
            return find(asked);
        } catch (RuntimeException | StackOverflowError e) {
            // Whoever asks it fails as it would have the first time.
            program.tracing().back(depth);
            program.forget();
            return null;
        } finally {
            program.tracing().drop(start);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same content is the same module
    private boolean isThere(Object key) {
        Module module = key instanceof Located located ? located.module() : key instanceof Module own ? own : null;
        return module == null || program.quietly(module.path()) == module;
    }

    private Answer find(Asked asked) {
        Answer past = known.get(asked);
        long state = program.state();
        if (past != null && (past.current == state || program.holds(past.from))) {
            past.current = state;
            return past;
        }
        if (!open.add(asked)) throw new IllegalStateException("a question leads back to itself");
        try {
            int start = program.tracing().begin();
            Object value = answer(asked.question(), asked.key());
            List<Dependency> from = program.tracing().cut(start);
            // The same object again makes it cheap to see that nothing changed.
            if (past != null && past.value.equals(value)) value = past.value;
            Answer now = new Answer(asked, value, from);
            now.current = state;
            known.put(asked, now);
            return now;
        } finally {
            open.remove(asked);
        }
    }

    @SuppressWarnings("unchecked") // a question is only asked about keys of its own type
    private Object answer(Question<?, ?> question, Object key) {
        return ((Question<Object, ?>) question).of(program, key);
    }

    /** Forgets what was being asked when somebody failed. */
    void recover() {
        open.clear();
    }

    /** Paths of modules that are not there or cannot be read, of all that something was derived with. */
    static List<String> missing(List<Dependency> dependencies) {
        Set<String> paths = new LinkedHashSet<>();
        for (Dependency one : dependencies) {
            if (one instanceof Dependency.Content content && content.module() == null) paths.add(content.path());
            else if (one instanceof Answer answer) paths.addAll(answer.missing);
        }
        return List.copyOf(paths);
    }
}
