package io.github.assaymark.facts.repository.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.repository.TempRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSettingsTest {
    @TempDir
    private Path directory = Path.of("");

    /** Settings that make JGit refuse every repository. */
    private static final class Broken extends SystemReader.Delegate {
        Broken(SystemReader of) {
            super(of);
        }

        @Override
        public StoredConfig getUserConfig() throws ConfigInvalidException {
            throw new ConfigInvalidException("the user's settings were read");
        }
    }

    @Test
    void settings_of_the_user_are_hidden_from_repositories_opened_here_and_from_nobody_else() throws Exception {
        new TempRepository(directory).file("a.md", "a").commit("2026-01-02T03:04:05Z");
        SystemReader before = SystemReader.getInstance();
        SystemReader.setInstance(new Broken(before));
        try {
            List<String> problems = new ArrayList<>();
            try (GitFolder git = Objects.requireNonNull(GitFolder.find(directory, problems))) {
                assertThat(problems).isEmpty();
                assertThat(git.head()).isNotNull();
                assertThat(git.repository().getConfig().getSections())
                        .contains("core")
                        .doesNotContain("user");
            }
            assertThatThrownBy(() -> SystemReader.getInstance().getUserConfig())
                    .hasMessageContaining("the user's settings were read");
        } finally {
            SystemReader.setInstance(before);
        }
    }
}
