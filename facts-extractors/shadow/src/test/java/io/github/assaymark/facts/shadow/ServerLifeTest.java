package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLifeTest {
    private static final String VERSION = String.valueOf(PostgresVersion.DEFAULT.major());

    @Test
    void nothing_is_left_of_a_server_that_was_closed() throws Exception {
        PostgresServer server = Postgres.start(VERSION);
        ProcessHandle process = RunDirectory.server(server.directory());
        assertThat(process).isNotNull();

        server.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(server.directory()).doesNotExist();
    }

    @Test
    void nothing_is_left_of_a_server_whose_process_was_killed() throws Exception {
        Postgres.requirePrograms(VERSION);
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        VERSION)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path directory;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            directory = Path.of(out.readLine());
        }
        ProcessHandle server = RunDirectory.server(directory);
        assertThat(server).isNotNull();
        List<ProcessHandle> all = server.descendants().toList();
        assertThat(all).as("processes of the server, and one that runs a query").isNotEmpty();

        run.destroyForcibly().waitFor();

        eventually(() -> !server.isAlive());
        for (ProcessHandle child : all) eventually(() -> !child.isAlive());
        eventually(() -> !Files.exists(directory));
    }

    @Test
    void what_a_process_left_that_is_no_more_is_swept_away(@TempDir Path temporary) throws Exception {
        Path stale = Files.createDirectory(
                temporary.resolve("assay-shadow-1234"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        Files.writeString(stale.resolve("owner"), "1 5");
        Files.createDirectories(stale.resolve("data/base"));
        Files.writeString(
                stale.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n/elsewhere\n");
        Path mine = RunDirectory.create(temporary);
        Path unknown = Files.createDirectory(temporary.resolve("assay-shadow-no-owner"));
        Path other = Files.createDirectory(temporary.resolve("something"));

        assertThat(RunDirectory.sweep(temporary)).containsExactly(stale);

        assertThat(stale).doesNotExist();
        assertThat(mine).exists();
        assertThat(unknown).exists();
        assertThat(other).exists();
    }

    @Test
    void the_server_sees_nothing_of_the_environment_and_listens_to_this_machine_alone() throws Exception {
        PostgresServer server = Postgres.server();
        ProcessHandle process = RunDirectory.server(server.directory());
        assertThat(process).isNotNull();
        Path environment = Path.of("/proc/" + process.pid() + "/environ");
        if (Files.isReadable(environment))
            assertThat(Files.readString(environment).split("\0"))
                    .allMatch(entry -> entry.startsWith("LC_")
                            || entry.startsWith("TZ=")
                            || entry.startsWith("PATH=")
                            || entry.startsWith("PG"));
        try (Connection connection = server.admin("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('listen_addresses'),"
                        + " current_setting('unix_socket_directories'), current_setting('fsync')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("127.0.0.1");
            assertThat(row.getString(2)).isEmpty();
            assertThat(row.getString(3)).isEqualTo("off");
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) Thread.sleep(20);
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
