package io.github.assaymark.model.extract;

import io.github.assaymark.model.Fact;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns files into facts; found through {@link java.util.ServiceLoader}. Implementations keep no state between calls
 * and are safe for use by many threads. They never guess, are never silent about what they could not read, and never
 * fail because of what a file holds.
 */
public interface FactExtractor {
    /** Stable id in kebab-case, for example {@code markdown}. */
    String id();

    /** Changes whenever the facts of the same input change: part of the key of every cache of facts. */
    int version();

    /**
     * The fact types it is asked for. It owes {@link io.github.assaymark.model.Coverage} for each of them and every
     * owner.
     */
    Set<Class<? extends Fact>> factTypes();

    /**
     * Whether it may be asked for one owner at a time: what it says of the files of an owner then only depends on these
     * files and on others that it asks for by their paths, and never on how often or in which order it is asked. Others
     * are asked for the whole repository again when a file changes that they read.
     */
    default boolean byOwner() {
        return false;
    }

    /**
     * Name of a family of extractors that derive the same things first, for example the values of the same programs.
     * All of a family are asked for one owner after another, by one thread and with the same context, so that they can
     * share what they derived ({@link ScanContext#shared}). Only for those that are asked {@link #byOwner}, and only
     * speak of the owner they are asked for. Null for none.
     */
    default @Nullable String family() {
        return null;
    }

    /** Hands facts and coverage to {@code facts}. */
    void extract(ScanContext context, Consumer<Fact> facts);
}
