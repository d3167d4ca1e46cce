package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods that answer exceptions: of controllers, of advices for all controllers, and mappers of Jakarta REST. */
final class ExceptionHandlers {
    /** What is known of exceptions of the language. */
    private static final Map<String, String> PARENTS = Map.of(
            "IllegalArgumentException", "RuntimeException",
            "NumberFormatException", "IllegalArgumentException",
            "IllegalStateException", "RuntimeException",
            "NullPointerException", "RuntimeException",
            "UnsupportedOperationException", "RuntimeException",
            "NoSuchElementException", "RuntimeException",
            "RuntimeException", "Exception",
            "IOException", "Exception",
            "Exception", "Throwable");

    private final JavaIndex index;
    private final Map<String, List<Handler>> own = new LinkedHashMap<>();
    private final List<List<Handler>> advices = new ArrayList<>();

    /**
     * What an exception is answered with.
     *
     * @param status null when it is not known
     * @param ofException whether it is asked of the exception itself
     */
    record Answer(@Nullable Integer status, boolean ofException) {
        static final Answer UNKNOWN = new Answer(null, false);
    }

    private record Handler(List<String> exceptions, Answer answer) {}

    ExceptionHandlers(JavaIndex index, List<JavaUnit> units) {
        this.index = index;
        for (JavaUnit unit : units) {
            for (JavaType type : unit.types()) {
                JavaIndex.Declared declared = new JavaIndex.Declared(unit, type);
                List<Handler> handlers = handlers(declared);
                if (handlers.isEmpty()) continue;
                JavaAnnotation advice =
                        JavaAnnotation.named(type.annotations(), "ControllerAdvice", "RestControllerAdvice");
                boolean mapper = type.interfaces().stream().anyMatch(i -> i.endsWith("ExceptionMapper"));
                if (advice == null && !mapper) own.put(declared.fullName(), handlers);
                else if (advice == null || advice.values().isEmpty()) advices.add(handlers);
                // an advice for some controllers may or may not be asked
                else
                    advices.add(handlers.stream()
                            .map(h -> new Handler(h.exceptions(), Answer.UNKNOWN))
                            .toList());
            }
        }
    }

    private List<Handler> handlers(JavaIndex.Declared declared) {
        List<Handler> handlers = new ArrayList<>();
        for (JavaMethod method : declared.type().methods()) {
            JavaAnnotation annotation = JavaAnnotation.named(method.annotations(), "ExceptionHandler");
            boolean mapper = method.name().equals("toResponse")
                    && method.parameters().size() == 1
                    && declared.type().interfaces().stream().anyMatch(i -> i.endsWith("ExceptionMapper"));
            if (annotation == null && !mapper) continue;
            List<String> exceptions = new ArrayList<>();
            JavaValue value = annotation == null ? null : annotation.value("value", "exception");
            if (value != null) {
                for (JavaValue each : value.values())
                    exceptions.add(simple(each.source().replace(".class", "")));
            } else {
                for (JavaMethod.Parameter parameter : method.parameters()) {
                    String type = simple(JavaIndex.withoutArguments(parameter.type()));
                    if (mapper || exception(parameter.type(), declared)) exceptions.add(type);
                }
            }
            handlers.add(new Handler(exceptions, answer(method, declared)));
        }
        return handlers;
    }

    /** Whether a type is one of exceptions: by what it extends, or else by its name. */
    boolean exception(String type, JavaIndex.Declared in) {
        List<String> line = line(type, index.type(in.unit(), in.type(), type));
        return line.stream().anyMatch(n -> n.endsWith("Exception") || n.endsWith("Error") || n.equals("Throwable"));
    }

    private Answer answer(JavaMethod method, JavaIndex.Declared in) {
        JavaAnnotation annotation = JavaAnnotation.named(method.annotations(), "ResponseStatus");
        JavaValue given = annotation == null ? null : annotation.value("value", "code");
        if (given != null) return new Answer(HttpStatuses.of(given, index, in.unit(), in.type()), false);
        Set<Integer> statuses = new LinkedHashSet<>();
        boolean asked = false;
        boolean unknown = false;
        for (JavaFailure failure : method.failures()) {
            if (failure.sort() != JavaFailure.Sort.REPLIED) continue;
            JavaValue value = Failures.statusOf(failure);
            Integer status = Failures.replied(failure, index, in.unit(), in.type());
            if (status != null) statuses.add(status);
            else if (value != null && ofParameter(value, method)) asked = true;
            else unknown = true;
        }
        if (unknown || statuses.size() + (asked ? 1 : 0) != 1) return Answer.UNKNOWN;
        return asked ? new Answer(null, true) : new Answer(statuses.iterator().next(), false);
    }

    private static boolean ofParameter(JavaValue value, JavaMethod method) {
        return method.parameters().stream().anyMatch(p -> value.source().startsWith(p.name() + "."));
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip();
    }

    /** Names of an exception and what it extends, nearest first. */
    List<String> line(String name, JavaIndex.@Nullable Declared declared) {
        Set<String> line = new LinkedHashSet<>(List.of(simple(name)));
        String last = simple(name);
        if (declared != null) {
            List<JavaIndex.Declared> all = new ArrayList<>(List.of(declared));
            all.addAll(index.supertypes(declared));
            for (JavaIndex.Declared each : all) {
                line.add(each.type().simpleName());
                String parent = each.type().superclass();
                if (parent != null) {
                    last = simple(parent);
                    line.add(last);
                }
            }
        }
        for (String parent = PARENTS.get(last); parent != null; parent = PARENTS.get(parent)) line.add(parent);
        return List.copyOf(line);
    }

    /** What an exception is answered with that a method of a class lets out; null when nobody answers it. */
    @Nullable
    Answer answer(List<String> line, JavaIndex.Declared thrownIn) {
        Answer near = nearest(own.getOrDefault(thrownIn.fullName(), List.of()), line);
        if (near != null) return near;
        Answer found = null;
        for (List<Handler> advice : advices) {
            Answer answer = nearest(advice, line);
            if (answer == null) continue;
            // which of several advices is asked first is not looked at
            if (found != null && !found.equals(answer)) return Answer.UNKNOWN;
            found = answer;
        }
        return found;
    }

    private static @Nullable Answer nearest(List<Handler> handlers, List<String> line) {
        for (String name : line) {
            for (Handler handler : handlers) if (handler.exceptions().contains(name)) return handler.answer();
        }
        return null;
    }
}
