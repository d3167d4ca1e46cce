package io.github.assaymark.core.link;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes calls of the language's functions executable. */
final class CallLinker {
    private final Function<Expr, Fn> linker;

    CallLinker(Function<Expr, Fn> linker) {
        this.linker = linker;
    }

    Fn link(Expr.Call call) {
        Fn receiver = linker.apply(call.receiver());
        return switch (call.function()) {
            case LOWER -> map(receiver, value -> ((String) value).toLowerCase(Locale.ROOT));
            case LENGTH -> map(receiver, value -> (long) ((String) value).length());
            case SIZE -> map(receiver, value -> (long) ((List<?>) value).size());
            case IS_BLANK -> test(receiver, value -> ((String) value).isBlank());
            case IS_EMPTY -> test(receiver, value -> ((List<?>) value).isEmpty());
            case STARTS_WITH -> text(receiver, call, String::startsWith);
            case ENDS_WITH -> text(receiver, call, String::endsWith);
            case CONTAINS_TEXT -> text(receiver, call, String::contains);
            case EQUALS_IGNORE_CASE -> text(receiver, call, String::equalsIgnoreCase);
            case GLOB -> glob(receiver, call);
            case REQUESTS_TEXT -> text(receiver, call, RequestShape::answers);
            case REQUESTS_ITEM ->
                both(
                        receiver,
                        linker.apply(call.arguments().get(0)),
                        (list, route) -> RequestShape.anyAnswers((List<?>) list, (String) route));
            case ANY_MATCHES -> elements(receiver, call, true);
            case ALL_MATCH -> elements(receiver, call, false);
            case CONTAINS_ITEM ->
                both(receiver, linker.apply(call.arguments().get(0)), (list, item) -> ((List<?>) list).contains(item));
            case CONTAINS_ALL -> both(receiver, linker.apply(call.arguments().get(0)), CallLinker::containsAll);
            case CONTAINS_ANY -> both(receiver, linker.apply(call.arguments().get(0)), CallLinker::containsAny);
        };
    }

    private Fn glob(Fn receiver, Expr.Call call) {
        Expr argument = call.arguments().get(0);
        if (argument instanceof Expr.Const c && c.value() instanceof String text) {
            Glob glob = Glob.of(text);
            return test(receiver, value -> glob.matches((String) value));
        }
        Globs globs = new Globs();
        return both(
                receiver,
                linker.apply(argument),
                (path, pattern) -> globs.of((String) pattern).matches((String) path));
    }

    /** Whether one element, or else every one, holds a match of a constant pattern. */
    private static Fn elements(Fn receiver, Expr.Call call, boolean one) {
        if (!(call.arguments().get(0) instanceof Expr.Const c) || !(c.value() instanceof String regex))
            throw new IllegalArgumentException(call.place() + ": the argument of `"
                    + call.function().text() + "` is no constant\n  Maybe write the pattern into the checklist");
        TextPattern pattern = TextPattern.of(regex, call.place());
        return test(receiver, value -> {
            for (Object element : (List<?>) value) if (pattern.isIn((String) element) == one) return one;
            return !one;
        });
    }

    private Fn text(Fn receiver, Expr.Call call, BiPredicate<String, String> test) {
        return both(
                receiver,
                linker.apply(call.arguments().get(0)),
                (value, argument) -> test.test((String) value, (String) argument));
    }

    private static boolean containsAll(Object list, Object wanted) {
        Set<Object> present = new HashSet<>((List<?>) list);
        for (Object item : (List<?>) wanted) if (!present.contains(item)) return false;
        return true;
    }

    private static boolean containsAny(Object list, Object wanted) {
        Set<Object> present = new HashSet<>((List<?>) list);
        for (Object item : (List<?>) wanted) if (present.contains(item)) return true;
        return false;
    }

    private static Fn map(Fn receiver, Function<Object, Object> map) {
        return (own, outer, subject, env) -> {
            Object value = receiver.get(own, outer, subject, env);
            return value == null ? null : map.apply(value);
        };
    }

    private static Fn test(Fn receiver, Predicate<Object> test) {
        return (own, outer, subject, env) -> {
            Object value = receiver.get(own, outer, subject, env);
            return value != null && test.test(value);
        };
    }

    private static Fn both(Fn receiver, Fn argument, BiPredicate<Object, Object> test) {
        return new Fn() {
            @Override
            public Object get(@Nullable Fact own, @Nullable Fact outer, @Nullable Fact subject, Environment env) {
                Object value = receiver.get(own, outer, subject, env);
                if (value == null) return false;
                Object other = argument.get(own, outer, subject, env);
                return other != null && test.test(value, other);
            }
        };
    }
}
