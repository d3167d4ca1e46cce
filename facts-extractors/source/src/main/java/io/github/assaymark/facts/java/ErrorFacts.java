package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.ErrorPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over the places where requests end with an error. */
final class ErrorFacts {
    private final JavaIndex index;
    private final JavaFacts facts;
    private final Map<RouteFacts.Place, List<String>> routes;
    private final Failures failures;

    /** {@code routes} are the keys of routes by the methods that serve them. */
    ErrorFacts(JavaIndex index, JavaFacts facts, List<JavaUnit> units, Map<RouteFacts.Place, List<String>> routes) {
        this.index = index;
        this.facts = facts;
        this.routes = routes;
        this.failures = new Failures(index, new ExceptionHandlers(index, units));
    }

    void emit(JavaUnit unit) {
        for (JavaType type : unit.types()) {
            JavaIndex.Declared in = new JavaIndex.Declared(unit, type);
            for (JavaMethod method : type.methods()) {
                List<String> served = routes.getOrDefault(new RouteFacts.Place(unit.path(), method.span()), List.of());
                for (JavaFailure failure : method.failures()) {
                    if (failure.sort() == JavaFailure.Sort.SUPER || within(failure, method)) continue;
                    emit(failure, in, served);
                }
            }
        }
    }

    /** Whether an answer is made for an exception that is thrown around it. */
    private static boolean within(JavaFailure failure, JavaMethod method) {
        if (failure.sort() != JavaFailure.Sort.REPLIED) return false;
        return method.failures().stream()
                .anyMatch(other ->
                        other.sort() == JavaFailure.Sort.THROWN && other.span().holds(failure.span()));
    }

    private void emit(JavaFailure failure, JavaIndex.Declared in, List<String> served) {
        Failures.Ending ending = failure.sort() == JavaFailure.Sort.THROWN
                ? thrown(failure, in, !served.isEmpty())
                : replied(failure, in, !served.isEmpty());
        if (ending == null) return;
        if (served.isEmpty()) fact(failure, in, ending, null);
        for (String route : served) fact(failure, in, ending, route);
    }

    private Failures.@Nullable Ending thrown(JavaFailure failure, JavaIndex.Declared in, boolean inHandler) {
        String name = failures.thrown(failure, in);
        if (name == null) {
            if (inHandler) open("error of a handler", failure, "what is thrown is made elsewhere", in);
            return null;
        }
        Failures.Ending ending = failures.ending(name, failure, in);
        return ending.status() != null || inHandler ? ending : null;
    }

    private Failures.@Nullable Ending replied(JavaFailure failure, JavaIndex.Declared in, boolean inHandler) {
        Integer status = Failures.replied(failure, index, in.unit(), in.type());
        if (status != null) return HttpStatuses.error(status) ? new Failures.Ending(status, null, null) : null;
        JavaValue written = Failures.statusOf(failure);
        boolean success = written != null && HttpStatuses.status(written);
        if (inHandler && !success) open("status of an answer", failure, "it is no constant", in);
        return null;
    }

    private void open(String lookedFor, JavaFailure failure, String reason, JavaIndex.Declared in) {
        facts.unresolved(
                lookedFor,
                failure.arguments().isEmpty()
                        ? failure.name()
                        : failure.arguments().get(0).source(),
                reason,
                in.unit(),
                failure.span(),
                List.of(ErrorPath.class));
    }

    private void fact(JavaFailure failure, JavaIndex.Declared in, Failures.Ending ending, @Nullable String route) {
        String function = failure.enclosingFunction();
        String path = in.unit().path();
        Integer status = ending.status();
        String what = status == null ? String.valueOf(ending.error()) : String.valueOf(status);
        facts.fact(new ErrorPath(
                facts.key(ErrorPath.class, path + "#" + (function == null ? "" : function) + " " + what),
                facts.owner(),
                facts.place(in.unit(), failure.span()),
                route,
                status,
                ending.code(),
                ending.error(),
                // what an answer holds is decided by the type of its body, and is not read
                List.of(),
                false,
                function,
                path,
                facts.sha()));
    }
}
