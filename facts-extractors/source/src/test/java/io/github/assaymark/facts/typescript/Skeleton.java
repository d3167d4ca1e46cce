package io.github.assaymark.facts.typescript;

import static java.util.Map.entry;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree as lines {@code kind start end more}, offsets in UTF-16 units: what {@code skeleton.cjs} says of the tree that
 * the TypeScript compiler makes of the same file.
 */
final class Skeleton {
    private static final Set<String> MARKS = Set.of(
            "async",
            "static",
            "readonly",
            "declare",
            "abstract",
            "override",
            "accessibility",
            "accessor",
            "default",
            "kind",
            "await");
    private static final Map<String, String> PLAIN = Map.ofEntries(
            entry("if_statement", "if"),
            entry("do_statement", "do"),
            entry("while_statement", "while"),
            entry("for_statement", "for"),
            entry("for_in_statement", "forin"),
            entry("continue_statement", "continue"),
            entry("break_statement", "break"),
            entry("return_statement", "return"),
            entry("with_statement", "with"),
            entry("switch_statement", "switch"),
            entry("labeled_statement", "labeled"),
            entry("throw_statement", "throw"),
            entry("try_statement", "try"),
            entry("debugger_statement", "debugger"),
            entry("catch_clause", "catch"),
            entry("switch_case", "case"),
            entry("switch_default", "default"),
            entry("empty_statement", "empty"),
            entry("expression_statement", "expression"),
            entry("string", "string"),
            entry("number", "number"),
            entry("regex", "regex"),
            entry("meta_property", "meta"),
            entry("subscript_expression", "index"),
            entry("variable_declarator", "declarator"),
            entry("import_statement", "import"),
            entry("decorator", "decorator"),
            entry("class_static_block", "static"),
            entry("required_parameter", "parameter"),
            entry("optional_parameter", "parameter"),
            entry("pair", "pair"),
            entry("pair_pattern", "pair"),
            entry("non_null_expression", "nonnull"),
            entry("type_assertion", "assertion"),
            entry("instantiation_expression", "instantiation"),
            entry("as_expression", "as"),
            entry("satisfies_expression", "as"),
            entry("ternary_expression", "conditional"),
            entry("unary_expression", "unary"),
            entry("update_expression", "unary"),
            entry("await_expression", "await"),
            entry("yield_expression", "yield"),
            entry("jsx_element", "element"),
            entry("jsx_self_closing_element", "emptyelement"),
            entry("jsx_fragment", "fragment"),
            entry("jsx_attribute", "attribute"),
            entry("jsx_expression", "hole"));

    private final int[] units;
    private final List<String> lines = new ArrayList<>();

    private Skeleton(byte[] bytes) {
        units = new int[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 255;
            int width = c >= 0xf0 ? 2 : (c < 0x80 || c >= 0xc0) ? 1 : 0;
            units[i + 1] = units[i] + width;
        }
    }

    /** The lines, sorted. */
    static List<String> of(SyntaxTree tree, byte[] bytes) {
        Skeleton skeleton = new Skeleton(bytes);
        if (tree.status() != SyntaxTree.Status.COMPLETE) skeleton.lines.add(tree.status() + " " + tree.damaged());
        tree.root().children().forEach(skeleton::visit);
        skeleton.lines.sort(null);
        return skeleton.lines;
    }

    private void put(String kind, SyntaxNode node, String more) {
        lines.add(kind + " " + units[node.start()] + " " + units[node.end()] + more);
    }

