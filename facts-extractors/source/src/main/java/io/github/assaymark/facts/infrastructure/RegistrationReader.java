package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.InfraRegistration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the function {@code run} of {@code sst.config.ts} loads, calls and returns. */
final class RegistrationReader {
    private static final Set<String> WRAPPERS = Set.of(
            SyntaxKind.PARENTHESIZED_EXPRESSION,
            SyntaxKind.AWAIT_EXPRESSION,
            SyntaxKind.AS_EXPRESSION,
            SyntaxKind.SATISFIES_EXPRESSION,
            SyntaxKind.NON_NULL_EXPRESSION);

    private final Program program;
    private final Resolver resolver;
    private final FactSink facts;
    private final Module module;

    /** What is known of one loaded file. */
    private static final class Loaded {
        private final String path;
        private final Located place;
        private boolean active;
        private @Nullable String calls;
        private @Nullable String exportKey;

        Loaded(String path, Located place, boolean active) {
            this.path = path;
            this.place = place;
            this.active = active;
        }
    }

    /**
     * What a name stands for.
     *
     * @param export what it is of the loaded file; null for the file itself, empty for what came of it
     */
    private record Bound(Loaded loaded, @Nullable String export) {}

    private final Map<SyntaxNode, Loaded> imports = new LinkedHashMap<>();
    private final Map<String, Bound> names = new LinkedHashMap<>();

    RegistrationReader(Program program, FactSink facts, Module module) {
        this.program = program;
        this.resolver = program.resolver();
        this.facts = facts;
        this.module = module;
    }

    void read() {
        SyntaxNode run = run();
        SyntaxNode body = run == null ? null : run.child("body");
        if (run == null || body == null) {
            facts.gap(module.at(module.tree().root()), "it has no function `run`", List.of(InfraRegistration.class));
            return;
        }
        statics(body);
        List<SyntaxNode> inside = nodes(body);
        for (SyntaxNode node : inside) if (isImport(node)) dynamic(node);
        for (SyntaxNode node : inside) if (node.is(SyntaxKind.VARIABLE_DECLARATOR)) declarator(node);
        for (SyntaxNode node : inside) if (node.is(SyntaxKind.CALL_EXPRESSION)) called(node);
        for (SyntaxNode node : inside) {
            SyntaxNode function = Code.functionAround(node);
            if (node.is(SyntaxKind.RETURN_STATEMENT) && run.equals(function)) returned(node, body);
        }
        if (!body.is(SyntaxKind.STATEMENT_BLOCK)) entries(body);
        emit();
    }

    private @Nullable SyntaxNode run() {
        for (String kind : List.of(SyntaxKind.METHOD_DEFINITION, SyntaxKind.PAIR)) {
            for (SyntaxNode node : module.nodes(kind)) {
                SyntaxNode name = node.child(kind.equals(SyntaxKind.PAIR) ? "key" : "name");
                if (name == null || !name.text().equals("run")) continue;
                if (kind.equals(SyntaxKind.METHOD_DEFINITION)) return node;
                SyntaxNode value = node.child("value");
                if (value != null && Code.isFunction(value)) return value;
            }
        }
        return null;
    }

