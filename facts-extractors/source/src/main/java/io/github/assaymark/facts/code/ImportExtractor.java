package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ImportEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports of TypeScript and JavaScript files, those of tests included: {@code import}, {@code export … from},
 * {@code import x = require()}, {@code require()} and {@code import()} of a constant. Safe for use by many threads.
 *
 * <p>An import of a computed module is unresolved, unless its constant end shows that it is no code.
 */
public final class ImportExtractor extends SourceExtractor {
    /** For {@link java.util.ServiceLoader}. */
    public ImportExtractor() {
        super("source-imports", 1, List.of(ImportEdge.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        List<Module> all = new ArrayList<>(program.modules());
        all.addAll(program.tests());
        facts.alone(all, module -> {
            Packages packages = new Packages(program);
            for (Import found : imports(module, program, facts))
                facts.fact(fact(found, module, program, packages, facts));
        });
    }

    private record Import(SyntaxNode node, String specifier, List<String> names, boolean typeOnly) {}

    private static List<Import> imports(Module module, Program program, FactSink facts) {
        List<Import> imports = new ArrayList<>();
        List<SyntaxNode> statements =
                Syntax.ordered(module.nodes(SyntaxKind.IMPORT_STATEMENT), module.nodes(SyntaxKind.EXPORT_STATEMENT));
        for (SyntaxNode statement : statements) {
            String specifier = Syntax.literal(statement.child("source"));
            if (specifier != null) imports.add(statement(statement, specifier));
        }
        for (SyntaxNode declaration : module.nodes(SyntaxKind.IMPORT_EQUALS_DECLARATION)) {
            List<SyntaxNode> strings = Syntax.below(declaration, SyntaxKind.STRING);
            String specifier = strings.isEmpty() ? null : Syntax.literal(strings.get(0));
            if (specifier != null)
                imports.add(new Import(declaration, specifier, List.of("*"), declaration.child("typeonly") != null));
        }
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode target = call.child("function");
            if (target == null || call.ancestor(SyntaxKind.IMPORT_EQUALS_DECLARATION) != null) continue;
            boolean dynamic = target.is(SyntaxKind.IMPORT) || target.text().equals("import");
            boolean required = target.is(SyntaxKind.IDENTIFIER) && target.text().equals("require");
            SyntaxNode argument = dynamic || required ? Syntax.argument(call, 0) : null;
            if (argument == null) continue;
            Located expression = module.at(argument);
            Optional<String> specifier = program.resolver().text(expression);
            if (specifier.isPresent()) imports.add(new Import(call, specifier.get(), taken(call), false));
            else open(expression, program, facts);
        }
        return imports;
    }

    private static void open(Located expression, Program program, FactSink facts) {
        String template = program.resolver().template(expression);
        int dot = template.lastIndexOf('.');
        if (dot > template.lastIndexOf('}') && dot > 0) {
            String extension = template.substring(dot + 1);
            if (!extension.matches("[mc]?[jt]sx?")) return;
        }
        facts.unresolved("module of an import", expression, "it is computed", ImportEdge.class);
    }

    private static Import statement(SyntaxNode statement, String specifier) {
        boolean typeOnly = statement.child("typeonly") != null;
        List<String> names = new ArrayList<>();
        boolean values = false;
        for (SyntaxNode specified : Syntax.below(
                statement,
                SyntaxKind.IMPORT_SPECIFIER,
                SyntaxKind.EXPORT_SPECIFIER,
                SyntaxKind.NAMESPACE_IMPORT,
                SyntaxKind.NAMESPACE_EXPORT)) {
            SyntaxNode name = specified.child("name");
            boolean all = specified.is(SyntaxKind.NAMESPACE_IMPORT) || specified.is(SyntaxKind.NAMESPACE_EXPORT);
            if (all) names.add("*");
            else if (name != null) names.add(Syntax.name(name));
            if (specified.child("typeonly") == null) values = true;
        }
        for (SyntaxNode clause : statement.children()) {
            if (!clause.is(SyntaxKind.IMPORT_CLAUSE)) continue;
            for (SyntaxNode child : clause.children()) {
                if (!child.is(SyntaxKind.IDENTIFIER) || "typeonly".equals(child.field())) continue;
                names.add(0, "default");
                values = true;
            }
        }
        boolean listed = !names.isEmpty();
        if (!listed && statement.is(SyntaxKind.EXPORT_STATEMENT)) {
            boolean empty = statement.children().stream().anyMatch(child -> child.is(SyntaxKind.EXPORT_CLAUSE));
            if (!empty) names.add("*");
        }
        return new Import(statement, specifier, names, typeOnly || (listed && !values));
    }

    /** The names a destructuring takes of what is required; all when there is none. */
    private static List<String> taken(SyntaxNode call) {
        SyntaxNode around = Syntax.around(call);
        if (around == null || !around.is(SyntaxKind.VARIABLE_DECLARATOR)) return List.of("*");
        SyntaxNode pattern = around.child("name");
        if (pattern == null || !pattern.is(SyntaxKind.OBJECT_PATTERN)) return List.of("*");
        List<String> names = new ArrayList<>();
        for (SyntaxNode child : pattern.children()) {
            if (child.is(SyntaxKind.REST_PATTERN)) return List.of("*");
            SyntaxNode key = child.child("key");
            SyntaxNode left = child.child("left");
            names.add(Syntax.name(key != null ? key : left != null ? left : child));
        }
        return names;
    }

    private static ImportEdge fact(Import found, Module module, Program program, Packages packages, FactSink facts) {
        String from = module.path();
        String toFile = file(found.specifier(), module, program);
        String fromContext = packages.directory(from);
        String toContext = toFile == null ? null : packages.directory(toFile);
        return new ImportEdge(
                facts.key(from + ">" + found.specifier()),
                facts.owner(),
                facts.place(module.at(found.node())),
                from,
                found.specifier(),
                toFile,
                toContext == null
                        ? Specifiers.packageOf(found.specifier())
                        : toContext.equals(fromContext) ? null : packages.name(toContext),
                found.names().stream().distinct().toList(),
                found.typeOnly(),
                fromContext,
                toContext,
                packages.layer(from),
                toFile == null ? null : packages.layer(toFile),
                toFile == null ? null : program.ownerOf(toFile),
                module.kind());
    }

    private static @Nullable String file(String specifier, Module module, Program program) {
        Module imported = program.imported(module, specifier);
        if (imported != null) return imported.path();
        if (!Specifiers.path(specifier) || specifier.startsWith("/")) return null;
        // Settings and other files that are no modules of the program.
        String path = Specifiers.resolve(module.path(), specifier);
        return path != null && program.text(path) != null ? path : null;
    }
}
