package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the arguments of a log statement put into its record. Used by one thread. */
final class LoggedValues {
    /** Functions that change the form of a value but hide nothing of it. */
    private static final Set<String> TRANSPARENT = Set.of(
            "JSON.stringify",
            "JSON.parse",
            "String",
            "Object.assign",
            "Object.values",
            "Object.entries",
            "Object.fromEntries",
            "Array.from",
            "structuredClone",
            "inspect",
            "util.inspect",
            "format",
            "util.format",
            "stringify",
            "Promise.all",
            "Promise.resolve");

    /** Members that hold a body, a row or a request as a whole. */
    private static final Set<String> HOLDERS = Set.of(
            "body",
            "headers",
            "payload",
            "data",
            "request",
            "response",
            "req",
            "res",
            "query",
            "params",
            "row",
            "rows",
            "result",
            "user",
            "session",
            "cookies",
            "input",
            "env",
            "json",
            "text");

    private static final Pattern MASKING = Pattern.compile(
            "(safe|mask|redact|sanitiz|sanitis|scrub|anonymi|pseudonymi|obfuscat)", Pattern.CASE_INSENSITIVE);

    private static final int MAX_DEPTH = 20;

    private final Module module;
    private final Resolver resolver;
    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> wrappedFields = new LinkedHashSet<>();
    private final Set<String> wrappedBy = new LinkedHashSet<>();
    private final Set<String> whole = new LinkedHashSet<>();

    LoggedValues(Module module, Resolver resolver) {
        this.module = module;
        this.resolver = resolver;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    List<String> wrappedFields() {
        return List.copyOf(wrappedFields);
    }

    List<String> wrappedBy() {
        return List.copyOf(wrappedBy);
    }

    List<String> whole() {
        return List.copyOf(whole);
    }

    /** Adds an argument. */
    void add(SyntaxNode argument) {
        add(argument, 0);
    }

    private void add(@Nullable SyntaxNode argument, int depth) {
        if (argument == null || depth > MAX_DEPTH) return;
        SyntaxNode node = Syntax.bare(argument);
        switch (node.kind()) {
            case SyntaxKind.TEMPLATE_STRING -> {
                for (SyntaxNode hole : node.children())
                    if (hole.is(SyntaxKind.TEMPLATE_SUBSTITUTION))
                        for (SyntaxNode child : hole.children()) add(child, depth + 1);
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                SyntaxNode operator = node.child("operator");
                String text = operator == null ? "" : operator.text();
                if (text.equals("+") || text.equals("||") || text.equals("??")) add(node.child("left"), depth + 1);
                if (text.equals("+") || text.equals("||") || text.equals("??") || text.equals("&&"))
                    add(node.child("right"), depth + 1);
            }
            case SyntaxKind.TERNARY_EXPRESSION -> {
                add(node.child("consequence"), depth + 1);
                add(node.child("alternative"), depth + 1);
            }
            case SyntaxKind.OBJECT -> {
                for (SyntaxNode child : node.children()) entry(child, depth);
            }
            case SyntaxKind.ARRAY -> {
                for (SyntaxNode child : node.children()) add(child, depth + 1);
            }
            case SyntaxKind.SPREAD_ELEMENT -> {
                if (!node.children().isEmpty()) spread(node.children().get(0), depth);
            }
            case SyntaxKind.NEW_EXPRESSION -> {
                for (SyntaxNode child : Syntax.arguments(node)) add(child, depth + 1);
            }
            case SyntaxKind.CALL_EXPRESSION -> call(node, depth);
            case SyntaxKind.IDENTIFIER, SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER -> variable(node);
            case SyntaxKind.MEMBER_EXPRESSION, SyntaxKind.SUBSCRIPT_EXPRESSION -> member(node, depth);
            default -> {
                // literals, functions, comparisons
            }
        }
    }

    private void entry(SyntaxNode child, int depth) {
        if (child.is(SyntaxKind.PAIR)) {
            SyntaxNode key = child.child("key");
            SyntaxNode value = child.child("value");
            if (key == null || value == null) return;
            SyntaxNode bare = Syntax.bare(value);
            String name = Syntax.name(key);
            if (hidden(bare)) wrappedFields.add(name);
            else fields.add(name);
            add(bare, depth + 1);
        } else if (child.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER) || child.is(SyntaxKind.SPREAD_ELEMENT)) {
            add(child, depth + 1);
        }
    }

    /** Whether all of a value goes through a function. */
    private boolean hidden(SyntaxNode value) {
        if (value.is(SyntaxKind.IDENTIFIER)) return maskedBy(value) != null;
        return value.is(SyntaxKind.CALL_EXPRESSION) && wraps(value);
    }

    private boolean wraps(SyntaxNode call) {
        String name = calleeName(call);
        if (Syntax.arguments(call).isEmpty() || TRANSPARENT.contains(name)) return false;
        return !(name.indexOf('.') >= 0 && BuiltIn.method(Syntax.last(name)));
    }

