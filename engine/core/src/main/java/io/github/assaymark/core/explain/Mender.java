package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Expr;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds values of a fact's properties with which conditions hold, or do not. */
final class Mender {
    private static final Set<String> IDENTITY = Set.of("key", "owner");

    private final Bindings bindings;
    private final @Nullable Fact outer;
    private final boolean fresh;
    private Fact fact;
    private final Map<String, Expr> because = new LinkedHashMap<>();

    private Mender(Bindings bindings, Fact fact, @Nullable Fact outer, boolean fresh) {
        this.bindings = bindings;
        this.fact = fact;
        this.outer = outer;
        this.fresh = fresh;
    }

    /**
     * A fact that was changed.
     *
     * @param because for each changed property the condition that demands it
     */
    record Mended(Fact fact, Map<String, Expr> because) {
        Mended {
            because = Collections.unmodifiableMap(new LinkedHashMap<>(because));
        }
    }

    /** {@code fact} so changed that all conditions hold; null when no change was found. Key and owner stay. */
    static @Nullable Mended holding(Bindings bindings, Fact fact, @Nullable Fact outer, List<Expr> conditions) {
        return new Mender(bindings, fact, outer, false).run(conditions, true);
    }

    /** {@code fact}, which nobody has seen yet, so filled that all conditions hold; null when it could not be. */
    static @Nullable Mended filled(Bindings bindings, Fact blank, @Nullable Fact outer, List<Expr> conditions) {
        return new Mender(bindings, blank, outer, true).run(conditions, true);
    }

    /** {@code fact} so changed that the condition does not hold; null when no change was found. */
    static @Nullable Mended breaking(Bindings bindings, Fact fact, @Nullable Fact outer, Expr condition) {
        return new Mender(bindings, fact, outer, false).run(List.of(condition), false);
    }

    private @Nullable Mended run(List<Expr> conditions, boolean want) {
        for (Expr condition : conditions) if (!achieve(condition, want)) return null;
        for (Expr condition : conditions) if (bindings.holds(condition, fact, outer) != want) return null;
        return new Mended(fact, because);
    }

    private boolean achieve(Expr expr, boolean want) {
        if (bindings.holds(expr, fact, outer) == want) return true;
        if (expr instanceof Expr.Not not) return achieve(not.part(), !want);
        if (expr instanceof Expr.And and) return want ? all(and.parts(), true) : any(and.parts(), false);
        if (expr instanceof Expr.Or or) return want ? any(or.parts(), true) : all(or.parts(), false);
        for (Map.Entry<Expr.Prop, @Nullable Object> option : options(expr, want))
            if (tried(option, expr, want)) return true;
        return false;
    }

    private boolean tried(Map.Entry<Expr.Prop, @Nullable Object> option, Expr expr, boolean want) {
        String property = option.getKey().property();
        if (!fresh && IDENTITY.contains(property)) return false;
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put(property, option.getValue());
        if (option.getValue() == null && !nullable(property)) return false;
        Fact copy = FactCopies.with(fact, change);
        if (copy == null || bindings.holds(expr, copy, outer) != want) return false;
        fact = copy;
        because.put(property, expr);
        return true;
    }

    private boolean nullable(String name) {
        Property property = bindings.catalogue().typeOf(fact).property(name);
        return property != null && property.nullable();
    }

    private boolean all(List<Expr> parts, boolean want) {
        for (Expr part : parts) if (!achieve(part, want)) return false;
        return true;
    }

    private boolean any(List<Expr> parts, boolean want) {
        Fact before = fact;
        Map<String, Expr> reasons = new LinkedHashMap<>(because);
        for (Expr part : parts) {
            if (achieve(part, want)) return true;
            fact = before;
            because.clear();
            because.putAll(reasons);
        }
        return false;
    }

    /** Values of single properties with which {@code expr} may become {@code want}, most natural first. */
    private List<Map.Entry<Expr.Prop, @Nullable Object>> options(Expr expr, boolean want) {
        List<Map.Entry<Expr.Prop, @Nullable Object>> options = new ArrayList<>();
        if (expr instanceof Expr.Prop prop) put(options, prop, want);
        if (expr instanceof Expr.Compare compare) compare(options, compare, want);
        if (expr instanceof Expr.In in && want && value(in.options()) instanceof List<?> list)
            nearest(list, value(in.part())).forEach(option -> solve(options, in.part(), option));
        if (expr instanceof Expr.Matches matches && want)
            for (String sample : samples(Samples.regex(matches.pattern()), value(matches.part())))
                solve(options, matches.part(), sample);
        if (expr instanceof Expr.Call call) call(options, call, want);
        return options;
    }

