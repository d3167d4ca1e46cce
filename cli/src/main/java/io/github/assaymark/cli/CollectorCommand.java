package io.github.assaymark.cli;

import io.github.assaymark.collect.CollectException;
import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.CollectorOption;
import io.github.assaymark.collect.EntryOutcome;
import io.github.assaymark.collect.SecretVariable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command of one collector, made of what the collector says of itself. */
final class CollectorCommand implements Callable<Integer> {
    private static final int NOT_COMPLETE = 4;
    private static final Pattern AGE = Pattern.compile("(\\d{1,7})([smhd])|0");

    private final Workshop workshop;
    private final Console console;
    private final Collector collector;
    private final Map<CollectorOption, OptionSpec> options = new LinkedHashMap<>();
    private final OptionSpec folder = OptionSpec.builder("--to")
            .paramLabel("DIR")
            .type(String.class)
            .required(true)
            .description("Write the folder of exported state here; it is made where there is none")
            .build();
    private final OptionSpec maxAge = OptionSpec.builder("--max-age")
            .paramLabel("AGE")
            .type(String.class)
            .defaultValue("15m")
            .description("Keep complete entries of an earlier run that are no older than this, 0 for none"
                    + " (default: 15m); a run that was ended goes on by that")
            .build();

    private CollectorCommand(Workshop workshop, Console console, Collector collector) {
        this.workshop = workshop;
        this.console = console;
        this.collector = collector;
    }

    static CommandLine of(Workshop workshop, Console console, Collector collector) {
        CollectorCommand command = new CollectorCommand(workshop, console, collector);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(collector.name());
        for (CollectorOption option : collector.options()) {
            OptionSpec made = command.option(option);
            command.options.put(option, made);
            spec.addOption(made);
        }
        spec.addOption(command.folder).addOption(command.maxAge);
        spec.addOption(OptionSpec.builder("--stacktrace")
                .type(boolean.class)
                .arity("0")
                .description("Show where an internal error comes from")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("Show this help")
                .build());
        List<String> description = new ArrayList<>(List.of(collector.help() + "."));
        for (SecretVariable secret : collector.secrets()) {
            description.add("");
            description.add(secret.name() + (secret.required() ? ": " : ", when it is set: ") + secret.description()
                    + ". It is read from the environment, never from the command line.");
        }
        spec.usageMessage().description(description.toArray(String[]::new)).footer(footer(collector));
        return new CommandLine(spec);
    }

    private static String[] footer(Collector collector) {
        List<String> footer =
                new ArrayList<>(List.of("", "assay collect " + collector.name() + " " + collector.example()));
        if (!collector.notes().isEmpty()) footer.add("");
        // A per cent sign begins a place to fill in.
        for (String line : collector.notes()) footer.add(line.replace("%", "%%"));
        return footer.toArray(String[]::new);
    }

    private OptionSpec option(CollectorOption option) {
        boolean flag = option.type() == CollectorOption.Type.FLAG;
        String otherwise = option.otherwise();
        OptionSpec.Builder made = OptionSpec.builder("--" + option.name())
                .description(option.description()
                        + (otherwise == null ? "" : " (default: " + otherwise + ")")
                        + (option.repeatable() ? " (repeatable)" : ""))
                .required(option.required());
        if (flag) return made.type(boolean.class).arity("0").build();
        made.paramLabel(option.label()).arity("1");
        return option.repeatable()
                ? made.type(List.class).auxiliaryTypes(String.class).build()
                : made.type(String.class).build();
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, List<String>> given = new LinkedHashMap<>();
        options.forEach((option, of) -> {
            Object value = of.getValue();
            if (value instanceof List<?> list && !list.isEmpty())
                given.put(option.name(), list.stream().map(String::valueOf).toList());
            else if (value instanceof String text) given.put(option.name(), List.of(text));
            else if (Boolean.TRUE.equals(value)) given.put(option.name(), List.of("true"));
        });
        String directory = folder.getValue();
        String age = maxAge.getValue();
        Path to = console.directory().resolve(directory);
        CollectSummary summary;
        try (Progress progress = new Progress(console)) {
            summary = workshop.collect(
                    collector, given, to, age(age == null ? "15m" : age), console.environment(), progress);
        } catch (CollectException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        tell(directory, summary);
        return summary.complete() ? 0 : NOT_COMPLETE;
    }

    private void tell(String directory, CollectSummary summary) {
        long kept = summary.count(EntryOutcome.State.KEPT);
        List<CollectSummary.Line> missing =
                summary.lines().stream().filter(line -> !line.isEvidence()).toList();
        int entries = summary.lines().size();
        console.error("wrote " + directory + ": " + entries + (entries == 1 ? " entry" : " entries")
                + (kept == 0 ? "" : ", " + kept + " of them kept from before")
                + (missing.isEmpty() ? "" : ", " + missing.size() + " not complete"));
        for (CollectSummary.Line line : missing)
            console.error("  " + line.kind() + (line.scope().isEmpty() ? "" : " (" + line.scope() + ")") + ": "
                    + reason(line.reason()));
        if (!missing.isEmpty())
            console.error("  Maybe run it again, or with a credential that may read them; until then what asks for them"
                    + " is UNKNOWN");
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "no reason is known" : reason;
    }

    private static Duration age(String text) {
        Matcher parts = AGE.matcher(text);
        if (!parts.matches()) throw new UsageException("--max-age: no duration: " + text + "\n  Maybe 15m, 24h or 0");
        if (text.equals("0")) return Duration.ZERO;
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
