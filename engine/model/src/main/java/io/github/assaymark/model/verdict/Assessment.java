package io.github.assaymark.model.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All verdicts of one run: a pure function of facts and packs.
 *
 * @param verdicts in the order of packs, checklists, items, then subjects
 * @param notices in a fixed order
 * @param now the moment the run speaks of
 * @param packs names and digests of the packs
 */
public record Assessment(List<Verdict> verdicts, Gate gate, List<Notice> notices, Instant now, List<PackRef> packs) {
    /** A pack that was judged with. */
    public record PackRef(String name, String digest) {}

    /** Copies the lists. */
    public Assessment {
        verdicts = List.copyOf(verdicts);
        notices = List.copyOf(notices);
        packs = List.copyOf(packs);
    }

    /** The verdict of an item, by id, former id or the id's last part, on a subject, by key. */
    public Optional<Verdict> verdict(String item, String subject) {
        return verdicts.stream()
                .filter(v -> v.subject().key().equals(subject) && names(v, item))
                .findFirst();
    }

    private static boolean names(Verdict verdict, String item) {
        String id = verdict.item().id();
        return id.equals(item)
                || id.endsWith("." + item)
                || verdict.item().formerly().contains(item);
    }
}
