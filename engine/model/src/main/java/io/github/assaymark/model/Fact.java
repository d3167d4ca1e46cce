package io.github.assaymark.model;

/**
 * One thing that is known to be so, with the place it was read from. Implementations are immutable records whose
 * components are restricted to the kinds of {@link io.github.assaymark.model.catalogue.ValueType}; they hold no secret
 * value and no floating point number.
 *
 * <p>A property that is {@code null} is known to be absent. Something that could not be read is never {@code null}: it
 * leaves the fact out and makes the {@link Coverage} of its type incomplete.
 */
public interface Fact {
    /**
     * Stable logical name, unique within the fact type, for example {@code POST /v1/orders}; never holds a line number.
     */
    String key();

    /**
     * Directory of the service the fact belongs to, relative to the repository root with {@code /} between parts; the
     * empty text for facts that belong to the repository as a whole.
     */
    String owner();

    /** Where the fact was read. */
    Provenance provenance();
}
