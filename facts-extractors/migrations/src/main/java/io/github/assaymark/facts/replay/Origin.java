package io.github.assaymark.facts.replay;

import io.github.assaymark.model.Provenance;

/**
 * Where something comes from.
 *
 * @param order of the migration, from 1; 0 for what no migration created
 * @param migration its key; empty for what no migration created
 * @param place the statement, or the first that speaks of it
 */
record Origin(int order, String migration, Provenance.File place) {
    boolean assumed() {
        return order == 0;
    }
}
