package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What was read, and what was not, for one owner. Used by one thread. */
final class CatalogAccount {
    static final String LOOKED = "postgres-catalog*.json in folders of exported state";

    /** Types whose facts no other extractor says. */
    private static final Set<String> ONLY_OBSERVED = Set.of("DbSnapshot", "DbAccess");

    private final String owner;
    private final Set<String> matched = new TreeSet<>();
    private final Map<Class<? extends Fact>, List<Coverage.Gap>> gaps;
    private final Map<Class<? extends Fact>, List<Coverage.Gap>> denied;

    CatalogAccount(String owner, Set<Class<? extends Fact>> types) {
        this.owner = owner;
        this.gaps = byType(types);
        this.denied = byType(types);
    }

    private static Map<Class<? extends Fact>, List<Coverage.Gap>> byType(Set<Class<? extends Fact>> types) {
        Map<Class<? extends Fact>, List<Coverage.Gap>> byType =
                new TreeMap<>((one, other) -> one.getSimpleName().compareTo(other.getSimpleName()));
        for (Class<? extends Fact> type : types) byType.put(type, new ArrayList<>());
        return byType;
    }

    void matched(String file) {
        matched.add(file);
    }

    /** Something that was not read; {@code types} are those it may hold facts of. */
    void gap(String file, int line, String reason, Set<Class<? extends Fact>> types) {
        for (Class<? extends Fact> type : types) add(gaps, type, new Coverage.Gap(file, line, reason));
    }

    /** Something that was not allowed to be read. */
    void denied(String file, int line, String reason, Set<Class<? extends Fact>> types) {
        for (Class<? extends Fact> type : types) add(denied, type, new Coverage.Gap(file, line, reason));
    }

    private static void add(
            Map<Class<? extends Fact>, List<Coverage.Gap>> to, Class<? extends Fact> type, Coverage.Gap gap) {
        List<Coverage.Gap> known = to.get(type);
        if (known != null && known.size() < 10 * Coverage.MAX_GAPS) known.add(gap);
    }

    /** Coverage of every type but {@code snapshot}, whose absence is told as {@code absence} says. */
    void close(String extractor, Class<? extends Fact> snapshot, String absence, Consumer<Fact> facts) {
        gaps.forEach((type, found) -> {
            List<Coverage.Gap> refused = denied.getOrDefault(type, List.of());
            if (type.equals(snapshot) && matched.isEmpty() && found.isEmpty())
                facts.accept(Coverage.missing(
                        extractor, type.getSimpleName(), owner, Coverage.Status.NOT_ATTEMPTED, absence));
            else facts.accept(coverage(extractor, type.getSimpleName(), found, refused));
        });
    }

    private Coverage coverage(String extractor, String type, List<Coverage.Gap> found, List<Coverage.Gap> refused) {
        Set<String> failed = new TreeSet<>();
        List<Coverage.Gap> all = new ArrayList<>(found);
        all.addAll(refused);
        for (Coverage.Gap gap : all) failed.add(gap.path());
        int files = Math.max(matched.size(), failed.size());
        Coverage coverage = Coverage.of(extractor, type, owner, files, failed.size(), LOOKED, all);
        // what was not seen of a database says nothing of what code and migrations declare
        if (!ONLY_OBSERVED.contains(type)) coverage = coverage.limitedTo(List.of("source=OBSERVED"));
        return refused.isEmpty() ? coverage : coverage.ended(Coverage.Status.DENIED);
    }
}
