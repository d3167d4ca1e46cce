package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that notes when somebody looks at its content. */
final class ObservedFile extends StoredFile {
    private final StoredFile file;
    private final @Nullable Reads reads;
    private volatile boolean looked;

    /** {@code reads} is null for a file that remembers itself whether it was looked at. */
    ObservedFile(StoredFile file, @Nullable Reads reads) {
        super(file.path(), file.size(), file.tracked());
        this.file = file;
        this.reads = reads;
    }

    StoredFile stored() {
        return file;
    }

    @Override
    void looked() {
        if (reads != null) reads.contents().add(path());
        else if (!looked) looked = true;
    }

    boolean isLookedAt() {
        return looked;
    }

    @Override
    InputStream open() throws IOException, UnreadableFileException {
        looked();
        return file.open();
    }

    /** Another kind counts as another file. */
    @Override
    public FileKind kind() {
        return file.kind();
    }

    @Override
    public @Nullable String blob() {
        looked();
        return file.blob();
    }
}
