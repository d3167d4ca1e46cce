package io.github.assaymark.model;

/** When an item can first be expected to hold, earliest first. */
public enum Phase {
    PRE_MERGE,
    AFTER_MERGE,
    AFTER_DEV_DEPLOY,
    AFTER_STAGING_DEPLOY,
    PRE_PROMOTION,
    PROMOTION,
    AFTER_PROMOTION,
    AFTER_GA
}
