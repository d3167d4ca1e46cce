package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.RateLimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads limits by route class, from literals whose name or file speaks of rate limits, and from the options of the
 * functions that make limiters.
 */
final class RateLimitReader {
    private static final Set<String> MAKERS = Set.of(
            "rateLimit",
            "rateLimiter",
            "createRateLimiter",
            "createRateLimit",
            "withRateLimit",
            "throttle",
            "RateLimit",
            "RateLimiterMemory",
            "RateLimiterRedis");
    private static final String[] LIMITS = {
        "limit",
        "max",
        "requests",
        "points",
        "maxrequests",
        "count",
        "burst",
        "tokens",
        "perminute",
        "persecond",
        "perhour",
        "requestsperminute",
        "requestspersecond",
        "requestsperhour",
        "rpm",
        "rps"
    };
    private static final String[] WINDOWS = {
        "window", "windowms", "windowmillis", "windowseconds", "windowminutes", "per", "interval", "intervalms",
        "intervalseconds", "duration", "durationms", "durationseconds", "period", "periodms", "periodseconds", "ttl",
        "timewindow"
    };
    private static final String[] KEYS = {"keyedby", "keyby", "key", "by", "keygenerator", "identifier"};

    private final Resolver resolver;
    private final FactSink facts;

    RateLimitReader(Resolver resolver, FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    void read(Module module, List<Constant> constants) {
        boolean home = speaks(Words.of(Words.stem(module.path())));
        for (Constant constant : constants) {
            List<String> words = Words.of(constant.local());
            boolean named = speaks(words);
            boolean rate = home && RateWindow.unitOf(constant.local()) != null;
            if (!named && !rate && !(home && constant.exported())) continue;
            Value literal = Literal.of(resolver, constant.value());
            if (literal == null) {
                Value value = resolver.value(constant.value());
                boolean open = value instanceof Value.Open || value instanceof Value.Environment;
                boolean list = Words.any(constant.local(), Set.of("limits", "ratelimits", "tiers", "policies"));
                if (named && open && list && constant.exported())
                    open(constant.value(), "it is computed when the code runs");
                continue;
            }
            literal(constant, literal, named || rate);
        }
        for (Located call : Calls.named(module, MAKERS::contains)) made(call);
    }

    private static boolean speaks(List<String> words) {
        boolean rate = words.contains("rate") || words.contains("rates") || words.contains("request");
        boolean limit = words.contains("limit") || words.contains("limits") || words.contains("limiter");
        return (rate && limit)
                || words.contains("ratelimit")
                || words.contains("ratelimits")
                || words.contains("ratelimiter")
                || words.contains("limiter")
                || words.contains("throttle")
                || words.contains("throttling");
    }

    private void literal(Constant constant, Value literal, boolean named) {
        Duration unit = RateWindow.unitOf(constant.local());
        if (literal instanceof Value.Struct single && limited(single)) {
            policy(constant.local(), null, single, constant.value());
            return;
        }
        if (named && !Literal.complete(literal)) open(constant.value(), "not all limits are written down");
        for (Entry entry : Entry.of(resolver, literal)) {
            if (entry.struct() != null) {
                if (limited(entry.struct())) policy(entry.key(), entry, entry.struct(), entry.located());
                else nested(entry);
            } else if (named && !entry.key().isEmpty()) {
                Long limit = Numbers.whole(resolver, entry.located());
                if (limit != null || infinite(entry.located()))
                    fact(entry.key(), null, finite(limit), unit, null, entry.place());
                else if (entry.value() instanceof Value.Environment || entry.value() instanceof Value.Open)
                    open(entry.located(), "it is not constant");
            }
        }
    }

    private void nested(Entry group) {
        if (group.struct() == null || group.key().isEmpty()) return;
        for (Entry entry : Entry.of(resolver, group.struct())) {
            if (entry.struct() != null && limited(entry.struct()))
                policy(group.key() + "." + entry.key(), entry, entry.struct(), entry.located());
        }
    }

    private boolean limited(Value.Struct struct) {
        return new Attributes(resolver, struct).get(LIMITS) != null;
    }

    private void made(Located call) {
        Callee callee = resolver.callee(call);
        if (!MAKERS.contains(callee.last())) return;
        for (Located argument : resolver.arguments(call).items()) {
            if (!(resolver.value(argument) instanceof Value.Struct struct) || !limited(struct)) continue;
            policy(holder(call), null, struct, call);
            return;
        }
    }

    /** The name of the constant or property a limiter is made for. */
    private static String holder(Located call) {
        for (SyntaxNode node = call.node(); node != null; node = node.parent()) {
            if (node.is(SyntaxKind.STATEMENT_BLOCK) || node.is(SyntaxKind.PROGRAM)) return "";
            SyntaxNode name = node.is(SyntaxKind.VARIABLE_DECLARATOR)
                    ? node.child("name")
                    : node.is(SyntaxKind.PAIR) ? node.child("key") : null;
            if (name != null && name.children().isEmpty()) return name.text();
        }
        return "";
    }

    private void policy(String name, @Nullable Entry entry, Value.Struct struct, Located place) {
        Attributes attributes = new Attributes(resolver, struct);
        Duration window = null;
        Long limit = null;
        boolean known = false;
        for (Map.Entry<String, Located> property : struct.entries().entrySet()) {
            String key = Words.squeezed(property.getKey());
            if (List.of(LIMITS).contains(key) && !known) {
                Located written = property.getValue();
                limit = Numbers.whole(resolver, written);
                known = limit != null || infinite(written);
                if (!known) {
                    // whoever passes a limit on does not set it
                    if (!(resolver.value(written) instanceof Value.Parameter))
                        open(written, "the limit is not constant");
                    return;
                }
                if (window == null) window = RateWindow.unitOf(property.getKey());
                if (key.equals("rps")) window = Duration.ofSeconds(1);
                if (key.equals("points") && attributes.get("duration") != null) {
                    Long seconds = attributes.whole("duration");
                    if (seconds != null) window = Duration.ofSeconds(seconds);
                }
            } else if (List.of(WINDOWS).contains(key)) {
                Duration length = RateWindow.of(resolver, property.getKey(), property.getValue());
                if (length != null) window = length;
            }
        }
        Located written = attributes.get(WINDOWS);
        if (window == null && written != null)
            facts.unresolved(
                    "window of a rate limit", written, "it is not constant, or its unit is not said", List.of());
        if (!known) return;
        String named = attributes.text("class", "routeclass", "name", "bucket", "policy", "id");
        String routeClass = named != null ? named : name.isEmpty() ? null : name;
        String route = attributes.text("route", "path", "prefix");
        if (route == null && routeClass != null && (routeClass.startsWith("/") || routeClass.contains(" /"))) {
            route = routeClass;
            routeClass = null;
        }
        fact(routeClass, route, finite(limit), window, keyedBy(attributes), entry == null ? place : entry.place());
    }

    private @Nullable String keyedBy(Attributes attributes) {
        String text = attributes.text(KEYS);
        return text != null ? text : attributes.shown(KEYS);
    }

    private boolean infinite(Located expression) {
        Value value = resolver.value(expression);
        return value instanceof Value.Nothing
                || (value instanceof Value.Global global
                        && (global.name().equals("Infinity") || global.name().equals("Number.POSITIVE_INFINITY")));
    }

    /** No number of calls is a limit when it is below zero or beyond what fits. */
    private static @Nullable Integer finite(@Nullable Long limit) {
        return limit == null || limit < 0 || limit > Integer.MAX_VALUE ? null : (Integer) limit.intValue();
    }

    private void fact(
            @Nullable String routeClass,
            @Nullable String route,
            @Nullable Integer limit,
            @Nullable Duration window,
            @Nullable String keyedBy,
            Located place) {
        String name = routeClass != null ? routeClass : route != null ? route : "rate limit";
        facts.fact(new RateLimitPolicy(
                facts.key(name, "RateLimitPolicy"),
                facts.owner(),
                facts.place(place),
                routeClass,
                route,
                limit,
                window,
                keyedBy,
                place.module().path()));
    }

    private void open(Located expression, String reason) {
        facts.unresolved("rate limit", expression, reason, RateLimitPolicy.class);
    }
}
