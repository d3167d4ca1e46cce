package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.rule.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One migration of a history edited, from its path to new verdicts: {@code OneMigration DIRECTORY...}, checked-out
 * repositories, whose longest history becomes that of a service of its own. Edited is one of the migrations, any of
 * them, and taken back by the next edit: a remark more, and a column more with another name each time, so that the
 * schema stays another one until the last migration.
 */
final class OneMigration {
    private static final int WARM_UP = Integer.getInteger("warmup", 300);
    private static final int MEASURED = Integer.getInteger("measured", 300);

    private OneMigration() {}

    public static void main(String[] args) throws IOException {
        for (String directory : args) measure(Path.of(directory));
    }

    private static void measure(Path repository) throws IOException {
        Path root = Files.createTempDirectory("assay-one-migration");
        try {
            String service = "services/one/";
            String directory = longest(repository).directory();
            copy(repository.resolve(directory), root.resolve(service + directory));
            Files.writeString(root.resolve(service + "service.yaml"), "name: one\nowner: team\n");
            MigrationHistory history = longest(root);
            try (LiveScan scan = Extractors.standard().follow(ScanRequest.of(root))) {
                Snapshot snapshot = scan.snapshot();
                Assay assay = Assay.with(Pack.load("starter"), Pack.load("loop"));
                try (LiveAssessment live = assay.open(snapshot)) {
                    System.out.println(repository.getFileName() + ": "
                            + history.migrations().size() + " migrations, "
                            + snapshot.facts().size() + " facts");
                    for (Edit kind : Edit.values())
                        if (System.getProperty("edit", kind.name()).equals(kind.name()))
                            edits(root, editable(history, kind), kind, scan, live);
                }
            }
        } finally {
            Edits.delete(root);
        }
    }

    private static MigrationHistory longest(Path root) {
        return Histories.in(root).stream()
                .filter(MigrationHistory::supported)
                .max(Comparator.comparingInt(one -> one.migrations().size()))
                .orElseThrow();
    }

    private enum Edit {
        REMARK,
        COLUMN
    }

    /** The migrations that this edit can be made in. */
    private static List<MigrationScript> editable(MigrationHistory history, Edit kind) {
        List<MigrationScript> all = new ArrayList<>(history.migrations());
        all.removeIf(one -> !one.path().endsWith(".sql")
                || one.up().statements().isEmpty()
                || (kind == Edit.COLUMN && table(one).isEmpty()));
        return all;
    }

    /** The table that the first statement makes or changes; empty when it does neither. */
    private static String table(MigrationScript migration) {
        Ddl first = migration.up().statements().get(0).ddl();
        if (first instanceof Ddl.CreateTable table && !table.temporary())
            return table.table().toString();
        return first instanceof Ddl.Alter alter && alter.relation().equals("table")
                ? alter.name().toString()
                : "";
    }

    /** Every other edit takes back the one before. */
    private static void edits(
            Path root, List<MigrationScript> migrations, Edit kind, LiveScan scan, LiveAssessment live)
            throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (migrations.isEmpty()) {
            System.out.println("  " + name + ": no migration that it can be made in");
            return;
        }
        Random random = new Random(7);
        Text[] before = {new Text("", List.of())};
        Edits edits = new Edits(scan, live, WARM_UP, MEASURED);
        edits.run(i -> {
            if (i % 2 == 0) before[0] = edited(root, migrations.get(random.nextInt(migrations.size())), kind, i);
            else Files.write(root.resolve(before[0].path()), before[0].lines());
            return before[0].path();
        });
        System.out.println("  " + name + " in one of " + migrations.size() + " migrations:");
        edits.print();
    }

    /** A file as it was. */
    private record Text(String path, List<String> lines) {}

    private static Text edited(Path root, MigrationScript migration, Edit kind, int number) throws IOException {
        Path file = root.resolve(migration.path());
        Text before = new Text(migration.path(), Files.readAllLines(file));
        List<String> edited = new ArrayList<>(before.lines());
        edited.add(
                migration.up().statements().get(0).place().endLine(),
                kind == Edit.REMARK
                        ? "-- edited " + number
                        : "ALTER TABLE " + table(migration) + " ADD COLUMN edited_" + number + " bigint;");
        Files.write(file, edited);
        return before;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path relative = from.relativize(file);
                Path copy = to.resolve(relative.toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else if (Files.isRegularFile(file)) Files.copy(file, copy);
            }
        }
    }
}
