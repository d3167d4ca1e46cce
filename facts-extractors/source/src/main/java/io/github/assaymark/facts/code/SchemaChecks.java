package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a test checks a value by a schema that ships: {@code orderPlacedV1.parse(payload)},
 * {@code EVENT_SCHEMAS['orders.placed'].schema.safeParse(payload)}, and functions that do no more than that. Used by
 * one thread.
 */
final class SchemaChecks {
    private static final Set<String> PARSING = Set.of("parse", "parseAsync");
    private static final Set<String> SAFE = Set.of("safeParse", "safeParseAsync");
    private static final Set<String> TRUE = Set.of("toBe", "toEqual", "toStrictEqual", "equal", "strictEqual");
    private static final Set<String> TRUTHY = Set.of("toBeTruthy", "assert", "ok");
    private static final Set<String> THROWN = Set.of("toThrow", "toThrowError", "throws", "rejects");
    private static final Set<String> CALLED = Set.of("mock", "calls", "lastCall", "args", "firstCall", "arguments");
    private static final int MAX_STEPS = 8;

    /** One check; see the fact for what its parts mean. */
    record Check(Located at, Schema schema, Payload payload, boolean asserted) {}

    /** A schema, by the name of its event or its own. */
    record Schema(
            @Nullable String event,
            @Nullable String name,
            @Nullable String file) {}

    /** Where a value is from. */
    record Payload(List<String> builders, @Nullable String captured, boolean written) {
        static final Payload OPEN = new Payload(List.of(), null, false);
    }

    private final Resolver resolver;
    private final Assertions assertions;
    private final AssertedOutcomes outcomes;
    private final Origins origins;
    private final ShippedCalls shipped;

    SchemaChecks(Resolver resolver, Assertions assertions, AssertedOutcomes outcomes) {
        this.resolver = resolver;
        this.assertions = assertions;
        this.outcomes = outcomes;
        this.origins = new Origins(resolver);
        this.shipped = new ShippedCalls(resolver);
    }

    /** The checks of a test, in the order of the text. */
    List<Check> in(Located test) {
        List<Check> found = new ArrayList<>();
        for (SyntaxNode node : Syntax.below(test.node(), SyntaxKind.CALL_EXPRESSION)) {
            Located call = test.at(node);
            Check check = direct(call, test);
            if (check == null) check = through(call, test);
            if (check != null) found.add(check);
        }
        return found;
    }

    private @Nullable Check direct(Located call, Located test) {
        SyntaxNode receiver = receiver(call.node());
        SyntaxNode given = Syntax.argument(call.node(), 0);
        Schema schema = receiver == null || given == null ? null : schema(call.at(receiver), null);
        if (schema == null || given == null) return null;
        boolean safe = SAFE.contains(name(call.node()));
        return new Check(
                call, schema, payload(call.at(given), test, 0), safe ? accepted(call, test) : lasts(call, test));
    }

    /** {@code validateEvent(name, payload)}, which returns what a schema parses. */
    private @Nullable Check through(Located call, Located test) {
        Located function = resolver.callee(call).declaration();
        if (function == null || function.module().kind() != FileKind.PRODUCTION) return null;
        if (!Syntax.function(function.node())) return null;
        Located returned = resolver.returned(function);
        Located inner = returned == null ? null : returned.at(Syntax.bare(returned.node()));
        SyntaxNode receiver = inner == null ? null : receiver(inner.node());
        SyntaxNode given = inner == null ? null : Syntax.argument(inner.node(), 0);
        if (inner == null || receiver == null || given == null) return null;
        Located payload = argument(inner.at(given), call);
        Schema schema = payload == null ? null : schema(inner.at(receiver), call);
        if (payload == null || schema == null) return null;
        boolean safe = SAFE.contains(name(inner.node()));
        return new Check(call, schema, payload(payload, test, 0), safe ? accepted(call, test) : lasts(call, test));
    }

    private static String name(SyntaxNode call) {
        SyntaxNode target = Syntax.target(call);
        SyntaxNode property = target == null ? null : Syntax.bare(target).child("property");
        return property == null ? "" : property.text();
    }

    /** What {@code parse} is called on; null when it is not called. */
    private static @Nullable SyntaxNode receiver(SyntaxNode call) {
        if (!call.is(SyntaxKind.CALL_EXPRESSION)) return null;
        String name = name(call);
        SyntaxNode target = Syntax.target(call);
        boolean parses = PARSING.contains(name) || SAFE.contains(name);
        return parses && target != null ? Syntax.bare(target).child("object") : null;
    }

    /** The argument of a call that a parameter stands for; null when the expression is no parameter. */
    private @Nullable Located argument(Located expression, Located site) {
        if (!(resolver.value(expression) instanceof Value.Parameter parameter)) return null;
        SyntaxNode argument =
                parameter.name().indexOf('.') >= 0 ? null : Syntax.argument(site.node(), parameter.index());
        return argument == null ? null : site.at(argument);
    }

