package io.github.assaymark.model.fact;

/** How an exported file came to be. */
public enum ExportOrigin {
    /** A collector wrote it. */
    COLLECTED,
    /** A person or a pipeline exported it, and it was stamped afterwards. */
    IMPORTED,
    /** It is a file of the judged repository. */
    IN_REPOSITORY
}
