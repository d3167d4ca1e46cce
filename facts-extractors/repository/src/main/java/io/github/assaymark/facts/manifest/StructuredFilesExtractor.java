package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.PartialParse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds YAML and JSON files that are not well-formed, such as those with merge markers. Comments and commas before
 * closing brackets are fine, for many tools allow them in JSON. Tests, generated and copied files are left out, and so
 * are templates that become YAML when they are rendered.
 */
public final class StructuredFilesExtractor implements FactExtractor {
    private static final Set<String> EXTENSIONS = Set.of("json", "jsonc", "yaml", "yml");

    @Override
    public String id() {
        return "structured-files";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(PartialParse.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, id(), "*.json, *.jsonc, *.yaml, *.yml");
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> EXTENSIONS.contains(Paths.extension(file.path())) && ManifestFiles.ours(file))
                .toList();
        for (FileWork.Outcome<Optional<Problem>> outcome :
                FileWork.over(files, context.limits(), file -> problem(file, context.limits()))) {
            String path = outcome.file().path();
            account.matched(path);
            Optional<Problem> problem = outcome.value();
            if (problem == null) account.gap(path, 0, String.valueOf(outcome.failure()));
            else if (problem.isPresent())
                facts.accept(new PartialParse(
                        path,
                        context.ownerOf(path),
                        new Provenance.File(
                                context.source().commit(),
                                path,
                                problem.get().line(),
                                0,
                                problem.get().line(),
                                0,
                                null),
                        path,
                        problem.get().message()));
        }
        account.close(facts, List.of(PartialParse.class));
    }

    private static Optional<Problem> problem(SourceFile file, Limits limits) throws UnreadableFileException {
        String text = file.text(limits);
        LocatedTree tree = file.path().toLowerCase(Locale.ROOT).endsWith(".json")
                ? LocatedTree.jsonc(text, limits)
                : LocatedTree.ofFile(file.path(), text, limits);
        if (tree.templated()) return Optional.empty();
        return tree.problems().stream()
                .filter(problem -> problem.kind() == Problem.Kind.SYNTAX)
                .findFirst();
    }
}
