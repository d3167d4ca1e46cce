package io.github.assaymark.core.explain;

import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of findings: the author's, filled with the facts, where they say all it names; else generated ones. */
final class Messages {
    private final Scene scene;

    Messages(Scene scene) {
        this.scene = scene;
    }

    /** With the author's label of what is asked for, where the condition has one. */
    String of(LeafRecord leaf, LeafRecord.Offence offence) {
        String message = message(leaf, offence);
        String label = leaf.leaf().label();
        return label == null ? message : Values.cut(message + "; asked for: " + label);
    }

    private String message(LeafRecord leaf, LeafRecord.Offence offence) {
        Template template = scene.item().fails();
        if (template == null) return offence.message();
        Pattern first = LeafPlans.pattern(leaf.leaf());
        Pattern second = LeafPlans.partner(leaf.leaf());
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Words words) {
                text.append(words.text());
            } else if (part instanceof Template.Hole hole) {
                Expr value = bound(hole.value(), variable(first, offence.fact()), variable(second, offence.partner()));
                if (value == null) return offence.message();
                text.append(filled(value, offence));
            }
        }
        return Values.cut(text.toString().strip());
    }

    private static @Nullable String variable(@Nullable Pattern pattern, @Nullable Fact fact) {
        return pattern == null || fact == null ? null : pattern.variable();
    }

    private String filled(Expr value, LeafRecord.Offence offence) {
        try {
            return Values.plain(scene.bindings().value(value, offence.fact(), offence.partner()));
        } catch (RuntimeException e) {
            return Values.plain(null); // a message must not fail a verdict
        }
    }

    /**
     * The expression with the first pattern's fact in the role of its own and the second's in that of the outer one;
     * null when it reads a fact that is not bound.
     */
    private static @Nullable Expr bound(Expr expr, @Nullable String first, @Nullable String second) {
        if (expr instanceof Expr.Prop prop) {
            if (prop.role() == Expr.Role.SUBJECT) return prop;
            if (prop.variable().equals(first)) return as(prop, Expr.Role.OWN);
            return prop.variable().equals(second) ? as(prop, Expr.Role.OUTER) : null;
        }
        if (expr instanceof Expr.Const || expr instanceof Expr.ParamRef || expr instanceof Expr.NowRef) return expr;
        if (expr instanceof Expr.Call call && call.arguments().isEmpty()) {
            Expr receiver = bound(call.receiver(), first, second);
            return receiver == null ? null : new Expr.Call(receiver, call.function(), List.of(), call.place());
        }
        return null;
    }

    private static Expr as(Expr.Prop prop, Expr.Role role) {
        return new Expr.Prop(role, prop.variable(), prop.factType(), prop.property(), prop.type(), prop.place());
    }
}