    private static List<?> nearest(List<?> words, @Nullable Object now) {
        if (!(now instanceof String text)) return words;
        List<Object> sorted = new ArrayList<>(words);
        sorted.sort(java.util.Comparator.comparingInt(word -> Spelling.distance(text, String.valueOf(word))));
        return sorted;
    }

    private static List<String> samples(@Nullable String sample, @Nullable Object now) {
        if (sample == null) return List.of();
        return now instanceof String text && !text.isBlank() ? List.of(sample, text + " " + sample) : List.of(sample);
    }

    private void compare(List<Map.Entry<Expr.Prop, @Nullable Object>> options, Expr.Compare compare, boolean want) {
        Expr.Comparison comparison = want ? compare.comparison() : opposite(compare.comparison());
        if (Wording.readsOwn(compare.left()))
            for (Object target : targets(comparison, value(compare.right()), compare.left()))
                solve(options, compare.left(), target == ABSENT ? null : target);
        if (Wording.readsOwn(compare.right()))
            for (Object target : targets(mirrored(comparison), value(compare.left()), compare.right()))
                solve(options, compare.right(), target == ABSENT ? null : target);
    }

    private static final Object ABSENT = new Object();

    private List<Object> targets(Expr.Comparison comparison, @Nullable Object other, Expr side) {
        return switch (comparison) {
            case EQUAL -> List.of(other == null ? ABSENT : other);
            case NOT_EQUAL -> different(other, side);
            case LESS_OR_EQUAL, GREATER_OR_EQUAL -> other == null ? List.of() : List.of(other);
            case LESS -> next(other, -1);
            case GREATER -> next(other, 1);
        };
    }

    private List<Object> different(@Nullable Object from, Expr side) {
        if (from instanceof Boolean truth) return List.of(!truth);
        if (from instanceof Long || from instanceof Instant || from instanceof Duration || from instanceof Quantity)
            return next(from, 1);
        if (!side.type().words().isEmpty())
            return side.type().words().stream()
                    .filter(word -> !word.equals(from))
                    .map(Object.class::cast)
                    .toList();
        if (from != null) return List.of();
        return switch (side.type().kind()) {
            case TEXT -> List.of("something");
            case INTEGER -> List.of(1L);
            case BOOLEAN -> List.of(true);
            case INSTANT -> List.of(bindings.env().now());
            case DURATION -> List.of(Duration.ofSeconds(1));
            default -> List.of();
        };
    }

    private static List<Object> next(@Nullable Object from, int step) {
        if (from instanceof Long number) return List.of(number + step);
        if (from instanceof Instant instant) return List.of(instant.plusSeconds(step));
        if (from instanceof Duration duration) return List.of(duration.plusSeconds(step));
        if (from instanceof Quantity quantity)
            return List.of(new Quantity(quantity.amount().add(BigDecimal.valueOf(step)), quantity.unit()));
        return List.of();
    }

