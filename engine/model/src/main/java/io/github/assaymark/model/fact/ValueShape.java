package io.github.assaymark.model.fact;

/** What a value in a YAML or JSON file looks like. */
public enum ValueShape {
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A list. */
    LIST,
    /** A map. */
    MAP,
    /** Null, or nothing at all. */
    NOTHING
}
