package io.github.assaymark.facts.replay;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type as declared, in lower case; of a type of this schema, its name when it was declared
 * @param userType number of the type of this schema that it has; 0 for a type of the database
 * @param defaultExpression null when there is none
 * @param generation how its values come to be
 * @param addedIn key of the migration
 * @param nullabilityIn key of the migration that last said whether it may be null; null when none did
 */
record Column(
        String name,
        String type,
        int userType,
        boolean notNull,
        @Nullable String defaultExpression,
        Generation generation,
        @Nullable String addedIn,
        @Nullable String nullabilityIn,
        Site site) {
    enum Generation {
        NONE,
        IDENTITY,
        STORED,
        VIRTUAL
    }

    Column named(String newName) {
        return new Column(
                newName, type, userType, notNull, defaultExpression, generation, addedIn, nullabilityIn, site);
    }

    Column typed(String newType, int newUserType) {
        return new Column(
                name, newType, newUserType, notNull, defaultExpression, generation, addedIn, nullabilityIn, site);
    }

    Column notNull(boolean value, String migration) {
        return new Column(name, type, userType, value, defaultExpression, generation, addedIn, migration, site);
    }

    Column defaulted(@Nullable String expression) {
        return new Column(name, type, userType, notNull, expression, generation, addedIn, nullabilityIn, site);
    }

    Column generated(Generation newGeneration) {
        return new Column(
                name, type, userType, notNull, defaultExpression, newGeneration, addedIn, nullabilityIn, site);
    }
}
