package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the names that a module declares, imports and exports. Used by one thread. */
final class ScopeBuilder {
    private final Module module;
    private final SyntaxNode program;
    private final Map<SyntaxNode, Map<String, Binding>> scopes;
    private final Exports exports;

    ScopeBuilder(Module module, SyntaxNode program, Map<SyntaxNode, Map<String, Binding>> scopes, Exports exports) {
        this.module = module;
        this.program = program;
        this.scopes = scopes;
        this.exports = exports;
    }

    void build() {
        module.nodes(SyntaxKind.IMPORT_STATEMENT).forEach(this::imported);
        module.nodes(SyntaxKind.IMPORT_EQUALS_DECLARATION).forEach(this::importEquals);
        for (SyntaxNode node : module.nodes(SyntaxKind.VARIABLE_DECLARATOR)) declarator(node);
        for (String kind : Kinds.FUNCTIONS) module.nodes(kind).forEach(this::function);
        for (String kind : Kinds.CLASSES) module.nodes(kind).forEach(this::type);
        for (SyntaxNode node : module.nodes(SyntaxKind.ENUM_DECLARATION))
            declare(node, Binding.Sort.ENUM, node.child("name"), around(node));
        for (SyntaxNode node : module.nodes(SyntaxKind.INTERNAL_MODULE)) opaque(node);
        for (SyntaxNode node : module.nodes(SyntaxKind.MODULE)) opaque(node);
        for (SyntaxNode node : module.nodes(SyntaxKind.CATCH_CLAUSE)) {
            SyntaxNode parameter = node.child("parameter");
            if (parameter != null) loose(parameter, node, node);
        }
        module.nodes(SyntaxKind.FOR_IN_STATEMENT).forEach(this::loop);
        module.nodes(SyntaxKind.EXPORT_STATEMENT).forEach(this::exported);
        module.nodes(SyntaxKind.ASSIGNMENT_EXPRESSION).forEach(this::commonJs);
    }

    private void put(@Nullable SyntaxNode scope, Binding binding) {
        SyntaxNode in = scope == null ? program : scope;
        Map<String, Binding> names = scopes.computeIfAbsent(in, node -> new HashMap<>());
        Binding before = names.putIfAbsent(binding.name, binding);
        if (before == null) return;
        // A namespace adds to the class, function or enum of its name; all others leave open which one is meant.
        if (binding.sort == Binding.Sort.OPAQUE && before.sort != Binding.Sort.OPAQUE) return;
        if (before.sort == Binding.Sort.OPAQUE && binding.sort != Binding.Sort.OPAQUE) names.put(binding.name, binding);
        else before.reassign();
    }

    /** The nearest node around it that holds names. */
    private static @Nullable SyntaxNode around(SyntaxNode node) {
        SyntaxNode at = node.parent();
        while (at != null && !Kinds.scope(at)) at = at.parent();
        return at;
    }

    private static @Nullable SyntaxNode aroundFunction(SyntaxNode node) {
        SyntaxNode at = node.parent();
        while (at != null && !Kinds.function(at) && !at.is(SyntaxKind.PROGRAM) && !isStatic(at)) at = at.parent();
        return at;
    }

    private static boolean isStatic(SyntaxNode node) {
        return node.is(SyntaxKind.CLASS_STATIC_BLOCK) || node.is(SyntaxKind.INTERNAL_MODULE);
    }

    private void declare(SyntaxNode node, Binding.Sort sort, @Nullable SyntaxNode name, @Nullable SyntaxNode scope) {
        if (name != null) put(scope, Binding.of(sort, name, node));
    }

    private void opaque(SyntaxNode node) {
        SyntaxNode name = node.child("name");
        if (name != null && name.is(SyntaxKind.IDENTIFIER)) declare(node, Binding.Sort.OPAQUE, name, around(node));
    }

    private void imported(SyntaxNode statement) {
        String specifier = specifier(statement);
        if (specifier == null) return;
        for (SyntaxNode clause : statement.children()) {
            if (!clause.is(SyntaxKind.IMPORT_CLAUSE)) continue;
            for (SyntaxNode child : clause.children()) {
                switch (child.kind()) {
                    case SyntaxKind.IDENTIFIER -> put(program, Binding.imported(child, child, specifier, "default"));
                    case SyntaxKind.NAMESPACE_IMPORT -> {
                        SyntaxNode name = first(child, SyntaxKind.IDENTIFIER);
                        if (name != null) put(program, Binding.imported(name, child, specifier, Binding.ANY));
                    }
                    case SyntaxKind.NAMED_IMPORTS -> {
                        for (SyntaxNode one : child.children()) specifier(one, specifier);
                    }
                    default -> {}
                }
            }
        }
    }