    /** The schema that an expression names; null when it is none of shipping code. */
    private @Nullable Schema schema(Located expression, @Nullable Located site) {
        Located at = expression.at(Syntax.bare(expression.node()));
        for (int i = 0; i < MAX_STEPS; i++) {
            SyntaxNode node = at.node();
            Located next = null;
            if (node.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
                Located index = at.child("index");
                if (index == null) return null;
                Located known = site == null ? null : argument(index, site);
                String event = resolver.text(known == null ? index : known).orElse(null);
                return event == null ? null : new Schema(event, null, null);
            } else if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
                next = at.child("object");
            } else if (node.is(SyntaxKind.IDENTIFIER)) {
                Located declared = resolver.declaration(at);
                if (declared == null || !declared.node().is(SyntaxKind.VARIABLE_DECLARATOR)) return null;
                SyntaxNode name = declared.node().child("name");
                if (declared.module().kind() == FileKind.PRODUCTION)
                    return name == null
                            ? null
                            : new Schema(null, name.text(), declared.module().path());
                next = declared.child("value");
            }
            if (next == null) return null;
            at = next.at(Syntax.bare(next.node()));
        }
        return null;
    }

    private Payload payload(Located expression, Located test, int depth) {
        Origins.Origin origin = origins.of(expression, null);
        if (origin == null) return Payload.OPEN;
        Located made = origin.expression();
        if (origin.path().stream().anyMatch(CALLED::contains)) {
            boolean imported = resolver.value(made) instanceof Value.External || resolver.declaration(made) != null;
            if (!made.node().is(SyntaxKind.IDENTIFIER) || !imported) return Payload.OPEN;
            String called = resolver.value(made) instanceof Value.External external
                    ? Syntax.last(external.name())
                    : made.node().text();
            return new Payload(shipped.in(test), called, false);
        }
        if (made.node().is(SyntaxKind.OBJECT)) {
            boolean spread = made.node().children().stream().anyMatch(child -> child.is(SyntaxKind.SPREAD_ELEMENT));
            return spread ? Payload.OPEN : new Payload(List.of(), null, true);
        }
        if (!made.node().is(SyntaxKind.CALL_EXPRESSION)) return Payload.OPEN;
        String builder = shipped.of(made);
        if (builder != null) return new Payload(List.of(builder), null, false);
        Located helper = assertions.helper(made);
        Located returned = helper == null || depth > 0 ? null : resolver.returned(helper);
        return returned == null ? Payload.OPEN : payload(returned, test, depth + 1);
    }

    /** Whether the test fails when {@code parse} throws. */
    private boolean lasts(Located call, Located test) {
        SyntaxNode inside = call.node();
        for (SyntaxNode at = inside.parent(); at != null && !at.equals(test.node()); inside = at, at = at.parent()) {
            boolean caught = at.is(SyntaxKind.TRY_STATEMENT) && "body".equals(inside.field());
            if (caught && at.child("handler") != null) return false;
            if (at.is(SyntaxKind.IF_STATEMENT) || at.is(SyntaxKind.TERNARY_EXPRESSION)) return false;
            if (!at.is(SyntaxKind.CALL_EXPRESSION)) continue;
            if (name(at).equals("catch")) return false;
            AssertedOutcomes.Demand demand =
                    assertions.assertion(test.at(at)) ? outcomes.demand(test.at(at), null) : null;
            if (demand != null && (demand.rejects() || THROWN.contains(demand.matcher()))) return demand.negated();
        }
        return true;
    }

    /** Whether the test demands that {@code safeParse} succeeded. */
    private boolean accepted(Located call, Located test) {
        for (SyntaxNode node : Syntax.below(test.node(), SyntaxKind.CALL_EXPRESSION)) {
            if (!assertions.assertion(test.at(node))) continue;
            AssertedOutcomes.Demand demand = outcomes.demand(test.at(node), null);
            if (demand == null || demand.negated()) continue;
            Origins.Origin origin = origins.of(demand.subject(), null);
            if (origin == null || !origin.expression().equals(call)) continue;
            Located first =
                    demand.expected().isEmpty() ? null : demand.expected().get(0);
            if (origin.path().equals(List.of("success"))) {
                if (TRUTHY.contains(demand.matcher()) || (TRUE.contains(demand.matcher()) && yes(first))) return true;
            } else if (origin.path().isEmpty() && first != null) {
                Value.Struct struct = outcomes.struct(first);
                boolean compares = demand.matcher().equals("toMatchObject")
                        || demand.matcher().equals("toEqual");
                if (compares && struct != null && yes(struct.get("success"))) return true;
            }
        }
        return false;
    }

    private boolean yes(@Nullable Located expression) {
        return expression != null && resolver.value(expression) instanceof Value.Bool bool && bool.value();
    }
}
