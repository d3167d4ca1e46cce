package io.github.assaymark.facts.java;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An {@code application.properties} or {@code application.yml}.
 *
 * @param profiled whether it is only for one profile as a whole
 * @param problem what was not understood of it; null when all was
 */
record SettingsFile(
        String path,
        boolean profiled,
        List<Entry> entries,
        @Nullable String problem) {
    private static final Pattern NAME =
            Pattern.compile("(?:application|bootstrap)(-[\\w.-]{1,80})?\\.(properties|ya?ml)");
    private static final int MAX_ENTRIES = 5000;
    private static final int MAX_DEPTH = 30;

    /**
     * One setting.
     *
     * @param key in the one form that all spellings of it share
     * @param profiled whether it is only for one profile
     */
    record Entry(String key, String value, String file, int line, boolean profiled) {}

    /** Whether a file is one of settings, by its name. */
    static boolean named(String path) {
        return NAME.matcher(Paths.name(path)).matches();
    }

    /** Spellings with dashes, underscores and capitals mean the same. */
    static String uniform(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    static SettingsFile read(String path, String text, Limits limits) {
        Matcher name = NAME.matcher(Paths.name(path));
        boolean profiled = name.matches() && name.group(1) != null;
        List<Entry> entries = new ArrayList<>();
        if (path.endsWith(".properties")) {
            properties(path, text, profiled, entries);
            return new SettingsFile(path, profiled, List.copyOf(entries), null);
        }
        LocatedTree tree = LocatedTree.yaml(text, limits);
        for (LocatedNode document : tree.documents()) {
            List<Entry> own = new ArrayList<>();
            flatten(path, document, "", own, 0);
            add(own, profiled, entries);
        }
        Problem fatal = tree.fatal();
        return new SettingsFile(
                path,
                profiled,
                List.copyOf(entries),
                fatal == null ? null : "line " + fatal.line() + ": " + fatal.message());
    }

    /** A document that names a profile is for that profile only. */
    private static void add(List<Entry> document, boolean profiled, List<Entry> entries) {
        boolean only = profiled
                || document.stream()
                        .anyMatch(e -> e.key().startsWith("spring.config.activate.")
                                || e.key().equals("spring.profiles"));
        for (Entry each : document) {
            if (entries.size() >= MAX_ENTRIES) return;
            entries.add(new Entry(each.key(), each.value(), each.file(), each.line(), only));
        }
    }

    private static void flatten(String path, LocatedNode node, String prefix, List<Entry> entries, int depth) {
        if (depth > MAX_DEPTH || entries.size() >= MAX_ENTRIES) return;
        for (LocatedEntry entry : node.entries()) {
            String key = prefix + uniform(entry.key());
            LocatedNode value = entry.value();
            if (value.isMap()) flatten(path, value, key + ".", entries, depth + 1);
            else if (value.isScalar() || value.isNull())
                entries.add(new Entry(key, value.text(), path, value.span().startLine(), false));
        }
    }

    private static void properties(String path, String text, boolean profiled, List<Entry> entries) {
        List<Entry> document = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && document.size() < MAX_ENTRIES; i++) {
            int start = i;
            String line = lines.get(i).stripLeading();
            if (line.startsWith("#---") || line.startsWith("!---")) {
                add(document, profiled, entries);
                document.clear();
            }
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) continue;
            StringBuilder whole = new StringBuilder(line);
            while (continued(whole) && i + 1 < lines.size()) {
                whole.setLength(whole.length() - 1);
                whole.append(lines.get(++i).stripLeading());
            }
            Entry entry = property(path, whole.toString(), start + 1);
            if (entry != null) document.add(entry);
        }
        add(document, profiled, entries);
    }

    private static boolean continued(CharSequence line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') slashes++;
        return slashes % 2 == 1;
    }

    private static @Nullable Entry property(String path, String line, int number) {
        int end = 0;
        while (end < line.length() && "=: \t".indexOf(line.charAt(end)) < 0) end += line.charAt(end) == '\\' ? 2 : 1;
        end = Math.min(end, line.length());
        int value = end;
        while (value < line.length() && (line.charAt(value) == ' ' || line.charAt(value) == '\t')) value++;
        if (value < line.length() && (line.charAt(value) == '=' || line.charAt(value) == ':')) value++;
        String key = line.substring(0, end);
        return key.isEmpty()
                ? null
                : new Entry(
                        uniform(key),
                        line.substring(value).stripLeading().replace("\\:", ":").replace("\\=", "="),
                        path,
                        number,
                        false);
    }
}
