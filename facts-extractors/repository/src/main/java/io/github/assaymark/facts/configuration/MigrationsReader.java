package io.github.assaymark.facts.configuration;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the declared sets of migrations. Each becomes one text: its directory, then {@code key=value} for what is said
 * of it, with tabs between; the value of a place is {@code placeholder.NAME=value}.
 */
final class MigrationsReader {
    private static final List<String> KEYS = List.of("directory", "tool", "dialect", "transaction", "placeholders");

    private final ConfigurationProblems problems;
    private final Set<String> directories = new HashSet<>();

    MigrationsReader(ConfigurationProblems problems) {
        this.problems = problems;
    }

    List<String> read(LocatedEntry migrations) {
        List<String> sets = new ArrayList<>();
        if (!migrations.value().isList()) problems.wrongType(migrations, "a list of sets");
        for (LocatedNode item : migrations.value().items()) {
            if (!item.isMap()) {
                problems.wrongType(item, "element of `migrations`", "a map with the key `directory`");
                continue;
            }
            LocatedNode directory = item.get("directory");
            if (directory == null || !directory.isScalar()) {
                problems.add(item.span(), "a set of migrations without `directory`", "add `directory: ...`");
                continue;
            }
            if (!problems.insidePath(directory, "directory")) continue;
            String path = ConfigurationProblems.normal(directory.text());
            if (!directories.add(path))
                problems.add(
                        item.span(),
                        "the migrations in `" + path + "` are declared already",
                        "remove one of the two declarations");
            sets.add(set(item, path));
        }
        return sets;
    }

    private String set(LocatedNode item, String path) {
        StringBuilder set = new StringBuilder(path);
        for (LocatedEntry entry : item.entries()) {
            switch (entry.key()) {
                case "directory" -> {}
                case "tool" -> word(set, entry, MigrationTool.values());
                case "dialect" -> word(set, entry, SqlDialect.values());
                case "transaction" -> word(set, entry, MigrationTransaction.values());
                case "placeholders" -> placeholders(set, entry);
                default -> problems.unknownKey(entry, " of a set of migrations", KEYS);
            }
        }
        return set.toString();
    }

    private void word(StringBuilder set, LocatedEntry entry, Enum<?>[] values) {
        List<String> words = Arrays.stream(values)
                .map(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        LocatedNode value = entry.value();
        if (!value.isScalar()) {
            problems.wrongType(entry, "one of " + String.join(", ", words));
        } else if (!words.contains(value.text())) {
            problems.add(
                    value.span(),
                    "`" + value.text() + "` is no " + entry.key() + " of migrations",
                    "one of: " + String.join(", ", words));
        } else {
            set.append('\t').append(entry.key()).append('=').append(value.text());
        }
    }

    private void placeholders(StringBuilder set, LocatedEntry entry) {
        if (!problems.isMap(entry)) return;
        for (LocatedEntry place : entry.value().entries()) {
            String value = place.value().isScalar() ? place.value().text() : "";
            boolean fits =
                    place.value().isScalar() && (place.key() + value).chars().noneMatch(c -> c < ' ');
            if (!fits || place.key().indexOf('=') >= 0) problems.wrongType(place, "a text in one line");
            else set.append("\tplaceholder.").append(place.key()).append('=').append(value);
        }
    }
}