    private void specifier(SyntaxNode one, String specifier) {
        SyntaxNode name = one.child("name");
        if (!one.is(SyntaxKind.IMPORT_SPECIFIER) || name == null) return;
        SyntaxNode alias = one.child("alias");
        String exported = name.is(SyntaxKind.STRING) ? Literals.string(name) : name.text();
        if (exported != null) put(program, Binding.imported(alias == null ? name : alias, one, specifier, exported));
    }

    private void importEquals(SyntaxNode node) {
        SyntaxNode name = first(node, SyntaxKind.IDENTIFIER);
        if (name == null) return;
        String specifier = specifier(node);
        if (specifier == null) put(around(node), Binding.of(Binding.Sort.OPAQUE, name, node));
        else put(program, Binding.imported(name, node, specifier, Binding.ANY));
    }

    static @Nullable String specifier(SyntaxNode statement) {
        SyntaxNode source = statement.child("source");
        return source == null || !source.is(SyntaxKind.STRING) ? null : Literals.string(source);
    }

    private static @Nullable SyntaxNode first(SyntaxNode node, String kind) {
        for (SyntaxNode child : node.children()) if (child.is(kind)) return child;
        return null;
    }

    private void declarator(SyntaxNode node) {
        SyntaxNode name = node.child("name");
        SyntaxNode declaration = node.parent();
        if (name == null || declaration == null) return;
        boolean hoisted = declaration.is(SyntaxKind.VARIABLE_DECLARATION);
        SyntaxNode scope = hoisted ? aroundFunction(node) : around(node);
        SyntaxNode loop = declaration.parent();
        if (loop != null && loop.is(SyntaxKind.FOR_IN_STATEMENT)) {
            loose(name, node, scope);
            return;
        }
        SyntaxNode value = node.child("value");
        new Patterns((bound, path) -> put(scope, Binding.variable(bound, node, value, path)))
                .bind(name, List.of(), null);
    }

    /** Names whose values are never known. */
    private void loose(SyntaxNode pattern, SyntaxNode node, @Nullable SyntaxNode scope) {
        new Patterns((bound, path) -> put(scope, Binding.of(Binding.Sort.OPAQUE, bound, node)))
                .bind(pattern, List.of(), null);
    }

    private void loop(SyntaxNode node) {
        SyntaxNode left = node.child("left");
        if (left == null || left.is(SyntaxKind.LEXICAL_DECLARATION) || left.is(SyntaxKind.VARIABLE_DECLARATION)) return;
        SyntaxNode kind = node.child("kind");
        if (kind != null) loose(left, node, kind.text().equals("var") ? aroundFunction(node) : node);
    }

    private void function(SyntaxNode node) {
        SyntaxNode name = node.child("name");
        switch (node.kind()) {
            case SyntaxKind.FUNCTION_DECLARATION, SyntaxKind.GENERATOR_FUNCTION_DECLARATION ->
                declare(node, Binding.Sort.FUNCTION, name, around(node));
            default -> {}
        }
        List<SyntaxNode> parameters = Functions.parameters(node);
        for (int i = 0; i < parameters.size(); i++) {
            SyntaxNode parameter = parameters.get(i);
            SyntaxNode given = parameter.child("pattern");
            SyntaxNode pattern = given == null ? parameter : given;
            SyntaxNode fallback = parameter.child("value");
            int index = i;
            if (pattern.is(SyntaxKind.REST_PATTERN)) loose(pattern, node, node);
            else
                new Patterns((bound, path) ->
                                put(node, Binding.parameter(bound, parameter, fallback, path, node, index)))
                        .bind(pattern, List.of(), null);
        }
        // A parameter hides the function's own name.
        boolean expression = node.is(SyntaxKind.FUNCTION_EXPRESSION) || node.is(SyntaxKind.GENERATOR_FUNCTION);
        if (expression && name != null) {
            Map<String, Binding> names = scopes.computeIfAbsent(node, n -> new HashMap<>());
            names.putIfAbsent(name.text(), Binding.of(Binding.Sort.FUNCTION, name, node));
        }
    }

