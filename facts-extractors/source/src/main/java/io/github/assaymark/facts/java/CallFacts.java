package io.github.assaymark.facts.java;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.CodeCall;
import io.github.assaymark.model.fact.EnvVarUse;
import io.github.assaymark.model.fact.LogStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands over the calls, log statements and reads of the environment in one file. */
final class CallFacts {
    /** What values of the language have, and what says nothing about the program. */
    private static final Set<String> EVERYDAY = Set.of(
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "isEmpty",
            "isBlank",
            "size",
            "length",
            "charAt",
            "substring",
            "trim",
            "strip",
            "split",
            "toLowerCase",
            "toUpperCase",
            "startsWith",
            "endsWith",
            "contains",
            "indexOf",
            "compareTo",
            "get",
            "put",
            "add",
            "addAll",
            "containsKey",
            "keySet",
            "entrySet",
            "values",
            "getKey",
            "getValue",
            "iterator",
            "hasNext",
            "next",
            "stream",
            "append",
            "isPresent",
            "orElse",
            "orElseThrow",
            "ordinal",
            "name",
            "format",
            "replace",
            "replaceAll",
            "matches");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:{}]{1,200})(:[^{}]{0,200})?}");
    private static final Set<String> ENVIRONMENTS =
            Set.of("Environment", "ConfigurableEnvironment", "PropertyResolver", "StandardEnvironment");
    private static final String LOOKED_FOR = "name of an environment variable";

    private final JavaIndex index;
    private final JavaFacts facts;
    private final JavaUnit unit;

    CallFacts(JavaIndex index, JavaFacts facts, JavaUnit unit) {
        this.index = index;
        this.facts = facts;
        this.unit = unit;
    }

    /** Whether a call is a fact: by name, and no everyday method of a value. */
    static boolean counts(JavaCall call) {
        if (!call.plain()) return false;
        String type = call.rootType();
        if (call.construction())
            return type == null || !type.matches("(Array|Linked|Hash|Tree|String)\\w*(List|Map|Set|Builder|Deque)");
        boolean ofType = type != null && type.equals(call.root());
        return call.root().isEmpty() || ofType || !EVERYDAY.contains(call.name());
    }

    void emit() {
        for (JavaType type : unit.types()) {
            type.fields().forEach(field -> values(field.annotations(), null, type));
            for (JavaMethod method : type.methods()) {
                String function = method.name().isEmpty() ? null : method.name();
                values(method.annotations(), function, type);
                method.parameters().forEach(p -> values(p.annotations(), function, type));
                for (JavaCall call : method.calls()) {
                    if (counts(call)) facts.fact(call(call, type));
                    environment(call, method, type);
                }
                method.logs().forEach(log -> facts.fact(log(log, type)));
            }
        }
    }

    private static String label(JavaType type, @Nullable String function) {
        return function == null ? type.name() : type.name() + "." + function;
    }

    private Fact call(JavaCall call, JavaType type) {
        return new CodeCall(
                facts.key(
                        CodeCall.class,
                        unit.path() + "#" + label(type, call.enclosingFunction()) + ":" + call.callee()),
                facts.owner(),
                facts.place(unit, call.span()),
                call.callee(),
                call.name(),
                module(call.rootType(), type),
                call.arguments().stream()
                        .map(argument -> index.shown(argument, unit, type))
                        .toList(),
                call.enclosingFunction(),
                type.simpleName(),
                transaction(call),
                call.wrappedBy(),
                call.condition(),
                unit.kind(),
                unit.path());
    }

    static @Nullable String transaction(JavaCall call) {
        for (String wrapper : call.wrappedBy()) {
            String name = wrapper.substring(wrapper.lastIndexOf('.') + 1);
            boolean inside = name.equals("execute") || name.equals("executeWithoutResult");
            if (inside && wrapper.toLowerCase(Locale.ROOT).contains("transaction"))
                return wrapper.substring(0, Math.max(0, wrapper.lastIndexOf('.')));
        }
        return null;
    }

    /** Path of the file that declares a type, or the package it is imported from. */
    private @Nullable String module(@Nullable String typeName, JavaType within) {
        if (typeName == null) return null;
        JavaIndex.Declared declared = index.type(unit, within, typeName);
        if (declared != null)
            return declared.unit().path().equals(unit.path())
                    ? null
                    : declared.unit().path();
        String plain = JavaIndex.withoutArguments(typeName);
        String full = unit.imported(plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain);
        return full == null ? null : full.substring(0, Math.max(0, full.lastIndexOf('.')));
    }

    private Fact log(JavaLog log, JavaType type) {
        return new LogStatement(
                facts.key(
                        LogStatement.class,
                        unit.path() + "#" + label(type, log.enclosingFunction()) + ":" + log.logger()),
                facts.owner(),
                facts.place(unit, log.span()),
                log.logger(),
                log.level(),
                log.fields(),
                log.wrappedFields(),
                log.wrappedBy(),
                log.whole(),
                log.enclosingFunction(),
                unit.kind(),
                unit.path());
    }

    private void environment(JavaCall call, JavaMethod method, JavaType type) {
        boolean getenv = call.callee().equals("System.getenv");
        boolean fromMap = call.callee().equals("System.getenv().get")
                || call.callee().equals("System.getenv().getOrDefault")
                || call.callee().equals("System.getenv().containsKey");
        boolean property = call.rootType() != null
                && ENVIRONMENTS.contains(call.rootType())
                && (call.name().equals("getProperty") || call.name().equals("getRequiredProperty"));
        if (!getenv && !fromMap && !property) return;
        if (call.arguments().isEmpty()) {
            boolean read = method.calls().stream()
                    .anyMatch(c -> c.callee().startsWith("System.getenv().get")
                            && c.span().startLine() == call.span().startLine()
                            && c.span().startColumn() == call.span().startColumn());
            if (!read) open(call.callee(), "all variables are read at once", call.span());
            return;
        }
        String name = index.text(call.arguments().get(0), unit, type);
        if (name == null)
            open(call.arguments().get(0).source(), "the name is no constant of the repository", call.span());
        else use(name, getenv || fromMap ? "System.getenv" : "Environment", call.enclosingFunction(), call.span());
    }

    private void values(List<JavaAnnotation> annotations, @Nullable String function, JavaType type) {
        for (JavaAnnotation annotation : annotations) {
            JavaValue value = annotation.name().equals("Value") ? annotation.value("value") : null;
            if (value == null || !unit.imports("org.springframework")) continue;
            String text = index.text(value, unit, type);
            if (text == null) {
                open(value.source(), "the name is no constant of the repository", annotation.span());
                continue;
            }
            Matcher placeholder = PLACEHOLDER.matcher(text);
            while (placeholder.find()) use(placeholder.group(1).strip(), "@Value", function, annotation.span());
        }
    }

    private void open(String expression, String reason, JavaSpan span) {
        facts.unresolved(LOOKED_FOR, expression, reason, unit, span, List.of(EnvVarUse.class));
    }

    private void use(String name, String via, @Nullable String function, JavaSpan span) {
        facts.fact(new EnvVarUse(
                facts.key(EnvVarUse.class, unit.path() + "#" + name),
                facts.owner(),
                facts.place(unit, span),
                name,
                via,
                null,
                false,
                function,
                unit.kind(),
                unit.path()));
    }
}
