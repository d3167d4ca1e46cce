package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.Reads;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One extractor asked for one owner, or for all of them; with what it read and said. Used by one thread. */
final class Unit {
    private final FactExtractor extractor;
    private final @Nullable String owner;
    private Reads reads = new Reads();
    private List<Fact> facts = List.of();

    /** {@code owner} is null for all of them. */
    Unit(FactExtractor extractor, @Nullable String owner) {
        this.extractor = extractor;
        this.owner = owner;
    }

    FactExtractor extractor() {
        return extractor;
    }

    @Nullable
    String owner() {
        return owner;
    }

    Reads reads() {
        return reads;
    }

    List<Fact> facts() {
        return facts;
    }

    void now(Reads read, List<Fact> said) {
        this.reads = read;
        this.facts = said;
    }
}
