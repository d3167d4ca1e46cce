package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of functions. */
final class Functions {
    private static final Set<String> PARAMETERS = Set.of(
            SyntaxKind.REQUIRED_PARAMETER,
            SyntaxKind.OPTIONAL_PARAMETER,
            SyntaxKind.IDENTIFIER,
            SyntaxKind.ASSIGNMENT_PATTERN,
            SyntaxKind.OBJECT_PATTERN,
            SyntaxKind.ARRAY_PATTERN,
            SyntaxKind.REST_PATTERN);

    private Functions() {}

    /** Its parameters, without a declared {@code this}. */
    static List<SyntaxNode> parameters(SyntaxNode function) {
        SyntaxNode single = function.child("parameter");
        if (single != null) return List.of(single);
        SyntaxNode list = function.child("parameters");
        if (list == null) return List.of();
        return list.children().stream()
                .filter(child -> PARAMETERS.contains(child.kind()))
                .filter(child -> {
                    SyntaxNode pattern = child.child("pattern");
                    return pattern == null || !pattern.is(SyntaxKind.THIS);
                })
                .toList();
    }

    /** The one expression a function returns; null when there are several, or none, or only on some ways. */
    static @Nullable SyntaxNode returned(SyntaxNode function) {
        SyntaxNode body = function.child("body");
        if (body == null || !Kinds.function(function)) return null;
        if (function.is(SyntaxKind.GENERATOR_FUNCTION) || function.is(SyntaxKind.GENERATOR_FUNCTION_DECLARATION))
            return null;
        if (!body.is(SyntaxKind.STATEMENT_BLOCK)) return body;
        if (function.is(SyntaxKind.METHOD_DEFINITION) && function.child("operator") != null) return null;
        SyntaxNode found = null;
        Deque<SyntaxNode> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            for (SyntaxNode child : open.pop().children()) {
                if (Kinds.function(child) || Kinds.type(child)) continue;
                if (child.is(SyntaxKind.RETURN_STATEMENT)) {
                    if (found != null) return null;
                    found = child;
                }
                open.push(child);
            }
        }
        if (found == null || found.children().size() != 1) return null;
        return body.equals(found.parent()) ? found.children().get(0) : null;
    }
}
