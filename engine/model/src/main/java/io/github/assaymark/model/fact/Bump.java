package io.github.assaymark.model.fact;

/** Release kinds, smallest first. */
public enum Bump {
    /** A repair. */
    PATCH,
    /** An addition. */
    MINOR,
    /** A change that breaks users. */
    MAJOR
}
