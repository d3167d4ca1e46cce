package io.github.assaymark.cli;

import java.util.Set;

/** The entry point of the process. */
public final class Main {
    private static final Set<String> JUDGING = Set.of("check", "why", "doctor", "diff");

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Workshop workshop = new RealWorkshop();
        if (arguments.length > 0 && JUDGING.contains(arguments[0])) warm(workshop);
        System.exit(new Cli(workshop, Console.ofProcess()).run(arguments));
    }

    /** Loads what judging needs on a second core while the first one reads the command line. */
    private static void warm(Workshop workshop) {
        Thread thread = new Thread(() -> load(workshop), "assay-warm");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load(Workshop workshop) {
        try {
            workshop.pack(Judge.STARTER);
        } catch (RuntimeException | LinkageError e) {
            return; // whoever needs the pack meets the problem, and says so
        }
    }
}
