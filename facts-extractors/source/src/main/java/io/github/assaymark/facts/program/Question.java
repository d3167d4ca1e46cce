package io.github.assaymark.facts.program;

/**
 * Something that is asked of a program about a piece of it. There is one instance for each thing that is asked, held in
 * a constant: answers are remembered by it. Safe for use by many threads.
 *
 * @param <K> what it is asked about: a {@link Module}, a {@link Located} or a text
 * @param <T> the answer: immutable, and equal to another one that says the same
 */
@FunctionalInterface
public interface Question<K, T> {
    /** The answer; depends on nothing but the key and what it asks of the program. */
    T of(Program program, K key);
}
