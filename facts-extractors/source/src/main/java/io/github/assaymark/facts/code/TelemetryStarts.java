package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.TelemetryTool;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls that start telemetry, and the signals their options name. Used by one thread. */
final class TelemetryStarts {
    private static final Set<String> PROVIDERS =
            Set.of("WebTracerProvider", "NodeTracerProvider", "BasicTracerProvider");
    private static final Set<String> OTHERS = Set.of(
            "dd-trace",
            "applicationinsights",
            "elastic-apm-node",
            "@bugsnag/js",
            "@bugsnag/node",
            "rollbar",
            "@highlight-run/node",
            "@highlight-run/next",
            "@appsignal/nodejs");

    /**
     * A call that starts telemetry.
     *
     * @param options object of its settings; null when there is none, or it is not known
     */
    record Start(Located call, TelemetryTool tool, Set<String> signals, Value.@Nullable Struct options) {}

    private final Resolver resolver;

    TelemetryStarts(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What a call starts; null when it starts no telemetry. */
    @Nullable
    Start of(Located call) {
        String written = Syntax.dotted(Syntax.target(call.node()));
        if (written == null) return null;
        Callee callee = resolver.callee(call);
        String from = callee.module();
        if (from == null) return null;
        String name = callee.last();
        boolean made = call.node().is(SyntaxKind.NEW_EXPRESSION);
        Value.Struct options = options(call, 0);
        if (from.startsWith("@sentry/")) {
            if (name.equals("init")) return new Start(call, TelemetryTool.SENTRY, sentry(options), options);
            return name.equals("withSentry") && first(call) instanceof Value.Function ? sentry(call, options) : null;
        }
        if (from.equals("@hono/sentry") && name.equals("sentry")) return sentry(call, options);
        if (from.startsWith("@opentelemetry/") && made) return made(call, name, options);
        Set<String> otel = switch (from) {
            case "@vercel/otel" -> name.equals("registerOTel") ? signals(options, "traces") : Set.<String>of();
            case "@microlabs/otel-cf-workers" -> name.equals("instrument") ? Set.of("traces") : Set.<String>of();
            case "@effect/opentelemetry" -> name.equals("layer") ? signals(options, "") : Set.<String>of();
            case "@azure/monitor-opentelemetry" ->
                name.equals("useAzureMonitor") ? Set.of("logs", "metrics", "traces") : Set.<String>of();
            case "@honeycombio/opentelemetry-node" ->
                name.equals("HoneycombSDK") ? signals(options, "traces") : Set.<String>of();
            default -> Set.<String>of();
        };
        if (!otel.isEmpty()) return new Start(call, TelemetryTool.OPENTELEMETRY, otel, options);
        boolean other =
                OTHERS.contains(from) && (name.equals("init") || name.equals("start") || name.equals("setup") || made);
        return other ? new Start(call, TelemetryTool.OTHER, Set.of(), options) : null;
    }

    private static Start sentry(Located call, Value.@Nullable Struct options) {
        return new Start(call, TelemetryTool.SENTRY, new TreeSet<>(Set.of("errors")), options);
    }

    private @Nullable Start made(Located call, String name, Value.@Nullable Struct options) {
        Set<String> signals;
        if (name.equals("NodeSDK")) signals = signals(options, "");
        else if (PROVIDERS.contains(name)) signals = Set.of("traces");
        else if (name.equals("MeterProvider")) signals = Set.of("metrics");
        else if (name.equals("LoggerProvider")) signals = Set.of("logs");
        else return null;
        return started(call) ? new Start(call, TelemetryTool.OPENTELEMETRY, signals, options) : null;
    }

    private Value first(Located call) {
        SyntaxNode first = Syntax.argument(call.node(), 0);
        return first == null ? new Value.Nothing() : resolver.value(call.at(first));
    }

    private Value.@Nullable Struct options(Located call, int index) {
        SyntaxNode argument = Syntax.argument(call.node(), index);
        if (argument == null) return null;
        Value value = resolver.value(call.at(argument));
        if (value instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            if (returned != null) value = resolver.value(returned);
        }
        return value instanceof Value.Struct struct ? struct : null;
    }

    private boolean set(Value.@Nullable Struct options, String... keys) {
        if (options == null) return false;
        for (String key : keys) {
            Located value = options.get(key);
            if (value == null) continue;
            Value given = resolver.value(value);
            boolean off = given instanceof Value.Nothing
                    || (given instanceof Value.Bool truth && !truth.value())
                    || (given instanceof Value.Number number && number.raw().matches("0(\\.0*)?"))
                    || (given instanceof Value.Items items
                            && items.complete()
                            && items.items().isEmpty());
            if (!off) return true;
        }
        return false;
    }

    private Set<String> sentry(Value.@Nullable Struct options) {
        Set<String> signals = new TreeSet<>(Set.of("errors"));
        if (set(options, "tracesSampleRate", "tracesSampler")) signals.add("traces");
        if (set(options, "enableLogs")) signals.add("logs");
        if (set(options, "enableMetrics")) signals.add("metrics");
        return signals;
    }

    private Set<String> signals(Value.@Nullable Struct options, String always) {
        Set<String> signals = new TreeSet<>();
        if (!always.isEmpty()) signals.add(always);
        if (set(options, "traceExporter", "spanProcessor", "spanProcessors", "traceSampler")) signals.add("traces");
        if (set(options, "metricReader", "metricReaders")) signals.add("metrics");
        if (set(options, "logRecordProcessor", "logRecordProcessors", "logRecordExporter")) signals.add("logs");
        return signals;
    }

    /** The call by which what is made is started; null when it is not started in its own module. */
    static @Nullable Located begun(Located call) {
        SyntaxNode around = Syntax.around(call.node());
        String holder = around == null ? null : holder(around);
        if (holder == null) return null;
        for (SyntaxNode other : call.module().nodes(SyntaxKind.CALL_EXPRESSION)) {
            String dotted = Syntax.dotted(Syntax.target(other));
            if (dotted != null && (dotted.equals(holder + ".start") || dotted.equals(holder + ".register")))
                return call.at(other);
        }
        return null;
    }

    /** What keeps the value of an expression. */
    private static @Nullable String holder(SyntaxNode around) {
        if (around.is(SyntaxKind.VARIABLE_DECLARATOR)) return Syntax.dotted(around.child("name"));
        if (around.is(SyntaxKind.ASSIGNMENT_EXPRESSION)) return Syntax.dotted(around.child("left"));
        SyntaxNode name = around.is(SyntaxKind.PUBLIC_FIELD_DEFINITION) ? around.child("name") : null;
        return name == null ? null : "this." + name.text();
    }

    /** Whether what is made is also started, registered, handed on or exported. */
    private static boolean started(Located call) {
        SyntaxNode around = Syntax.around(call.node());
        if (around == null || around.is(SyntaxKind.EXPRESSION_STATEMENT)) return false;
        String holder = holder(around);
        if (holder == null) return true;
        if (begun(call) != null) return true;
        if (around.ancestor(SyntaxKind.EXPORT_STATEMENT) != null && Enclosing.functionNode(around) == null) return true;
        for (SyntaxNode other : call.module().nodes(SyntaxKind.CALL_EXPRESSION))
            for (SyntaxNode argument : Syntax.arguments(other)) if (holder.equals(Syntax.dotted(argument))) return true;
        for (SyntaxNode statement : call.module().nodes(SyntaxKind.RETURN_STATEMENT))
            for (SyntaxNode value : statement.children()) if (holder.equals(Syntax.dotted(value))) return true;
        return false;
    }
}
