package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was derived of pieces of modules, also with programs from before some files changed: that is given again where
 * it still holds. Used by one thread.
 */
final class Remembered<T extends Remembered.Derived> {
    private final OwnerProgram program;
    private final Map<String, Pieces<T>> known;

    /** Something that was derived. */
    interface Derived {
        /** The answers about other files it was derived with. */
        List<Dependency> from();
    }

    /** What was derived by programs, one after the other, as long as the modules stay what they are. */
    static final class Generations<T extends Derived> {
        private final Map<String, Pieces<T>> known = new HashMap<>();

        Remembered<T> with(OwnerProgram program) {
            return new Remembered<>(program, known);
        }
    }

    /** The pieces of one module. */
    private static final class Pieces<T> {
        private final Module module;
        private final Map<SyntaxNode, Slot<T>> slots = new HashMap<>();

        Pieces(Module module) {
            this.module = module;
        }
    }

    private static final class Slot<T> {
        private final T value;
        private long held;

        Slot(T value, long held) {
            this.value = value;
            this.held = held;
        }
    }

    private Remembered(OwnerProgram program, Map<String, Pieces<T>> known) {
        this.program = program;
        this.known = known;
    }

    @SuppressWarnings("ReferenceEquality") // the same content is the same module
    private @Nullable Pieces<T> pieces(Module module) {
        Pieces<T> pieces = known.get(module.path());
        return pieces == null || pieces.module != module ? null : pieces;
    }

    /** Null when it has to be derived. */
    @Nullable
    T get(Located piece) {
        Pieces<T> pieces = pieces(piece.module());
        Slot<T> slot = pieces == null ? null : pieces.slots.get(piece.node());
        if (pieces == null || slot == null) return null;
        long now = program.state();
        if (slot.held == now) return slot.value;
        if (program.holds(slot.value.from())) {
            slot.held = now;
            return slot.value;
        }
        pieces.slots.remove(piece.node());
        return null;
    }

    void put(Located piece, T derived) {
        Pieces<T> pieces = pieces(piece.module());
        if (pieces == null) {
            pieces = new Pieces<>(piece.module());
            known.put(piece.module().path(), pieces);
        }
        pieces.slots.put(piece.node(), new Slot<>(derived, program.state()));
    }
}
