package io.github.assaymark.facts.java;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells calls that log from others, and what they log. */
final class LogReader {
    private static final Set<String> LOGGERS =
            Set.of("Logger", "Log", "FluentLogger", "XLogger", "ExtendedLogger", "BasicLogger", "LocationAwareLogger");
    private static final Set<String> LEVELS = Set.of(
            "trace", "debug", "info", "warn", "error", "fatal", "severe", "warning", "config", "fine", "finer",
            "finest");
    private static final Set<String> NAMED = Set.of("kv", "keyValue", "v", "value", "entry", "addKeyValue");
    private static final Set<String> PLAIN = Set.of(
            "String",
            "CharSequence",
            "int",
            "long",
            "short",
            "byte",
            "char",
            "boolean",
            "double",
            "float",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Character",
            "Boolean",
            "Double",
            "Float",
            "UUID",
            "BigDecimal",
            "BigInteger",
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "Duration",
            "URI",
            "URL",
            "Path");

    private final Map<String, String> variables;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> wrappedFields = new TreeSet<>();
    private final Set<String> wrappedBy = new TreeSet<>();
    private final Set<String> whole = new TreeSet<>();

    private LogReader(Map<String, String> variables) {
        this.variables = variables;
    }

    static @Nullable JavaLog log(
            MethodCallExpr call,
            String callee,
            @Nullable String rootType,
            Map<String, String> variables,
            @Nullable String function) {
        if (rootType == null || !LOGGERS.contains(rootType.substring(rootType.lastIndexOf('.') + 1))) return null;
        LogReader reader = new LogReader(variables);
        String level = reader.level(call);
        if (level == null) return null;
        return new JavaLog(
                callee,
                level,
                List.copyOf(reader.fields),
                List.copyOf(reader.wrappedFields),
                List.copyOf(reader.wrappedBy),
                List.copyOf(reader.whole),
                function,
                JavaTexts.span(call));
    }

    /** The level, after what is logged was noted; null when the call does not log. */
    private @Nullable String level(MethodCallExpr call) {
        String name = call.getNameAsString();
        Expression scope = call.getScope().orElse(null);
        if (scope instanceof MethodCallExpr previous) {
            if (!name.equals("log")) return null;
            String level = null;
            for (Expression at = previous;
                    at instanceof MethodCallExpr each;
                    at = each.getScope().orElse(null)) {
                if (each.getNameAsString().startsWith("at"))
                    level = each.getNameAsString().substring(2).toLowerCase(Locale.ROOT);
                else each.getArguments().forEach(argument -> note(argument, false));
                if (each.getNameAsString().equals("addKeyValue")) named(each, false);
            }
            call.getArguments().forEach(argument -> note(argument, false));
            return level != null && LEVELS.contains(level) ? level : null;
        }
        if (LEVELS.contains(name)) {
            call.getArguments().forEach(argument -> note(argument, false));
            return name;
        }
        if (!name.equals("log") && !name.equals("logp")) return null;
        String level = "";
        for (Expression argument : call.getArguments()) {
            String dotted = JavaTexts.dotted(argument);
            String last = dotted == null
                    ? ""
                    : dotted.substring(dotted.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (level.isEmpty() && LEVELS.contains(last)) level = last;
            else note(argument, false);
        }
        return level.isEmpty() ? "unknown" : level;
    }

    private void note(Expression argument, boolean wrapped) {
        if (argument instanceof EnclosedExpr enclosed) note(enclosed.getInner(), wrapped);
        else if (argument instanceof BinaryExpr binary) {
            note(binary.getLeft(), wrapped);
            note(binary.getRight(), wrapped);
        } else if (argument instanceof LambdaExpr lambda) {
            if (lambda.getBody() instanceof ExpressionStmt statement) note(statement.getExpression(), wrapped);
        } else if (argument instanceof NameExpr name) variable(name.getNameAsString(), wrapped);
        else if (argument instanceof FieldAccessExpr access) field(access.getNameAsString(), wrapped);
        else if (argument instanceof MethodCallExpr call) result(call, wrapped);
    }

    private void result(MethodCallExpr call, boolean wrapped) {
        String name = call.getNameAsString();
        if (NAMED.contains(name) && call.getArguments().size() == 2) {
            named(call, wrapped);
            return;
        }
        if (call.getArguments().isEmpty() && call.getScope().isPresent()) {
            if (Set.of("toString", "get", "orElse", "name").contains(name))
                note(call.getScope().get(), wrapped);
            else field(property(name), wrapped);
            return;
        }
        if (call.getArguments().isEmpty()) return;
        wrappedBy.add(name);
        call.getArguments().forEach(argument -> note(argument, true));
    }

    /** A pair of a name and a value; a function around the value still counts. */
    private void named(MethodCallExpr call, boolean wrapped) {
        if (call.getArguments().size() != 2 || !(call.getArgument(0) instanceof StringLiteralExpr name)) return;
        boolean inFunction = call.getArgument(1) instanceof MethodCallExpr inner
                && !inner.getArguments().isEmpty();
        if (inFunction) wrappedBy.add(((MethodCallExpr) call.getArgument(1)).getNameAsString());
        field(name.asString(), wrapped || inFunction);
    }

    private void variable(String name, boolean wrapped) {
        String type = variables.getOrDefault(name, "");
        if (type.endsWith("Exception") || type.endsWith("Error") || type.equals("Throwable")) return;
        if (wrapped) wrappedFields.add(name);
        else if (type.isEmpty() || PLAIN.contains(type)) fields.add(name);
        else whole.add(name);
    }

    private void field(String name, boolean wrapped) {
        (wrapped ? wrappedFields : fields).add(name);
    }

    /** {@code email} for {@code getEmail}. */
    static String property(String getter) {
        int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
        if (prefix == 0 || getter.length() == prefix || !Character.isUpperCase(getter.charAt(prefix))) return getter;
        return Character.toLowerCase(getter.charAt(prefix)) + getter.substring(prefix + 1);
    }
}
