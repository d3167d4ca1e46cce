package io.github.assaymark.facts.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was derived of pieces of modules, also with the program from before some files changed: that is taken over where
 * it still holds. Used by one thread.
 */
final class Remembered<T extends Remembered.Derived> {
    private final OwnerProgram program;
    private final Map<Located, T> known;
    private final Map<Located, T> earlier;

    /** Something that was derived. */
    interface Derived {
        /** The answers about other files it was derived with. */
        List<Dependency> from();
    }

    /** What was derived by programs, one after the other. */
    static final class Generations<T extends Derived> {
        private Map<Located, T> newest = new HashMap<>();

        Remembered<T> next(OwnerProgram program) {
            Map<Located, T> earlier = newest;
            newest = new HashMap<>();
            return new Remembered<>(program, newest, earlier);
        }
    }

    private Remembered(OwnerProgram program, Map<Located, T> known, Map<Located, T> earlier) {
        this.program = program;
        this.known = known;
        this.earlier = earlier;
    }

    /** Null when it has to be derived. */
    @Nullable
    T get(Located piece) {
        T found = known.get(piece);
        if (found != null || earlier.isEmpty()) return found;
        T before = earlier.remove(piece);
        if (before == null || !program.holds(before.from())) return null;
        known.put(piece, before);
        return before;
    }

    void put(Located piece, T derived) {
        known.put(piece, derived);
    }
}
