package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts and names in infrastructure code, with the parameters of helpers and the stage filled in. */
final class Texts {
    private static final int DEPTH = 8;

    private final Resolver resolver;
    private final Bindings bindings;
    private final Stages stages;

    Texts(Resolver resolver, Bindings bindings, Stages stages) {
        this.resolver = resolver;
        this.bindings = bindings;
        this.stages = stages;
    }

    /** The text of an expression at a stage; null when it is not known. */
    @Nullable
    String at(Located expression, String stage) {
        return at(expression, stage, 0);
    }

    private @Nullable String at(Located expression, String stage, int depth) {
        if (depth > DEPTH) return null;
        Stages.Choice choice = stages.at(expression, stage);
        Located chosen = choice.expression();
        if (choice.open() || chosen == null) return null;
        if (stages.isStage(chosen)) return stage.equals(Stages.OTHER) ? null : stage;
        Value value = bindings.value(resolver, chosen);
        if (value instanceof Value.Text text) return text.text();
        if (value instanceof Value.Number number) return number.raw();
        SyntaxNode node = chosen.node();
        if (node.is(SyntaxKind.TEMPLATE_STRING)) {
            StringBuilder text = new StringBuilder();
            for (SyntaxNode part : node.children()) {
                String piece = part.is(SyntaxKind.TEMPLATE_SUBSTITUTION)
                        ? (part.children().isEmpty()
                                ? null
                                : at(chosen.at(part.children().get(0)), stage, depth + 1))
                        : part.text();
                if (piece == null) return null;
                text.append(piece);
            }
            return text.toString();
        }
        if (node.is(SyntaxKind.BINARY_EXPRESSION)) {
            SyntaxNode operator = node.child("operator");
            Located left = chosen.child("left");
            Located right = chosen.child("right");
            if (operator == null || !operator.text().equals("+") || left == null || right == null) return null;
            String a = at(left, stage, depth + 1);
            String b = at(right, stage, depth + 1);
            return a == null || b == null ? null : a + b;
        }
        return null;
    }

    /** The name of the resource that an expression refers to; null when it refers to none. */
    @Nullable
    String reference(Located expression) {
        Located bare = Code.bare(expression);
        Value value = bindings.value(resolver, bare);
        String name = named(value);
        if (name != null) return name;
        if (value instanceof Value.Parameter parameter) return member(bare, last(parameter.name()));
        if (value instanceof Value.Global global && bare.node().is(SyntaxKind.MEMBER_EXPRESSION))
            return last(global.name());
        if (value instanceof Value.External external)
            return external.name().equals("default") || external.name().equals("*")
                    ? last(external.module().replace('/', '.'))
                    : last(external.name());
        SyntaxNode root = bare.node();
        while (root.is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode object = root.child("object");
            if (object == null) return null;
            root = object;
        }
        if (root.equals(bare.node())) return null;
        Value held = bindings.value(resolver, bare.at(root));
        String holder = named(held);
        if (holder != null) return holder;
        boolean given =
                held instanceof Value.Parameter || held instanceof Value.CallResult || held instanceof Value.External;
        SyntaxNode property = bare.node().child("property");
        return given && property != null ? property.text() : null;
    }

    /** A member such as {@code queue.arn} still means the queue. */
    private static String member(Located expression, String name) {
        SyntaxNode node = expression.node();
        boolean detail = List.of("arn", "id", "name", "value", "url", "nodes").contains(name);
        SyntaxNode object = detail && node.is(SyntaxKind.MEMBER_EXPRESSION) ? node.child("object") : null;
        SyntaxNode property = object == null ? null : object.child("property");
        return property == null ? name : property.text();
    }

    /** The name a resource is made with. */
    private @Nullable String named(Value value) {
        if (!(value instanceof Value.CallResult made) || !Creation.isCreation(made)) return null;
        List<Located> arguments = resolver.arguments(made.call()).items();
        if (arguments.isEmpty()) return null;
        return bindings.value(resolver, arguments.get(0)) instanceof Value.Text text ? text.text() : null;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
