package io.github.assaymark.cli;

import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.report.JsonReport;
import io.github.assaymark.report.TerminalOptions;
import io.github.assaymark.report.TerminalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "why",
        description = "Explain the verdict of an item, green ones too, with everything that is known of it.",
        footer = "%nThe exit code is 0 whatever the verdict is, 2 for wrong usage, 3 for an error.")
final class WhyCommand extends Command {
    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(index = "0", paramLabel = "ITEM", description = "Id of an item, or the last part of it")
    String item = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "Key of a subject (default: every subject); a repository may be named here as well")
    @Nullable
    String subject;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "PATH",
            description = "The repository (default: the current directory)")
    @Nullable
    Path path;

    @Option(names = "-C", paramLabel = "PATH", description = "The same as PATH")
    @Nullable
    Path directory;

    WhyCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        Path repository = path == null ? directory : path;
        if (repository == null && subject != null && isRepository(subject)) {
            repository = Path.of(subject);
            subject = null;
        }
        TerminalOptions options = output.terminal(console, "");
        Judged judged = new Judge(workshop, console).judge(judge, repository);
        List<Verdict> shown = Selection.of(judged.assessment(), List.of(item), Selection.one(subject));
        write(out -> {
            if (output.format == OutputOptions.Format.JSON) {
                JsonReport.write(judged.assessment(), shown, judged.run(), out);
                return;
            }
            for (Iterator<Verdict> verdicts = shown.iterator(); verdicts.hasNext(); ) {
                TerminalReport.write(verdicts.next(), judged.source(), options, out);
                if (verdicts.hasNext()) out.append('\n');
            }
        });
        return 0;
    }

    /** The second word names a subject unless it can only be a repository. */
    private boolean isRepository(String word) {
        if (word.equals(SubjectWords.ANY) || judge.snapshot != null || word.indexOf('\0') >= 0) return false;
        Path place = console.directory().resolve(word);
        return !word.equals(".") && (Files.exists(place.resolve(".git")) || Files.exists(place.resolve("assay.yaml")));
    }

    private static final class SubjectWords {
        static final String ANY = io.github.assaymark.model.verdict.SubjectRef.NONE_FOUND;
    }
}
