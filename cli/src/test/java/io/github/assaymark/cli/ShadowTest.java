package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShadowTest {
    private final FakeWorkshop workshop = new FakeWorkshop();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Run run(String... arguments) {
        return Run.of(workshop, directory, arguments);
    }

    @Test
    void a_shadow_database_is_made_only_when_it_is_asked_for() {
        assertThat(run("check").exitCode()).isZero();
        assertThat(workshop.shadowSettings).isEmpty();
        assertThat(workshop.requests.get(0).further()).isEmpty();

        assertThat(run("check", "--shadow").exitCode()).isZero();
        assertThat(workshop.shadowSettings).containsExactly(Map.of());
        assertThat(workshop.requests.get(1).further()).containsExactly(FakeWorkshop.SHADOW);
    }

    @Test
    void its_version_and_rows_can_be_said() {
        assertThat(run("check", "--shadow", "--shadow-postgres", "16", "--shadow-rows", "0")
                        .exitCode())
                .isZero();

        assertThat(workshop.shadowSettings).containsExactly(Map.of("postgres", "16", "rows", "0"));
    }

    @Test
    void its_settings_mean_nothing_without_it() {
        Run version = run("check", "--shadow-postgres", "16");
        assertThat(version.exitCode()).isEqualTo(2);
        assertThat(version.err())
                .isEqualTo("--shadow-postgres: there is no shadow database\n  Maybe add --shadow, which makes one\n");
        assertThat(run("check", "--shadow-rows", "3").err()).startsWith("--shadow-rows: there is no shadow database\n");
    }

    @Test
    void facts_that_were_written_down_have_no_shadow_database() {
        assertThat(run("check", "--shadow", "--snapshot", "facts.json").err())
                .startsWith("--snapshot stands for a repository: it cannot be joined with");
    }

    @Test
    void settings_that_are_not_possible_are_named() {
        RealWorkshop real = new RealWorkshop();

        assertThatThrownBy(() -> real.shadow(Map.of("rows", "many"), (stage, done, total) -> {}))
                .hasMessage(
                        "no number of rows for a table of the shadow database: `many`\n  Maybe one from 0 to 10000");
        assertThatThrownBy(() -> real.shadow(Map.of("postgres", "9"), (stage, done, total) -> {}))
                .hasMessage("no PostgreSQL `9` to make a shadow database of\n"
                        + "  Maybe one of 14, 15, 16, 17, 18, or the path of the bin directory of an installed one");
        assertThatThrownBy(() -> real.shadow(Map.of("colour", "red"), (stage, done, total) -> {}))
                .hasMessage("the shadow database has no setting `colour`\n  Maybe postgres or rows was meant");
    }

    @Test
    void a_command_that_was_built_without_it_says_so() {
        assertThatThrownBy(() -> OptIn.find("none", directory.resolve("none")))
                .hasMessage("this command was built without --none: there are no jars in " + directory.resolve("none")
                        + "\n  Maybe build it again: mvn -Dquick -pl cli -am package");
    }
}
