package io.github.assaymark.facts.configuration;

import io.github.assaymark.facts.configuration.DeclaredSubject.Kind;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Looks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one declared subject. */
final class SubjectReader {
    private static final List<String> JOB_KEYS = List.of("kind", "key", "owner", "target");
    private static final List<String> PARTNER_KEYS =
            List.of("kind", "key", "owner", "name", "directory", "userInterface");

    private final ConfigurationProblems problems;
    private final String file;
    private final @Nullable String commit;
    private final @Nullable String blob;
    private boolean failed;

    SubjectReader(ConfigurationProblems problems, String file, @Nullable String commit, @Nullable String blob) {
        this.problems = problems;
        this.file = file;
        this.commit = commit;
        this.blob = blob;
    }

    /** The subject; null when it has problems. */
    @Nullable
    DeclaredSubject read(LocatedNode item) {
        if (!item.isMap()) {
            problems.wrongType(item, "element of `subjects`", "a map with the key `kind`");
            return null;
        }
        Kind kind = kind(item);
        if (kind == null) return null;
        List<String> known = kind == Kind.BackgroundJob ? JOB_KEYS : PARTNER_KEYS;
        for (LocatedEntry entry : item.entries()) {
            if (known.contains(entry.key())) continue;
            problems.unknownKey(entry, " of a " + kind, known);
            failed = true;
        }
        String owner = path(item, "owner");
        String target = text(item, "target");
        String name = text(item, "name");
        String directory = path(item, "directory");
        String key = text(item, "key");
        boolean userInterface = flag(item, "userInterface");
        if (kind == Kind.BackgroundJob) {
            if (key == null) missing(item, kind, "key");
        } else {
            if (directory == null) missing(item, kind, "directory");
            if (name == null) missing(item, kind, "name");
            if (key == null) key = directory;
        }
        if (failed || key == null) return null;
        return new DeclaredSubject(
                kind,
                key,
                owner == null ? "" : owner,
                name == null ? key : name,
                target,
                directory == null ? "" : directory,
                userInterface,
                item.span().in(commit, file, blob));
    }

    private @Nullable Kind kind(LocatedNode item) {
        String text = text(item, "kind");
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(text)) return kind;
        }
        LocatedNode place = item.get("kind");
        problems.add(
                (place == null ? item : place).span(),
                text == null ? "a subject without `kind`" : "unknown kind `" + text + "`",
                "BackgroundJob or PartnerIntegration");
        return null;
    }

    private void missing(LocatedNode item, Kind kind, String key) {
        if (item.get(key) == null) {
            problems.add(item.span(), "a " + kind + " without `" + key + "`", "add `" + key + ": ...`");
        }
        failed = true;
    }

    private @Nullable String text(LocatedNode item, String key) {
        LocatedEntry entry = item.entry(key);
        if (entry == null) return null;
        if (entry.value().isScalar() && !entry.value().text().isBlank()) {
            return entry.value().text();
        }
        problems.wrongType(entry, "a text");
        failed = true;
        return null;
    }

    private @Nullable String path(LocatedNode item, String key) {
        String text = text(item, key);
        LocatedNode node = item.get(key);
        if (text == null || node == null) return null;
        if (problems.insidePath(node, key)) return ConfigurationProblems.normal(text);
        failed = true;
        return null;
    }

    private boolean flag(LocatedNode item, String key) {
        LocatedEntry entry = item.entry(key);
        if (entry == null) return false;
        if (entry.value().looks() == Looks.BOOLEAN) return entry.value().text().equalsIgnoreCase("true");
        problems.wrongType(entry, "true or false");
        failed = true;
        return false;
    }
}
