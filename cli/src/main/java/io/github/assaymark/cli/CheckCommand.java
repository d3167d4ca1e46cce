package io.github.assaymark.cli;

import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.report.JsonReport;
import io.github.assaymark.report.SnapshotCodec;
import io.github.assaymark.report.TerminalOptions;
import io.github.assaymark.report.TerminalReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "check",
        description = "Judge a repository and say whether it may ship.",
        footer =
                "%nExit codes: 0 the gate passes, 1 it fails, 2 wrong usage, 3 error, 4 only UNKNOWN stands in the way.")
final class CheckCommand extends Command {
    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "The repository (default: the current directory)")
    @Nullable
    Path path;

    @Option(
            names = "--item",
            paramLabel = "ID",
            description = "Show only this item, section, checklist or pack; the gate still counts all (repeatable)")
    List<String> items = new ArrayList<>();

    @Option(
            names = "--subject",
            paramLabel = "KEY",
            description = "Show only this subject; the gate still counts all (repeatable)")
    List<String> subjects = new ArrayList<>();

    @Option(names = "--snapshot-out", paramLabel = "FILE", description = "Write the judged facts to this file")
    @Nullable
    Path snapshotOut;

    CheckCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        TerminalOptions plain = output.terminal(console, "");
        Judged judged = new Judge(workshop, console).judge(judge, path);
        // Evidence of that commit counts for these files: whoever reads the verdicts must know who said so.
        judged.detection().stream()
                .filter(text -> text.startsWith("judged as commit ") && text.contains("; git has "))
                .filter(text -> !text.endsWith("; git has none"))
                .forEach(text -> console.error("note: " + text));
        List<Verdict> shown = Selection.of(judged.assessment(), items, subjects);
        if (snapshotOut != null)
            Result.file(
                    "--snapshot-out",
                    console.directory().resolve(snapshotOut),
                    out -> SnapshotCodec.standard().write(judged.snapshot(), out));
        int exitCode = judged.assessment().gate().decision().exitCode();
        TerminalOptions options =
                new TerminalOptions(plain.colour(), plain.width(), plain.verbose(), plain.all(), judged.arguments());
        write(out -> {
            if (output.format == OutputOptions.Format.JSON)
                JsonReport.write(judged.assessment(), shown, judged.run(), out);
            else TerminalReport.write(judged.assessment(), shown, judged.source(), options, exitCode, out);
        });
        return exitCode;
    }
}
