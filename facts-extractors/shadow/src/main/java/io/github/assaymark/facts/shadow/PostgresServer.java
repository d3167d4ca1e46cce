package io.github.assaymark.facts.shadow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL that lives as long as this object, or this process if that is shorter. It listens on the loopback
 * address only, behind passwords nobody else knows, keeps its data in a directory of its own and sees nothing of the
 * environment of this process.
 */
final class PostgresServer implements AutoCloseable {
    static final String ADMIN = "assay_admin";

    private static final int START_ATTEMPTS = 5;
    private static final long START_SECONDS = 60;
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC", "PATH", "/usr/bin:/bin");

    private final Path directory;
    private final Keeper keeper;
    private final String password = secret();
    private final int port;

    private PostgresServer(Path directory, Keeper keeper, Path bin, Account account) throws IOException {
        this.directory = directory;
        this.keeper = keeper;
        initialise(bin, account);
        this.port = start(bin, account);
    }

    /**
     * Starts one.
     *
     * @param wanted major version, or the path of the programs of an installed one
     */
    static PostgresServer start(String wanted, PostgresBinaries binaries) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
        RunDirectory.sweep(temporary);
        Account account = Account.current();
        Path directory = RunDirectory.create(temporary);
        Keeper keeper = Keeper.of(directory);
        boolean started = false;
        try {
            Path bin = reachable(binaries.bin(wanted, directory), account, directory);
            PostgresServer server = new PostgresServer(directory, keeper, bin, account);
            started = true;
            return server;
        } catch (IOException e) {
            throw new ShadowException(
                    "the shadow database does not start: " + e.getMessage()
                            + "\n  Maybe another version works: --shadow-postgres 16",
                    e);
        } finally {
            if (!started) keeper.close();
        }
    }

    Path directory() {
        return directory;
    }

    /** A connection that may do anything. */
    Connection admin(String database) throws SQLException {
        return connect(ADMIN, password, database);
    }

    /** A connection that sends every text as it is. */
    Connection connect(String user, String secret, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", secret);
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "assay");
        return connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    /** Without the list of drivers of the whole process: the one to use lies beside this class. */
    private static Connection connect(String url, Properties properties) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, PostgresServer.class.getClassLoader())) {
            Connection connection = driver.connect(url, properties);
            if (connection != null) return connection;
        }
        throw new ShadowException(
                "there is no JDBC driver of PostgreSQL on the class path" + "\n  Maybe add org.postgresql:postgresql");
    }

    /** Ends the server and deletes its directory, and waits for that. */
    @Override
    public void close() {
        keeper.close();
    }

    private void initialise(Path bin, Account account) throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        account.give(data);
        Path secret = Files.createFile(
                directory.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        account.give(secret);
        Path log = directory.resolve("initdb.log");
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + ADMIN,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        Process initdb = process(command, log).start();
        try {
            if (!initdb.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                initdb.destroyForcibly();
                throw new IOException("initdb took longer than " + START_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the data directory was made", e);
        } finally {
            Files.deleteIfExists(secret);
        }
        if (initdb.exitValue() != 0) throw new IOException("initdb says: " + lastLine(log));
    }

    /** Starts the server and gives its port; another process may take a free port before the server does. */
    private int start(Path bin, Account account) throws IOException {
        IOException last = new IOException("no port is free");
        for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
            int candidate = freePort();
            Path log = directory.resolve("server-" + attempt + ".log");
            List<String> command = new ArrayList<>(account.prefix());
            command.add(bin.resolve("postgres").toString());
            command.add("-D");
            command.add(directory.resolve("data").toString());
            settings(candidate).forEach((name, value) -> {
                command.add("-c");
                command.add(name + "=" + value);
            });
            Process server = process(command, log).start();
            try {
                awaitStart(server, candidate);
                return candidate;
            } catch (IOException e) {
                server.destroyForcibly();
                last = new IOException(e.getMessage() + ": " + lastLine(log), e);
                if (!Files.readString(log, StandardCharsets.ISO_8859_1).contains("Address already in use")) throw last;
            }
        }
        throw last;
    }

    /** Speed before durability: nothing of it outlives this process. */
    private static Map<String, String> settings(int port) {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "off"),
                Map.entry("synchronous_commit", "off"),
                Map.entry("full_page_writes", "off"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("autovacuum", "off"),
                Map.entry("jit", "off"),
                Map.entry("max_connections", "20"),
                Map.entry("max_locks_per_transaction", "1024"),
                Map.entry("max_prepared_transactions", "0"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("temp_file_limit", "1GB"),
                Map.entry("max_parallel_workers_per_gather", "0"),
                Map.entry("max_parallel_maintenance_workers", "0"),
                Map.entry("timezone", "UTC"),
                Map.entry("logging_collector", "off"),
                Map.entry("log_min_messages", "fatal"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("track_counts", "on"));
    }

    private void awaitStart(Process server, int candidate) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                if (server.waitFor(25, TimeUnit.MILLISECONDS))
                    throw new IOException("postgres ended with " + server.exitValue());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the server started", e);
            }
            if (answers(candidate)) return;
        }
        throw new IOException("postgres did not answer within " + START_SECONDS + " seconds");
    }

    private boolean answers(int candidate) {
        Properties properties = new Properties();
        properties.setProperty("user", ADMIN);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        String url = "jdbc:postgresql://127.0.0.1:" + candidate + "/postgres";
        try (Connection connection = connect(url, properties)) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private ProcessBuilder process(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    /** The bin directory where the account of the server can get at it. */
    private static Path reachable(Path bin, Account account, Path directory) throws IOException {
        if (account.reaches(bin)) return bin;
        Path from = Objects.requireNonNull(bin.getParent());
        Path to = directory.resolve("programs");
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                Files.copy(at, to.resolve(from.relativize(at)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path at, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        at,
                        to.resolve(from.relativize(at)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
        return to.resolve("bin");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1).trim();
    }

    static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
