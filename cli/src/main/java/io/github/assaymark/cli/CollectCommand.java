package io.github.assaymark.cli;

import io.github.assaymark.collect.Collector;
import io.github.assaymark.facts.exports.ExportDescription;
import io.github.assaymark.facts.exports.ExportFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "collect",
        description = "Export the state of a system into a folder that `assay check --state DIR` reads.",
        synopsisSubcommandLabel = "SYSTEM")
final class CollectCommand implements Callable<Integer> {
    private final Console console;
    private final List<Collector> collectors;

    @Option(
            names = "--describe",
            description =
                    "List the kinds of files that are read, the command that exports each, and what is kept of it")
    boolean describe;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "With --describe: only this kind, or those of a system, such as github")
    @Nullable
    String kind;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    CollectCommand(Console console, List<Collector> collectors) {
        this.console = console;
        this.collectors = List.copyOf(collectors);
    }

    @Override
    public Integer call() throws IOException {
        if (!describe)
            throw new UsageException(
                    "collect takes a system, or --describe"
                            + "\n  Maybe `assay collect --describe`, to see what can be exported; --kind github for less of it");
        List<ExportDescription> kinds = ExportFolder.kinds().stream()
                .filter(of -> kind == null || of.id().equals(kind) || of.id().startsWith(kind + "."))
                .toList();
        if (kinds.isEmpty()) throw CollectImportCommand.noKind(String.valueOf(kind), ExportFolder.kinds());
        List<Collector> asked = collectors.stream()
                .filter(collector -> kind == null || (kind + ".").startsWith(collector.name() + "."))
                .toList();
        Result.write(
                out -> {
                    out.append(
                            "Kinds of exported files. `assay collect import --kind KIND --at MOMENT FILE` stamps a file"
                                    + " into the manifest of its folder.\n");
                    for (ExportDescription of : kinds) describe(of, out);
                    if (!asked.isEmpty()) out.append("\nSystems that can be asked for such files.\n");
                    for (Collector collector : asked) describe(collector, out);
                },
                console,
                null);
        return 0;
    }

    private static void describe(Collector collector, Appendable out) throws IOException {
        out.append("\nassay collect ")
                .append(collector.name())
                .append("  ")
                .append(collector.help())
                .append('\n');
        out.append("  example: ").append(collector.example()).append('\n');
        for (String note : collector.notes()) out.append("  ").append(note).append('\n');
    }

    private static void describe(ExportDescription kind, Appendable out) throws IOException {
        out.append('\n').append(kind.id()).append("  ").append(kind.meaning()).append('\n');
        out.append("  command: ").append(kind.command()).append('\n');
        List<String> kept = new ArrayList<>(kind.kept());
        out.append("  kept:    ").append(String.join(", ", kept)).append('\n');
        out.append("  facts:   ").append(String.join(", ", kind.factTypes())).append('\n');
    }
}
