package io.github.assaymark.facts.sql;

import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are compared with PostgreSQL's grammar: our own, and with {@code -Dassay.trial=DIR} those of the histories
 * of repositories below it ({@code -Dassay.trial.names=a,b}), as they are sent to the database.
 */
final class TrialTexts {
    private static final Path MADE = Path.of("target", "trial-texts");

    private TrialTexts() {}

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> own = Files.list(Path.of("src/test/resources/sql"))) {
            own.filter(p -> p.toString().endsWith(".sql")).sorted().forEach(files::add);
        }
        String trial = System.getProperty("assay.trial");
        if (trial == null) return files;
        for (String name :
                System.getProperty("assay.trial.names", "hatchet,kratos,auth").split(",", -1)) {
            Path folder = MADE.resolve(name);
            Files.createDirectories(folder);
            int number = 0;
            for (MigrationHistory history : Histories.in(Path.of(trial, name))) {
                for (MigrationScript migration : history.migrations()) {
                    for (ScriptPart part : parts(migration.up(), migration.down())) {
                        if (part.script().statements().isEmpty()) continue;
                        Path file = folder.resolve(++number + ".sql");
                        Files.writeString(file, part.script().tokens().source());
                        files.add(file);
                    }
                }
            }
            System.out.println(name + ": " + number + " parts with statements");
        }
        return files;
    }

    private static List<ScriptPart> parts(ScriptPart up, @Nullable ScriptPart down) {
        return down == null ? List.of(up) : List.of(up, down);
    }
}
