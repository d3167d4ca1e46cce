package io.github.assaymark.facts.configuration;

import io.github.assaymark.facts.configuration.RepositoryConfiguration.Job;
import io.github.assaymark.facts.configuration.RepositoryConfiguration.Partner;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Looks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the declared subjects. */
final class SubjectReader {
    private static final List<String> JOB_KEYS = List.of("kind", "key", "owner", "target");
    private static final List<String> PARTNER_KEYS = List.of("kind", "name", "directory", "userInterface");

    private final ConfigurationProblems problems;
    private final String file;
    private final @Nullable String commit;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    SubjectReader(ConfigurationProblems problems, String file, @Nullable String commit) {
        this.problems = problems;
        this.file = file;
        this.commit = commit;
    }

    List<Job> jobs() {
        return jobs;
    }

    List<Partner> partners() {
        return partners;
    }

    void read(LocatedEntry subjects) {
        if (!subjects.value().isList()) {
            problems.wrongType(subjects, "a list; write `subjects: []` when there is nothing to declare");
        }
        for (LocatedNode item : subjects.value().items()) {
            if (!item.isMap()) {
                problems.wrongType(item, "element of `subjects`", "a map with the key `kind`");
                continue;
            }
            String kind = text(item, "kind");
            if ("BackgroundJob".equals(kind)) job(item);
            else if ("PartnerIntegration".equals(kind)) partner(item);
            else unknownKind(item, kind);
        }
    }

    private void unknownKind(LocatedNode item, @Nullable String kind) {
        LocatedNode place = item.get("kind");
        problems.add(
                (place == null ? item : place).span(),
                kind == null ? "a subject without `kind`" : "unknown kind `" + kind + "`",
                "BackgroundJob or PartnerIntegration");
    }

    private void job(LocatedNode item) {
        known(item, "BackgroundJob", JOB_KEYS);
        String key = required(item, "BackgroundJob", "key");
        String owner = path(item, "owner");
        String target = text(item, "target");
        if (key == null || repeated(item, "BackgroundJob", key)) return;
        jobs.add(new Job(key, owner == null ? "" : owner, target, item.span().in(commit, file, null)));
    }

    private void partner(LocatedNode item) {
        known(item, "PartnerIntegration", PARTNER_KEYS);
        String name = required(item, "PartnerIntegration", "name");
        String directory = required(item, "PartnerIntegration", "directory") == null ? null : path(item, "directory");
        boolean userInterface = flag(item, "userInterface");
        if (name == null || directory == null || repeated(item, "PartnerIntegration", directory)) return;
        partners.add(new Partner(name, directory, userInterface, item.span().in(commit, file, null)));
    }

    private void known(LocatedNode item, String kind, List<String> keys) {
        for (LocatedEntry entry : item.entries()) {
            if (!keys.contains(entry.key())) problems.unknownKey(entry, " of a " + kind, keys);
        }
    }

    private boolean repeated(LocatedNode item, String kind, String key) {
        if (keys.add(kind + " " + key)) return false;
        problems.add(
                item.span(),
                "the " + kind + " `" + key + "` is declared already",
                "remove one of the two declarations");
        return true;
    }

    private @Nullable String required(LocatedNode item, String kind, String key) {
        if (item.get(key) != null) return text(item, key);
        problems.add(item.span(), "a " + kind + " without `" + key + "`", "add `" + key + ": ...`");
        return null;
    }

    private @Nullable String text(LocatedNode item, String key) {
        LocatedEntry entry = item.entry(key);
        if (entry == null) return null;
        if (entry.value().isScalar() && !entry.value().text().isBlank()) {
            return entry.value().text();
        }
        problems.wrongType(entry, "a text");
        return null;
    }

    private @Nullable String path(LocatedNode item, String key) {
        LocatedNode node = item.get(key);
        if (node == null || text(item, key) == null || !problems.insidePath(node, key)) return null;
        return ConfigurationProblems.normal(node.text());
    }

    private boolean flag(LocatedNode item, String key) {
        LocatedEntry entry = item.entry(key);
        if (entry == null) return false;
        if (entry.value().looks() == Looks.BOOLEAN) return entry.value().text().equalsIgnoreCase("true");
        problems.wrongType(entry, "true or false");
        return false;
    }
}
