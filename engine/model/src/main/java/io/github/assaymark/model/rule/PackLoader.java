package io.github.assaymark.model.rule;

import java.nio.file.Path;

/** Turns checklist text into packs; found through {@link java.util.ServiceLoader}. */
public interface PackLoader {
    /**
     * The pack of that name on the class path.
     *
     * @throws PackException when there is no such pack, or its text has errors
     */
    Pack load(String name);

    /**
     * The pack in a directory.
     *
     * @throws PackException when the directory is none, or its text has errors
     */
    Pack load(Path directory);
}
