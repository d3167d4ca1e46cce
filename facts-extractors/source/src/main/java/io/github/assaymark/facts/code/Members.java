package io.github.assaymark.facts.code;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of classes and functions. */
final class Members {
    private Members() {}

    /** The members of a class. */
    static List<SyntaxNode> of(SyntaxNode classNode) {
        SyntaxNode body = classNode.child("body");
        return body == null ? List.of() : body.children();
    }

    /** A method of a class with a body, or the function a field of it holds; null when it has none of that name. */
    static @Nullable SyntaxNode method(SyntaxNode classNode, String name) {
        for (SyntaxNode member : of(classNode)) {
            SyntaxNode memberName = member.child("name");
            if (memberName == null || !Syntax.name(memberName).equals(name)) continue;
            if (member.is(SyntaxKind.METHOD_DEFINITION)) return member;
            SyntaxNode value = member.child("value");
            if (value != null && Syntax.function(Syntax.bare(value))) return Syntax.bare(value);
        }
        return null;
    }

    /** A field of a class; null when it has none of that name. */
    static @Nullable SyntaxNode field(SyntaxNode classNode, String name) {
        for (SyntaxNode member : of(classNode)) {
            if (!member.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) continue;
            SyntaxNode memberName = member.child("name");
            if (memberName != null && Syntax.name(memberName).equals(name)) return member;
        }
        return null;
    }

    /** The parameters of a function: nodes of required, optional and rest parameters, or one identifier. */
    static List<SyntaxNode> parameters(SyntaxNode function) {
        SyntaxNode parameters = function.child("parameters");
        if (parameters != null) return parameters.children();
        SyntaxNode single = function.child("parameter");
        return single == null ? List.of() : List.of(single);
    }

    /** The first parameter; null when there is none. */
    static @Nullable SyntaxNode firstParameter(SyntaxNode function) {
        List<SyntaxNode> parameters = parameters(function);
        return parameters.isEmpty() ? null : pattern(parameters.get(0));
    }

    /** The name or pattern of a parameter. */
    static SyntaxNode pattern(SyntaxNode parameter) {
        SyntaxNode pattern = parameter.child("pattern");
        return pattern == null ? parameter : pattern;
    }

    /** The type written after a parameter, field or variable, without the colon; null when there is none. */
    static @Nullable String type(SyntaxNode declared) {
        SyntaxNode type = declared.child("type");
        if (type == null) return null;
        String text = Syntax.line(type.text());
        return text.startsWith(":") ? text.substring(1).strip() : text;
    }

    /** Names of the decorators of a class or member, in order. */
    static List<String> decorators(SyntaxNode decorated) {
        List<String> names = new ArrayList<>();
        for (SyntaxNode decorator : decoratorNodes(decorated)) {
            if (decorator.children().isEmpty()) continue;
            SyntaxNode what = decorator.children().get(0);
            SyntaxNode target = what.is(SyntaxKind.CALL_EXPRESSION) ? Syntax.target(what) : what;
            String dotted = Syntax.dotted(target);
            if (dotted != null) names.add(dotted);
        }
        return names;
    }

    /** The decorators of a class or member, in order; those before {@code export} belong to the class. */
    static List<SyntaxNode> decoratorNodes(SyntaxNode decorated) {
        List<SyntaxNode> nodes = new ArrayList<>();
        SyntaxNode parent = decorated.parent();
        if (Syntax.classLike(decorated) && parent != null && parent.is(SyntaxKind.EXPORT_STATEMENT))
            nodes.addAll(parent.children("decorator"));
        nodes.addAll(decorated.children("decorator"));
        return nodes;
    }
}
