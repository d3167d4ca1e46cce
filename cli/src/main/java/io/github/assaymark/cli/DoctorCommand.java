package io.github.assaymark.cli;

import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.rule.Pack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "doctor",
        description = "Say what was detected in a repository and why, what was read, and what was not read and why.")
final class DoctorCommand extends Command {
    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "The repository (default: the current directory)")
    @Nullable
    Path path;

    DoctorCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        Judge with = new Judge(workshop, console);
        ScanResult scan = with.facts(judge, path);
        List<Pack> packs = with.packs(judge, path, scan);
        write(out -> new DoctorText(scan, packs, out).write());
        return 0;
    }
}
