package io.github.assaymark.model;

/** How much an unmet item weighs, heaviest first. Only blockers close the gate. */
public enum Severity {
    BLOCKER,
    MAJOR,
    MINOR,
    INFO
}
