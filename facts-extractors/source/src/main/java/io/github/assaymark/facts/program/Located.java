package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** A piece of a module. */
public record Located(Module module, SyntaxNode node) {
    /** Another piece of the same module. */
    public Located at(SyntaxNode other) {
        return new Located(module, other);
    }

    /** The first child in a field; null when there is none. */
    public @Nullable Located child(String field) {
        SyntaxNode child = node.child(field);
        return child == null ? null : at(child);
    }

    // By hand, for pieces of modules are the keys of nearly every map.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Located piece && node.equals(piece.node) && module.equals(piece.module);
    }

    @Override
    public int hashCode() {
        return node.hashCode() * 31 + module.hashCode();
    }

    @Override
    public String toString() {
        return module.path() + ":" + node.line() + ":" + node.column() + " " + node.kind();
    }
}
