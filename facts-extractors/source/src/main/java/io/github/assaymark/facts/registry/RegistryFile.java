package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.fact.RegistryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue or the messages of a language in JSON or YAML. A list of objects below a key of the root is a registry of
 * that name; everything else is an entry of the registry that the file is named after.
 */
final class RegistryFile {
    private static final Set<String> EXTENSIONS = Set.of("json", "yaml", "yml");
    private static final Set<String> NAMES = Set.of("catalog", "catalogue", "registry");
    private static final Set<String> DIRECTORIES = Set.of("i18n", "l10n", "locales", "messages", "translations");
    private static final String[] KEYS = {"id", "key", "name", "code", "slug"};
    private static final Set<String> SECRET = Set.of("password", "secret", "token", "apikey", "credential");
    private static final int MAX_VALUES = 200;
    private static final int MAX_DEPTH = 4;

    private final StructuredFile file;
    private final String owner;
    private final DistinctKeys keys = new DistinctKeys();
    private final List<RegistryEntry> entries = new ArrayList<>();
    private boolean cut;

    RegistryFile(StructuredFile file, String owner) {
        this.file = file;
        this.owner = owner;
    }

    static boolean reads(String path) {
        if (!EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1))) return false;
        List<String> directories = Words.directories(path);
        boolean named = Words.of(Words.stem(path)).stream().anyMatch(NAMES::contains);
        return named || (!directories.isEmpty() && DIRECTORIES.contains(directories.get(0)));
    }

    /** Whether there are more entries than were read. */
    boolean cut() {
        return cut;
    }

    List<RegistryEntry> entries(LocatedNode root) {
        String own = Words.stem(file.path());
        if (root.isList()) list(own, root);
        for (LocatedEntry entry : root.entries()) {
            LocatedNode value = entry.value();
            if (isRegistry(value)) list(entry.key(), value);
            else add(own, entry.key(), value);
        }
        return entries;
    }

    private static boolean isRegistry(LocatedNode value) {
        return value.isList()
                && !value.items().isEmpty()
                && value.items().stream().allMatch(LocatedNode::isMap);
    }

    private void list(String registry, LocatedNode list) {
        for (int i = 0; i < list.items().size(); i++) {
            LocatedNode item = list.items().get(i);
            add(registry, item.isScalar() ? item.text() : name(item, i), item);
        }
    }

    private static String name(LocatedNode item, int index) {
        for (String key : KEYS) {
            LocatedNode named = item.get(key);
            if (named != null && named.isScalar()) return named.text();
        }
        return "[" + index + "]";
    }

    private void add(String registry, String name, LocatedNode value) {
        if (entries.size() >= RegistryEntries.MAX_PER_FILE) {
            cut = true;
            return;
        }
        List<String> properties =
                value.entries().stream().map(LocatedEntry::key).distinct().toList();
        List<String> values = new ArrayList<>();
        flatten("", value, values, 0);
        entries.add(new RegistryEntry(
                keys.key(file.path() + "#" + registry + "." + name),
                owner,
                file.place(value.span()),
                registry,
                name,
                scalar(name, value),
                properties,
                values,
                file.path()));
    }

    private static @Nullable String scalar(String name, LocatedNode value) {
        return value.isScalar() ? shown(name, value.text()) : null;
    }

    private static String shown(String name, String text) {
        boolean secret = Words.of(name).stream().anyMatch(SECRET::contains);
        return secret && !text.isEmpty() ? "(not shown)" : Secrets.shown(text, 200);
    }

    private void flatten(String prefix, LocatedNode node, List<String> values, int depth) {
        if (depth > MAX_DEPTH) return;
        for (LocatedEntry entry : node.entries()) {
            if (values.size() >= MAX_VALUES) return;
            String name = prefix + entry.key();
            String text = scalar(name, entry.value());
            if (text != null) values.add(name + "=" + text);
            else flatten(entry.value().isList() ? name + "=" : name + ".", entry.value(), values, depth + 1);
        }
        for (LocatedNode item : node.items()) {
            if (values.size() >= MAX_VALUES) return;
            if (item.isScalar()) values.add(prefix + shown(prefix, item.text()));
        }
    }
}
