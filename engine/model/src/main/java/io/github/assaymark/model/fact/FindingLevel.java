package io.github.assaymark.model.fact;

/** How bad a finding is. */
public enum FindingLevel {
    /** An error. */
    ERROR,
    /** A warning. */
    WARNING,
    /** A note. */
    NOTE
}
