package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.TelemetryInit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code that starts OpenTelemetry, Sentry and their kin, in TypeScript and JavaScript that ships. Safe for use by many
 * threads.
 *
 * <p>What is made but never started, what stands in a function that nobody calls, and what is switched off by a
 * constant is no fact. When a function of another owner starts telemetry, the call of it is the fact.
 */
public final class TelemetryExtractor extends SourceExtractor {
    private static final Pattern BOOTSTRAP = Pattern.compile(
            "(telemetry|otel|tracing|sentry|observab|instrument|monitor|bootstrap|start|init|setup|create|register|serve)",
            Pattern.CASE_INSENSITIVE);
    private static final int MAX_DEPTH = 2;

    /** For {@link java.util.ServiceLoader}. */
    public TelemetryExtractor() {
        super("source-telemetry", 1, List.of(TelemetryInit.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> new Search(program, facts).module(module));
    }

    /** One run. */
    private static final class Search {
        private final Program program;
        private final Resolver resolver;
        private final FactSink facts;
        private final TelemetryStarts starts;
        private final TelemetrySettings settings;
        private final TelemetryOrder order;
        private final Map<SyntaxNode, List<TelemetryStarts.Start>> inside = new HashMap<>();

        Search(Program program, FactSink facts) {
            this.program = program;
            this.resolver = program.resolver();
            this.facts = facts;
            this.starts = new TelemetryStarts(resolver);
            this.settings = new TelemetrySettings(program);
            this.order = new TelemetryOrder(program);
        }

        void module(Module module) {
            List<SyntaxNode> calls =
                    Syntax.ordered(module.nodes(SyntaxKind.CALL_EXPRESSION), module.nodes(SyntaxKind.NEW_EXPRESSION));
            for (SyntaxNode node : calls) {
                Located call = module.at(node);
                TelemetryStarts.Start start = starts.of(call);
                if (start != null) {
                    if (reached(call)) add(start, call, null);
                    continue;
                }
                for (TelemetryStarts.Start other : elsewhere(call)) add(other, call, call);
            }
        }

        /** What a call starts by way of a function of another owner. */
        private List<TelemetryStarts.Start> elsewhere(Located call) {
            String written = Syntax.dotted(Syntax.target(call.node()));
            if (written == null || !BOOTSTRAP.matcher(Syntax.last(written)).find()) return List.of();
            Located declared = resolver.callee(call).declaration();
            if (declared == null || program.ownerOf(declared.module().path()).equals(program.owner())) return List.of();
            return inside(declared, 0);
        }

        private List<TelemetryStarts.Start> inside(Located function, int depth) {
            List<TelemetryStarts.Start> known = inside.get(function.node());
            if (known != null) return known;
            List<TelemetryStarts.Start> found = new ArrayList<>();
            inside.put(function.node(), found);
            for (SyntaxNode node :
                    Syntax.below(function.node(), SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION)) {
                Located call = function.at(node);
                TelemetryStarts.Start start = starts.of(call);
                if (start != null) found.add(start);
                else if (depth < MAX_DEPTH) {
                    Located declared = resolver.callee(call).declaration();
                    if (declared != null) found.addAll(inside(declared, depth + 1));
                }
            }
            return found;
        }

        /** Whether the function around a call is called, or there is none. */
        private boolean reached(Located call) {
            SyntaxNode function = Enclosing.namedFunction(call.node());
            if (function == null || function.is(SyntaxKind.METHOD_DEFINITION)) return true;
            String path = call.module().path();
            String name = String.valueOf(Enclosing.nameOf(function));
            if (name.equals("register") && path.contains("instrumentation")) return true;
            if (path.endsWith("x") && Character.isUpperCase(name.charAt(0))) return true;
            if (!program.callSites(call.at(function)).isEmpty()) return true;
            return !new Callbacks(call.module(), resolver).takers(function).isEmpty();
        }

        private void add(TelemetryStarts.Start start, Located place, @Nullable Located site) {
            Stages stages = new Stages(resolver);
            stages.around(place);
            if (site != null) stages.around(start.call());
            Located begun = TelemetryStarts.begun(start.call());
            if (begun != null) stages.around(begun);
            Value.Struct options = start.options();
            Located enabled = options == null ? null : options.get("enabled");
            if (enabled != null) {
                Value value = resolver.value(enabled);
                if (value instanceof Value.Bool truth) {
                    if (!truth.value()) return;
                } else {
                    stages.take(enabled, enabled.node(), true);
                }
            }
            SyntaxNode function = Enclosing.namedFunction(place.node());
            if (function != null && site == null) {
                List<Located> sites = program.callSites(place.at(function));
                if (sites.size() == 1) stages.around(sites.get(0));
            }
            String path = place.module().path();
            facts.fact(new TelemetryInit(
                    facts.key(path + "#" + start.tool()),
                    facts.owner(),
                    facts.place(place),
                    start.tool(),
                    start.signals().stream().sorted().toList(),
                    settings.serviceName(start, site),
                    settings.dsn(start, site),
                    List.copyOf(stages.stages()),
                    stages.conditional(),
                    order.first(place.module()),
                    path));
        }
    }
}
