package io.github.assaymark.cli;

import io.github.assaymark.model.rule.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the text of an item in the checklist it stands in. */
final class ItemSource {
    private static final int MAX_LINES = 200;

    private ItemSource() {}

    /** The lines of the item as its author wrote them; null when the file cannot be found. */
    static @Nullable String of(Item item, Path directory) throws IOException {
        String text = text(item.place().file(), directory);
        if (text == null) return null;
        List<String> lines = text.lines().toList();
        int first = item.place().line() - 1;
        if (first < 0 || first >= lines.size()) return null;
        StringBuilder block = new StringBuilder();
        Braces braces = new Braces();
        for (String line : lines.subList(first, Math.min(lines.size(), first + MAX_LINES))) {
            block.append(line).append('\n');
            braces.read(line);
            if (braces.closed()) break;
        }
        return block.toString().stripTrailing().stripIndent();
    }

    private static @Nullable String text(String file, Path directory) throws IOException {
        for (String prefix : List.of("", "META-INF/assay/", "META-INF/assay/checklists/"))
            try (InputStream in = ItemSource.class.getClassLoader().getResourceAsStream(prefix + file)) {
                if (in != null) return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        try {
            Path path = directory.resolve(file);
            return Files.isRegularFile(path) ? Files.readString(path) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Counts braces outside of texts and comments, well enough to show an item. */
    private static final class Braces {
        private int depth;
        private boolean opened;

        void read(String line) {
            char quote = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quote != 0) {
                    if (c == '\\') i++;
                    else if (c == quote) quote = 0;
                } else if (c == '\'' || c == '"') quote = c;
                else if (line.startsWith("//", i)) return;
                else if (c == '{') {
                    depth++;
                    opened = true;
                } else if (c == '}') depth--;
            }
        }

        boolean closed() {
            return opened && depth <= 0;
        }
    }
}
