package io.github.assaymark.model.fact;

/** How reading the state of a system ended. */
public enum CollectionStatus {
    /** Everything in the scope was read. */
    COMPLETE,
    /** The system said that there is no such thing. */
    ABSENT,
    /** Pages are missing, or a part was not understood. */
    PARTIAL,
    /** Access was denied. */
    DENIED,
    /** The system, the way to it or the file failed. */
    FAILED,
    /** Nobody asked. */
    NOT_ATTEMPTED
}
