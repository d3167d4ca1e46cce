package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiled packs in a directory, one file for each place a pack was loaded from. A cache: every failure to read or
 * write it is ignored.
 */
final class PackCache {
    private final @Nullable Path directory;

    /** Null for no cache. */
    PackCache(@Nullable Path directory) {
        this.directory = directory;
    }

    /** {@code $ASSAY_CACHE} (empty for no cache), {@code $XDG_CACHE_HOME/assay}, {@code ~/.cache/assay}. */
    static PackCache of(Map<String, String> environment, @Nullable String home) {
        String own = environment.get("ASSAY_CACHE");
        if (own != null) return new PackCache(own.isBlank() ? null : Path.of(own));
        String xdg = environment.get("XDG_CACHE_HOME");
        if (xdg != null && Path.of(xdg).isAbsolute())
            return new PackCache(Path.of(xdg).resolve("assay"));
        return new PackCache(
                home == null || home.isBlank() ? null : Path.of(home).resolve(".cache/assay"));
    }

    @Nullable
    Path directory() {
        return directory;
    }

    @Nullable
    Pack find(String location, PackTexts texts, String key) {
        Path file = file(location);
        if (file == null || !Files.isRegularFile(file)) return null;
        try (InputStream in = Files.newInputStream(file)) {
            return CompiledPack.read(in.readNBytes(CompiledPack.MOST_BYTES + 1), texts, key);
        } catch (IOException e) {
            return null;
        }
    }

    void store(String location, Pack pack, Reading texts, String key) {
        Path file = file(location);
        if (file == null) return;
        Path part = null;
        try {
            Files.createDirectories(file.getParent());
            part = Files.createTempFile(file.getParent(), "pack", ".part");
            Files.write(part, CompiledPack.bytes(pack, texts, key));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(part);
        }
    }

    private static void delete(@Nullable Path part) {
        if (part == null) return;
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            return; // a left-over in a cache directory harms nobody
        }
    }

    private @Nullable Path file(String location) {
        if (directory == null) return null;
        byte[] hash = Reading.sha256().digest(location.getBytes(StandardCharsets.UTF_8));
        return directory.resolve("packs").resolve(HexFormat.of().formatHex(hash) + ".ir");
    }
}
