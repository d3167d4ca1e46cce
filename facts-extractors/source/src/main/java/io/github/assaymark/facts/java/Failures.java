package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which status and code an answer or a thrown exception has. */
final class Failures {
    private static final Set<String> WITH_STATUS =
            Set.of("ResponseStatusException", "ErrorResponseException", "WebApplicationException");
    private static final Set<String> CODES = Set.of("code", "CODE", "errorCode", "ERROR_CODE");
    private static final Pattern CODE =
            Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z][a-z0-9]*(?:[._][a-z0-9_]+)+");

    private final JavaIndex index;
    private final ExceptionHandlers handlers;

    Failures(JavaIndex index, ExceptionHandlers handlers) {
        this.index = index;
        this.handlers = handlers;
    }

    /** How a request ends; {@code status} and {@code code} are null when they are not known or not given. */
    record Ending(
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String error) {}

    /** The argument of an answer that is its status; null when the function says it. */
    static @Nullable JavaValue statusOf(JavaFailure failure) {
        List<JavaValue> given = failure.arguments();
        if (HttpStatuses.ofFunction(ExceptionHandlers.simple(failure.name())) != null || given.isEmpty()) return null;
        return failure.name().equals("new ResponseEntity") ? given.get(given.size() - 1) : given.get(0);
    }

    /** The status of an answer, also one that is no error; null when it is not known. */
    static @Nullable Integer replied(JavaFailure failure, JavaIndex index, JavaUnit unit, JavaType type) {
        Integer fixed = HttpStatuses.ofFunction(ExceptionHandlers.simple(failure.name()));
        JavaValue value = statusOf(failure);
        return fixed != null || value == null ? fixed : HttpStatuses.of(value, index, unit, type);
    }

    /** The class of what is thrown: named, or what a method of the class gives; null when it is not known. */
    @Nullable
    String thrown(JavaFailure failure, JavaIndex.Declared in) {
        if (!failure.name().endsWith("()")) return failure.name().isEmpty() ? null : failure.name();
        String called = failure.name().substring(0, failure.name().length() - 2);
        for (JavaMethod method : in.type().methods())
            if (method.name().equals(called) && handlers.exception(method.type(), in)) return method.type();
        return null;
    }

    /** How a thrown exception ends a request. */
    Ending ending(String name, JavaFailure failure, JavaIndex.Declared in) {
        JavaIndex.Declared declared = index.type(in.unit(), in.type(), name);
        List<String> line = handlers.line(name, declared);
        List<JavaIndex.Declared> classes = new ArrayList<>();
        if (declared != null) {
            classes.add(declared);
            classes.addAll(index.supertypes(declared));
        }
        ExceptionHandlers.Answer answer = handlers.answer(line, in);
        Integer status = null;
        if (answer == null || answer.ofException()) {
            boolean carries = answer != null || line.stream().anyMatch(WITH_STATUS::contains);
            if (carries) status = carried(failure.arguments(), in.unit(), in.type());
            if (carries && status == null) status = superStatus(classes);
            if (status == null && answer == null) status = annotated(classes);
            if (status == null && answer == null) status = ofRest(line, in.unit(), classes);
        } else status = answer.status();
        return new Ending(status, code(failure.arguments(), in, classes), ExceptionHandlers.simple(name));
    }

    private @Nullable Integer carried(List<JavaValue> given, JavaUnit unit, @Nullable JavaType type) {
        for (JavaValue each : given) {
            Integer status = HttpStatuses.status(each) ? HttpStatuses.of(each, index, unit, type) : null;
            if (status != null) return status;
            if (each.source().matches("[A-Z]+(_[A-Z]+)*")) {
                Integer imported = HttpStatuses.of(each, index, unit, type);
                if (imported != null) return imported;
            }
        }
        return null;
    }

    /** The one status that constructors hand to their superclass. */
    private @Nullable Integer superStatus(List<JavaIndex.Declared> classes) {
        for (JavaIndex.Declared each : classes) {
            Integer found = null;
            for (JavaMethod method : each.type().methods()) {
                for (JavaFailure failure : method.failures()) {
                    if (failure.sort() != JavaFailure.Sort.SUPER) continue;
                    Integer status = carried(failure.arguments(), each.unit(), each.type());
                    if (found != null && !found.equals(status)) return null;
                    found = status;
                }
            }
            if (found != null) return found;
        }
        return null;
    }

    private @Nullable Integer annotated(List<JavaIndex.Declared> classes) {
        for (JavaIndex.Declared each : classes) {
            JavaAnnotation annotation = JavaAnnotation.named(each.type().annotations(), "ResponseStatus");
            JavaValue value = annotation == null ? null : annotation.value("value", "code");
            if (value != null) return HttpStatuses.of(value, index, each.unit(), each.type());
        }
        return null;
    }

    private static @Nullable Integer ofRest(List<String> line, JavaUnit unit, List<JavaIndex.Declared> classes) {
        List<JavaUnit> units = new ArrayList<>(List.of(unit));
        classes.forEach(each -> units.add(each.unit()));
        for (String name : line) {
            Integer status = HttpStatuses.ofException(name);
            if (status == null) continue;
            for (JavaUnit each : units) {
                String full = each.imported(name);
                boolean all = each.imports().stream()
                        .anyMatch(i -> i.all() && i.name().endsWith("ws.rs"));
                if (full == null ? all : full.contains(".ws.rs.")) return status;
            }
        }
        return null;
    }

    private @Nullable String code(List<JavaValue> given, JavaIndex.Declared in, List<JavaIndex.Declared> classes) {
        String code = codeAmong(given, in);
        if (code != null) return code;
        for (JavaIndex.Declared each : classes) {
            for (JavaMethod method : each.type().methods()) {
                for (JavaFailure failure : method.failures()) {
                    if (failure.sort() == JavaFailure.Sort.SUPER) code = codeAmong(failure.arguments(), each);
                    if (code != null) return code;
                }
            }
            for (JavaField field : each.type().fields()) {
                JavaValue constant = CODES.contains(field.name()) ? field.constant() : null;
                if (constant != null) return index.text(constant, each.unit(), each.type());
            }
        }
        return null;
    }

    private @Nullable String codeAmong(List<JavaValue> given, JavaIndex.Declared in) {
        for (JavaValue each : given) {
            String text = index.text(each, in.unit(), in.type());
            if (text != null && text.length() <= 100 && CODE.matcher(text).matches()) return text;
        }
        return null;
    }
}
