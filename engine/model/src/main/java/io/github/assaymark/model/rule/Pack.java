package io.github.assaymark.model.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checked checklists that are published together. Immutable and safe for use by many threads.
 *
 * @param digest lower-case hexadecimal SHA-256 of the texts it was compiled from
 */
public record Pack(String name, String digest, List<Checklist> checklists) {
    /** Copies the list. */
    public Pack {
        checklists = List.copyOf(checklists);
    }

    /**
     * The pack of that name on the class path, for example {@code loop}.
     *
     * @throws PackException when there is no such pack, no loader on the class path, or its text has errors
     */
    public static Pack load(String name) {
        return loader().load(name);
    }

    /**
     * The pack in a directory, laid out as {@code <checklist>/checklist.groovy} and
     * {@code <checklist>/<section>.groovy}.
     *
     * @throws PackException when the directory is none, or its text has errors
     */
    public static Pack load(Path directory) {
        return loader().load(directory);
    }

    /** All items in order. */
    public Stream<Item> items() {
        return checklists.stream().flatMap(Checklist::items);
    }

    /** The checklist an item belongs to; null when the item is not of this pack. */
    public @Nullable Checklist checklistOf(Item item) {
        for (Checklist checklist : checklists) if (checklist.items().anyMatch(item::equals)) return checklist;
        return null;
    }

    private static PackLoader loader() {
        return ServiceLoader.load(PackLoader.class)
                .findFirst()
                .orElseThrow(() -> new PackException(
                        List.of("no pack loader on the class path\n  Maybe add io.github.assaymark:assaymark-dsl")));
    }
}
