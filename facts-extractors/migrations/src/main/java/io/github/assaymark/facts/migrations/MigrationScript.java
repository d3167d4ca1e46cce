package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.fact.DownMigration;
import org.jspecify.annotations.Nullable;

/**
 * One migration of a history. Immutable.
 *
 * @param key of the {@link io.github.assaymark.model.fact.Migration}: set, {@code /}, version and name
 * @param version as the tool orders it
 * @param name without the version; empty when there is none
 * @param order place in the order of application, from 1
 * @param path of the file that applies it
 * @param up what applies it
 * @param back what kind of thing takes it back
 * @param down what takes it back; null unless {@code back} is {@link DownMigration#SQL} or {@link DownMigration#CODE}
 * @param transactional whether it runs in a transaction; with {@link MigrationHistory#transaction} unknown, whether it
 *     is not said that it does not
 * @param checksum SHA-256 of the contents of its files, lower-case hexadecimal
 */
public record MigrationScript(
        String key,
        String version,
        String name,
        int order,
        String path,
        ScriptPart up,
        DownMigration back,
        @Nullable ScriptPart down,
        boolean transactional,
        String checksum) {

    /** The other file that takes it back; null when there is none or it is the same file. */
    public @Nullable String downPath() {
        return down == null || down.path().equals(path) ? null : down.path();
    }
}
