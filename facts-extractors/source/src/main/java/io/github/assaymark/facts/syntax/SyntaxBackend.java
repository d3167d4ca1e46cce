package io.github.assaymark.facts.syntax;

import io.github.assaymark.model.extract.Limits;

/**
 * A parser of one family of languages. It never throws for what a file holds: what it does not understand is an error
 * node and a damaged range, and a file over a limit is refused. Safe for use by many threads.
 */
public interface SyntaxBackend {
    /** Changes whenever the tree of the same input changes. */
    int version();

    /** Whether it reads files of this name. */
    boolean reads(String path);

    /** The tree of a file; {@code bytes} are not copied and must not change. */
    SyntaxTree parse(String path, byte[] bytes, Limits limits);
}
