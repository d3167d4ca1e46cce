package io.github.assaymark.facts.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of the machine with an empty cluster in a directory of its own; gone when it is closed. */
final class LocalPostgres implements AutoCloseable {
    static final String SUPERUSER = "boss";

    private final Path programs;
    private final Path directory;
    private final int port;

    private LocalPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** Started; where there is no PostgreSQL the test is skipped, and says so. */
    static LocalPostgres start() throws IOException, InterruptedException {
        Path programs = programs();
        if (programs == null) {
            System.err.println(
                    "SKIPPED: no PostgreSQL below /usr/lib/postgresql, the exported catalogue is not tested");
            return Assumptions.abort("no PostgreSQL on this machine");
        }
        Path directory = Files.createTempDirectory("assay-pg");
        LocalPostgres server = new LocalPostgres(programs, directory, free());
        if (root()) server.run(List.of("chown", "postgres", directory.toString()));
        server.asServer("initdb", "-D", server.data(), "-A", "trust", "-U", SUPERUSER, "-E", "UTF8", "--no-sync");
        String options = "-p " + server.port + " -k " + directory + " -c listen_addresses=127.0.0.1 -c fsync=off";
        server.asServer("pg_ctl", "-D", server.data(), "-o", options, "-l", directory + "/log", "-w", "start");
        return server;
    }

    private static @Nullable Path programs() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) return null;
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String data() {
        return directory + "/data";
    }

    /** The address of a database, without user and password. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database, String user) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        return DriverManager.getConnection(url(database), properties);
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database, SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What psql prints to its standard output when it runs a script. */
    String psql(String database, String user, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("assay", ".sql");
        Files.writeString(file, script);
        try {
            List<String> words =
                    new ArrayList<>(List.of(programs.resolve("psql").toString()));
            List<String> command = List.of(CatalogScript.command(file.toString(), "-")
                    .replace(" > -", "")
                    .split(" "));
            words.addAll(command.subList(1, command.size()));
            words.replaceAll(word -> word.equals("--dbname=DATABASE") ? "--dbname=" + database : word);
            words.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", user));
            return run(words);
        } finally {
            Files.delete(file);
        }
    }

    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (root()) words.addAll(List.of("runuser", "-u", "postgres", "--"));
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        run(words);
    }

    private String run(List<String> words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("assay", ".out");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
            String text = Files.readString(out);
            if (process.exitValue() != 0)
                throw new IOException(words + " ended with " + process.exitValue() + ": " + text);
            return text;
        } finally {
            Files.delete(out);
        }
    }

    /** A script of the tests' resources. */
    static String resource(String name) {
        try (InputStream in = LocalPostgres.class.getResourceAsStream("/catalog/" + name)) {
            if (in == null) throw new IllegalStateException("no resource " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopped", e);
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
