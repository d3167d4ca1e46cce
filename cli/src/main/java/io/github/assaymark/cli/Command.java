package io.github.assaymark.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands with a result have in common. */
abstract class Command implements Callable<Integer> {
    final Workshop workshop;
    final Console console;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    Command(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    /** Does the work and returns the exit code. */
    @Override
    public abstract Integer call() throws IOException;

    final void write(Result.Text text) throws IOException {
        Result.write(text, console, output.output);
    }
}
