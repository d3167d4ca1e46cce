package io.github.assaymark.benchmarks;

import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.OptInExtractor;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.SchemaEvidence;
import io.github.assaymark.model.fact.StatementParse;
import io.github.assaymark.model.fact.Unresolved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hazards that the text of migrations shows, beside those a shadow database shows, and those squawk warns of. A hazard
 * is a statement that reads or writes a relation whole that was there before the migration, under a lock that makes
 * writers wait. Arguments: the squawk program, then directories that hold one history each.
 */
public final class LockHazards {
    /** What squawk says of locks that last while a table is read or written whole. */
    private static final Set<String> SQUAWK = Set.of(
            "adding-field-with-default",
            "adding-foreign-key-constraint",
            "adding-not-nullable-field",
            "adding-required-field",
            "adding-serial-primary-key-field",
            "changing-column-type",
            "constraint-missing-not-valid",
            "disallowed-unique-constraint",
            "require-concurrent-index-creation",
            "require-concurrent-refresh-materialized-view",
            "require-concurrent-reindex");

    /** Words of a block that changes the schema. */
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(alter|create|drop|truncate|reindex|cluster|refresh|attach|rename)\\b", Pattern.CASE_INSENSITIVE);

    private final Set<String> observed = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, ScriptStatement> statements = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    /** Name of the copy each statement lies in. */
    private final Map<String, String> copies = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private LockHazards() {}

    /** Prints one table for each directory, and then the sum. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String squawk = arguments[0];
        List<Score> sums = new ArrayList<>(List.of(
                new Score("replay"), new Score("squawk"), new Score("squawk --assume-in-transaction")));
        for (String directory : List.of(arguments).subList(1, arguments.length)) {
            LockHazards run = new LockHazards();
            run.measure(Path.of(directory), squawk, sums);
        }
        System.out.println("== all");
        for (Score sum : sums) System.out.println(sum.row());
    }

    /** How well a way agrees with what was observed. */
    private static final class Score {
        private final String way;
        private int found;
        private int missed;
        private int wrong;

        Score(String way) {
            this.way = way;
        }

        void count(boolean told, boolean real) {
            if (told && real) found++;
            else if (real) missed++;
            else if (told) wrong++;
        }

