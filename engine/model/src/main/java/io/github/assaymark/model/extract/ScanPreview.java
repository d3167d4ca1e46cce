package io.github.assaymark.model.extract;

import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import java.util.List;

/**
 * The facts of files held in memory, and what would become of them if some of the files were others, for example those
 * that an editor has not saved. Every question is about the files as they were opened: no answer changes them. For one
 * thread at a time.
 *
 * <p>An answer costs what {@link LiveScan#update} costs, twice; where that reads everything again, a scan.
 */
public interface ScanPreview extends AutoCloseable {
    /** The facts of the files as they are. */
    Snapshot snapshot();

    /**
     * What turns {@link #snapshot} into what a scan of the changed files gives; base facts are not compared.
     *
     * @throws ScanException when the changed configuration has errors
     * @throws IllegalStateException when it is closed
     */
    FactDelta delta(List<FilePatch> patches);

    @Override
    void close();
}
