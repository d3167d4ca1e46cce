package io.github.assaymark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "assay",
        description = "Judges whether software is ready to ship, and shows its evidence.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "assay check                     judge the repository in the current directory",
            "assay why ITEM [SUBJECT]        explain a verdict",
            "assay help COMMAND              show the options of a command",
            "",
            "Exit codes: 0 the gate passes, 1 it fails, 2 wrong usage, 3 error, 4 only UNKNOWN stands in the way."
        })
final class AssayCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version")
    boolean version;
}
