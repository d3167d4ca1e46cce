package io.github.assaymark.cli;

import io.github.assaymark.collect.Collector;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.report.SnapshotException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Reads the command line, runs a command and turns whatever happens into an exit code. It implements the handlers
 * itself: the JVM cannot archive lambdas of interfaces that were compiled for a Java as old as picocli's.
 */
final class Cli
        implements CommandLine.IExecutionStrategy,
                CommandLine.IParameterExceptionHandler,
                CommandLine.IExecutionExceptionHandler {
    private static final int USAGE = 2;
    private static final int INTERNAL = 3;

    static {
        // else picocli starts the whole Groovy runtime, in case an annotation of ours held a closure
        System.setProperty("picocli.disable.closures", "true");
    }

    private final Workshop workshop;
    private final Console console;

    Cli(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    int run(String... arguments) {
        try {
            return commandLine(arguments).execute(arguments);
        } catch (RuntimeException | Error e) {
            return failed(e, List.of(arguments).contains("--stacktrace"));
        }
    }

    /** Only the command that is asked for is set up: reading the options of all of them takes time at every start. */
    CommandLine commandLine(String... arguments) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckCommand(workshop, console));
        commands.put("why", () -> new WhyCommand(workshop, console));
        commands.put("facts", () -> new FactsCommand(workshop, console));
        commands.put("show", () -> new ShowCommand(workshop, console));
        commands.put("diff", () -> new DiffCommand(workshop, console));
        commands.put("collect", this::collect);
        commands.put("attest", () -> new AttestCommand(workshop, console));
        commands.put("waive", () -> new WaiveCommand(workshop, console));
        commands.put("doctor", () -> new DoctorCommand(workshop, console));
        commands.put("version", () -> new VersionCommand(console));

        CommandLine line = new CommandLine(new AssayCommand());
        Supplier<Object> wanted = arguments.length == 0 ? null : commands.get(arguments[0]);
        if (wanted != null) line.addSubcommand(arguments[0], wanted.get());
        else {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
            line.addSubcommand(new CommandLine.HelpCommand());
            line.addSubcommand(new picocli.AutoComplete.GenerateCompletion());
        }
        List<String> words = List.of(arguments);
        return set(wanted == null || words.contains("-h") || words.contains("--help") ? coloured(line) : line);
    }

    private CommandLine collect() {
        List<Collector> collectors = workshop.collectors();
        CommandLine collect = new CommandLine(new CollectCommand(console, collectors))
                .addSubcommand("import", new CollectImportCommand(console))
                .addSubcommand("postgres", new CollectPostgresCommand(workshop, console));
        for (Collector collector : collectors)
            collect.addSubcommand(collector.name(), CollectorCommand.of(workshop, console, collector));
        return collect;
    }

    /** Colours are for help alone, and setting them up takes longer than reading the command line. */
    private CommandLine coloured(CommandLine line) {
        boolean colour = Colour.AUTO.on(console, false);
        return line.setColorScheme(
                CommandLine.Help.defaultColorScheme(colour ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    }

    private CommandLine set(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(this)
                .setExecutionExceptionHandler(this)
                .setExecutionStrategy(this);
    }

    @Override
    public int execute(CommandLine.ParseResult parsed) {
        if (parsed.subcommand() == null && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            parsed.commandSpec().commandLine().usage(console.err());
            console.err().flush();
            return USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        return wrong(e);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        return failed(e, parsed.originalArgs().contains("--stacktrace"));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int wrong(CommandLine.ParameterException e) {
        String message = e.getMessage();
        String way = "see `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`";
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty())
            way = String.join(" or ", unmatched.getSuggestions()) + " was meant; " + way;
        console.error(message + "\n  Maybe " + way);
        return USAGE;
    }

    private int failed(Throwable e, boolean stacktrace) {
        if (e instanceof UsageException
                || e instanceof ScanException
                || e instanceof PackException
                || e instanceof SnapshotException) {
            console.error(String.valueOf(e.getMessage()));
            if (stacktrace) trace(e);
            return USAGE;
        }
        String message = e.getMessage();
        console.error("internal error: " + e.getClass().getName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""))
                + (stacktrace ? "" : "\n  Maybe run it again with --stacktrace and report what it prints"));
        if (stacktrace) trace(e);
        return INTERNAL;
    }

    private void trace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new PrintWriter(text));
        console.error(text.toString().replace("\t", "    "));
    }
}
