package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the rules of security filter chains in their order, as Spring does: the first that fits decides. */
final class ChainGuards {
    private static final Set<String> CONDITIONS = Set.of("Profile", "Conditional");
    private static final Set<String> PASS = Set.of("permitAll", "anonymous");

    /** What lets no request pass that it should not. */
    private static final Set<String> ASKS = Set.of(
            "authenticated",
            "fullyAuthenticated",
            "hasRole",
            "hasAnyRole",
            "hasAllRoles",
            "hasAuthority",
            "hasAnyAuthority",
            "hasAllAuthorities",
            "denyAll");

    private static final Pattern PRECEDENCE =
            Pattern.compile("(?:[\\w.]*Ordered\\.)?(HIGHEST|LOWEST)_PRECEDENCE([+-]\\d{1,8})?");

    private final JavaIndex index;
    private final List<Placed> chains = new ArrayList<>();

    /** A chain; {@code order} is null when it is not known. */
    private record Placed(
            SecurityChain chain,
            JavaUnit unit,
            JavaType type,
            @Nullable Integer order) {}

    /** What the chains say of a route. */
    record Said(List<FoundGuard> guards, boolean open) {}

    /** How a rule fits a route. */
    private record Fit(JavaPath.Reach reach, boolean known) {}

    ChainGuards(JavaIndex index, List<JavaUnit> units, JavaFacts facts) {
        this.index = index;
        for (JavaUnit unit : units) {
            for (JavaType type : unit.types()) {
                for (SecurityChain chain : type.chains()) {
                    chains.add(new Placed(chain, unit, type, order(chain, unit, type)));
                    report(chain, unit, type, facts);
                }
            }
        }
        chains.sort(Comparator.comparing((Placed p) -> !p.chain().ignoring())
                .thenComparingInt(p -> p.order() == null ? Integer.MAX_VALUE : p.order())
                .thenComparing(p -> p.unit().path())
                .thenComparingInt(p -> p.chain().span().startLine()));
    }

    /** Place of a chain among the others; null when it is not known. */
    private @Nullable Integer order(SecurityChain chain, JavaUnit unit, JavaType type) {
        JavaAnnotation order = JavaAnnotation.named(chain.annotations(), "Order");
        // the order of a class is that of the chain only where the class is the chain
        if (order == null && chain.method().equals("configure"))
            order = JavaAnnotation.named(type.annotations(), "Order");
        JavaValue value = order == null ? null : order.value("value");
        if (value == null) return Integer.MAX_VALUE;
        String number = index.number(value, unit, type);
        if (number != null) return Integer.parseInt(number);
        Matcher named = PRECEDENCE.matcher(value.source().replace(" ", ""));
        if (!named.matches()) return null;
        int apart = named.group(2) == null ? 0 : Integer.parseInt(named.group(2).substring(1));
        boolean highest = named.group(1).equals("HIGHEST");
        if (named.group(2) != null && named.group(2).startsWith("+") != highest) return null;
        return highest ? Integer.MIN_VALUE + apart : Integer.MAX_VALUE - apart;
    }

    private void report(SecurityChain chain, JavaUnit unit, JavaType type, JavaFacts facts) {
        if (chain.open() || patterns(chain.matchers(), unit, type) == null)
            facts.unresolved(
                    "paths of a security filter chain",
                    chain.method(),
                    "its paths are no constants of the repository",
                    unit,
                    chain.span(),
                    List.of(RouteGuard.class));
        for (SecurityChain.Rule rule : chain.rules()) {
            if (!rule.open() && patterns(rule.paths(), unit, type) != null) continue;
            facts.unresolved(
                    rule.elsewhere() ? "security rules" : "paths of a security rule",
                    rule.paths().isEmpty()
                            ? chain.method()
                            : rule.paths().get(0).source(),
                    rule.elsewhere() ? "another method makes them" : "its paths are no constants of the repository",
                    unit,
                    rule.span(),
                    List.of(RouteGuard.class));
        }
    }

    private @Nullable List<String> patterns(@Nullable List<JavaValue> values, JavaUnit unit, JavaType type) {
        List<String> patterns = new ArrayList<>();
        if (values == null) return patterns;
        for (JavaValue value : values) {
            List<String> texts = index.texts(value, unit, type);
            if (texts == null) return null;
            patterns.addAll(texts);
        }
        return patterns;
    }

    Said of(FoundRoute route) {
        List<FoundGuard> guards = new ArrayList<>();
        if (route.framework() != WebFramework.SPRING) return new Said(guards, false);
        boolean unsure = false;
        for (Placed placed : chains) {
            SecurityChain chain = placed.chain();
            Fit covers = chainFit(placed, route);
            if (covers.reach() == JavaPath.Reach.NONE) continue;
            boolean certain = covers.known() && covers.reach() == JavaPath.Reach.ALL && !conditional(placed);
            String doubt = certain ? null : "its chain is not for every request to the route";
            if (certain && !chain.ignoring() && rivals(placed, route))
                doubt = "several chains without an order are for the route";
            for (SecurityChain.Rule rule : chain.rules()) {
                Fit fit = fit(rule, placed, route);
                if (fit.reach() == JavaPath.Reach.NONE) continue;
                boolean all = fit.known() && fit.reach() == JavaPath.Reach.ALL && !rule.conditional() && doubt == null;
                boolean passes = PASS.contains(rule.action());
                if (all && passes && !unsure) return new Said(guards, true);
                if (!passes) guards.add(guard(rule, placed, fit, doubt, unsure));
                unsure |= passes || !ASKS.contains(rule.action());
                if (all) return new Said(guards, false);
            }
            if (doubt == null && !chain.ignoring()) return new Said(guards, false);
        }
        return new Said(guards, false);
    }

