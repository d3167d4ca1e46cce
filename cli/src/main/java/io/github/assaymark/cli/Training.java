package io.github.assaymark.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the usual commands once so that the launcher can archive the classes they load; prints nothing. */
public final class Training {
    private Training() {}

    /** {@code arguments} holds the directory to judge. */
    public static void main(String[] arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console =
                new Console(nowhere, nowhere, name -> null, false, false, Path.of(arguments[0]), new WriteErrors());
        Cli cli = new Cli(new RealWorkshop(), console);
        cli.run("check");
        cli.run("check", "--format", "json");
        cli.run("why", "readme", "--color", "always");
        cli.run("doctor");
    }
}
