package io.github.assaymark.cli;

import io.github.assaymark.facts.repository.statements.StatementText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of attestations or waivers that gets one more entry, whole or not at all. */
final class StatementFile {
    private final Path repository;
    private final Path file;
    private final String list;

    /** The file the user names, else the one for the item's checklist. */
    StatementFile(Path repository, @Nullable Path named, String list, String item) {
        this.repository = repository.toAbsolutePath().normalize();
        this.list = list;
        String[] parts = item.split("\\.", 3);
        String usual = parts.length < 3 ? item : parts[0] + "-" + parts[1];
        Path path = named == null ? Path.of(list, usual + ".yaml") : named;
        this.file = this.repository.resolve(path).normalize();
        if (!file.startsWith(this.repository))
            throw new UsageException("--file: " + named + " does not lie in the repository"
                    + "\n  Maybe name a path below it, for example " + list + "/" + usual + ".yaml");
    }

    /** Path below the repository. */
    String path() {
        return repository.relativize(file).toString().replace('\\', '/');
    }

    void append(Map<String, String> fields) throws IOException {
        String present = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
        String text;
        try {
            text = StatementText.appended(present, list, fields);
        } catch (IllegalArgumentException e) {
            throw new UsageException(path() + " is not changed: " + e.getMessage()
                    + "\n  Maybe mend it, or name another file with --file");
        }
        Path directory = file.getParent();
        if (directory != null) Files.createDirectories(directory);
        Result.file("--file", file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A day, which is its start in UTC, or a moment. */
    static Instant moment(String option, String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    option + ": no UTC instant: " + text + "\n  Maybe write 2026-03-01 or 2026-03-01T12:00:00Z");
        }
    }

    static String handle(String option, String text) {
        String handle = text.startsWith("@") ? text : "@" + text;
        if (handle.matches("@[A-Za-z0-9][A-Za-z0-9._/-]*")) return handle;
        throw new UsageException(option + ": no handle: " + text + "\n  Maybe write it as in the directory: @handle");
    }
}
