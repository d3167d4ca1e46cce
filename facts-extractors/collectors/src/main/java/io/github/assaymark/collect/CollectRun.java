package io.github.assaymark.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs a collector into a folder. Safe for use by many threads, of which one writes into a folder. */
public final class CollectRun {
    private final Surroundings surroundings;

    /** Runs of collectors in that world. */
    public CollectRun(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Collects. When this is interrupted or the process is killed, the folder says that it is not complete, and the
     * same call goes on where it ended.
     *
     * @param given options of the collector by their names, a flag with the value {@code true}
     * @param folder it is made where there is none
     * @param maxAge how old a complete entry of an earlier run may be that is not asked for again; zero asks for all
     * @throws CollectException when an option is wrong, a credential is missing or the folder cannot be written
     */
    public CollectSummary run(Collector collector, Map<String, List<String>> given, Path folder, Duration maxAge)
            throws InterruptedException {
        CollectorOptions options = CollectorOptions.of(collector, given);
        List<String> secrets = collector.secrets().stream()
                .map(variable -> surroundings.environment().apply(variable.name()))
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
        Http http =
                new Http(surroundings.patience(), surroundings.clock(), surroundings.sleeper(), surroundings.random());
        CollectRequest request = new CollectRequest(
                options, surroundings.environment(), http, surroundings.clock(), surroundings.progress());
        for (SecretVariable variable : collector.secrets()) if (variable.required()) request.requiredSecret(variable);
        try {
            Files.createDirectories(folder);
            try (FolderLock lock = FolderLock.of(folder)) {
                Objects.requireNonNull(lock);
                WholeFile.sweep(folder);
                Redaction redaction = new Redaction(secrets);
                WrittenFolder written = new WrittenFolder(
                        folder,
                        Manifest.open(folder),
                        redaction.message(collector.name() + " " + collector.subject(options)),
                        redaction.message(command(collector, given)),
                        redaction,
                        surroundings.clock());
                ExportWriter writer =
                        new ExportWriter(written, collector.kinds(options), maxAge, surroundings.progress());
                collector.collect(request, writer);
                writer.end();
                return CollectSummary.of(writer.outcomes());
            }
        } catch (IOException e) {
            throw new CollectException("cannot write " + folder + ": "
                    + e.getClass().getSimpleName() + "\n  Maybe it is no directory, or may not be written to");
        }
    }

    private static String command(Collector collector, Map<String, List<String>> given) {
        List<String> words = new ArrayList<>(List.of("assay", "collect", collector.name()));
        for (CollectorOption option : collector.options())
            for (String value : given.getOrDefault(option.name(), List.of())) {
                words.add("--" + option.name());
                if (option.type() != CollectorOption.Type.FLAG) words.add(value);
            }
        return String.join(" ", words);
    }
}
