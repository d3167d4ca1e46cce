package io.github.assaymark.model.fact;

/** Whether a history starts with an empty database. */
public enum Baseline {
    /** Every object that is changed was created before. */
    COMPLETE,
    /** Some object is changed that was never created. */
    MISSING,
    /** Something that was not understood may have created objects. */
    UNKNOWN
}
