package io.github.assaymark.facts.pipelines;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.WorkflowJob;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads workflow files of GitHub Actions (GitHub Docs, "Workflow syntax for GitHub Actions"). Jobs of workflows and
 * steps of actions that a file calls, and values that are known only when it runs, are gaps.
 */
public final class WorkflowsExtractor implements FactExtractor {
    private static final Pattern FILE = Pattern.compile("\\.github/workflows/[^/]+\\.ya?ml");

    @Override
    public String id() {
        return "workflows";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(WorkflowJob.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, id(), ".github/workflows/*.yml, *.yaml");
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> FILE.matcher(file.path()).matches())
                .toList();
        for (FileWork.Outcome<StructuredFile> outcome : FileWork.over(
                files,
                context.limits(),
                file -> StructuredFile.read(file, context.source().commit(), context.limits()))) {
            String path = outcome.file().path();
            account.matched(path);
            StructuredFile file = outcome.value();
            if (file == null) {
                account.gap(path, 0, String.valueOf(outcome.failure()));
                continue;
            }
            for (Problem problem : file.tree().problems()) account.gap(path, problem.line(), problem.message());
            new WorkflowFile(file, account, facts).read();
        }
        account.closeForEveryOwner(facts, List.of(WorkflowJob.class));
    }
}
