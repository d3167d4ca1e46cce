package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what protects a call: its own settings and those of its client; functions around it, two levels into helpers of
 * the repository; and, when the function it stands in is only called under protection, what all these calls share. Used
 * by one thread.
 */
final class Resilience {
    private static final int MAX_DEPTH = 2;
    private static final Set<String> RETRYING = Set.of(
            "p-retry", "async-retry", "promise-retry", "retry", "exponential-backoff", "@lifeomic/attempt", "ts-retry");
    private static final Set<String> RUNNING =
            Set.of("execute", "fire", "run", "call", "exec", "wrap", "invoke", "protect", "executeFor");

    private final Program program;
    private final Resolver resolver;
    private final Settings settings;
    private final Retries retries;
    private final Policies policies;
    private final Map<Module, Callbacks> callbacks = new HashMap<>();

    Resilience(Program program) {
        this.program = program;
        this.resolver = program.resolver();
        this.settings = new Settings(resolver);
        this.retries = new Retries(resolver, settings);
        this.policies = new Policies(resolver, settings);
    }

    Callbacks callbacks(Module module) {
        return callbacks.computeIfAbsent(module, m -> new Callbacks(m, resolver));
    }

    /** What protects a call to another system. */
    Protection of(OutboundTargets.Target target) {
        Protection own = own(target);
        return own.and(around(target.call(), 0));
    }

    /** The settings of the call and of its client. */
    private Protection own(OutboundTargets.Target target) {
        Protection protection = Protection.NONE;
        Located call = target.call();
        for (SyntaxNode argument : Syntax.arguments(call.node()))
            protection = protection.and(settings(call.at(argument), target.module()));
        Located client = target.client();
        for (int i = 0; client != null && i < 4; i++) {
            for (SyntaxNode argument : Syntax.arguments(client.node()))
                protection = protection.and(settings(client.at(argument), target.module()));
            protection = protection.and(added(client));
            client = parent(client);
        }
        return protection;
    }

    /** The client that a client was derived from: {@code base} of {@code base.extend({…})}. */
    private @Nullable Located parent(Located client) {
        SyntaxNode written = Syntax.target(client.node());
        SyntaxNode object = written == null ? null : Syntax.bare(written).child("object");
        if (object == null || !(resolver.value(client.at(object)) instanceof Value.CallResult result)) return null;
        return result.call().equals(client) ? null : result.call();
    }

