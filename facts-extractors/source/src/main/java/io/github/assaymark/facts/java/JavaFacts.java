package io.github.assaymark.facts.java;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facts about the Java files of one owner, and their coverage. Used by one thread. */
final class JavaFacts {
    /** Longer expressions are cut. */
    static final int MAX_SHOWN = 200;

    private final String owner;
    private final Places places;
    private final @Nullable String sha;
    private final DistinctKeys keys = new DistinctKeys();
    private final Map<String, DistinctKeys> keyed = new TreeMap<>();
    private final Consumer<Fact> facts;
    private final Map<String, List<Coverage.Gap>> gaps = new TreeMap<>();
    private final Set<String> matched = new HashSet<>();

    JavaFacts(
            String owner,
            Places places,
            @Nullable String sha,
            Collection<Class<? extends Fact>> types,
            Consumer<Fact> facts) {
        this.owner = owner;
        this.places = places;
        this.sha = sha;
        this.facts = facts;
        types.forEach(type -> gaps.put(type.getSimpleName(), new ArrayList<>()));
    }

    String owner() {
        return owner;
    }

    @Nullable
    String sha() {
        return sha;
    }

    Provenance.File place(JavaUnit unit, JavaSpan span) {
        return new Provenance.File(
                places.source().commit(),
                unit.path(),
                span.startLine(),
                span.startColumn(),
                span.endLine(),
                span.endColumn(),
                null);
    }

    Provenance.File place(String path, int line) {
        return places.lines(path, line, line);
    }

    /** A key that no fact of the type has yet. */
    String key(Class<? extends Fact> type, String base) {
        return keyed.computeIfAbsent(type.getSimpleName(), t -> new DistinctKeys())
                .key(base);
    }

    DistinctKeys keys() {
        return keys;
    }

    Consumer<Fact> consumer() {
        return facts;
    }

    void fact(Fact fact) {
        facts.accept(fact);
    }

    void matched(String path) {
        matched.add(path);
    }

    /** Something that stays open; {@code types} may lack a fact because of it. */
    void unresolved(
            String lookedFor,
            String expression,
            String reason,
            JavaUnit unit,
            JavaSpan span,
            List<Class<? extends Fact>> types) {
        open(lookedFor, expression, reason, place(unit, span), types);
    }

    /** The same for something in a file that is no Java; line 0 for the whole file. */
    void unresolved(
            String lookedFor,
            String expression,
            String reason,
            String path,
            int line,
            List<Class<? extends Fact>> types) {
        open(lookedFor, expression, reason, line == 0 ? places.whole(path) : place(path, line), types);
    }

    private void open(
            String lookedFor,
            String expression,
            String reason,
            Provenance.File place,
            List<Class<? extends Fact>> types) {
        types.forEach(type -> gap(type, place.path(), place.startLine(), reason));
        facts.accept(new Unresolved(
                key(Unresolved.class, place.path() + "#" + lookedFor),
                owner,
                place,
                lookedFor,
                Secrets.shown(expression, MAX_SHOWN),
                reason,
                types.stream().map(Class::getSimpleName).sorted().toList(),
                place.path()));
    }

    void gap(Class<? extends Fact> type, String path, int line, String reason) {
        gaps.computeIfAbsent(type.getSimpleName(), t -> new ArrayList<>()).add(new Coverage.Gap(path, line, reason));
    }

    void close(String extractor) {
        gaps.forEach((type, list) -> {
            Set<String> failed = new HashSet<>();
            list.forEach(gap -> failed.add(gap.path()));
            Set<String> all = new HashSet<>(matched);
            all.addAll(failed);
            facts.accept(Coverage.of(extractor, type, owner, all.size(), failed.size(), "*.java", list));
        });
    }
}
