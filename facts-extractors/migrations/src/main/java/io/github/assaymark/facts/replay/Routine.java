package io.github.assaymark.facts.replay;

/**
 * A function or procedure; those of one name are one.
 *
 * @param text of the statement that made it
 */
record Routine(String schema, String name, Origin origin, String text, Volatility volatility) {
    String key() {
        return schema.equals(Relation.PUBLIC) ? name : schema + "." + name;
    }

    Routine named(String newSchema, String newName) {
        return new Routine(newSchema, newName, origin, text, volatility);
    }
}
