package io.github.assaymark.facts.repository.source;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** A file of a commit. */
final class CommitFile extends StoredFile {
    private final Repository repository;
    private final ObjectId id;

    CommitFile(String path, long size, Repository repository, ObjectId id) {
        super(path, size, true);
        this.repository = repository;
        this.id = id;
    }

    @Override
    public String blob() {
        return id.name();
    }

    @Override
    InputStream open() throws IOException {
        try {
            return repository.open(id, Constants.OBJ_BLOB).openStream();
        } catch (MissingObjectException e) {
            throw new MissingContentException();
        }
    }
}
