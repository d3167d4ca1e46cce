package io.github.assaymark.cli;

import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "diff",
        description = "Compare the verdicts and facts of two snapshot files or two git revisions.",
        footer = "%nExit codes: 0 nothing got worse, 1 something turned FAIL or ERROR, 4 something turned UNKNOWN or"
                + " PENDING, 2 wrong usage, 3 error.")
final class DiffCommand extends Command {
    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A snapshot file or a git revision")
    String before = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            description = "A snapshot file or a git revision (default: the working tree)")
    @Nullable
    String after;

    @Option(names = "-C", paramLabel = "PATH", description = "The repository (default: the current directory)")
    @Nullable
    Path directory;

    DiffCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        if (judge.revision != null || judge.snapshot != null)
            throw new UsageException("diff takes the two things to compare as arguments: --revision and --snapshot say"
                    + " nothing here\n  Maybe write `assay diff BEFORE AFTER`");
        Judged old = judged(before, null);
        Instant now = old.snapshot().facts(Now.class).stream()
                .map(Now::at)
                .findFirst()
                .orElse(null);
        Judged fresh = judged(after, now);
        DiffText text = new DiffText(old, fresh, output.all || output.verbose);
        write(text::write);
        return text.worst() == null ? 0 : text.worst() == Outcome.Kind.FAIL ? 1 : 4;
    }

    /** Revisions are compared as of one moment, so that only what changed in them makes a difference. */
    private Judged judged(@Nullable String what, @Nullable Instant now) {
        JudgeOptions options = new JudgeOptions();
        options.packs = judge.packs;
        options.params = judge.params;
        options.config = judge.config;
        options.base = judge.base;
        options.phase = judge.phase;
        options.now = judge.now != null ? judge.now : null;
        Path file = what == null ? null : file(what);
        if (file != null) {
            options.snapshot = file;
            options.config = null;
            options.base = null;
            return new Judge(workshop, console).judge(options, null);
        }
        options.revision = what;
        if (options.now == null && now != null) options.now = now.toString();
        return new Judge(workshop, console).judge(options, directory);
    }

    private @Nullable Path file(String word) {
        try {
            Path path = Path.of(word);
            return Files.isRegularFile(console.directory().resolve(path)) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The facts that are compared: the clock is none. */
    static List<io.github.assaymark.model.Fact> facts(Snapshot snapshot) {
        return snapshot.facts().stream().filter(f -> !(f instanceof Now)).toList();
    }
}