    private static Expr.Comparison opposite(Expr.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Expr.Comparison.NOT_EQUAL;
            case NOT_EQUAL -> Expr.Comparison.EQUAL;
            case LESS -> Expr.Comparison.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Expr.Comparison.GREATER;
            case GREATER -> Expr.Comparison.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Expr.Comparison.LESS;
        };
    }

    private static Expr.Comparison mirrored(Expr.Comparison comparison) {
        return switch (comparison) {
            case EQUAL, NOT_EQUAL -> comparison;
            case LESS -> Expr.Comparison.GREATER;
            case LESS_OR_EQUAL -> Expr.Comparison.GREATER_OR_EQUAL;
            case GREATER -> Expr.Comparison.LESS;
            case GREATER_OR_EQUAL -> Expr.Comparison.LESS_OR_EQUAL;
        };
    }

    private void call(List<Map.Entry<Expr.Prop, @Nullable Object>> options, Expr.Call call, boolean want) {
        Object now = value(call.receiver());
        Object argument =
                call.arguments().isEmpty() ? null : value(call.arguments().get(0));
        for (Object target : targets(call, want, now, argument)) solve(options, call.receiver(), target);
    }

    private static List<Object> targets(Expr.Call call, boolean want, @Nullable Object now, @Nullable Object argument) {
        List<?> list = now instanceof List<?> present ? present : List.of();
        String text = now instanceof String present ? present : "";
        return switch (call.function()) {
            case IS_BLANK -> List.of(want ? "" : "something");
            case IS_EMPTY -> List.of(want ? List.of() : List.of("something"));
            case CONTAINS_ITEM -> argument == null ? List.of() : List.of(elements(list, List.of(argument), want));
            case CONTAINS_ALL ->
                argument instanceof List<?> all && want ? List.of(elements(list, all, true)) : List.of();
            case CONTAINS_ANY ->
                argument instanceof List<?> any && !any.isEmpty()
                        ? List.of(elements(list, want ? any.subList(0, 1) : any, want))
                        : List.of();
            default -> want && argument instanceof String part ? texts(call, text, part) : List.of();
        };
    }

    private static List<Object> elements(List<?> present, List<?> of, boolean there) {
        List<Object> elements = new ArrayList<>(present);
        if (!there) elements.removeAll(of);
        else of.stream().filter(element -> !present.contains(element)).forEach(elements::add);
        return elements;
    }

    private static List<Object> texts(Expr.Call call, String text, String part) {
        return switch (call.function()) {
            case STARTS_WITH -> List.of(part + text);
            case ENDS_WITH -> List.of(text + part);
            case CONTAINS_TEXT -> List.of(text.isEmpty() ? part : text + " " + part);
            case EQUALS_IGNORE_CASE -> List.of(part);
            case GLOB -> List.of(Samples.glob(part));
            default -> List.of();
        };
    }

    /** Adds the values of properties with which {@code side} has the value {@code target}. */
    private void solve(List<Map.Entry<Expr.Prop, @Nullable Object>> options, Expr side, @Nullable Object target) {
        if (side instanceof Expr.Prop prop) {
            put(options, prop, target);
        } else if (side instanceof Expr.Call call && target != null) {
            switch (call.function()) {
                case LOWER -> solve(options, call.receiver(), target);
                case SIZE -> solve(options, call.receiver(), elements(target));
                case LENGTH -> solve(options, call.receiver(), "x".repeat(size(target)));
                default -> {}
            }
        } else if (side instanceof Expr.Arithmetic sum && target != null) {
            arithmetic(options, sum, target);
        }
    }

    private static List<String> elements(Object count) {
        return Collections.nCopies(size(count), "something");
    }

    private static int size(Object count) {
        return count instanceof Long n && n >= 0 && n <= 100 ? n.intValue() : 0;
    }

    private void arithmetic(List<Map.Entry<Expr.Prop, @Nullable Object>> options, Expr.Arithmetic sum, Object target) {
        boolean left = Wording.readsOwn(sum.left());
        if (left == Wording.readsOwn(sum.right())) return;
        Object known = value(left ? sum.right() : sum.left());
        if (known == null) return;
        if (target instanceof String whole) {
            String rest = known instanceof String text ? beside(whole, text, left) : null;
            if (rest != null) solve(options, left ? sum.left() : sum.right(), rest);
            return;
        }
        Object solved = left
                ? (sum.minus() ? plus(target, known) : minus(target, known))
                : (sum.minus() ? minus(known, target) : minus(target, known));
        if (solved != null) solve(options, left ? sum.left() : sum.right(), solved);
    }

    /** What must stand beside {@code known} for both to be {@code whole}; null when it cannot be. */
    private static @Nullable String beside(String whole, String known, boolean before) {
        if (before ? !whole.endsWith(known) : !whole.startsWith(known)) return null;
        return before ? whole.substring(0, whole.length() - known.length()) : whole.substring(known.length());
    }

    private static @Nullable Object plus(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) return x + y;
        if (a instanceof Duration x && b instanceof Duration y) return x.plus(y);
        if (a instanceof Duration x && b instanceof Instant y) return y.plus(x);
        if (a instanceof Instant x && b instanceof Duration y) return x.plus(y);
        return null;
    }

    private static @Nullable Object minus(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) return x - y;
        if (a instanceof Duration x && b instanceof Duration y) return x.minus(y);
        if (a instanceof Instant x && b instanceof Duration y) return x.minus(y);
        if (a instanceof Instant x && b instanceof Instant y) return Duration.between(y, x);
        return null;
    }

    private static void put(
            List<Map.Entry<Expr.Prop, @Nullable Object>> options, Expr.Prop prop, @Nullable Object value) {
        if (prop.role() == Expr.Role.OWN) options.add(new java.util.AbstractMap.SimpleEntry<>(prop, value));
    }

    private @Nullable Object value(Expr expr) {
        try {
            return bindings.value(expr, fact, outer);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
