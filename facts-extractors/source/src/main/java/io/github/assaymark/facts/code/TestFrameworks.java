package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.TestFramework;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what runs the tests of a module: what it imports, or a module of fixtures that it imports; else what the
 * package.json of its package, then that of the repository, names.
 */
final class TestFrameworks {
    private static final Map<String, TestFramework> BY_IMPORT = Map.of(
            "vitest", TestFramework.VITEST,
            "@effect/vitest", TestFramework.VITEST,
            "@fast-check/vitest", TestFramework.VITEST,
            "@jest/globals", TestFramework.JEST,
            "node:test", TestFramework.NODE,
            "bun:test", TestFramework.BUN,
            "@playwright/test", TestFramework.PLAYWRIGHT,
            "mocha", TestFramework.MOCHA);

    private static final Map<String, TestFramework> BY_MANIFEST = new LinkedHashMap<>();

    static {
        BY_MANIFEST.put("vitest", TestFramework.VITEST);
        BY_MANIFEST.put("jest", TestFramework.JEST);
        BY_MANIFEST.put("ts-jest", TestFramework.JEST);
        BY_MANIFEST.put("mocha", TestFramework.MOCHA);
        BY_MANIFEST.put("bun test", TestFramework.BUN);
        BY_MANIFEST.put("node --test", TestFramework.NODE);
        BY_MANIFEST.put("@playwright/test", TestFramework.PLAYWRIGHT);
    }

    private final Program program;
    private final Packages packages;
    private final Map<String, TestFramework> byDirectory = new HashMap<>();

    TestFrameworks(Program program) {
        this.program = program;
        this.packages = new Packages(program);
    }

    TestFramework of(Module module) {
        TestFramework imported = imported(module, 0);
        if (imported != null) return imported;
        String directory = packages.directory(module.path());
        TestFramework known = byDirectory.get(directory);
        if (known == null) {
            known = named(module.path());
            byDirectory.put(directory, known);
        }
        return known;
    }

    /** What the package.json of a file's package names, or else that of the repository. */
    private TestFramework named(String path) {
        for (String asked : List.of(path, "package.json"))
            for (Map.Entry<String, TestFramework> entry : BY_MANIFEST.entrySet())
                if (packages.mentions(asked, entry.getKey())) return entry.getValue();
        return TestFramework.UNKNOWN;
    }

    private @Nullable TestFramework imported(Module module, int depth) {
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            String specifier = Syntax.literal(statement.child("source"));
            TestFramework framework = specifier == null ? null : BY_IMPORT.get(specifier);
            if (framework != null) return framework;
        }
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode target = Syntax.target(call);
            if (target == null || !target.text().equals("require")) continue;
            String specifier = Syntax.literal(Syntax.argument(call, 0));
            TestFramework framework = specifier == null ? null : BY_IMPORT.get(specifier);
            if (framework != null) return framework;
        }
        if (depth > 0) return null;
        for (SyntaxNode specifier : module.nodes(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode name = specifier.child("name");
            if (name == null || !name.text().matches("test|it")) continue;
            SyntaxNode statement = specifier.ancestor(SyntaxKind.IMPORT_STATEMENT);
            String from = statement == null ? null : Syntax.literal(statement.child("source"));
            Module fixtures = from == null ? null : program.imported(module, from);
            if (fixtures != null) return imported(fixtures, depth + 1);
        }
        return null;
    }
}