    private void type(SyntaxNode node) {
        SyntaxNode name = node.child("name");
        if (node.is(SyntaxKind.CLASS)) declare(node, Binding.Sort.CLASS, name, node);
        else declare(node, Binding.Sort.CLASS, name, around(node));
    }

    private void exported(SyntaxNode statement) {
        if (!statement.children("typeonly").isEmpty()) return;
        SyntaxNode holder = statement.parent();
        if (holder == null || !holder.is(SyntaxKind.PROGRAM)) return;
        String specifier = specifier(statement);
        boolean isDefault = statement.child("default") != null;
        SyntaxNode declaration = statement.child("declaration");
        SyntaxNode value = statement.child("value");
        if (declaration != null) declared(declaration, isDefault);
        else if (value != null && isDefault) exports.name("default", new Exports.Export.Node(value));
        else if (value != null) exports.whole(value);
        boolean named = declaration != null || value != null;
        for (SyntaxNode child : statement.children()) {
            if (child.is(SyntaxKind.EXPORT_CLAUSE)) {
                named = true;
                for (SyntaxNode one : child.children()) exportSpecifier(one, specifier);
            } else if (child.is(SyntaxKind.NAMESPACE_EXPORT)) {
                named = true;
                String name = child.children().isEmpty()
                        ? null
                        : Literals.key(child.children().get(0));
                if (name != null && specifier != null)
                    exports.name(name, new Exports.Export.From(specifier, Binding.ANY));
            }
        }
        if (!named && specifier != null) exports.star(specifier);
    }

    private void declared(SyntaxNode declaration, boolean isDefault) {
        SyntaxNode name = declaration.child("name");
        switch (declaration.kind()) {
            case SyntaxKind.LEXICAL_DECLARATION, SyntaxKind.VARIABLE_DECLARATION -> {
                for (SyntaxNode declarator : declaration.children()) {
                    SyntaxNode pattern = declarator.child("name");
                    if (pattern == null || !declarator.is(SyntaxKind.VARIABLE_DECLARATOR)) continue;
                    new Patterns((bound, path) -> exports.name(bound.text(), new Exports.Export.Name(bound.text())))
                            .bind(pattern, List.of(), null);
                }
            }
            case SyntaxKind.INTERFACE_DECLARATION, SyntaxKind.TYPE_ALIAS_DECLARATION -> {}
            case SyntaxKind.FUNCTION_SIGNATURE, SyntaxKind.AMBIENT_DECLARATION -> {}
            default -> {
                if (isDefault) exports.name("default", new Exports.Export.Node(declaration));
                else if (name != null) exports.name(name.text(), new Exports.Export.Name(name.text()));
            }
        }
    }

    private void exportSpecifier(SyntaxNode one, @Nullable String specifier) {
        SyntaxNode name = one.child("name");
        if (!one.is(SyntaxKind.EXPORT_SPECIFIER) || name == null || one.child("typeonly") != null) return;
        SyntaxNode alias = one.child("alias");
        String local = Literals.key(name);
        String exported = alias == null ? local : Literals.key(alias);
        if (local == null || exported == null) return;
        exports.name(
                exported,
                specifier == null ? new Exports.Export.Name(local) : new Exports.Export.From(specifier, local));
    }

    /** {@code module.exports = …} and {@code exports.name = …} at the top of a module. */
    private void commonJs(SyntaxNode assignment) {
        SyntaxNode statement = assignment.parent();
        SyntaxNode left = assignment.child("left");
        SyntaxNode right = assignment.child("right");
        if (left == null || right == null || statement == null || !left.is(SyntaxKind.MEMBER_EXPRESSION)) return;
        SyntaxNode holder = statement.is(SyntaxKind.EXPRESSION_STATEMENT) ? statement.parent() : statement;
        if (holder == null || !(holder.is(SyntaxKind.PROGRAM) || holder.is(SyntaxKind.ASSIGNMENT_EXPRESSION))) return;
        String object = text(left.child("object"));
        String property = text(left.child("property"));
        if (object.equals("module") && property.equals("exports")) exports.whole(right);
        else if (object.equals("exports") || object.equals("module.exports"))
            exports.name(property, new Exports.Export.Node(right));
    }

    private static String text(@Nullable SyntaxNode node) {
        return node == null || node.end() - node.start() > 200 ? "" : node.text();
    }
}