    private boolean rivals(Placed placed, FoundRoute route) {
        for (Placed other : chains) {
            boolean another = !other.chain().ignoring()
                    && !other.chain().equals(placed.chain())
                    && (other.order() == null || other.order().equals(placed.order()) || placed.order() == null);
            if (another && chainFit(other, route).reach() != JavaPath.Reach.NONE) return true;
        }
        return false;
    }

    private static boolean conditional(Placed placed) {
        List<JavaAnnotation> annotations = new ArrayList<>(placed.chain().annotations());
        annotations.addAll(placed.type().annotations());
        return annotations.stream()
                .anyMatch(a -> CONDITIONS.contains(a.name()) || a.name().startsWith("ConditionalOn"));
    }

    private Fit chainFit(Placed placed, FoundRoute route) {
        List<JavaValue> matchers = placed.chain().matchers();
        if (matchers == null) return new Fit(JavaPath.Reach.ALL, true);
        List<String> patterns = patterns(matchers, placed.unit(), placed.type());
        if (placed.chain().open() || patterns == null) return new Fit(JavaPath.Reach.SOME, false);
        return new Fit(best(patterns, route), true);
    }

    private Fit fit(SecurityChain.Rule rule, Placed placed, FoundRoute route) {
        String method = rule.method();
        if (method != null && !method.equals(route.method()) && !route.method().equals("ALL"))
            return new Fit(JavaPath.Reach.NONE, true);
        boolean part = method != null && route.method().equals("ALL");
        if (rule.any() || (rule.paths().isEmpty() && method != null && !rule.open()))
            return new Fit(part ? JavaPath.Reach.SOME : JavaPath.Reach.ALL, true);
        List<String> patterns = patterns(rule.paths(), placed.unit(), placed.type());
        if (rule.open() || patterns == null) return new Fit(JavaPath.Reach.SOME, false);
        JavaPath.Reach reach = best(patterns, route);
        return new Fit(part && reach == JavaPath.Reach.ALL ? JavaPath.Reach.SOME : reach, true);
    }

    private static JavaPath.Reach best(List<String> patterns, FoundRoute route) {
        if (route.innerPath() == null) return JavaPath.Reach.SOME;
        JavaPath.Reach best = JavaPath.Reach.NONE;
        for (String pattern : patterns) {
            JavaPath.Reach reach = JavaPath.reach(pattern, route.innerPath());
            if (reach.compareTo(best) < 0) best = reach;
        }
        return best;
    }

    private FoundGuard guard(SecurityChain.Rule rule, Placed placed, Fit fit, @Nullable String doubt, boolean unsure) {
        boolean told = ASKS.contains(rule.action());
        String reason = doubt;
        if (reason == null && rule.elsewhere()) reason = "another method makes its rules";
        if (reason == null && !fit.known()) reason = "its paths are not known";
        if (reason == null && rule.conditional()) reason = "it is only registered under a condition";
        if (reason == null && fit.reach() != JavaPath.Reach.ALL) reason = "it is only for some requests to the route";
        if (reason == null && unsure) reason = "a rule before it may let requests to the route pass";
        if (reason == null && !told) reason = "what it asks for is decided by code";
        List<String> arguments = rule.arguments().stream()
                .flatMap(value -> {
                    List<String> texts = index.texts(value, placed.unit(), placed.type());
                    return texts == null
                            ? Stream.of(index.shown(value, placed.unit(), placed.type()))
                            : texts.stream().map(text -> Secrets.shown(text, JavaFacts.MAX_SHOWN));
                })
                .toList();
        return new FoundGuard(
                kind(rule.action()),
                rule.action().isEmpty() ? "authorizeHttpRequests" : rule.action(),
                arguments,
                GuardVia.FILTER_CHAIN,
                rule.conditional() || conditional(placed) || fit.reach() != JavaPath.Reach.ALL,
                fit.known() && told,
                reason,
                placed.unit(),
                rule.span());
    }

    private static GuardKind kind(String action) {
        return switch (action) {
            case "authenticated", "fullyAuthenticated", "rememberMe" -> GuardKind.AUTHENTICATION;
            case "hasRole", "hasAnyRole", "hasAllRoles" -> GuardKind.ROLE;
            case "hasAuthority", "hasAnyAuthority", "hasAllAuthorities" -> GuardKind.SCOPE;
            default -> GuardKind.OTHER;
        };
    }
}
