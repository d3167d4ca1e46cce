package io.github.assaymark.cli;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.report.SnapshotCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "facts",
        description = "Show the facts of a repository, or the fact types there are.",
        footer = "%n--format json prints a snapshot: JSON Lines that --snapshot reads.")
final class FactsCommand extends Command {
    @Mixin
    JudgeOptions judge = new JudgeOptions();

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "The repository (default: the current directory)")
    @Nullable
    Path path;

    @Option(names = "--type", paramLabel = "TYPE", description = "Show the facts of this type (repeatable)")
    List<String> types = new ArrayList<>();

    @Option(names = "--owner", paramLabel = "DIRECTORY", description = "Show only facts of this service")
    @Nullable
    String owner;

    @Option(names = "--key", paramLabel = "TEXT", description = "Show only facts whose key holds this text")
    @Nullable
    String key;

    @Option(names = "--catalogue", description = "Show the fact types and their properties, without reading anything")
    boolean catalogue;

    FactsCommand(Workshop workshop, Console console) {
        super(workshop, console);
    }

    @Override
    public Integer call() throws IOException {
        for (String type : types) known(type);
        if (catalogue) {
            write(out -> FactsText.catalogue(selected(), out));
            return 0;
        }
        ScanResult scan = new Judge(workshop, console).facts(judge, path);
        Snapshot snapshot = scan.snapshot();
        if (output.format == OutputOptions.Format.JSON) {
            Snapshot chosen = new Snapshot(chosen(snapshot.facts()), chosen(snapshot.baseFacts()), snapshot.hasBase());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SnapshotCodec.standard().write(chosen, bytes);
            write(out -> out.append(bytes.toString(StandardCharsets.UTF_8)));
        } else if (types.isEmpty() && owner == null && key == null) write(out -> FactsText.counts(snapshot, out));
        else write(out -> FactsText.facts(chosen(snapshot.facts()), out));
        return 0;
    }

    private List<Fact> chosen(List<Fact> facts) {
        return facts.stream()
                .filter(f -> types.isEmpty() || types.contains(f.getClass().getSimpleName()))
                .filter(f -> owner == null || f.owner().equals(owner))
                .filter(f -> key == null || f.key().contains(key))
                .toList();
    }

    private List<FactType> selected() {
        return FactCatalogue.standard().types().stream()
                .filter(type -> types.isEmpty() || types.contains(type.name()))
                .toList();
    }

    private static void known(String type) {
        if (FactCatalogue.standard().type(type) == null)
            throw new UsageException("--type: no fact type " + type
                    + Suggestion.line(
                            type,
                            FactCatalogue.standard().types().stream()
                                    .map(FactType::name)
                                    .toList(),
                            "list the types with `assay facts --catalogue`"));
    }
}
