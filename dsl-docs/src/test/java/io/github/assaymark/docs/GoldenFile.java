package io.github.assaymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose content a test makes: compared, or written anew with {@code -Dgolden.update=true}. */
record GoldenFile(Path path) {

    void holds(String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertThat(path)
                .as("run with -Dgolden.update=true, then read the difference")
                .exists();
        assertThat(Files.readString(path))
                .as(path.getFileName() + ", made by -Dgolden.update=true")
                .isEqualTo(text);
    }
}
