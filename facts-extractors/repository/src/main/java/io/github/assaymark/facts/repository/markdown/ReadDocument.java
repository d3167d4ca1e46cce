package io.github.assaymark.facts.repository.markdown;

import org.jspecify.annotations.Nullable;

/**
 * A document that was read.
 *
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param changed whether it differs from the base revision
 * @param base what it said there; null when it did not exist, was the same or cannot be read
 */
record ReadDocument(
        String path,
        MarkdownText text,
        String sha256,
        boolean changed,
        @Nullable MarkdownText base) {}
