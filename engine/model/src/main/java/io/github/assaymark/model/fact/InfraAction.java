package io.github.assaymark.model.fact;

/** What a plan or state of infrastructure says of a resource. */
public enum InfraAction {
    /** It is there. */
    PRESENT,
    /** It will come. */
    CREATE,
    /** It will change. */
    UPDATE,
    /** It will be deleted and made anew. */
    REPLACE,
    /** It will go. */
    DELETE,
    /** Nothing changes. */
    NONE
}
