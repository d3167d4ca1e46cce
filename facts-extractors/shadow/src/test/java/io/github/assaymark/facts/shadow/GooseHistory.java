package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histories for tests, one transaction for each migration. The first line of every file is a marker. */
final class GooseHistory {
    private final List<String> files = new ArrayList<>();

    /** One migration for each text, without anything that takes it back. */
    static MigrationHistory of(String... ups) {
        GooseHistory history = new GooseHistory();
        for (String up : ups) history.add(up, null);
        return history.build();
    }

    GooseHistory add(String up, @Nullable String down) {
        boolean alone = up.contains("concurrently");
        files.add((alone ? "-- +goose NO TRANSACTION\n" : "") + "-- +goose Up\n" + up + ";\n"
                + (down == null ? "" : "-- +goose Down\n" + down + ";\n"));
        return this;
    }

    MigrationHistory build() {
        Path directory = null;
        try {
            directory = Files.createTempDirectory("assay-history");
            Path migrations = Files.createDirectories(directory.resolve("db/migrations"));
            Files.writeString(directory.resolve("go.mod"), "module m\nrequire github.com/lib/pq v1.10.9\n");
            for (int i = 0; i < files.size(); i++)
                Files.writeString(migrations.resolve("000" + (i + 1) + "_m.sql"), files.get(i));
            return Histories.in(directory).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (directory != null) RunDirectory.delete(directory);
        }
    }
}
