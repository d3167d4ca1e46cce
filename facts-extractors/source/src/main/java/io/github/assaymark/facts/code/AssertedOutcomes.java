package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the assertions of a test demand of the statuses and codes of answers, and of what is thrown:
 * {@code expect(answer.status).toBe(409)}, {@code expect(await answer.json()).toMatchObject({ error: 'taken' })},
 * {@code request(app).get('/x').expect(404)}, {@code assert.equal(answer.statusCode, 404)}, {@code await
 * expect(orders.place()).rejects.toThrow(SoldOut)}; those of helper functions of the tests included, one level deep. An
 * assertion about a status that is not understood is an outcome that names none. Used by one thread.
 */
final class AssertedOutcomes {
    private static final Set<String> STATUSES = Set.of("status", "statusCode", "status_code");
    private static final Set<String> CODES = Set.of("code", "errorCode", "error_code", "error", "type");
    private static final Set<String> EQUAL = Set.of(
            "toBe",
            "toEqual",
            "toStrictEqual",
            "equal",
            "eql",
            "strictEqual",
            "deepEqual",
            "deepStrictEqual",
            "toMatchObject",
            "partialDeepStrictEqual");
    private static final Set<String> THROWN = Set.of(
            "toThrow", "toThrowError", "toThrowErrorMatchingInlineSnapshot", "rejects", "throws", "toBeInstanceOf");
    private static final int MAX = 100;

    /** One demand; see the fact for what its parts mean. */
    record Outcome(
            Located at,
            @Nullable String request,
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String error,
            List<String> calls) {}

    private final Resolver resolver;
    private final Assertions assertions;
    private final RequestedRoutes routes;
    private final Origins origins;

    AssertedOutcomes(Resolver resolver, Assertions assertions, RequestedRoutes routes) {
        this.resolver = resolver;
        this.assertions = assertions;
        this.routes = routes;
        this.origins = new Origins(resolver);
    }

    /** The demands of a piece of a test module, in the order of the text. */
    List<Outcome> in(Located piece) {
        List<Outcome> found = new ArrayList<>();
        for (SyntaxNode node : Syntax.below(piece.node(), SyntaxKind.CALL_EXPRESSION)) {
            Located call = piece.at(node);
            if (assertions.assertion(call)) {
                read(call, null, found);
                continue;
            }
            Located helper = assertions.helper(call);
            if (helper == null || Syntax.within(helper.node(), piece.node())) continue;
            for (SyntaxNode inner : Syntax.below(helper.node(), SyntaxKind.CALL_EXPRESSION))
                if (assertions.assertion(helper.at(inner))) read(helper.at(inner), call, found);
        }
        return found.size() > MAX ? found.subList(0, MAX) : found;
    }

    /** An assertion with its subject, matcher and what is expected. */
    record Demand(
            Located at,
            Located subject,
            String matcher,
            List<Located> expected,
            boolean negated,
            boolean rejects,
            @Nullable Located site) {}

    private void read(Located assertion, @Nullable Located site, List<Outcome> found) {
        SyntaxNode target = Syntax.target(assertion.node());
        if (target == null) return;
        String name = Syntax.dotted(Syntax.bare(target));
        List<Located> given = resolver.arguments(assertion).items();
        if (name == null) {
            answered(assertion, Syntax.bare(target), given, site, found);
            return;
        }
        Demand demand = demand(assertion, site);
        if (demand != null) demanded(demand, found);
    }

    /** What an assertion by {@code expect} or {@code assert} demands; null for others and where nothing is given. */
    @Nullable
    Demand demand(Located assertion, @Nullable Located site) {
        SyntaxNode target = Syntax.target(assertion.node());
        String name = target == null ? null : Syntax.dotted(Syntax.bare(target));
        List<Located> given = resolver.arguments(assertion).items();
        if (name == null || given.isEmpty()) return null;
        return Syntax.first(name).equals("expect")
                ? chain(assertion, given.get(0), site)
                : compared(assertion, Syntax.last(name), given, site);
    }

    /** {@code expect(subject).not.rejects.toBe(expected)}. */
    private @Nullable Demand chain(Located expect, Located subject, @Nullable Located site) {
        boolean negated = false;
        boolean rejects = false;
        SyntaxNode around = Syntax.around(expect.node());
        while (around != null && around.is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode property = around.child("property");
            SyntaxNode outer = Syntax.around(around);
            if (property == null) return null;
            negated ^= property.text().equals("not");
            rejects |= property.text().equals("rejects");
            if (outer != null && outer.is(SyntaxKind.CALL_EXPRESSION)) {
                List<Located> expected = resolver.arguments(expect.at(outer)).items();
                return new Demand(expect, subject, property.text(), expected, negated, rejects, site);
            }
            around = outer;
        }
        return null;
    }

