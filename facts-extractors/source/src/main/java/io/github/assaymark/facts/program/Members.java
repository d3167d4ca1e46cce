package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of classes. */
final class Members {
    static final String STATIC = "static ";

    private Members() {}

    /** The class that {@code this} stands for at a place; null when it is something else. */
    static @Nullable SyntaxNode around(SyntaxNode node) {
        SyntaxNode at = node.parent();
        while (at != null) {
            if (Kinds.type(at)) return at;
            boolean own = Kinds.function(at) && !at.is(SyntaxKind.ARROW_FUNCTION);
            SyntaxNode parent = at.parent();
            if (own && (parent == null || !parent.is(SyntaxKind.CLASS_BODY))) return null;
            at = parent;
        }
        return null;
    }

    /** The method or field of a class; null when it has none of its own. */
    static @Nullable SyntaxNode of(Located type, String name, boolean isStatic) {
        return type.module().members(type.node()).get(isStatic ? STATIC + name : name);
    }

    /** All methods and fields of a class; of those with the same name the first. */
    static Map<String, SyntaxNode> table(SyntaxNode type) {
        SyntaxNode body = type.child("body");
        Map<String, SyntaxNode> table = new HashMap<>();
        if (body == null) return table;
        for (SyntaxNode member : body.children()) {
            boolean method = member.is(SyntaxKind.METHOD_DEFINITION);
            if (!method && !member.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) continue;
            SyntaxNode key = member.child("name");
            String name = key == null ? null : Literals.key(key);
            if (name != null) table.putIfAbsent(member.child("static") == null ? name : STATIC + name, member);
        }
        return table;
    }

    /** What a class extends; null for nothing. */
    static @Nullable SyntaxNode parent(SyntaxNode type) {
        for (SyntaxNode heritage : type.children()) {
            if (!heritage.is(SyntaxKind.CLASS_HERITAGE)) continue;
            for (SyntaxNode clause : heritage.children()) {
                if (clause.is(SyntaxKind.EXTENDS_CLAUSE)) {
                    SyntaxNode value = clause.child("value");
                    if (value != null) return value;
                    return clause.children().isEmpty()
                            ? null
                            : clause.children().get(0);
                }
            }
        }
        return null;
    }

    /** Whether {@code this} stands for the class itself at a place. */
    static boolean isStatic(SyntaxNode self) {
        SyntaxNode at = self.parent();
        while (at != null) {
            SyntaxNode parent = at.parent();
            if (parent != null && parent.is(SyntaxKind.CLASS_BODY))
                return at.child("static") != null || at.is(SyntaxKind.CLASS_STATIC_BLOCK);
            at = parent;
        }
        return false;
    }
}
