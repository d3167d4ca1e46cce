package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.StateSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The account of what export folders hold of one fact type, for every owner and stage. Coverage of exports is limited
 * to what is deployed, where the type tells that apart, to the stages that were exported, and to the tools, pull
 * requests or branches that the files are about.
 */
final class ExportAccount {
    private static final String NOBODY = "nobody exported it: `assay collect --describe` lists the commands";

    private final String extractor;
    private final String type;
    private final boolean staged;
    private final boolean sourced;
    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * One file, or the attempt to get one.
     *
     * @param owner service it is for; null for all
     * @param whole whether it would hold every fact of the type that its system has, of those it is about
     * @param limit property whose values say what it is about; null when nothing limits it
     * @param about those values; empty when it is about every fact of the type
     * @param source whether its facts say what is meant to be or what is
     */
    record Attempt(
            ExportEntry entry,
            @Nullable String owner,
            Provenance.Export place,
            List<Coverage.Gap> gaps,
            boolean whole,
            @Nullable String limit,
            Set<String> about,
            StateSource source) {

        Attempt {
            about = Set.copyOf(about);
        }

        boolean isAbout(String value) {
            return about.isEmpty() || about.contains(value);
        }
    }

    ExportAccount(String extractor, Class<? extends Fact> type) {
        this.extractor = extractor;
        this.type = type.getSimpleName();
        FactType described = Objects.requireNonNull(FactCatalogue.standard().type(this.type));
        this.staged = described.property("stage") != null;
        this.sourced = described.property("source") != null;
    }

    void add(Attempt attempt) {
        attempts.add(attempt);
    }

    /** Whether nothing of the type was exported, nor tried to be. */
    boolean isEmpty() {
        return attempts.isEmpty();
    }

    void close(List<String> owners, Consumer<Fact> facts) {
        for (String owner : owners) {
            close(owner, StateSource.DEPLOYED, facts);
            // What is meant to be is looked for in files of the repository; exports only add to it.
            if (sourced && attempts.stream().anyMatch(attempt -> attempt.source() == StateSource.DECLARED))
                close(owner, StateSource.DECLARED, facts);
        }
    }

    private void close(String owner, StateSource source, Consumer<Fact> facts) {
        List<Attempt> of = attempts.stream()
                .filter(attempt -> attempt.owner() == null || attempt.owner().equals(owner))
                .filter(attempt -> !sourced || attempt.source() == source)
                .toList();
        TreeSet<String> values = new TreeSet<>();
        for (Attempt attempt : of) if (attempt.limit() != null) values.addAll(attempt.about());
        for (String value : values)
            close(
                    owner,
                    source,
                    of.stream().filter(attempt -> attempt.isAbout(value)).toList(),
                    List.of(limit(of) + "=" + value),
                    facts);
        close(
                owner,
                source,
                of.stream().filter(attempt -> attempt.about().isEmpty()).toList(),
                values.isEmpty() ? List.of() : List.of(limit(of) + "!=" + String.join(",", values)),
                facts);
    }

    /** What limits some of the attempts; a type is limited by one property only. */
    private static String limit(List<Attempt> attempts) {
        return attempts.stream()
                .map(Attempt::limit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private void close(String owner, StateSource source, List<Attempt> of, List<String> limit, Consumer<Fact> facts) {
        Map<String, List<Attempt>> stages = new TreeMap<>();
        Map<String, List<Attempt>> others = new TreeMap<>();
        for (Attempt attempt : of) {
            String stage = staged ? attempt.entry().stage() : null;
            (attempt.whole() ? stages : others)
                    .computeIfAbsent(stage == null ? "" : stage, s -> new ArrayList<>())
                    .add(attempt);
        }
        stages.forEach(
                (stage, seen) -> facts.accept(coverage(owner, seen).limitedTo(about(source, stage, List.of(), limit))));
        if (stages.containsKey("")) return;
        List<String> known = new ArrayList<>(stages.keySet());
        List<Attempt> rest = others.remove("");
        others.forEach((stage, seen) -> {
            if (known.contains(stage)) return;
            known.add(stage);
            facts.accept(some(owner, seen).limitedTo(about(source, stage, List.of(), limit)));
        });
        if (rest != null) facts.accept(some(owner, rest).limitedTo(about(source, "", known, limit)));
        else if (source == StateSource.DEPLOYED)
            facts.accept(Coverage.missing(extractor, type, owner, Coverage.Status.NOT_ATTEMPTED, NOBODY)
                    .limitedTo(about(source, "", known, limit)));
    }

    private List<String> about(StateSource source, String stage, List<String> otherThan, List<String> limit) {
        List<String> about = new ArrayList<>(limit);
        if (sourced) about.add("source=" + source);
        if (!stage.isEmpty()) about.add("stage=" + stage);
        if (!otherThan.isEmpty())
            about.add("stage!=" + otherThan.stream().sorted().collect(Collectors.joining(",")));
        return about;
    }

    /** Coverage by files that are not about this type in the first place: never complete. */
    private Coverage some(String owner, List<Attempt> attempts) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        for (Attempt attempt : attempts)
            gaps.add(new Coverage.Gap(
                    attempt.place().path(),
                    0,
                    "an export of kind " + attempt.entry().kind() + " holds some of them only"));
        Coverage known = coverage(owner, attempts);
        boolean denied = known.status().compareTo(Coverage.Status.PARTIAL) > 0;
        return denied ? known : known.lacking(gaps);
    }

    private Coverage coverage(String owner, List<Attempt> attempts) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        int failed = 0;
        CollectionStatus worst = CollectionStatus.COMPLETE;
        for (Attempt attempt : attempts) {
            CollectionStatus status = attempt.entry().status();
            String reason = attempt.entry().reason();
            if (status.compareTo(worst) > 0) worst = status;
            boolean whole = status == CollectionStatus.COMPLETE || status == CollectionStatus.ABSENT;
            if (!whole && reason != null)
                gaps.add(new Coverage.Gap(attempt.place().path(), 0, reason));
            gaps.addAll(attempt.gaps());
            if (!whole || !attempt.gaps().isEmpty()) failed++;
        }
        Provenance.Export oldest = attempts.stream()
                .map(Attempt::place)
                .min(Comparator.comparing(Provenance.Export::observedAt))
                .orElseThrow();
        Coverage of = Coverage.of(extractor, type, owner, attempts.size(), failed, "exported state", gaps);
        if (worst == CollectionStatus.DENIED) of = of.ended(Coverage.Status.DENIED);
        if (worst == CollectionStatus.FAILED) of = of.ended(Coverage.Status.FAILED);
        return of.from(oldest);
    }
}
