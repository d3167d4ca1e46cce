package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which names and calls stand for which applications at a point of a {@link Replay}. Used by one thread. */
final class Bindings {
    private static final int MAX_DEPTH = 8;

    private final Resolver resolver;
    private final Map<Key, Bound> names = new HashMap<>();
    private final Map<Located, Bound> results = new HashMap<>();

    /** What declares a name; {@code name} is empty unless one declaration declares several. */
    private record Key(Located declaration, String name) {}

    Bindings(Resolver resolver) {
        this.resolver = resolver;
    }

    void result(Located call, Bound bound) {
        results.put(call, bound);
    }

    void forget(Located call) {
        results.remove(call);
    }

    void parameter(Located parameter, @Nullable Bound bound) {
        put(parameter, "", bound);
        SyntaxNode pattern = parameter.node().child("pattern");
        if (pattern != null && pattern.is(SyntaxKind.OBJECT_PATTERN)) take(parameter, pattern, bound);
    }

    private void put(Located declaration, String name, @Nullable Bound bound) {
        if (bound == null) names.remove(new Key(declaration, name));
        else names.put(new Key(declaration, name), bound);
    }

    /** {@code const { app, routes: r } = bound}. */
    private void take(Located declaration, SyntaxNode pattern, @Nullable Bound bound) {
        for (SyntaxNode part : pattern.children()) {
            SyntaxNode key = part.is(SyntaxKind.PAIR_PATTERN) ? part.child("key") : part;
            SyntaxNode local = part.is(SyntaxKind.PAIR_PATTERN) ? part.child("value") : part;
            if (key == null || local == null) continue;
            Bound field =
                    bound instanceof Bound.Instance instance ? instance.fields().get(key.text()) : null;
            put(declaration, local.text(), field);
        }
    }

    /** {@code const name = value}. */
    void declare(Located declarator, Frame frame) {
        SyntaxNode name = declarator.node().child("name");
        Located value = declarator.child("value");
        if (name == null) return;
        Bound bound = value == null ? null : of(value, frame);
        if (name.is(SyntaxKind.OBJECT_PATTERN)) take(declarator, name, bound);
        else put(declarator, "", bound);
    }

    /** {@code name = value} or {@code this.name = value}. */
    void assign(Located assignment, Frame frame) {
        Located left = assignment.child("left");
        Located right = assignment.child("right");
        if (left == null || right == null) return;
        Bound bound = of(right, frame);
        if (left.node().is(SyntaxKind.IDENTIFIER)) {
            Located declaration = resolver.declaration(left);
            if (declaration != null) put(declaration, "", bound);
            return;
        }
        SyntaxNode property = left.node().child("property");
        Located object = left.child("object");
        if (property == null || object == null) return;
        if (!(of(object, frame) instanceof Bound.Instance instance)) return;
        instance.values().put(property.text(), right);
        if (bound != null) instance.fields().put(property.text(), bound);
        else instance.fields().remove(property.text());
    }

    /** Lets a name stand for nothing that is known. */
    void forgetName(Located name) {
        Located declaration = resolver.declaration(name);
        if (declaration != null) put(declaration, "", null);
    }

    /** What an expression stands for; null when that is no application and leads to none. */
    @Nullable
    Bound of(Located expression, Frame frame) {
        return of(expression, frame, 0);
    }

    private @Nullable Bound of(Located expression, Frame frame, int depth) {
        if (depth > MAX_DEPTH) return null;
        Located bare = Syntax.bare(expression);
        return switch (bare.node().kind()) {
            case SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION -> {
                Bound result = results.get(bare);
                yield result == null ? value(bare) : result;
            }
            case SyntaxKind.THIS -> frame.self();
            case SyntaxKind.IDENTIFIER, SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER -> name(bare);
            case SyntaxKind.MEMBER_EXPRESSION -> member(bare, frame, depth);
            case SyntaxKind.ASSIGNMENT_EXPRESSION -> {
                Located right = bare.child("right");
                yield right == null ? null : of(right, frame, depth + 1);
            }
            case SyntaxKind.OBJECT -> literal(bare, frame, depth);
            default -> null;
        };
    }

    private @Nullable Bound name(Located name) {
        Located declaration = resolver.declaration(name);
        if (declaration != null) {
            Bound bound = names.get(new Key(declaration, ""));
            if (bound == null)
                bound = names.get(new Key(declaration, name.node().text()));
            if (bound != null) return bound;
        }
        return value(name);
    }

