package io.github.assaymark.facts.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.List;

/** Parses a file and drops its syntax tree again. */
final class JavaReader {
    private static final int MAX_PROBLEMS = 20;

    private JavaReader() {}

    static JavaUnit read(String path, FileKind kind, String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false)
                .setTabSize(1);
        ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
        List<JavaUnit.Problem> problems = new ArrayList<>();
        result.getProblems().stream().limit(MAX_PROBLEMS).forEach(problem -> {
            int line = problem.getLocation()
                    .map(TokenRange::getBegin)
                    .flatMap(token -> token.getRange())
                    .map(range -> range.begin.line)
                    .orElse(1);
            problems.add(new JavaUnit.Problem(line, reason(problem.getMessage())));
        });
        CompilationUnit unit = result.getResult().orElse(null);
        if (unit == null) {
            if (problems.isEmpty()) problems.add(new JavaUnit.Problem(1, "it is no Java"));
            return new JavaUnit(path, kind, "", List.of(), List.of(), problems);
        }
        if (!result.isSuccessful() && problems.isEmpty())
            problems.add(new JavaUnit.Problem(1, "a part that was not understood"));
        List<JavaUnit.Import> imports = new ArrayList<>();
        for (ImportDeclaration each : unit.getImports())
            imports.add(new JavaUnit.Import(each.getNameAsString(), each.isStatic(), each.isAsterisk()));
        List<JavaType> types = new ArrayList<>();
        for (TypeDeclaration<?> type : unit.getTypes())
            new TypeReader(kind == FileKind.TEST, types).read(type, "", List.of());
        String packageName =
                unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
        return new JavaUnit(path, kind, packageName, imports, List.copyOf(types), problems);
    }

    /** The first line of what the parser says, without the list of all tokens it would have liked. */
    private static String reason(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        int expected = line.indexOf(", expected ");
        String first = expected > 0 ? line.substring(0, expected) : line;
        String shown = first.length() > 160 ? first.substring(0, 160) : first;
        return "a part that was not understood: " + shown;
    }
}
