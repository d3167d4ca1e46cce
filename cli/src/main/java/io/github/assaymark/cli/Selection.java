package io.github.assaymark.cli;

import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Verdict;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Picks verdicts by item and subject. */
final class Selection {
    private Selection() {}

    /**
     * The verdicts of the assessment, in its order.
     *
     * @param items ids of packs, checklists, sections or items, former ids, or last parts of ids; empty for all
     * @param subjects keys; empty for all
     */
    static List<Verdict> of(Assessment assessment, List<String> items, List<String> subjects) {
        List<Verdict> all = assessment.verdicts();
        for (String item : items)
            if (all.stream().noneMatch(named(item)))
                throw new UsageException("no item " + item
                        + Suggestion.line(
                                item,
                                all.stream().map(v -> v.item().id()).toList(),
                                "list the items with `assay show`, or name their pack with --pack"));
        for (String subject : subjects)
            if (all.stream().noneMatch(v -> v.subject().key().equals(subject)))
                throw new UsageException("no subject " + subject
                        + Suggestion.line(
                                subject,
                                all.stream().map(v -> v.subject().key()).toList(),
                                "one of " + known(all)));
        List<Verdict> chosen = all.stream()
                .filter(v -> items.isEmpty()
                        || items.stream().anyMatch(item -> named(item).test(v)))
                .filter(v -> subjects.isEmpty() || subjects.contains(v.subject().key()))
                .toList();
        if (chosen.isEmpty())
            throw new UsageException("no verdict of " + String.join(", ", items) + " on " + String.join(", ", subjects)
                    + "\n  Maybe the item judges another kind of subject: leave the subject out");
        return chosen;
    }

    private static Predicate<Verdict> named(String name) {
        return verdict -> {
            String id = verdict.item().id();
            return id.equals(name)
                    || id.endsWith("." + name)
                    || id.startsWith(name + ".")
                    || verdict.item().formerly().contains(name);
        };
    }

    private static String known(List<Verdict> verdicts) {
        List<String> keys = verdicts.stream()
                .map(v -> v.subject().key())
                .filter(key -> !key.isEmpty())
                .distinct()
                .sorted()
                .toList();
        String first = String.join(", ", keys.subList(0, Math.min(8, keys.size())));
        return keys.size() > 8 ? first + " and " + (keys.size() - 8) + " more" : first;
    }

    /** One element, or none. */
    static List<String> one(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }
}