    /** {@code axiosRetry(client, {…})}. */
    private Protection added(Located client) {
        String holder = Policies.holder(client.node());
        if (holder == null) return Protection.NONE;
        for (SyntaxNode node : client.module().nodes(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode first = Syntax.argument(node, 0);
            if (first == null || !holder.equals(Syntax.dotted(first))) continue;
            Callee callee = callbacks(client.module()).callee(node);
            if (!"axios-retry".equals(callee.module())) continue;
            SyntaxNode second = Syntax.argument(node, 1);
            Value.Struct options = second == null ? null : settings.struct(client.at(second));
            Located delay = options == null ? null : options.get("retryDelay");
            String text = delay == null ? "" : delay.node().text();
            boolean exponential = text.contains("exponentialDelay");
            Protection written = Retries.arithmetic("delay " + text);
            return Protection.retry(
                    exponential || text.contains("linearDelay") || written.backoff(), exponential || written.jitter());
        }
        return Protection.NONE;
    }

    private Protection settings(Located argument, @Nullable String module) {
        if (Syntax.function(Syntax.bare(argument.node()))) return Protection.NONE;
        Value.Struct options = settings.struct(argument);
        if (options == null) return Protection.NONE;
        Protection protection = settings.timeout(options) ? Protection.TIMEOUT : Protection.NONE;
        if (!settings.retries(options)) return protection;
        return protection.and(Protection.retry(
                settings.growth(options) || grows(module), settings.scatter(options) || scatters(module)));
    }

    /** Clients whose retries wait longer each time, by their documentation. */
    private static boolean grows(@Nullable String module) {
        return module != null && (module.equals("got") || module.equals("ky") || scatters(module));
    }

    /** Clients whose retries also wait for a random time, by their documentation. */
    private static boolean scatters(@Nullable String module) {
        return module != null
                && (module.equals("stripe")
                        || module.equals("openai")
                        || module.equals("got")
                        || module.equals("twilio")
                        || module.startsWith("@anthropic-ai/")
                        || module.startsWith("@aws-sdk/"));
    }

    private Protection around(Located place, int depth) {
        SyntaxNode node = place.node();
        Callbacks calls = callbacks(place.module());
        Protection protection = retries.loop(node);
        if (Fallbacks.around(node)) protection = protection.and(Protection.FALLBACK);
        protection = protection.and(arguments(place));
        for (SyntaxNode wrapper : calls.around(node))
            protection = protection.and(wrapper(place.at(wrapper), node, depth)).and(wrapped(wrapper));
        protection = protection.and(decorators(node));
        SyntaxNode function = Enclosing.namedFunction(node);
        if (function == null || depth >= MAX_DEPTH) return protection;
        return protection.and(sites(place.at(function), depth));
    }

    /** A wrapper's own result may have an answer for failures, or a limit of time. */
    private static Protection wrapped(SyntaxNode wrapper) {
        return Fallbacks.around(wrapper) ? Protection.FALLBACK : Protection.NONE;
    }

    private Protection sites(Located function, int depth) {
        List<Located> sites = program.callSites(function);
        Protection shared = null;
        for (Located site : sites) {
            Protection here = around(site, depth + 1);
            shared = shared == null ? here : shared.common(here);
        }
        return shared == null ? Protection.NONE : shared;
    }

    /** {@code withTimeout(fetch(x), 500)} and {@code Promise.race([fetch(x), timeout(500)])}. */
    private Protection arguments(Located place) {
        Protection protection = Protection.NONE;
        SyntaxNode child = place.node();
        for (SyntaxNode at = child.parent(); at != null && !Syntax.function(at); child = at, at = at.parent()) {
            if (!at.is(SyntaxKind.CALL_EXPRESSION) || !"arguments".equals(child.field())) continue;
            String name = Syntax.dotted(Syntax.target(at));
            if (name == null) continue;
            String last = Syntax.last(name).toLowerCase(Locale.ROOT);
            boolean limits = last.contains("timeout")
                    || (name.equals("Promise.race")
                            && child.text().toLowerCase(Locale.ROOT).matches("(?s).*(timeout|sleep|delay|abort).*"));
            if (limits) protection = protection.and(Protection.TIMEOUT);
        }
        return protection;
    }

    private static Protection decorators(SyntaxNode node) {
        SyntaxNode function = Enclosing.namedFunction(node);
        if (function == null) return Protection.NONE;
        Protection protection = Protection.NONE;
        for (String decorator : Members.decorators(function)) {
            String name = Syntax.last(decorator).toLowerCase(Locale.ROOT);
            if (name.contains("breaker")) protection = protection.and(Protection.breaker("@" + decorator));
            if (name.contains("timeout")) protection = protection.and(Protection.TIMEOUT);
            if (name.contains("retry")) protection = protection.and(Protection.retry(false, false));
        }
        return protection;
    }

    /** What a call does to the function it is given. */
    private Protection wrapper(Located call, SyntaxNode inside, int depth) {
        Callee callee = callbacks(call.module()).callee(call.node());
        SyntaxNode target = Syntax.target(call.node());
        String dotted = Syntax.dotted(target);
        String last = callee.last().isEmpty() && dotted != null ? Syntax.last(dotted) : callee.last();
        String lower = last.toLowerCase(Locale.ROOT);
        if (call.node().is(SyntaxKind.NEW_EXPRESSION))
            return lower.contains("breaker") ? policies.breaker(call, null) : Protection.NONE;
        Protection protection = Protection.NONE;
        SyntaxNode receiver = target == null ? null : Syntax.bare(target).child("object");
        if (receiver != null && RUNNING.contains(last)) protection = policies.of(call.at(receiver));
        if (protection.breaker() != null && answers(call.node(), inside))
            protection = protection.and(Protection.FALLBACK);
        if (lower.contains("breaker")) protection = protection.and(Protection.breaker(named(call, callee)));
        boolean retries = lower.contains("retry") || lower.contains("retries");
        String module = callee.module();
        if (retries || (module != null && RETRYING.contains(module)))
            protection = protection.and(this.retries.of(call, module, callee.declaration()));
        if (lower.contains("timeout") && !last.equals("setTimeout")) protection = protection.and(Protection.TIMEOUT);
        if (lower.contains("fallback")) protection = protection.and(Protection.FALLBACK);
        Located declaration = callee.declaration();
        if (declaration != null && depth < MAX_DEPTH)
            protection = protection.and(helper(declaration, index(call.node(), inside), depth));
        return protection;
    }

    /** {@code breaker.execute(work, answer)}. */
    private static boolean answers(SyntaxNode call, SyntaxNode inside) {
        SyntaxNode second = Syntax.argument(call, 1);
        return index(call, inside) == 0 && second != null && Syntax.function(Syntax.bare(second));
    }

    private String named(Located call, Callee callee) {
        SyntaxNode first = Syntax.argument(call.node(), 0);
        String text = first == null ? "" : resolver.text(call.at(first)).orElse("");
        if (!text.isEmpty()) return text;
        String receiver = callee.name();
        int dot = receiver.lastIndexOf('.');
        return dot < 0 ? receiver : receiver.substring(0, dot);
    }

    /** Which argument of a call a node stands in; -1 when none does. */
    private static int index(SyntaxNode call, SyntaxNode inside) {
        List<SyntaxNode> arguments = Syntax.arguments(call);
        for (int i = 0; i < arguments.size(); i++) if (Syntax.within(inside, arguments.get(i))) return i;
        for (int i = 0; i < arguments.size(); i++) if (Syntax.dotted(arguments.get(i)) != null) return i;
        return -1;
    }

    /** What a helper of the repository does to the function it takes at a place. */
    private Protection helper(Located function, int index, int depth) {
        List<SyntaxNode> parameters = Members.parameters(function.node());
        if (index < 0 || index >= parameters.size()) return Protection.NONE;
        SyntaxNode pattern = Members.pattern(parameters.get(index));
        if (!pattern.is(SyntaxKind.IDENTIFIER)) return Protection.NONE;
        String name = pattern.text();
        Protection protection = Protection.NONE;
        for (SyntaxNode call : Syntax.below(function.node(), SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION)) {
            if (name.equals(Syntax.dotted(Syntax.target(call)))) {
                protection = protection.and(inside(function, call, depth + 1));
                continue;
            }
            for (SyntaxNode argument : Syntax.arguments(call)) {
                if (!Syntax.bare(argument).text().equals(name)) continue;
                protection = protection
                        .and(wrapper(function.at(call), argument, depth + 1))
                        .and(inside(function, call, depth + 1));
            }
        }
        return protection;
    }

    /** What stands around a call within the function. */
    private Protection inside(Located function, SyntaxNode call, int depth) {
        Protection protection = retries.loop(call).and(arguments(function.at(call)));
        if (Fallbacks.around(call)) protection = protection.and(Protection.FALLBACK);
        for (SyntaxNode wrapper : callbacks(function.module()).around(call))
            if (Syntax.within(wrapper, function.node()))
                protection = protection.and(wrapper(function.at(wrapper), call, depth));
        return protection;
    }
}
