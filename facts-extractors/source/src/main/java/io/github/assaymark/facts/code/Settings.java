package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads limits of time and retries from the settings of calls, clients and helpers. Used by one thread. */
final class Settings {
    private static final Set<String> TIMEOUTS = Set.of(
            "timeout",
            "timeoutms",
            "timeoutinms",
            "timeoutmillis",
            "timeoutseconds",
            "requesttimeout",
            "requesttimeoutms",
            "httptimeout",
            "headerstimeout",
            "bodytimeout",
            "connecttimeout",
            "connectiontimeout",
            "sockettimeout",
            "responsetimeout",
            "deadline",
            "milliseconds");
    private static final Set<String> RETRIES = Set.of(
            "retries",
            "retry",
            "maxretries",
            "maxnetworkretries",
            "maxattempts",
            "retrylimit",
            "attempts",
            "numretries",
            "autoretry");
    private static final Set<String> GROWTH = Set.of(
            "backoff",
            "factor",
            "multiplier",
            "backofffactor",
            "backoffmultiplier",
            "exponential",
            "exponentialbackoff",
            "exponentialbase",
            "timemultiple",
            "strategy",
            "backoffstrategy",
            "delaytype");
    private static final Set<String> SCATTER = Set.of(
            "jitter", "randomize", "randomise", "random", "noise", "randomfactor", "randomizationfactor", "scatter");
    private static final int MAX_DEPTH = 3;

    private final Resolver resolver;

    Settings(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The object an expression is; null when it is none, or not known. */
    Value.@Nullable Struct struct(@Nullable Located expression) {
        if (expression == null) return null;
        Value value = resolver.value(expression);
        if (value instanceof Value.Struct struct) return struct;
        if (value instanceof Value.CallResult result && result.call().node().is(SyntaxKind.NEW_EXPRESSION)) {
            SyntaxNode first = Syntax.argument(result.call().node(), 0);
            if (first != null && resolver.value(result.call().at(first)) instanceof Value.Struct struct) return struct;
        }
        return null;
    }

    /** Whether a value is given that does not switch something off. */
    boolean on(@Nullable Located expression) {
        if (expression == null) return false;
        Value value = resolver.value(expression);
        if (value instanceof Value.Nothing) return false;
        if (value instanceof Value.Bool truth) return truth.value();
        if (value instanceof Value.Number number) return !number.raw().matches("0+(\\.0*)?");
        if (value instanceof Value.Text text)
            return !Set.of("none", "fixed", "constant", "false", "").contains(text.text());
        return true;
    }

    /** Whether an object of settings limits the time of a call. */
    boolean timeout(Value.Struct settings) {
        return timeout(settings, 0);
    }

    private boolean timeout(Value.Struct settings, int depth) {
        for (Map.Entry<String, Located> entry : settings.entries().entrySet()) {
            String key = entry.getKey().toLowerCase(Locale.ROOT);
            if (TIMEOUTS.contains(key) && on(entry.getValue())) return true;
            if (key.equals("signal") && signal(entry.getValue(), 0)) return true;
            boolean holds = key.equals("requesthandler") || key.equals("http") || key.equals("config");
            Value.Struct inner = holds && depth < MAX_DEPTH ? struct(entry.getValue()) : null;
            if (inner != null && timeout(inner, depth + 1)) return true;
        }
        return false;
    }

    /** Whether a signal aborts after a time: {@code AbortSignal.timeout}, or a controller that a timer aborts. */
    boolean signal(Located expression, int depth) {
        if (depth > MAX_DEPTH) return false;
        Value value = resolver.value(expression);
        Located call = value instanceof Value.CallResult result
                ? result.call()
                : expression.at(Syntax.bare(expression.node()));
        if (Syntax.call(call.node())) {
            String name = Syntax.dotted(Syntax.target(call.node()));
            if (name == null) return false;
            if (name.endsWith("AbortSignal.timeout")
                    || Syntax.last(name).toLowerCase(Locale.ROOT).contains("timeout")) return true;
            if (!name.endsWith("AbortSignal.any")) return false;
            SyntaxNode all = Syntax.argument(call.node(), 0);
            if (all == null || !(resolver.value(call.at(all)) instanceof Value.Items items)) return false;
            for (Located item : items.items()) if (signal(item, depth + 1)) return true;
            return false;
        }
        String dotted = Syntax.dotted(expression.node());
        if (dotted == null || !dotted.endsWith(".signal")) return false;
        String abort = dotted.substring(0, dotted.length() - ".signal".length()) + ".abort";
        SyntaxNode function = Enclosing.functionNode(expression.node());
        SyntaxNode scope = function == null ? expression.module().tree().root() : function;
        for (SyntaxNode timer : Syntax.below(scope, SyntaxKind.CALL_EXPRESSION)) {
            boolean set = "setTimeout".equals(Syntax.dotted(Syntax.target(timer)));
            SyntaxNode callback = set ? Syntax.argument(timer, 0) : null;
            if (callback != null && callback.text().contains(abort)) return true;
        }
        return false;
    }

    /** Whether an object of settings asks for retries. */
    boolean retries(Value.Struct settings) {
        for (Map.Entry<String, Located> entry : settings.entries().entrySet()) {
            if (!RETRIES.contains(entry.getKey().toLowerCase(Locale.ROOT))) continue;
            Value.Struct inner = struct(entry.getValue());
            if (inner == null ? on(entry.getValue()) : !off(inner)) return true;
        }
        return false;
    }

    private boolean off(Value.Struct retry) {
        for (Map.Entry<String, Located> entry : retry.entries().entrySet()) {
            String key = entry.getKey().toLowerCase(Locale.ROOT);
            if ((key.equals("limit") || RETRIES.contains(key)) && !on(entry.getValue())) return true;
        }
        return false;
    }

    /** Whether settings say that the time between tries grows. */
    boolean growth(Value.Struct settings) {
        return says(settings, GROWTH, 0);
    }

    /** Whether settings say that the time between tries is scattered. */
    boolean scatter(Value.Struct settings) {
        return says(settings, SCATTER, 0);
    }

    private boolean says(Value.Struct settings, Set<String> keys, int depth) {
        for (Map.Entry<String, Located> entry : settings.entries().entrySet()) {
            Located value = entry.getValue();
            Value.Struct inner = depth < MAX_DEPTH ? struct(value) : null;
            if (inner != null) {
                if (says(inner, keys, depth + 1)) return true;
                Located type = inner.get("type");
                String kind = type == null ? "" : resolver.text(type).orElse("");
                if (keys == GROWTH && kind.startsWith("exponential")) return true;
                continue;
            }
            if (!keys.contains(entry.getKey().toLowerCase(Locale.ROOT))) continue;
            boolean one = resolver.value(value) instanceof Value.Number number
                    && number.raw().equals("1");
            if (on(value) && !(keys == GROWTH && one)) return true;
        }
        return false;
    }
}
