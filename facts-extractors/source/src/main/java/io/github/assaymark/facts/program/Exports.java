package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a module exports. Immutable once its module is built. */
final class Exports {
    /** One exported name. */
    sealed interface Export {
        /** A name the module declares or imports. */
        record Name(String local) implements Export {}

        /** An expression, function or class. */
        record Node(SyntaxNode node) implements Export {}

        /** What another module exports; {@code name} is an exported name, {@code default} or {@code *}. */
        record From(String specifier, String name) implements Export {}
    }

    private final Map<String, Export> named = new LinkedHashMap<>();
    private final List<String> stars = new ArrayList<>();
    private @Nullable SyntaxNode whole;

    void name(String exported, Export export) {
        named.put(exported, export);
    }

    void star(String specifier) {
        stars.add(specifier);
    }

    void whole(SyntaxNode node) {
        whole = node;
    }

    /** By exported name. */
    Map<String, Export> named() {
        return named;
    }

    /** Whether something may be exported that the module has under a name. */
    boolean mayExport(String local) {
        if (whole != null) return true;
        for (Export export : named.values()) {
            if (export instanceof Export.Name name && name.local().equals(local)) return true;
            if (export instanceof Export.Node) return true;
        }
        return false;
    }

    /** Modules of which everything is exported. */
    List<String> stars() {
        return stars;
    }

    /** What is assigned to {@code module.exports}; null for nothing. */
    @Nullable
    SyntaxNode whole() {
        return whole;
    }
}
