package io.github.assaymark.facts.repository.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads files of ignore rules; like git, it does not follow links to them. */
final class IgnoreText {
    private static final int MAX_BYTES = 1 << 20;

    private IgnoreText() {}

    /** The text; null when there is none. Rules beyond the cap are left out, which lists more files, never fewer. */
    static @Nullable String read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return null;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            return null;
        }
    }
}
