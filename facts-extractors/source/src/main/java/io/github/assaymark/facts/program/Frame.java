package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** The call that a function is looked at for. Two frames are never equal. */
final class Frame {
    private final Module module;
    private final SyntaxNode function;
    private final Value.Items arguments;
    private final @Nullable Frame caller;

    /** {@code caller} is the call of the function that holds this call; null when that does not matter. */
    Frame(Located function, Value.Items arguments, @Nullable Frame caller) {
        this.module = function.module();
        this.function = function.node();
        this.arguments = arguments;
        this.caller = caller;
    }

    /** Whether it is for a call of a function. */
    boolean of(Module other, SyntaxNode node) {
        return module == other && function.equals(node);
    }

    /** Whether a node stands in the function that is called. */
    boolean holds(Module other, SyntaxNode node) {
        if (module != other) return false;
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) if (at.equals(function)) return true;
        return false;
    }

    Value.Items arguments() {
        return arguments;
    }

    @Nullable
    Frame caller() {
        return caller;
    }
}
