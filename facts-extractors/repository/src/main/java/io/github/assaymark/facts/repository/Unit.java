package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.Listing;
import io.github.assaymark.facts.repository.source.Reads;
import io.github.assaymark.model.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A family of extractors asked for one owner, or for all of them; with what they read and said. Used by one thread. */
final class Unit {
    private final Family family;
    private final @Nullable String owner;
    private SharedValues shared = new SharedValues();
    private Reads reads = new Reads();
    private Listing listing = new Listing(List.of());
    private List<List<Fact>> facts = List.of();
    private boolean forgotten = true;

    /** {@code owner} is null for all of them. */
    Unit(Family family, @Nullable String owner) {
        this.family = family;
        this.owner = owner;
    }

    Family family() {
        return family;
    }

    @Nullable
    String owner() {
        return owner;
    }

    SharedValues shared() {
        return shared;
    }

    Reads reads() {
        return reads;
    }

    /** The files it lists. */
    Listing listing() {
        return listing;
    }

    /** Whether it looked at what a file holds that it found in its list. */
    boolean lookedAt(String path) {
        return listing.isLookedAt(path);
    }

    /** By extractor. */
    List<List<Fact>> facts() {
        return facts;
    }

    void now(Reads read, Listing listed, List<List<Fact>> said) {
        this.reads = read;
        this.listing = listed;
        this.facts = said;
        this.forgotten = false;
    }

    /** The same, where it may still know what it read before, and so did not read it again. */
    void more(Reads read, Listing listed, List<List<Fact>> said) {
        this.reads.add(read);
        this.listing = listed;
        this.facts = said;
    }

    /** Whether it was asked before, and still knows what came of it. */
    boolean knows() {
        return !forgotten;
    }

    /** Somebody who was given up may still use what was shared. */
    void forget() {
        shared = new SharedValues();
        forgotten = true;
    }
}