    private static List<SyntaxNode> nodes(SyntaxNode root) {
        List<SyntaxNode> all = new ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && all.size() < 100_000) {
            SyntaxNode node = open.pop();
            all.add(node);
            List<SyntaxNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) open.push(children.get(i));
        }
        return all;
    }

    /** Imports at the top of the file count when their names are used, or when they have none. */
    private void statics(SyntaxNode body) {
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            SyntaxNode source = statement.child("source");
            String path =
                    source == null ? null : resolver.text(module.at(source)).orElse(unquoted(source.text()));
            if (path == null || !path.startsWith(".") || statement.child("typeonly") != null) continue;
            Loaded loaded = new Loaded(path, module.at(statement), false);
            boolean named = false;
            for (SyntaxNode node : nodes(statement)) {
                String export = null;
                SyntaxNode local = null;
                if (node.is(SyntaxKind.IMPORT_SPECIFIER)) {
                    SyntaxNode name = node.child("name");
                    SyntaxNode alias = node.child("alias");
                    local = alias == null ? name : alias;
                    export = name == null ? null : name.text();
                } else if (node.is(SyntaxKind.NAMESPACE_IMPORT)
                        && !node.children().isEmpty()) {
                    local = node.children().get(0);
                } else if (node.is(SyntaxKind.IDENTIFIER)
                        && node.parent() != null
                        && node.parent().is(SyntaxKind.IMPORT_CLAUSE)) {
                    local = node;
                    export = "default";
                }
                if (local == null) continue;
                named = true;
                String name = local.text();
                boolean used = nodes(body).stream()
                        .anyMatch(one ->
                                one.is(SyntaxKind.IDENTIFIER) && one.text().equals(name));
                if (used) {
                    names.put(name, new Bound(loaded, export));
                    loaded.active = true;
                }
            }
            if (!named) loaded.active = true;
            if (loaded.active) imports.put(statement, loaded);
        }
    }

    private static String unquoted(String text) {
        return text.length() < 2 ? text : text.substring(1, text.length() - 1);
    }

    private static boolean isImport(SyntaxNode node) {
        SyntaxNode function = node.is(SyntaxKind.CALL_EXPRESSION) ? node.child("function") : null;
        return function != null && function.is(SyntaxKind.IMPORT);
    }

    private void dynamic(SyntaxNode call) {
        List<Located> arguments = resolver.arguments(module.at(call)).items();
        String path =
                arguments.isEmpty() ? null : resolver.text(arguments.get(0)).orElse(null);
        if (path == null) {
            facts.unresolved(
                    "file the infrastructure entry loads",
                    arguments.isEmpty() ? module.at(call) : arguments.get(0),
                    "its path is not constant",
                    InfraRegistration.class);
            return;
        }
        boolean active = Conditions.of(module.at(call)).none() && !inLoop(call);
        imports.put(call, new Loaded(path, module.at(call), active));
    }

    private static boolean inLoop(SyntaxNode node) {
        return node.ancestor(SyntaxKind.FOR_IN_STATEMENT) != null;
    }

    private void declarator(SyntaxNode declarator) {
        SyntaxNode name = declarator.child("name");
        SyntaxNode value = declarator.child("value");
        Bound bound = value == null ? null : bound(value);
        if (name == null || bound == null) return;
        if (name.is(SyntaxKind.IDENTIFIER)) {
            names.put(name.text(), bound);
            return;
        }
        for (SyntaxNode member : name.children()) {
            if (member.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN))
                names.put(member.text(), member(bound, member.text()));
            SyntaxNode key = member.child("key");
            SyntaxNode alias = member.child("value");
            if (member.is(SyntaxKind.PAIR_PATTERN) && key != null && alias != null)
                names.put(alias.text(), member(bound, key.text()));
        }
    }

    private static Bound member(Bound bound, String name) {
        return bound.export() == null ? new Bound(bound.loaded(), name) : new Bound(bound.loaded(), "");
    }

    /** What an expression takes from a loaded file; null when nothing. */
    private @Nullable Bound bound(SyntaxNode expression) {
        SyntaxNode node = expression;
        while (WRAPPERS.contains(node.kind()) && !node.children().isEmpty())
            node = node.children().get(0);
        Loaded loaded = imports.get(node);
        if (loaded != null) return new Bound(loaded, null);
        if (node.is(SyntaxKind.IDENTIFIER)) return names.get(node.text());
        if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode object = node.child("object");
            SyntaxNode property = node.child("property");
            Bound inner = object == null ? null : bound(object);
            return inner == null || property == null ? null : member(inner, property.text());
        }
        if (!node.is(SyntaxKind.CALL_EXPRESSION)) return null;
        SyntaxNode function = node.child("function");
        if (function == null) return null;
        SyntaxNode object = function.is(SyntaxKind.MEMBER_EXPRESSION) ? function.child("object") : null;
        if (object != null && Code.called(node).equals("then")) {
            Bound from = bound(object);
            return from == null ? null : then(node, from);
        }
        Bound callee = bound(function);
        return callee == null ? null : new Bound(callee.loaded(), "");
    }

    /** {@code import(...).then((m) => m.billing(shared))}. */
    private Bound then(SyntaxNode call, Bound from) {
        List<Located> arguments = resolver.arguments(module.at(call)).items();
        if (arguments.isEmpty()) return from;
        Located function = arguments.get(0);
        List<Located> parameters = resolver.parameters(function);
        SyntaxNode body = function.node().child("body");
        if (parameters.isEmpty() || body == null) return new Bound(from.loaded(), "");
        SyntaxNode parameter = parameters.get(0).node();
        SyntaxNode pattern = parameter.child("pattern");
        SyntaxNode name = pattern == null ? parameter : pattern;
        for (SyntaxNode node : nodes(body)) {
            if (!node.is(SyntaxKind.CALL_EXPRESSION)) continue;
            SyntaxNode called = node.child("function");
            if (called == null || from.loaded().calls != null) continue;
            SyntaxNode object = called.child("object");
            SyntaxNode property = called.child("property");
            if (object != null && property != null && object.text().equals(name.text()))
                from.loaded().calls = property.text();
            if (name.is(SyntaxKind.OBJECT_PATTERN) && called.is(SyntaxKind.IDENTIFIER) && holds(name, called.text()))
                from.loaded().calls = called.text();
        }
        return new Bound(from.loaded(), "");
    }

    private static boolean holds(SyntaxNode pattern, String name) {
        return pattern.children().stream().anyMatch(member -> member.text().equals(name));
    }

    private void called(SyntaxNode call) {
        SyntaxNode function = call.child("function");
        if (function == null) return;
        if (Code.called(call).equals("then")) {
            bound(call);
            return;
        }
        Bound callee = bound(function);
        if (callee == null || callee.export() == null || callee.export().isEmpty()) return;
        if (callee.loaded().calls == null) callee.loaded().calls = callee.export();
    }

    private void returned(SyntaxNode statement, SyntaxNode body) {
        if (statement.children().isEmpty()) return;
        SyntaxNode value = statement.children().get(0);
        while (WRAPPERS.contains(value.kind()) && !value.children().isEmpty())
            value = value.children().get(0);
        if (value.is(SyntaxKind.OBJECT)) entries(value);
        else if (value.is(SyntaxKind.IDENTIFIER)) assigned(value.text(), body);
    }

    private void entries(SyntaxNode object) {
        for (SyntaxNode entry : object.children()) {
            SyntaxNode key = entry.child("key");
            SyntaxNode value = entry.child("value");
            if (entry.is(SyntaxKind.PAIR) && key != null && value != null) export(unquotedKey(key.text()), value);
            else if (entry.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) {
                Bound bound = names.get(entry.text());
                if (bound != null && bound.loaded().exportKey == null) bound.loaded().exportKey = entry.text();
            } else if (entry.is(SyntaxKind.SPREAD_ELEMENT) && !entry.children().isEmpty()) {
                export(entry.children().get(0).text(), entry.children().get(0));
            }
        }
    }

    private static String unquotedKey(String key) {
        return key.startsWith("'") || key.startsWith("\"") ? unquoted(key) : key;
    }

    private void export(String key, SyntaxNode value) {
        if (value.is(SyntaxKind.OBJECT)) {
            for (SyntaxNode entry : value.children()) {
                SyntaxNode inner = entry.is(SyntaxKind.PAIR) ? entry.child("value") : entry;
                if (inner != null) export(key, inner);
            }
            return;
        }
        Bound bound = value.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER) ? names.get(value.text()) : bound(value);
        if (bound != null && bound.loaded().exportKey == null) bound.loaded().exportKey = key;
    }

    /** {@code outputs.billing = billing.url} before {@code return outputs}. */
    private void assigned(String outputs, SyntaxNode body) {
        for (SyntaxNode node : nodes(body)) {
            if (node.is(SyntaxKind.VARIABLE_DECLARATOR)) {
                SyntaxNode name = node.child("name");
                SyntaxNode value = node.child("value");
                if (name != null && value != null && name.text().equals(outputs) && value.is(SyntaxKind.OBJECT))
                    entries(value);
            }
            if (!node.is(SyntaxKind.ASSIGNMENT_EXPRESSION)) continue;
            SyntaxNode left = node.child("left");
            SyntaxNode right = node.child("right");
            SyntaxNode object = left == null ? null : left.child("object");
            SyntaxNode property = left == null ? null : left.child("property");
            if (right == null
                    || object == null
                    || property == null
                    || !object.text().equals(outputs)) continue;
            if (Conditions.of(module.at(node)).none()) export(property.text(), right);
        }
    }

    private void emit() {
        for (Loaded loaded : imports.values()) {
            Module to = program.imported(module, loaded.path);
            String file = to == null ? null : to.path();
            facts.fact(new InfraRegistration(
                    facts.key(module.path() + ">" + loaded.path),
                    facts.owner(),
                    facts.place(loaded.place),
                    service(file == null ? resolved(loaded.path) : file),
                    loaded.path,
                    file,
                    loaded.calls,
                    loaded.exportKey,
                    loaded.active,
                    module.path()));
        }
    }

    /** Where a path would lead, whether or not there is a file. */
    private @Nullable String resolved(String path) {
        if (!path.startsWith(".")) return null;
        Deque<String> parts = new ArrayDeque<>();
        String directory = module.path().contains("/")
                ? module.path().substring(0, module.path().lastIndexOf('/')) + "/"
                : "";
        for (String part : (directory + path).split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (part.equals("..")) {
                if (parts.pollLast() == null) return null;
            } else {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The directory of the service whose infrastructure a file holds. */
    private @Nullable String service(@Nullable String file) {
        if (file == null) return null;
        String owner = program.ownerOf(file.endsWith(".ts") || file.endsWith(".js") ? file : file + ".ts");
        if (!owner.isEmpty()) return owner;
        boolean infra = Words.stem(file).equals("infra") && file.contains("/");
        return infra ? file.substring(0, file.lastIndexOf('/')) : null;
    }
}
