package io.github.assaymark.model.extract;

import io.github.assaymark.model.Snapshot;
import java.util.List;

/**
 * What a scan gave.
 *
 * @param packs names of the packs, or paths of pack directories, the configuration asks for; empty when it names none
 * @param detection what was concluded about the repository and why, one line each, for {@code assay doctor}
 */
public record ScanResult(Snapshot snapshot, List<String> packs, List<String> detection) {
    /** Copies the lists. */
    public ScanResult {
        packs = List.copyOf(packs);
        detection = List.copyOf(detection);
    }
}