    /** {@code assert.equal(subject, expected)}, {@code assert(subject === expected)}. */
    private static @Nullable Demand compared(
            Located assertion, String name, List<Located> given, @Nullable Located site) {
        boolean thrown = name.equals("rejects") || name.equals("throws");
        SyntaxNode first = Syntax.bare(given.get(0).node());
        if (first.is(SyntaxKind.BINARY_EXPRESSION)) {
            SyntaxNode left = first.child("left");
            SyntaxNode right = first.child("right");
            SyntaxNode operator = first.child("operator");
            if (left == null || right == null || operator == null) return null;
            String matcher = operator.text().matches("===?") ? "equal" : operator.text();
            List<Located> expected = List.of(given.get(0).at(right));
            return new Demand(assertion, given.get(0).at(left), matcher, expected, false, false, site);
        }
        List<Located> expected = given.subList(1, given.size());
        return new Demand(assertion, given.get(0), name, expected, name.matches("not.*|doesNot.*"), thrown, site);
    }

    /** {@code request(app).get('/x').expect(404, { error: 'not_found' })} of supertest. */
    private void answered(
            Located assertion, SyntaxNode target, List<Located> given, @Nullable Located site, List<Outcome> found) {
        SyntaxNode object = target.child("object");
        if (object == null || given.isEmpty()) return;
        Integer status = null;
        String code = null;
        for (Located each : given) {
            if (status == null) status = number(each, site);
            if (code == null && resolver.value(each) instanceof Value.Struct struct) code = code(struct, site);
        }
        boolean open = given.size() == 1 && status == null && code == null && !constant(given.get(0));
        if (status != null || code != null || open)
            found.add(new Outcome(assertion, request(assertion.at(object), site), status, code, null, List.of()));
    }

    private boolean constant(Located expression) {
        Value value = resolver.value(expression);
        return value instanceof Value.Text || value instanceof Value.Struct || value instanceof Value.Function;
    }

    private void demanded(Demand demand, List<Outcome> found) {
        if (demand.negated()) return;
        if (demand.rejects() || THROWN.contains(demand.matcher())) {
            found.add(thrown(demand));
            return;
        }
        Origins.Origin origin = origins.of(demand.subject(), demand.site());
        if (origin == null) {
            if (speaksOfStatus(demand.subject())) found.add(open(demand, null));
            return;
        }
        Located first = demand.expected().isEmpty() ? null : demand.expected().get(0);
        boolean equal = EQUAL.contains(demand.matcher());
        String last = origin.last();
        Integer status = null;
        String code = null;
        boolean about = STATUSES.contains(last);
        if (about) {
            status = equal && first != null ? number(first, demand.site()) : null;
        } else if (first != null && demand.matcher().equals("toHaveProperty")) {
            String key = Syntax.last(resolver.text(first).orElse(""));
            Located value =
                    demand.expected().size() < 2 ? null : demand.expected().get(1);
            about = STATUSES.contains(key);
            if (about && value != null) status = number(value, demand.site());
            if (CODES.contains(key) && value != null) code = text(value, demand.site());
        } else if (equal && first != null) {
            Value.Struct struct = struct(first);
            if (struct != null) {
                for (String key : STATUSES) {
                    Located value = struct.get(key);
                    about |= value != null;
                    if (value != null && status == null) status = number(value, demand.site());
                }
                code = code(struct, demand.site());
            } else if (CODES.contains(last)) {
                code = text(first, demand.site());
            }
        }
        // expect(answer.ok).toBe(false) speaks of some error
        about |= last.equals("ok");
        if (status == null && code == null && !about) return;
        if (last.equals("ok") && first != null && resolver.value(first) instanceof Value.Bool bool && bool.value())
            return;
        found.add(new Outcome(
                demand.at(),
                request(origin.expression(), demand.site()),
                status,
                code,
                null,
                calls(origin.expression())));
    }

    private static boolean speaksOfStatus(Located subject) {
        String text = subject.node().text();
        return text.length() < 500 && text.matches("(?s).*\\bstatus(Code|_code)?\\b.*");
    }

    private static Outcome open(Demand demand, @Nullable String request) {
        return new Outcome(demand.at(), request, null, null, null, List.of());
    }

