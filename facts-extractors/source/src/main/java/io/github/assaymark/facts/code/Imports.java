package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module specifiers of the names a module imports, as written; types included. */
final class Imports {
    private final Map<String, String> specifiers = new HashMap<>();

    Imports(Module module) {
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            String specifier = Syntax.literal(statement.child("source"));
            if (specifier == null) continue;
            for (SyntaxNode node : Syntax.below(
                    statement, SyntaxKind.IMPORT_CLAUSE, SyntaxKind.NAMESPACE_IMPORT, SyntaxKind.IMPORT_SPECIFIER))
                add(node, specifier);
        }
        for (SyntaxNode declarator : module.nodes(SyntaxKind.VARIABLE_DECLARATOR)) {
            SyntaxNode value = declarator.child("value");
            SyntaxNode name = declarator.child("name");
            if (value == null || name == null || !name.is(SyntaxKind.IDENTIFIER)) continue;
            SyntaxNode call = Syntax.bare(value);
            SyntaxNode target = call.is(SyntaxKind.CALL_EXPRESSION) ? Syntax.target(call) : null;
            String specifier =
                    target != null && target.text().equals("require") ? Syntax.literal(Syntax.argument(call, 0)) : null;
            if (specifier != null) specifiers.put(name.text(), specifier);
        }
    }

    private void add(SyntaxNode node, String specifier) {
        if (node.is(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode alias = node.child("alias");
            SyntaxNode name = alias == null ? node.child("name") : alias;
            if (name != null) specifiers.put(name.text(), specifier);
            return;
        }
        for (SyntaxNode child : node.children())
            if (child.is(SyntaxKind.IDENTIFIER)) specifiers.put(child.text(), specifier);
    }

    /** Where a local name is imported from, as written; null when it is not imported. */
    @Nullable
    String of(String name) {
        return specifiers.get(name);
    }
}