    private String calleeName(SyntaxNode call) {
        Callee callee = resolver.callee(module.at(call));
        if (!callee.name().isEmpty()) return callee.name();
        SyntaxNode target = Syntax.target(call);
        return target == null ? "" : Syntax.line(target.text());
    }

    /** Spreading shows every field of what a function gave. */
    private void spread(SyntaxNode value, int depth) {
        SyntaxNode bare = Syntax.bare(value);
        if (bare.is(SyntaxKind.CALL_EXPRESSION) && wraps(bare)) open(bare, depth);
        else add(bare, depth + 1);
    }

    /** The arguments of a call as if the call were not there. */
    private void open(SyntaxNode call, int depth) {
        for (SyntaxNode argument : Syntax.arguments(call)) add(argument, depth + 1);
    }

    private void call(SyntaxNode call, int depth) {
        String name = calleeName(call);
        List<SyntaxNode> arguments = Syntax.arguments(call);
        boolean method = name.indexOf('.') >= 0 && BuiltIn.method(Syntax.last(name));
        if (TRANSPARENT.contains(name)) {
            for (SyntaxNode argument : arguments) add(argument, depth + 1);
            return;
        }
        if (method) {
            SyntaxNode target = Syntax.target(call);
            add(target == null ? null : Syntax.bare(target).child("object"), depth + 1);
            return;
        }
        if (arguments.isEmpty()) {
            if (name.isEmpty()) return;
            fields.add(name);
            if (HOLDERS.contains(Syntax.last(name))) whole.add(name);
            return;
        }
        wrappedBy.add(name);
        LoggedValues inner = new LoggedValues(module, resolver);
        for (SyntaxNode argument : arguments) inner.add(argument, depth + 1);
        wrappedFields.addAll(inner.fields);
        wrappedFields.addAll(inner.wrappedFields);
        wrappedBy.addAll(inner.wrappedBy);
    }

    private void variable(SyntaxNode identifier) {
        Located located = module.at(identifier);
        String name = identifier.text();
        String mask = identifier.is(SyntaxKind.IDENTIFIER) || identifier.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)
                ? maskedBy(identifier)
                : null;
        if (mask != null) {
            wrappedFields.add(name);
            wrappedBy.add(mask);
            return;
        }
        Value value = resolver.value(located);
        if (constant(value)) {
            if (identifier.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) fields.add(name);
            return;
        }
        fields.add(name);
        if (!primitive(located)) whole.add(name);
    }

    private static boolean constant(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Number
                || value instanceof Value.Bool
                || value instanceof Value.Nothing;
    }

    /** The function whose result a variable holds, when its name says that it masks; null otherwise. */
    private @Nullable String maskedBy(SyntaxNode identifier) {
        Located declared = resolver.declaration(module.at(identifier));
        SyntaxNode value = declared == null ? null : declared.node().child("value");
        if (declared == null || value == null || !declared.node().is(SyntaxKind.VARIABLE_DECLARATOR)) return null;
        SyntaxNode name = declared.node().child("name");
        if (name == null || !name.is(SyntaxKind.IDENTIFIER)) return null;
        SyntaxNode call = Syntax.bare(value);
        if (!call.is(SyntaxKind.CALL_EXPRESSION)) return null;
        String callee = resolver.callee(declared.at(call)).name();
        return MASKING.matcher(Syntax.last(callee)).find() ? callee : null;
    }

    private boolean primitive(Located identifier) {
        Located declared = resolver.declaration(identifier);
        if (declared == null) return false;
        SyntaxNode node = declared.node();
        String type = Members.type(node);
        if (type == null && node.parent() != null && node.is(SyntaxKind.IDENTIFIER)) type = Members.type(node.parent());
        if (type != null) return TypeText.primitive(type);
        SyntaxNode value = node.child("value");
        if (value == null || !node.is(SyntaxKind.VARIABLE_DECLARATOR)) return false;
        SyntaxNode name = node.child("name");
        if (name == null || !name.is(SyntaxKind.IDENTIFIER)) return false;
        SyntaxNode bare = Syntax.bare(value);
        String dotted = Syntax.dotted(bare);
        return bare.is(SyntaxKind.NUMBER)
                || bare.is(SyntaxKind.UNARY_EXPRESSION)
                || (dotted != null && dotted.endsWith(".length"));
    }

    private void member(SyntaxNode node, int depth) {
        String dotted = Syntax.dotted(node);
        if (dotted != null) {
            if (constant(resolver.value(module.at(node)))) return;
            String last = Syntax.last(dotted);
            fields.add(dotted);
            fields.add(last);
            if (HOLDERS.contains(last.toLowerCase(Locale.ROOT))) whole.add(dotted);
            return;
        }
        SyntaxNode object = node.child("object");
        if (object == null) return;
        SyntaxNode property = node.child("property");
        if (property != null) fields.add(property.text());
        SyntaxNode bare = Syntax.bare(object);
        // safeView(x).raw shows what safeView was given
        if (bare.is(SyntaxKind.CALL_EXPRESSION)) open(bare, depth);
        else add(bare, depth + 1);
    }
}
