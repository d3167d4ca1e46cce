package io.github.assaymark.model.extract;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One file as it would be after a change, without the change being made.
 *
 * @param path relative to the repository root, with {@code /} between parts
 * @param content the new content; null for a file that is gone or cannot be read
 * @param unreadable why the file cannot be read, in a few words; null when it can, or is gone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FilePatch(
        String path, byte @Nullable [] content, @Nullable String unreadable) {
    /** The file with another text, or a new file. */
    public static FilePatch written(String path, String text) {
        return new FilePatch(path, text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The file is gone. */
    public static FilePatch deleted(String path) {
        return new FilePatch(path, null, null);
    }

    /** The file is there, but cannot be read. */
    public static FilePatch unreadable(String path, String reason) {
        return new FilePatch(path, null, reason);
    }
}
