package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Provenance;

/**
 * An exported catalogue with its place.
 *
 * @param path within its folder
 * @param file the folder's name and the path, for a reader
 * @param place service in whose directory it lies; empty when it lies in none
 */
record ExportedCatalog(CatalogDocument document, String path, String file, String sha256, String place) {
    /** The place of a value, by its JSON pointer. */
    Provenance.Export at(String pointer) {
        return new Provenance.Export(
                "postgres-catalog", path, sha256, pointer, "assay collect postgres", document.observedAt());
    }

    /** Name of the file without its ending. */
    String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".json".length());
    }
}
