package io.github.assaymark.model.fact;

/** Whether something is meant to be or is. */
public enum StateSource {
    /** Written down in a file that a deployment reads. */
    DECLARED,
    /** Said by the system itself. */
    DEPLOYED
}
