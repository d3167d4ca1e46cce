package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that a module gives a name at its top level.
 *
 * @param name under which it is exported, else its own; {@code default} for a default export
 * @param exported whether other modules can see it
 * @param local its own name; empty when it has none
 * @param value what it is declared with: an expression, or the declaration of an enum
 */
public record Constant(String name, boolean exported, String local, Located value) {

    private static final Function<Module, List<Constant>> ALL = Constant::all;

    /** The constants of a module in the order of the text. */
    public static List<Constant> of(Module module) {
        return module.once(ALL);
    }

    private static List<Constant> all(Module module) {
        SyntaxNode root = module.tree().root();
        Map<String, String> listed = new HashMap<>();
        for (SyntaxNode statement : root.children()) {
            if (!statement.is(SyntaxKind.EXPORT_STATEMENT) || statement.child("source") != null) continue;
            for (SyntaxNode clause : statement.children()) {
                if (!clause.is(SyntaxKind.EXPORT_CLAUSE)) continue;
                for (SyntaxNode specifier : clause.children()) {
                    SyntaxNode name = specifier.child("name");
                    SyntaxNode alias = specifier.child("alias");
                    if (name != null) listed.putIfAbsent(name.text(), (alias == null ? name : alias).text());
                }
            }
        }
        List<Constant> constants = new ArrayList<>();
        Set<String> assigned = new HashSet<>();
        for (SyntaxNode statement : root.children()) {
            if (statement.is(SyntaxKind.EXPORT_STATEMENT)) {
                SyntaxNode declaration = statement.child("declaration");
                SyntaxNode value = statement.child("value");
                if (declaration != null) declared(module, declaration, true, constants);
                else if (value != null && statement.child("source") == null) {
                    if (value.is(SyntaxKind.IDENTIFIER)) listed.putIfAbsent(value.text(), "default");
                    else constants.add(new Constant("default", true, "", module.at(value)));
                }
            } else if (statement.is(SyntaxKind.EXPRESSION_STATEMENT)) {
                commonJs(module, statement, assigned, constants);
            } else {
                declared(module, statement, false, constants);
            }
        }
        return constants.stream().map(one -> one.listedAs(listed)).toList();
    }

    /** An export may stand below what it exports. */
    private Constant listedAs(Map<String, String> listed) {
        String alias = exported ? null : listed.get(local);
        return alias == null ? this : new Constant(alias.equals("default") ? local : alias, true, local, value);
    }

    private static void declared(Module module, SyntaxNode declaration, boolean exported, List<Constant> constants) {
        if (declaration.is(SyntaxKind.LEXICAL_DECLARATION) || declaration.is(SyntaxKind.VARIABLE_DECLARATION)) {
            for (SyntaxNode declarator : declaration.children()) {
                SyntaxNode name = declarator.child("name");
                SyntaxNode value = declarator.child("value");
                if (name == null || value == null || !name.is(SyntaxKind.IDENTIFIER)) continue;
                constants.add(new Constant(name.text(), exported, name.text(), module.at(value)));
            }
        } else if (declaration.is(SyntaxKind.ENUM_DECLARATION)) {
            SyntaxNode name = declaration.child("name");
            if (name != null) constants.add(new Constant(name.text(), exported, name.text(), module.at(declaration)));
        }
    }

    private static void commonJs(Module module, SyntaxNode statement, Set<String> assigned, List<Constant> constants) {
        for (SyntaxNode assignment : statement.children()) {
            if (!assignment.is(SyntaxKind.ASSIGNMENT_EXPRESSION)) continue;
            SyntaxNode left = assignment.child("left");
            SyntaxNode right = assignment.child("right");
            if (left == null || right == null) continue;
            String target = exportName(left.text());
            if (target != null && assigned.add(target)) constants.add(new Constant(target, true, "", module.at(right)));
        }
    }

    private static @Nullable String exportName(String left) {
        if (left.equals("module.exports")) return "default";
        for (String prefix : List.of("module.exports.", "exports.")) {
            if (left.startsWith(prefix)) return left.substring(prefix.length());
        }
        return null;
    }
}
