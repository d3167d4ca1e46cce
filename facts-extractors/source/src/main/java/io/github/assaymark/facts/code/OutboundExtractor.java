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
import io.github.assaymark.model.fact.OutboundCall;
import io.github.assaymark.model.fact.OutboundStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls to other systems in TypeScript and JavaScript that ships: {@code fetch} by any name, HTTP clients, and clients
 * made for a system ({@link Sdks} says which packages hold them). Safe for use by many threads.
 *
 * <p>A function whose parameter is the address is no call of its own: each call of that function is one.
 */
public final class OutboundExtractor extends SourceExtractor {
    private static final List<String> BASES =
            List.of("baseURL", "baseUrl", "prefixUrl", "base_url", "serverURL", "endpoint", "host", "basePath", "url");
    private static final Set<String> TARGETS = Set.of("url", "href", "uri");
    private static final int MAX_LEVELS = 2;

    /** For {@link java.util.ServiceLoader}. */
    public OutboundExtractor() {
        super("source-outbound", 1, List.of(OutboundCall.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> new Run(program, facts).module(module));
    }

    /** One run. */
    private static final class Run {
        private final Program program;
        private final Resolver resolver;
        private final FactSink facts;
        private final OutboundTargets targets;
        private final Resilience resilience;

        Run(Program program, FactSink facts) {
            this.program = program;
            this.resolver = program.resolver();
            this.facts = facts;
            this.targets = new OutboundTargets(resolver);
            this.resilience = new Resilience(program);
        }

        void module(Module module) {
            for (SyntaxNode node : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
                OutboundTargets.Target target = targets.of(module.at(node));
                if (target != null) add(target);
            }
        }

        private void add(OutboundTargets.Target target) {
            Located expression = expression(target);
            if (expression != null && own(expression)) return;
            Protection protection = resilience.of(target);
            if (expression != null && sites(target, expression, protection, 0)) return;
            Address address = expression == null ? null : Address.of(expression, resolver);
            fact(target, target.call(), target.name(), based(target, address), protection);
        }

        /** Whether an address is a file that ships beside the code: {@code new URL('./font.ttf', import.meta.url)}. */
        private boolean own(Located expression) {
            if (!(resolver.value(expression) instanceof Value.CallResult result)) return false;
            SyntaxNode base = Syntax.argument(result.call().node(), 1);
            return base != null && "import.meta.url".equals(Syntax.dotted(base));
        }

        /** Tells the calls of a function instead of the call in it that takes its address from a parameter. */
        private boolean sites(OutboundTargets.Target target, Located expression, Protection protection, int level) {
            if (level >= MAX_LEVELS || target.client() != null) return false;
            if (!(resolver.value(expression) instanceof Value.Parameter parameter)) return false;
            if (parameter.name().indexOf('.') >= 0) return false;
            Located function = parameter.function();
            List<SyntaxNode> parameters = Members.parameters(function.node());
            if (parameter.index() >= parameters.size()
                    || !Members.pattern(parameters.get(parameter.index())).is(SyntaxKind.IDENTIFIER)) return false;
            List<Located> sites = new ArrayList<>();
            for (Located site : program.callSites(function))
                if (program.ownerOf(site.module().path()).equals(program.owner())) sites.add(site);
            if (sites.isEmpty()) return false;
            for (Located site : sites) {
                SyntaxNode argument = Syntax.argument(site.node(), parameter.index());
                Protection here = protection.and(resilience.of(
                        new OutboundTargets.Target(site, target.name(), target.style(), target.module(), null)));
                Located given = argument == null ? null : site.at(argument);
                if (given != null && sites(target, given, here, level + 1)) continue;
                String name = resolver.callee(site).name();
                fact(
                        target,
                        site,
                        name.isEmpty() ? target.name() : name,
                        given == null ? null : Address.of(given, resolver),
                        here);
            }
            return true;
        }

        /** The expression that holds the address; null when there is none. */
        private @Nullable Located expression(OutboundTargets.Target target) {
            if (target.style() == OutboundStyle.SDK) return null;
            Located call = target.call();
            SyntaxNode first = Syntax.argument(call.node(), 0);
            if (first == null) return null;
            Located given = call.at(first);
            if (resolver.value(given) instanceof Value.Struct struct) {
                for (String key : TARGETS) {
                    Located url = struct.get(key);
                    if (url != null) return url;
                }
                return struct.get("path") != null ? struct.get("path") : null;
            }
            return given;
        }

        private @Nullable Address based(OutboundTargets.Target target, @Nullable Address address) {
            Address base = base(target);
            if (base == null) return address;
            return address == null ? base : address.on(base);
        }

        private @Nullable Address base(OutboundTargets.Target target) {
            Located client = target.client();
            if (client == null) return host(target);
            List<SyntaxNode> arguments = Syntax.arguments(client.node());
            for (SyntaxNode argument : arguments) {
                if (!(resolver.value(client.at(argument)) instanceof Value.Struct struct)) continue;
                for (String key : BASES) {
                    Located base = struct.get(key);
                    if (base != null) return Address.of(base, resolver);
                }
            }
            return null;
        }

        /** {@code http.request({ hostname })}. */
        private @Nullable Address host(OutboundTargets.Target target) {
            SyntaxNode first = Syntax.argument(target.call().node(), 0);
            String module = target.module();
            if (first == null || module == null || !module.contains("http")) return null;
            if (!(resolver.value(target.call().at(first)) instanceof Value.Struct struct)) return null;
            Located host = struct.get("hostname") != null ? struct.get("hostname") : struct.get("host");
            if (host == null) return null;
            Address name = Address.of(host, resolver);
            String scheme = module.endsWith("https") ? "https://" : "http://";
            return new Address(scheme + name.text(), name.variable());
        }

        private void fact(
                OutboundTargets.Target target,
                Located place,
                String name,
                @Nullable Address address,
                Protection protection) {
            SyntaxNode node = place.node();
            String path = place.module().path();
            facts.fact(new OutboundCall(
                    facts.key(path + "#" + Enclosing.label(node) + ":" + name),
                    facts.owner(),
                    facts.place(place),
                    name,
                    target.style(),
                    address == null ? null : address.host(),
                    address == null ? null : address.text(),
                    address == null ? null : address.variable(),
                    target.module(),
                    protection.breaker(),
                    protection.timeout(),
                    protection.retry(),
                    protection.backoff(),
                    protection.jitter(),
                    protection.fallback(),
                    Enclosing.function(node),
                    Enclosing.className(node),
                    path));
        }
    }
}