    private void visit(SyntaxNode node) {
        switch (node.kind()) {
            case "import_equals_declaration" -> {
                put("importequals", node, " " + name(node));
                SyntaxNode value = node.child("value");
                visitField(node, "name");
                if (value != null && value.is("call_expression")) visitField(value, "arguments");
                return;
            }
            case "interface_declaration" -> put("interface", node, " " + name(node));
            case "type_alias_declaration" -> put("alias", node, " " + name(node));
            case "module", "internal_module" -> {
                put("module", node, " " + name(node));
                SyntaxNode body = node.child("body");
                if (body != null) body.children().forEach(this::visit);
                return;
            }
            case "ambient_declaration" -> {
                SyntaxNode body = node.child("body");
                if (body != null) {
                    body.children().forEach(this::visit);
                    return;
                }
            }
            case "call_expression" -> {
                SyntaxNode arguments = node.child("arguments");
                boolean tagged = arguments != null && arguments.is("template_string");
                put(
                        tagged ? "tagged" : "call",
                        node,
                        " " + chain(node.child("function")) + (tagged ? "" : " " + size(arguments)));
            }
            case "new_expression" -> {
                SyntaxNode arguments = node.child("arguments");
                put(
                        "new",
                        node,
                        " " + chain(node.child("constructor")) + " " + (arguments == null ? "-" : size(arguments)));
            }
            case "member_expression" -> {
                SyntaxNode property = node.child("property");
                put("member", node, " " + (property == null ? "" : property.text()));
            }
            case "identifier" -> {
                String field = node.field();
                if (field != null && MARKS.contains(field)) return;
                if ("parameter".equals(field) && parent(node, "arrow_function")) put("parameter", node, "");
                put("name", node, " " + node.text());
            }
            case "property_identifier" -> {
                if (!constructor(node)) put("name", node, " " + node.text());
            }
            case "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "statement_identifier",
                    "undefined" -> put("name", node, " " + node.text());
            case "this" -> {
                if ("pattern".equals(node.field())) put("name", node, " this");
            }
            case "private_property_identifier" -> put("private", node, " " + node.text());
            case "template_string" ->
                put(
                        "template",
                        node,
                        " "
                                + node.children().stream()
                                        .filter(c -> c.is("template_substitution"))
                                        .count());
            case "arrow_function" ->
                put("arrow", node, " " + (node.child("parameter") != null ? 1 : size(node.child("parameters"))));
            case "function_expression",
                    "generator_function",
                    "function_declaration",
                    "generator_function_declaration" -> put("function", node, signature(node));
            case "function_signature" -> put("signature", node, signature(node));
            case "method_definition" -> put("method", node, signature(node));
            case "method_signature", "abstract_method_signature" -> put("methodsignature", node, signature(node));
            case "public_field_definition" -> put("field", node, " " + name(node));
            case "class_declaration", "abstract_class_declaration", "class" -> put("class", node, " " + name(node));
            case "enum_declaration" -> put("enum", node, " " + name(node) + " " + size(node.child("body")));
            case "enum_assignment" -> put("enummember", node, " " + name(node));
            case "lexical_declaration", "variable_declaration" -> {
                if (!"initializer".equals(node.field())) put("variables", node, "");
            }
            case "export_statement" -> {
                if (node.child("declaration") == null) put("export", node, "");
            }
            case "object", "object_pattern" -> {
                if ("attributes".equals(node.field())) {
                    node.children().forEach(pair -> pair.children().forEach(this::visit));
                    return;
                }
                put("object", node, " " + node.children().size());
            }
            case "array", "array_pattern" ->
                put("array", node, " " + node.children().size());
            case "parenthesized_expression" -> {
                boolean condition = "condition".equals(node.field())
                        && !parent(node, "ternary_expression")
                        && !parent(node, "for_statement");
                if (!condition && !("value".equals(node.field()) && parent(node, "switch_statement")))
                    put("parentheses", node, "");
            }
            case "binary_expression", "assignment_expression", "augmented_assignment_expression" -> {
                SyntaxNode operator = node.child("operator");
                String text = operator == null ? "" : operator.text();
                if (!text.equals("=")
                        || (!parent(node, "array") && !(parent(node, "pair") && "value".equals(node.field()))))
                    put("binary", node, " " + text);
            }
            case "statement_block" -> put("block", node, "");
            default -> {
                String kind = PLAIN.get(node.kind());
                if (kind != null) put(kind, node, "");
                if (node.is("meta_property")) return;
            }
        }
        node.children().forEach(this::visit);
    }

    private void visitField(SyntaxNode node, String field) {
        node.children(field).forEach(this::visit);
    }

    private static boolean parent(SyntaxNode node, String kind) {
        SyntaxNode parent = node.parent();
        return parent != null && parent.is(kind);
    }

    /** Whether it is the name of a constructor, which the compiler's tree does not hold. */
    private static boolean constructor(SyntaxNode node) {
        SyntaxNode method = node.parent();
        if (method == null || !"name".equals(node.field()) || !node.text().equals("constructor")) return false;
        return (method.is("method_definition") || method.is("method_signature"))
                && parent(method, "class_body")
                && method.child("static") == null
                && method.child("accessor") == null;
    }

    private static String signature(SyntaxNode node) {
        return " " + size(node.child("parameters")) + " " + name(node);
    }

    private static int size(@Nullable SyntaxNode node) {
        return node == null ? 0 : node.children().size();
    }

    private static String name(SyntaxNode node) {
        SyntaxNode name = node.child("name");
        return name == null ? "" : name.text().replaceAll("\\s+", "");
    }

    private static String chain(@Nullable SyntaxNode node) {
        if (node == null) return "*";
        return switch (node.kind()) {
            case "identifier", "undefined" -> node.text();
            case "this", "super", "import" -> node.kind();
            case "member_expression" -> {
                SyntaxNode property = node.child("property");
                yield chain(node.child("object")) + "." + (property == null ? "" : property.text());
            }
            default -> "*";
        };
    }
}
