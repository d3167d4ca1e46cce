package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Objects that run a function under protection: policies of cockatiel, and circuit breakers of opossum and others. A
 * breaker that is made anew by every call never opens and is none.
 */
final class Policies {
    private static final int MAX_DEPTH = 5;

    private final Resolver resolver;
    private final Settings settings;

    Policies(Resolver resolver, Settings settings) {
        this.resolver = resolver;
        this.settings = settings;
    }

    /** What the receiver of {@code execute}, {@code fire} and the like protects with. */
    Protection of(Located receiver) {
        return of(receiver, 0);
    }

    private Protection of(Located receiver, int depth) {
        if (depth > MAX_DEPTH) return Protection.NONE;
        Located expression = receiver.at(Syntax.bare(receiver.node()));
        String dotted = Syntax.dotted(expression.node());
        Located held = expression;
        if (dotted != null && dotted.startsWith("this.") && dotted.indexOf('.') == dotted.lastIndexOf('.')) {
            Located value = Fields.value(expression, Syntax.last(dotted));
            if (value != null) held = value;
        }
        Value value = resolver.value(held);
        if (value instanceof Value.CallResult result) return made(result, dotted, depth);
        boolean named =
                dotted != null && Syntax.last(dotted).toLowerCase(Locale.ROOT).contains("breaker");
        return named ? Protection.breaker(String.valueOf(dotted)) : Protection.NONE;
    }

    private Protection made(Value.CallResult result, @Nullable String dotted, int depth) {
        String from = result.callee().module();
        String name = result.callee().last();
        Located call = result.call();
        if ("cockatiel".equals(from)) return cockatiel(call, name, dotted, depth);
        if (!name.toLowerCase(Locale.ROOT).contains("breaker")) return Protection.NONE;
        return breaker(call, dotted);
    }

    /** A circuit breaker that a call or {@code new} makes, with what its settings add. */
    Protection breaker(Located call, @Nullable String holder) {
        Protection protection = Protection.NONE;
        if (once(call)) {
            String name = holder != null ? holder : holder(call.node());
            if (name == null) name = String.valueOf(Syntax.dotted(Syntax.target(call.node())));
            protection = Protection.breaker(name);
        }
        for (SyntaxNode argument : Syntax.arguments(call.node())) {
            if (Syntax.function(Syntax.bare(argument))) continue;
            Value.Struct options = settings.struct(call.at(argument));
            if (options != null && settings.timeout(options)) protection = protection.and(Protection.TIMEOUT);
        }
        String name = holder(call.node());
        if (name != null && answers(call, name)) protection = protection.and(Protection.FALLBACK);
        return protection;
    }

    /** {@code breaker.fallback(() => …)} of opossum. */
    private static boolean answers(Located call, String holder) {
        for (SyntaxNode other : call.module().nodes(SyntaxKind.CALL_EXPRESSION))
            if ((holder + ".fallback").equals(Syntax.dotted(Syntax.target(other)))) return true;
        return false;
    }

    /** The name of what holds the result of a call; null when nothing does. */
    static @Nullable String holder(SyntaxNode call) {
        SyntaxNode around = Syntax.around(call);
        if (around == null) return null;
        if (around.is(SyntaxKind.VARIABLE_DECLARATOR)) return Syntax.dotted(around.child("name"));
        if (around.is(SyntaxKind.ASSIGNMENT_EXPRESSION)) return Syntax.dotted(around.child("left"));
        if (around.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) {
            SyntaxNode name = around.child("name");
            return name == null ? null : "this." + name.text();
        }
        return null;
    }

    /** Whether something is made once: at the top of a module, as a field, or in a constructor. */
    private static boolean once(Located call) {
        SyntaxNode function = Enclosing.functionNode(call.node());
        if (function == null || "constructor".equals(Enclosing.nameOf(function))) return true;
        SyntaxNode around = Syntax.around(call.node());
        return around != null && around.is(SyntaxKind.PUBLIC_FIELD_DEFINITION);
    }

    private Protection cockatiel(Located call, String name, @Nullable String dotted, int depth) {
        return switch (name) {
            case "circuitBreaker" -> once(call) ? Protection.breaker(nameOf(call, dotted)) : Protection.NONE;
            case "timeout" -> Protection.TIMEOUT;
            case "fallback" -> Protection.FALLBACK;
            case "retry" -> retry(call);
            case "wrap" -> {
                Protection all = Protection.NONE;
                for (SyntaxNode argument : Syntax.arguments(call.node()))
                    all = all.and(of(call.at(argument), depth + 1));
                yield all;
            }
            default -> Protection.NONE;
        };
    }

    private static String nameOf(Located call, @Nullable String dotted) {
        if (dotted != null) return dotted;
        String holder = holder(call.node());
        return holder == null ? "circuitBreaker" : holder;
    }

    private Protection retry(Located call) {
        SyntaxNode second = Syntax.argument(call.node(), 1);
        Value.Struct options = second == null ? null : settings.struct(call.at(second));
        Located backoff = options == null ? null : options.get("backoff");
        if (backoff == null || !(resolver.value(backoff) instanceof Value.CallResult made))
            return Protection.retry(false, false);
        SyntaxNode first = Syntax.argument(made.call().node(), 0);
        return switch (made.callee().last()) {
            case "ExponentialBackoff" -> {
                Value.Struct given =
                        first == null ? null : settings.struct(made.call().at(first));
                Located generator = given == null ? null : given.get("generator");
                boolean scattered =
                        generator == null || !generator.node().text().contains("noJitter");
                yield Protection.retry(true, scattered);
            }
            case "IterableBackoff" -> {
                boolean several = first != null
                        && resolver.value(made.call().at(first)) instanceof Value.Items items
                        && items.items().size() > 1;
                yield Protection.retry(several, false);
            }
            default -> Protection.retry(false, false);
        };
    }
}
