package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** What the fields of the class around a piece of code hold, as its own source says. */
final class Fields {
    private Fields() {}

    /**
     * The expression that a field is set to: where it is declared, or the only one its constructor assigns. Null when
     * it is set otherwise.
     */
    static @Nullable Located value(Located inside, String name) {
        SyntaxNode owner = Enclosing.classNode(inside.node());
        if (owner == null) return null;
        SyntaxNode field = Members.field(owner, name);
        SyntaxNode value = field == null ? null : field.child("value");
        if (value != null) return inside.at(value);
        SyntaxNode constructor = Members.method(owner, "constructor");
        if (constructor == null) return null;
        SyntaxNode only = null;
        for (SyntaxNode assignment : Syntax.below(constructor, SyntaxKind.ASSIGNMENT_EXPRESSION)) {
            String left = Syntax.dotted(assignment.child("left"));
            if (!("this." + name).equals(left)) continue;
            if (only != null) return null;
            only = assignment.child("right");
        }
        return only == null ? null : inside.at(only);
    }

    /** The type of a field, or of the parameter of the constructor that is one; null when none is written. */
    static @Nullable String type(Located inside, String name) {
        SyntaxNode owner = Enclosing.classNode(inside.node());
        if (owner == null) return null;
        SyntaxNode field = Members.field(owner, name);
        String type = field == null ? null : Members.type(field);
        if (type != null) return type;
        SyntaxNode constructor = Members.method(owner, "constructor");
        if (constructor == null) return null;
        for (SyntaxNode parameter : Members.parameters(constructor))
            if (Members.pattern(parameter).text().equals(name)) return Members.type(parameter);
        return null;
    }
}
