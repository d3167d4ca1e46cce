package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Coverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an exported catalogue.
 *
 * @param status whether it could be read whole
 * @param reason why it could not; null when it could
 * @param line where it stands, or 1
 */
record CatalogPart(
        String name, Coverage.Status status, @Nullable String reason, int line, List<CatalogRow> rows) {
    CatalogPart {
        rows = List.copyOf(rows);
    }

    static CatalogPart missing(String name, boolean denied) {
        return new CatalogPart(
                name,
                denied ? Coverage.Status.DENIED : Coverage.Status.FAILED,
                denied
                        ? "the part `" + name + "` is missing, because the role was not allowed to read it"
                        : "the part `" + name + "` is missing",
                1,
                List.of());
    }
}