    private Outcome thrown(Demand demand) {
        Integer status = null;
        String code = null;
        String error = null;
        Located first = demand.expected().isEmpty() ? null : demand.expected().get(0);
        if (first != null
                && demand.matcher().equals("toHaveProperty")
                && demand.expected().size() > 1) {
            String key = Syntax.last(resolver.text(first).orElse(""));
            if (STATUSES.contains(key)) status = number(demand.expected().get(1), demand.site());
            if (CODES.contains(key)) code = text(demand.expected().get(1), demand.site());
        } else if (first != null) {
            Value.Struct struct = struct(first);
            if (struct != null) {
                for (String key : STATUSES) {
                    Located value = struct.get(key);
                    if (value != null && status == null) status = number(value, demand.site());
                }
                code = code(struct, demand.site());
            } else {
                error = type(first);
            }
        }
        Origins.Origin origin = origins.of(demand.subject(), demand.site());
        Located asked = origin == null ? demand.subject() : origin.expression();
        return new Outcome(demand.at(), request(asked, demand.site()), status, code, error, calls(asked));
    }

    /** The class that {@code SoldOut} or {@code new SoldOut()} names; null when it is none. */
    private static @Nullable String type(Located expected) {
        SyntaxNode node = Syntax.bare(expected.node());
        String name = Syntax.dotted(node.is(SyntaxKind.NEW_EXPRESSION) ? Syntax.target(node) : node);
        if (name == null) return null;
        String last = Syntax.last(name);
        return Character.isUpperCase(last.charAt(0)) ? last : null;
    }

    /** An object, or what {@code expect.objectContaining} is given. */
    Value.@Nullable Struct struct(Located expected) {
        SyntaxNode node = Syntax.bare(expected.node());
        String name = node.is(SyntaxKind.CALL_EXPRESSION) ? Syntax.dotted(Syntax.target(node)) : null;
        SyntaxNode inner = "expect.objectContaining".equals(name) ? Syntax.argument(node, 0) : null;
        Located at = inner == null ? expected : expected.at(inner);
        return resolver.value(at) instanceof Value.Struct struct ? struct : null;
    }

    /** The code of a body, or of the {@code error} in it. */
    private @Nullable String code(Value.Struct body, @Nullable Located site) {
        for (String key : List.of("code", "errorCode", "error_code", "error", "type", "body")) {
            Located value = body.get(key);
            if (value == null) continue;
            Value.Struct inner = struct(value);
            String code = inner != null ? code(inner, site) : key.equals("body") ? null : text(value, site);
            if (code != null) return code;
        }
        return null;
    }

    private @Nullable Integer number(Located expression, @Nullable Located site) {
        Origins.Origin origin = site == null ? null : origins.of(expression, site);
        Located known = origin != null && origin.path().isEmpty() ? origin.expression() : expression;
        boolean number = resolver.value(known) instanceof Value.Number;
        String raw = resolver.value(known) instanceof Value.Number of ? of.raw() : "";
        return number && raw.matches("[1-5]\\d\\d") ? Integer.valueOf(raw) : null;
    }

    private @Nullable String text(Located expression, @Nullable Located site) {
        Origins.Origin origin = site == null ? null : origins.of(expression, site);
        Located known = origin != null && origin.path().isEmpty() ? origin.expression() : expression;
        if (!(resolver.value(known) instanceof Value.Text)) return null;
        String shown = Syntax.line(resolver.shown(known));
        return shown.isEmpty() || shown.length() > 100 ? null : shown;
    }

    /** The one request that a call makes, or one that it goes on from; null when it makes none or several. */
    private @Nullable String request(Located answer, @Nullable Located site) {
        SyntaxNode node = Syntax.bare(answer.node());
        while (node.is(SyntaxKind.CALL_EXPRESSION)) {
            Set<String> asked = routes.of(answer.at(node), site);
            if (!asked.isEmpty()) return asked.size() == 1 ? asked.iterator().next() : null;
            SyntaxNode target = Syntax.target(node);
            SyntaxNode member = target == null ? null : Syntax.bare(target);
            SyntaxNode object =
                    member != null && member.is(SyntaxKind.MEMBER_EXPRESSION) ? member.child("object") : null;
            if (object == null) return null;
            node = Syntax.bare(object);
        }
        return null;
    }

    /** The functions of shipping code that an expression calls. */
    private List<String> calls(Located expression) {
        return new ShippedCalls(resolver).in(expression);
    }
}
