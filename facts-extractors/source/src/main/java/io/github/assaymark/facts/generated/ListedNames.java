package io.github.assaymark.facts.generated;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.typescript.TypeScriptBackend;
import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names of what JSON or YAML lists, and of what a module exports. */
final class ListedNames {
    private static final TypeScriptBackend SYNTAX = new TypeScriptBackend();
    private static final Set<String> STRUCTURED = Set.of("json", "jsonc", "yaml", "yml");
    private static final Set<String> KEYS = Set.of("name", "id", "key", "operationId");
    private static final Set<String> HOLDERS = Set.of(
            SyntaxKind.EXPORT_STATEMENT,
            SyntaxKind.LEXICAL_DECLARATION,
            SyntaxKind.OBJECT,
            SyntaxKind.CLASS_BODY,
            SyntaxKind.EXPORT_CLAUSE,
            "as_expression",
            "satisfies_expression");
    private static final int MAX_NAMES = 5000;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_TEXT = 200;

    private final Set<String> names = new TreeSet<>();

    private ListedNames() {}

    static List<String> of(String path, String text, Limits limits) {
        ListedNames listed = new ListedNames();
        if (STRUCTURED.contains(Paths.extension(path))) {
            LocatedNode root = LocatedTree.ofFile(path, text, limits).root();
            if (root != null) listed.listed(root, 0);
        } else if (SYNTAX.reads(path)) {
            SyntaxNode root = SYNTAX.parse(path, text.getBytes(StandardCharsets.UTF_8), limits)
                    .root();
            for (SyntaxNode statement : root.children())
                if (statement.is(SyntaxKind.EXPORT_STATEMENT)) listed.exported(statement, 0);
        }
        return List.copyOf(listed.names);
    }

    private void listed(LocatedNode node, int depth) {
        if (depth > MAX_DEPTH || names.size() >= MAX_NAMES) return;
        for (LocatedNode item : node.isList() ? node.items() : List.<LocatedNode>of()) listed(item, depth + 1);
        for (LocatedEntry entry : node.isMap() ? node.written() : List.<LocatedEntry>of()) {
            LocatedNode value = entry.value();
            if (KEYS.contains(entry.key()) && value.isScalar() && !value.isNull()) add(value.text());
            listed(value, depth + 1);
        }
    }

    /** Goes into what declares members, but not into functions. */
    private void exported(SyntaxNode node, int depth) {
        if (depth > MAX_DEPTH || names.size() >= MAX_NAMES) return;
        for (SyntaxNode child : node.children()) {
            SyntaxNode name = child.child(child.is(SyntaxKind.PAIR) ? "key" : "name");
            if (child.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) add(child.text());
            else if (name != null && !name.is(SyntaxKind.PRIVATE_PROPERTY_IDENTIFIER)) add(bare(name.text()));
            SyntaxNode value = child.child("value");
            if (HOLDERS.contains(child.kind())) exported(child, depth + 1);
            else if (value != null && HOLDERS.contains(value.kind())) exported(value, depth + 1);
            SyntaxNode body = child.child("body");
            if (body != null && body.is(SyntaxKind.CLASS_BODY)) exported(body, depth + 1);
        }
    }

    private void add(String name) {
        if (!name.isBlank() && name.length() <= MAX_TEXT) names.add(name);
    }

    private static String bare(String name) {
        return name.replaceAll("^[\"'`]|[\"'`]$", "");
    }
}
