package io.github.assaymark.model.verdict;

/**
 * What a change of facts would do; nothing was committed.
 *
 * @param changes verdicts that would change
 * @param gate the gate as it would be
 */
public record WhatIf(VerdictChanges changes, Gate gate) {}