        void add(Score other) {
            found += other.found;
            missed += other.missed;
            wrong += other.wrong;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.4f | %.3f |",
                    way,
                    found,
                    missed,
                    wrong,
                    found + missed == 0 ? 1 : found / (double) (found + missed),
                    found + wrong == 0 ? 1 : found / (double) (found + wrong));
        }
    }

    private void measure(Path directory, String squawk, List<Score> sums) throws IOException, InterruptedException {
        MigrationHistory history = Histories.in(directory).stream()
                .filter(MigrationHistory::supported)
                .max((a, b) -> Integer.compare(a.migrations().size(), b.migrations().size()))
                .orElseThrow();
        for (MigrationScript migration : history.migrations())
            for (ScriptStatement statement : migration.up().statements()) {
                statements.put(statement.key(), statement);
                paths.put(statement.key(), migration.up().path());
                copies.put(statement.key(), migration.order() + ".sql");
            }
        ScanRequest request = ScanRequest.of(directory);
        long began = System.nanoTime();
        Snapshot text = Extractors.standard().scan(request).snapshot();
        long read = System.nanoTime();
        Snapshot database = Extractors.standard()
                .scan(request.alsoBy(shadow()))
                .snapshot();
        long applied = System.nanoTime();

        for (LockFact lock : database.facts(LockFact.class)) {
            if (lock.evidence() != SchemaEvidence.OBSERVED) continue;
            if (lock.hazard()) observed.add(lock.statement());
        }
        for (LockFact lock : text.facts(LockFact.class)) if (lock.hazard()) declared.add(lock.statement());
        Set<String> failed = places(database);
        Set<String> notUnderstood = places(text);
        for (Map.Entry<String, ScriptStatement> entry : statements.entrySet()) {
            String place = paths.get(entry.getKey()) + ":" + entry.getValue().place().line();
            if (!failed.contains(place) && comparable(entry.getValue().ddl())) seen.add(entry.getKey());
            if (notUnderstood.contains(place)) open.add(entry.getKey());
        }

        System.out.printf(
                Locale.ROOT,
                "== %s: %d migrations, %d statements, %d compared; scan %d ms, with the shadow database %d ms%n",
                directory.getFileName(),
                history.migrations().size(),
                statements.size(),
                seen.size(),
                (read - began) / 1_000_000,
                (applied - read) / 1_000_000);
        parse();
        Score ours = new Score("replay");
        for (String key : seen) {
            boolean told = declared.contains(key);
            boolean real = observed.contains(key);
            ours.count(told, real);
            if (told != real) tell(real ? "MISSED" : "FALSE ", key);
        }
        System.out.println(ours.row());
        sums.get(0).add(ours);
        Path copy = copies(history);
        for (int way = 1; way <= 2; way++) {
            Score score = new Score(way == 1 ? "squawk" : "squawk --assume-in-transaction");
            Set<String> told = squawk(squawk, copy, way == 2);
            for (String key : seen) {
                score.count(told.contains(key), observed.contains(key));
                if (!told.contains(key) && observed.contains(key) && Boolean.getBoolean("misses"))
                    tell("SQUAWK MISSED", key);
            }
            System.out.println(score.row());
            sums.get(way).add(score);
        }
        System.out.printf(
                "open places in the text: %d, of which hazards the database shows: %d%n",
                open.size(),
                open.stream().filter(observed::contains).count());
        database.facts(SchemaDisagreement.class).stream()
                .limit(Integer.getInteger("disagreements", 0))
                .forEach(d -> System.out.println("DIFFERS " + d.key() + ": " + d.declared() + " / " + d.observed()));
        System.out.println("disagreements: " + database.facts(SchemaDisagreement.class).size());
    }

    private static FactExtractor shadow() {
        for (OptInExtractor extractor : ServiceLoader.load(OptInExtractor.class))
            if (extractor.name().equals("shadow"))
                return extractor.with(Map.of("rows", System.getProperty("rows", "50")), (stage, done, total) -> {});
        throw new IllegalStateException("no shadow database on the class path");
    }

    /** Places something is left open at: {@code path:line}. */
    private static Set<String> places(Snapshot snapshot) {
        Set<String> places = new HashSet<>();
        for (Unresolved unresolved : snapshot.facts(Unresolved.class)) {
            Provenance.File place = unresolved.provenance().place();
            if (place != null) places.add(place.path() + ":" + place.startLine());
        }
        return places;
    }

    private void parse() {
        long opaque = statements.values().stream()
                .filter(s -> s.parse() == StatementParse.OPAQUE)
                .count();
        long partial = statements.values().stream()
                .filter(s -> s.parse() == StatementParse.PARTIAL)
                .count();
        System.out.printf(
                Locale.ROOT,
                "OPAQUE %d (%.2f %%), PARTIAL %d%n",
                opaque,
                100.0 * opaque / statements.size(),
                partial);
        statements.forEach((key, statement) -> {
            if (statement.parse() == StatementParse.OPAQUE) tell("OPAQUE", key);
        });
    }

    private void tell(String what, String key) {
        ScriptStatement statement = statements.get(key);
        String text = statement.text().replaceAll("\\s+", " ").strip();
        System.out.println(what + " " + paths.get(key) + ":" + statement.place().line() + "  "
                + text.substring(0, Math.min(150, text.length())));
    }

    /** Statements that change the schema; what concurrent ones lock is not seen, and is in the table of locks. */
    private static boolean comparable(Ddl ddl) {
        if (ddl instanceof Ddl.Block block) return CHANGES.matcher(block.body()).find();
        return !(ddl instanceof Ddl.Change
                || ddl instanceof Ddl.Query
                || ddl instanceof Ddl.Copy
                || ddl instanceof Ddl.Transaction);
    }

    /** The migrations as text of SQL alone, on the lines they have. */
    private Path copies(MigrationHistory history) throws IOException {
        Path directory = Files.createTempDirectory("lock-hazards");
        for (MigrationScript migration : history.migrations())
            Files.writeString(
                    directory.resolve(migration.order() + ".sql"),
                    migration.up().script().tokens().source());
        return directory;
    }

    /** Keys of the statements that squawk warns of. */
    private Set<String> squawk(String program, Path directory, boolean assume) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--reporter", "json"));
        if (assume) command.add("--assume-in-transaction");
        List<String> files;
        try (var listed = Files.list(directory)) {
            files = listed.map(Path::toString).sorted().toList();
        }
        command.addAll(files);
        Path out = directory.resolveSibling(directory.getFileName() + ".json");
        long began = System.nanoTime();
        new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        System.out.printf(Locale.ROOT, "squawk took %d ms%n", (System.nanoTime() - began) / 1_000_000);
        Map<String, List<ScriptStatement>> byCopy = new LinkedHashMap<>();
        statements.forEach((key, statement) -> byCopy.computeIfAbsent(copies.getOrDefault(key, ""), k -> new ArrayList<>())
                .add(statement));
        Set<String> told = new HashSet<>();
        Limits limits = new Limits(1 << 28, 400, 1, Limits.DEFAULT.perFile());
        LocatedNode root = LocatedTree.json(Files.readString(out, StandardCharsets.UTF_8), limits)
                .root();
        if (root == null) throw new IllegalStateException("squawk gave no JSON");
        for (LocatedNode warning : root.items()) {
            if (!SQUAWK.contains(text(warning, "rule_name"))) continue;
            String file = Path.of(text(warning, "file")).getFileName().toString();
            int line = Integer.parseInt(text(warning, "line")) + 1;
            for (ScriptStatement statement : byCopy.getOrDefault(file, List.of()))
                if (statement.place().line() <= line && line <= statement.place().endLine()) told.add(statement.key());
        }
        return told;
    }

    private static String text(LocatedNode node, String key) {
        LocatedNode value = node.get(key);
        return value == null ? "" : value.text();
    }
}
