package io.github.assaymark.model.fact;

/** What a class is. */
public enum ClassRole {
    /** Serves requests. */
    CONTROLLER,
    /** Holds business logic. */
    SERVICE,
    /** Reads and writes a database. */
    REPOSITORY,
    /** Calls another system. */
    CLIENT,
    /** Is stored. */
    ENTITY,
    /** Wires others together. */
    MODULE,
    /** Decides whether a request may pass. */
    GUARD,
    /** Is thrown. */
    ERROR,
    /** Anything else. */
    OTHER
}
