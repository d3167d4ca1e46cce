package io.github.assaymark.model.fact;

/** How a deployment ended. */
public enum DeploymentStatus {
    /** Done. */
    SUCCESS,
    /** Failed. */
    FAILURE,
    /** Not done yet. */
    RUNNING,
    /** Given up. */
    CANCELLED,
    /** Taken back. */
    ROLLED_BACK,
    /** Not told. */
    UNKNOWN
}
