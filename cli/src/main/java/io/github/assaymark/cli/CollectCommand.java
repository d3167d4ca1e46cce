package io.github.assaymark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "collect",
        description = "Export the state of a system into a file that `assay check --state DIR` reads.",
        synopsisSubcommandLabel = "SYSTEM")
final class CollectCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;
}