    private @Nullable Bound value(Located expression) {
        if (!(resolver.value(expression) instanceof Value.CallResult result)) return null;
        Bound bound = results.get(result.site());
        return bound == null ? results.get(result.call()) : bound;
    }

    private @Nullable Bound member(Located member, Frame frame, int depth) {
        Located object = member.child("object");
        SyntaxNode property = member.node().child("property");
        if (object == null || property == null) return null;
        Bound of = of(object, frame, depth + 1);
        if (of instanceof Bound.Instance instance) return instance.fields().get(property.text());
        return of == null ? value(member) : null;
    }

    private @Nullable Bound literal(Located object, Frame frame, int depth) {
        Bound.Instance instance = Bound.Instance.of(null);
        for (SyntaxNode part : object.node().children()) {
            if (part.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER))
                field(instance, part.text(), object.at(part), frame, depth);
            SyntaxNode key = part.child("key");
            SyntaxNode value = part.child("value");
            if (part.is(SyntaxKind.PAIR) && key != null && value != null)
                field(instance, Syntax.unquoted(key.text()), object.at(value), frame, depth);
        }
        return instance.fields().isEmpty() ? null : instance;
    }

    private void field(Bound.Instance instance, String name, Located value, Frame frame, int depth) {
        Bound bound = of(value, frame, depth + 1);
        instance.values().put(name, value);
        if (bound != null) instance.fields().put(name, bound);
    }

    /** The constant text of an expression, with what the present run gives for parameters and fields. */
    Optional<String> text(Located expression, Frame frame) {
        return text(expression, frame, 0);
    }

    private Optional<String> text(Located expression, Frame frame, int depth) {
        Optional<String> constant = resolver.text(expression);
        if (constant.isPresent() || depth > MAX_DEPTH) return constant;
        Located bare = Syntax.bare(expression);
        switch (bare.node().kind()) {
            case SyntaxKind.TEMPLATE_STRING -> {
                return template(bare, frame, depth);
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                SyntaxNode operator = bare.node().child("operator");
                Located left = bare.child("left");
                Located right = bare.child("right");
                if (operator == null
                        || left == null
                        || right == null
                        || !operator.text().equals("+")) return Optional.empty();
                Optional<String> first = text(left, frame, depth + 1);
                Optional<String> second = text(right, frame, depth + 1);
                return first.isPresent() && second.isPresent()
                        ? Optional.of(first.get() + second.get())
                        : Optional.empty();
            }
            default -> {
                Frame.Argument argument = given(bare, frame);
                return argument == null ? Optional.empty() : text(argument.expression(), argument.frame(), depth + 1);
            }
        }
    }

    private Optional<String> template(Located template, Frame frame, int depth) {
        StringBuilder text = new StringBuilder();
        for (SyntaxNode part : template.node().children()) {
            if (!part.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                text.append(part.text());
                continue;
            }
            if (part.children().isEmpty()) return Optional.empty();
            Optional<String> piece = text(template.at(part.children().get(0)), frame, depth + 1);
            if (piece.isEmpty()) return Optional.empty();
            text.append(piece.get());
        }
        return Optional.of(text.toString());
    }

    /** What a parameter, a member of one, or a field of {@code this} was given in the present run. */
    Frame.@Nullable Argument given(Located expression, Frame frame) {
        Located bare = Syntax.bare(expression);
        Located object = bare.child("object");
        SyntaxNode property = bare.node().child("property");
        if (object != null && property != null && object.node().is(SyntaxKind.THIS) && frame.self() != null) {
            Located value = frame.self().values().get(property.text());
            return value == null ? null : new Frame.Argument(value, frame);
        }
        if (!(resolver.value(bare) instanceof Value.Parameter parameter)) return null;
        Frame.Argument argument = frame.argument(parameter.function(), parameter.index());
        int dot = parameter.name().indexOf('.');
        if (argument == null) return null;
        boolean member = dot >= 0 || patterned(parameter);
        if (!member) return argument;
        String key = parameter.name().substring(dot + 1);
        if (!(resolver.value(argument.expression()) instanceof Value.Struct struct)) return null;
        Located value = struct.get(key);
        return value == null ? null : new Frame.Argument(value, argument.frame());
    }

    private boolean patterned(Value.Parameter parameter) {
        var parameters = resolver.parameters(parameter.function());
        if (parameter.index() >= parameters.size()) return false;
        SyntaxNode pattern = parameters.get(parameter.index()).node().child("pattern");
        return pattern != null && pattern.is(SyntaxKind.OBJECT_PATTERN);
    }
}
