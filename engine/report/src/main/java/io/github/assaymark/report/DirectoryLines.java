package io.github.assaymark.report;

import io.github.assaymark.model.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of files below a directory; never of files that a path or link outside of it leads to. */
final class DirectoryLines implements SourceLines {
    private static final long MAX_BYTES = 16 << 20;

    private record Content(List<String> lines, String blob) {}

    private static final Content NOTHING = new Content(List.of(), "");

    private final Path root;
    private final Map<String, Content> read = new HashMap<>();

    DirectoryLines(Path root) {
        this.root = root;
    }

    @Override
    public @Nullable String line(Provenance.File place) {
        if (place.startLine() < 1 || (place.commit() != null && place.blob() == null)) return null;
        Content content = read.computeIfAbsent(place.path(), this::read);
        if (place.blob() != null && !place.blob().equals(content.blob())) return null;
        return place.startLine() > content.lines().size()
                ? null
                : content.lines().get(place.startLine() - 1);
    }

    private Content read(String path) {
        try {
            Path file = root.resolve(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > MAX_BYTES
                    || !file.toRealPath().startsWith(root.toRealPath())) return NOTHING;
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith("\ufeff")) text = text.substring(1);
            return new Content(List.of(text.split("\r\n|[\r\n]", -1)), blob(bytes));
        } catch (IOException | InvalidPathException e) {
            return NOTHING; // the report shows the place without an excerpt
        }
    }

    private static String blob(byte[] bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
