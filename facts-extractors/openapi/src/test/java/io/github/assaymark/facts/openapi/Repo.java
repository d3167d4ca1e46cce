package io.github.assaymark.facts.openapi;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A repository in a directory of a test. */
final class Repo {
    private final Path root;

    Repo(Path root) {
        this.root = root;
    }

    Repo with(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Snapshot scan() {
        return Extractors.standard().scan(root);
    }

    static Coverage coverage(Snapshot snapshot, String type, String owner) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.extractor().equals("openapi"))
                .filter(c -> c.factType().equals(type) && c.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    static List<Coverage.Gap> gaps(Snapshot snapshot, String type) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.extractor().equals("openapi") && c.factType().equals(type))
                .flatMap(c -> c.gaps().stream())
                .toList();
    }
}
