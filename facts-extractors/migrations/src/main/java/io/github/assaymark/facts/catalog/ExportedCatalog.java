package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * An exported catalogue with its place.
 *
 * @param path within its folder
 * @param file the folder's name and the path, for a reader
 * @param place service in whose directory it lies; empty when it lies in none
 * @param origin what all of it comes from; null for an exported file
 */
record ExportedCatalog(
        CatalogDocument document,
        String path,
        String file,
        String sha256,
        String place,
        @Nullable Provenance origin) {
    ExportedCatalog(CatalogDocument document, String path, String file, String sha256, String place) {
        this(document, path, file, sha256, place, null);
    }

    /** The place of a value, by its JSON pointer. */
    Provenance at(String pointer) {
        if (origin != null) return origin;
        return new Provenance.Export(
                "postgres-catalog", path, sha256, pointer, "assay collect postgres", document.observedAt());
    }

    /** Name of the file without its ending. */
    String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".json".length());
    }
}
