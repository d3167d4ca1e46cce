package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
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
    private final Map<Module, Map<SyntaxNode, T>> known;
    private final Map<Module, Map<SyntaxNode, T>> earlier;

    /** Something that was derived. */
    interface Derived {
        /** The answers about other files it was derived with. */
        List<Dependency> from();
    }

    /** What was derived by programs, one after the other. */
    static final class Generations<T extends Derived> {
        private Map<Module, Map<SyntaxNode, T>> newest = new HashMap<>();

        Remembered<T> next(OwnerProgram program) {
            Map<Module, Map<SyntaxNode, T>> earlier = newest;
            newest = new HashMap<>();
            return new Remembered<>(program, newest, earlier);
        }
    }

    private Remembered(
            OwnerProgram program, Map<Module, Map<SyntaxNode, T>> known, Map<Module, Map<SyntaxNode, T>> earlier) {
        this.program = program;
        this.known = known;
        this.earlier = earlier;
    }

    /** Null when it has to be derived. */
    @Nullable
    T get(Located piece) {
        Map<SyntaxNode, T> pieces = known.get(piece.module());
        T found = pieces == null ? null : pieces.get(piece.node());
        if (found != null || earlier.isEmpty()) return found;
        Map<SyntaxNode, T> past = earlier.get(piece.module());
        T before = past == null ? null : past.remove(piece.node());
        if (before == null || !program.holds(before.from())) return null;
        put(piece, before);
        return before;
    }

    void put(Located piece, T derived) {
        known.computeIfAbsent(piece.module(), module -> new HashMap<>()).put(piece.node(), derived);
    }
}
