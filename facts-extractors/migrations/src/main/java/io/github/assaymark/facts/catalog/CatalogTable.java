package io.github.assaymark.facts.catalog;

/**
 * A table of an exported catalogue.
 *
 * @param service directory of the service it belongs to; empty when there is none
 * @param key as facts name it
 */
record CatalogTable(String service, String key, CatalogRow row) {
    /** Name of a table as facts write it: without the schema where that is the usual one. */
    static String key(String schema, String name) {
        return schema.equals("public") ? name : schema + "." + name;
    }
}
