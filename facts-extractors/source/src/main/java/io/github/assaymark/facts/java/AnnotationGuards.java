package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the security annotations of classes and methods. */
final class AnnotationGuards {
    private static final Set<String> NAMES = Set.of("PreAuthorize", "Secured", "RolesAllowed", "PermitAll", "DenyAll");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern LETS_PASS =
            Pattern.compile("\\bpermitAll\\b|\\bisAnonymous\\b|\\bisRememberMe\\b|\\btrue\\b");

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\w+}");
    private static final Pattern NEGATED = Pattern.compile("!(?!=)|(?i:\\bnot\\b)");
    private static final Pattern EITHER = Pattern.compile("\\|\\||(?i:\\bor\\b)");
    private static final Pattern ASKS = Pattern.compile(
            "(?:has(?:Any)?(?:Role|Authority|Scope|Permission)\\([^()]*\\)|is(?:Fully)?Authenticated\\(\\)|denyAll(?:\\(\\))?)");

    private final JavaIndex index;
    private final MetaAnnotations metas;
    private final Set<String> enabled = new TreeSet<>();
    private final boolean jersey;
    private final boolean spring;

    AnnotationGuards(JavaIndex index, List<JavaUnit> units) {
        this.index = index;
        this.metas = new MetaAnnotations(index);
        boolean usesJersey = false;
        boolean usesSpring = false;
        boolean feature = false;
        for (JavaUnit unit : units) {
            usesJersey |= unit.imports("org.glassfish.jersey");
            usesSpring |= unit.imports("org.springframework");
            feature |= unit.imports("org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature");
            for (JavaType type : unit.types()) type.annotations().forEach(this::enabling);
        }
        this.jersey = usesJersey && !feature;
        this.spring = usesSpring;
    }

    private void enabling(JavaAnnotation annotation) {
        switch (annotation.name()) {
            case "EnableMethodSecurity" -> {
                if (!annotation.says("prePostEnabled", false)) enabled.add("PreAuthorize");
            }
            case "EnableReactiveMethodSecurity" -> enabled.add("PreAuthorize");
            case "EnableGlobalMethodSecurity" -> {
                if (annotation.says("prePostEnabled", true)) enabled.add("PreAuthorize");
            }
            default -> {
                return;
            }
        }
        if (annotation.says("securedEnabled", true)) enabled.add("Secured");
        if (annotation.says("jsr250Enabled", true)) enabled.add("RolesAllowed");
    }

    /** What the annotations of a route say. */
    record Said(List<FoundGuard> guards, boolean open) {}

    Said of(FoundRoute route) {
        List<FoundGuard> guards = new ArrayList<>();
        JavaMethod handler = route.handler();
        if (handler == null || route.handlerIn() == null) return new Said(guards, false);
        JavaType type = route.declared().type();
        List<MetaAnnotations.Found> found = security(handler.annotations(), route.handlerIn(), type);
        if (found.isEmpty())
            found = security(type.annotations(), route.declared().unit(), type);
        boolean open = false;
        for (MetaAnnotations.Found each : found) {
            FoundGuard guard = guard(each, route);
            if (guard == null) open = true;
            else guards.add(guard);
        }
        return new Said(guards, open && guards.isEmpty());
    }

    private List<MetaAnnotations.Found> security(
            List<JavaAnnotation> annotations, JavaUnit unit, @Nullable JavaType within) {
        return metas.all(annotations, unit, within).stream()
                .filter(found -> NAMES.contains(found.annotation().name()))
                .toList();
    }

    /** Null when the annotation lets everybody pass. */
    private @Nullable FoundGuard guard(MetaAnnotations.Found found, FoundRoute route) {
        JavaAnnotation annotation = found.annotation();
        if (annotation.name().equals("PermitAll")) return null;
        if (annotation.name().equals("DenyAll")) return guard(found, route, GuardKind.OTHER, List.of(), true, null);
        JavaValue value = annotation.value("value");
        List<String> texts = value == null ? List.of() : index.texts(value, found.unit(), found.within());
        if (texts == null || texts.isEmpty())
            return guard(
                    found,
                    route,
                    GuardKind.ROLE,
                    List.of(value == null ? "" : Secrets.shown(value.source(), JavaFacts.MAX_SHOWN)),
                    false,
                    "what it asks for is not constant");
        if (!annotation.name().equals("PreAuthorize")) return guard(found, route, ofNames(texts), texts, true, null);
        String expression = String.join(" ", texts).strip();
        if (expression.equals("permitAll") || expression.equals("permitAll()")) return null;
        List<String> names = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(expression);
        while (quoted.find()) names.add(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
        return guard(
                found,
                route,
                ofExpression(expression),
                names.isEmpty() ? List.of(Secrets.shown(expression, JavaFacts.MAX_SHOWN)) : names,
                !TEMPLATE.matcher(expression).find(),
                doubt(expression));
    }

    /** Why an expression does not surely ask for what it names; null when it does. */
    private static @Nullable String doubt(String expression) {
        if (LETS_PASS.matcher(expression).find()) return "it lets everybody pass in some cases";
        if (TEMPLATE.matcher(expression).find()) return "what it asks for is filled in where it is used";
        String plain = QUOTED.matcher(expression).replaceAll("''");
        if (NEGATED.matcher(plain).find()) return "it asks for the opposite of something";
        if (!EITHER.matcher(plain).find()) return null;
        for (String one : EITHER.split(plain, -1)) {
            if (one.indexOf('(') != one.lastIndexOf('(')
                    || !ASKS.matcher(one.strip()).matches())
                return "it is one of several conditions, not all of which are understood";
        }
        return null;
    }

    private FoundGuard guard(
            MetaAnnotations.Found found,
            FoundRoute route,
            GuardKind kind,
            List<String> arguments,
            boolean resolved,
            @Nullable String reason) {
        String needs = found.annotation().name().equals("DenyAll")
                ? "RolesAllowed"
                : found.annotation().name();
        String off = null;
        if (route.framework() == WebFramework.SPRING || (spring && needs.matches("PreAuthorize|Secured"))) {
            if (!enabled.contains(needs))
                off = "nothing in the service enables @" + found.annotation().name();
        } else if (jersey) {
            off = "Jersey ignores it without RolesAllowedDynamicFeature";
        }
        return new FoundGuard(
                kind,
                found.used().name(),
                arguments,
                GuardVia.DECORATOR,
                false,
                resolved,
                off != null ? off : reason,
                route.handlerIn() == null ? route.registeredIn() : route.handlerIn(),
                found.used().span());
    }

    /** What names of authorities stand for. */
    static GuardKind ofNames(List<String> names) {
        if (names.stream().allMatch(name -> name.startsWith("IS_AUTHENTICATED"))) return GuardKind.AUTHENTICATION;
        return names.stream().anyMatch(name -> name.startsWith("SCOPE_")) ? GuardKind.SCOPE : GuardKind.ROLE;
    }

    static GuardKind ofExpression(String expression) {
        if (expression.contains("hasAuthority")
                || expression.contains("hasAnyAuthority")
                || expression.contains("hasPermission")
                || expression.contains("hasScope")
                || expression.contains("hasAnyScope")) return GuardKind.SCOPE;
        if (expression.contains("hasRole") || expression.contains("hasAnyRole")) return GuardKind.ROLE;
        return expression.contains("uthenticated") ? GuardKind.AUTHENTICATION : GuardKind.OTHER;
    }
}
