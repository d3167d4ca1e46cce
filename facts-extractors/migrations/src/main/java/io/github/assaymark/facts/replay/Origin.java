package io.github.assaymark.facts.replay;

/**
 * Where something comes from.
 *
 * @param order of the migration, from 1; 0 for what no migration created
 * @param migration its key; empty for what no migration created
 * @param site the statement, or the first that speaks of it
 */
record Origin(int order, String migration, Site site) {
    boolean assumed() {
        return order == 0;
    }
}
