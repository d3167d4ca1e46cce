package io.github.assaymark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(name = "version", description = "Show the version.")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (String line : new Version().getVersion()) console.out().print(line + "\n");
        console.out().flush();
        return 0;
    }
}
