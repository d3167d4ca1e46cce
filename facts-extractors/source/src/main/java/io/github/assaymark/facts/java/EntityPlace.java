package io.github.assaymark.facts.java;

import java.util.Map;

/**
 * Where the fields of a class end up in a table.
 *
 * @param type the class that declares them
 * @param nullable whether rows of other classes have none of them
 * @param key whether they are part of the primary key
 * @param overrides names of columns by the fields of an embedded class
 * @param path properties that lead to the fields, each with a dot behind; empty for fields of the entity itself
 * @param depth how many classes are embedded in each other
 */
record EntityPlace(
        JavaIndex.Declared type, boolean nullable, boolean key, Map<String, String> overrides, String path, int depth) {

    static EntityPlace of(JavaIndex.Declared type, boolean nullable) {
        return new EntityPlace(type, nullable, false, Map.of(), "", 0);
    }

    JavaUnit unit() {
        return type.unit();
    }
}
