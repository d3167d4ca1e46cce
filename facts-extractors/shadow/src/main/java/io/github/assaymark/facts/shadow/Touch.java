package io.github.assaymark.facts.shadow;

import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;

/**
 * What a statement did to a relation that was there before its migration.
 *
 * @param relation as it was before the statement
 * @param mode strongest that the transaction holds after the statement
 * @param taken whether the statement took it, and no earlier one of the transaction
 */
record Touch(Relation relation, LockMode mode, boolean taken, LockWork work) {
    /** Writers wait while the relation is read or written whole. */
    boolean hazard() {
        return mode.compareTo(LockMode.SHARE) >= 0 && work != LockWork.NONE;
    }
}
