package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.cli.Checkout.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the command, in a checkout whose build and whose command are stand-ins. */
@SuppressWarnings("NullAway.Init") // set before each test
final class LauncherTest {
    @TempDir
    private Path temporary;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Checkout.in(temporary.resolve("a checkout with spaces"));
    }

    @Test
    void first_use_builds_and_later_starts_use_what_was_built_and_the_archive() throws IOException {
        Start first = checkout.start("check", "a path with spaces", "*");

        assertThat(first.error()).isEqualTo("assay: building: first use, this takes a minute or two\n");
        assertThat(first.output()).contains("arguments [check, a path with spaces, *]\n");
        assertThat(first.exit()).isZero();
        assertThat(checkout.builds())
                .containsExactly("-q -B -Dstyle.color=never -Dquick -Dmaven.test.skip=true -pl cli -am package");
        Path archive = checkout.archive();
        assertThat(archive).isNotEmptyFile();
        FileTime made = Files.getLastModifiedTime(archive);

        Start second = checkout.start();

        assertThat(second.error()).isEmpty();
        assertThat(second.output()).contains("-XX:SharedArchiveFile=" + archive).contains("arguments []\n");
        assertThat(checkout.builds()).hasSize(1);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    }

    @Test
    void changed_source_is_built_and_a_changed_test_is_not() throws IOException {
        checkout.start();
        checkout.touch("engine/core/src/test/java/OneTest.java");
        assertThat(checkout.start().error()).isEmpty();
        checkout.touch("engine/core/src/main/java/One.java");

        assertThat(checkout.start().error()).isEqualTo("assay: building: sources have changed\n");
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void exit_code_of_the_command_is_that_of_the_script() throws IOException {
        for (int code : new int[] {0, 1, 2, 3, 4})
            assertThat(checkout.start("exit", String.valueOf(code)).exit()).isEqualTo(code);
    }

    @Test
    void link_to_the_script_finds_the_checkout() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("assay"), checkout.script());

        assertThat(checkout.start(link, "x").output()).contains("arguments [x]\n");
    }

    @Test
    void missing_maven_is_named() throws IOException {
        Files.delete(checkout.tool("mvn"));

        assertFailed(checkout.start(), """
                        assay: no mvn, which builds assay
                          Maybe install Maven 3.8.7 or newer
                        """);
    }

    @Test
    void missing_java_is_named() throws IOException {
        checkout.set("JAVA_HOME", "/no/such/jdk");

        assertFailed(checkout.start(), """
                        assay: no java at /no/such/jdk/bin/java
                          Maybe install a JDK 17 or newer, or let JAVA_HOME name one
                        """);
    }

    @Test
    void failed_build_shows_its_messages_and_is_tried_again() throws IOException {
        checkout.set("STAND_IN_FAILS", "yes");

        assertFailed(checkout.start(), """
                        assay: building: first use, this takes a minute or two
                        [ERROR] the stand-in fails
                        assay: the build failed
                          Maybe read the messages above; `mvn -Dquick verify` in %s builds the same
                        """.formatted(checkout.directory()));

        checkout.set("STAND_IN_FAILS", "");
        assertThat(checkout.start().exit()).isZero();
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void checkout_that_cannot_be_written_is_named() throws IOException {
        Path target = checkout.directory().resolve("cli/target");
        Files.writeString(target, "in the way");

        assertFailed(checkout.start(), """
                        assay: cannot write to %s, where the build goes
                          Maybe start it once as the owner of %s, or copy that directory
                        """.formatted(target, checkout.directory()));
    }

    @Test
    void start_without_an_archive_is_a_start() throws IOException {
        checkout.start();
        Files.writeString(checkout.archive(), ""); // as training leaves it that failed

        Start start = checkout.start("x");

        assertThat(start.output()).contains("arguments [x]\n").doesNotContain("SharedArchiveFile");
        assertThat(checkout.archive()).isEmptyFile();
    }

    @Test
    void archive_of_another_build_is_made_anew() throws IOException {
        checkout.start();
        Files.writeString(checkout.archive(), "");
        Files.setLastModifiedTime(checkout.directory().resolve("cli/target/assay.stamp"), FileTime.from(Instant.EPOCH));

        checkout.start();

        assertThat(checkout.archive()).isNotEmptyFile();
    }

    private static void assertFailed(Start start, String error) {
        assertThat(start.error()).isEqualTo(error);
        assertThat(start.output()).isEmpty();
        assertThat(start.exit()).isEqualTo(3);
    }
}
