package io.github.assaymark.facts.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own grammar, compiled for Node.js: a second opinion for tests, never part of the product. */
final class PostgresGrammar {
    private static final Path FOLDER = Path.of("target", "postgresql-grammar");

    /** A statement as PostgreSQL sees it; offsets count bytes of UTF-8. */
    record Statement(int start, int end, String kind, String object, List<String> commands) {}

    /** What it makes of a file: statements, or the error. */
    record Parsed(List<Statement> statements, @Nullable String error) {}

    private PostgresGrammar() {}

    /** Why it cannot be asked; null when it can. */
    static @Nullable String missing() throws IOException, InterruptedException {
        if (run(List.of("node", "--version"), "") == null) return "there is no Node.js";
        Files.createDirectories(FOLDER);
        for (String name : List.of("package.json", "package-lock.json", "parse.mjs"))
            Files.copy(Path.of("src/test/node", name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        if (Files.isDirectory(FOLDER.resolve("node_modules/libpg-query"))) return null;
        return run(List.of("npm", "ci", "--no-audit", "--no-fund"), "") == null
                ? "the npm package libpg-query cannot be installed"
                : null;
    }

    static Map<Path, Parsed> parse(List<Path> files) throws IOException, InterruptedException {
        StringBuilder paths = new StringBuilder();
        for (Path file : files) paths.append(file.toAbsolutePath()).append('\n');
        String output = run(List.of("node", "parse.mjs"), paths.toString());
        if (output == null) throw new IOException("parse.mjs failed");
        Map<Path, Parsed> parsed = new LinkedHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String[] parts = line.split("\t", -1);
            switch (parts[0]) {
                case "file" -> {
                    statements = new ArrayList<>();
                    parsed.put(Path.of(parts[1]), new Parsed(statements, null));
                }
                case "statement" ->
                    statements.add(new Statement(
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]),
                            parts[3],
                            parts[4],
                            parts[5].isEmpty() ? List.of() : List.of(parts[5].split(","))));
                case "error" -> {
                    Path last = parsed.keySet().stream().reduce((a, b) -> b).orElseThrow();
                    parsed.put(last, new Parsed(List.of(), parts[1]));
                }
                default -> throw new IOException("unexpected line: " + line);
            }
        }
        return parsed;
    }

    private static @Nullable String run(List<String> command, String input) throws IOException, InterruptedException {
        Path in = Files.createTempFile("grammar", ".in");
        Path out = Files.createTempFile("grammar", ".out");
        try {
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            if (Files.isDirectory(FOLDER)) builder.directory(FOLDER.toFile());
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return null;
            }
            return process.exitValue() == 0 ? Files.readString(out, StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            return null; // no such command
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }
}
