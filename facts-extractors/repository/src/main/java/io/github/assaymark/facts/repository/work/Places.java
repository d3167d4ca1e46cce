package io.github.assaymark.facts.repository.work;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.RepositorySource;

/** Places in the files of one source. */
public record Places(RepositorySource source) {

    /** The file as a whole. */
    public Provenance.File whole(String path) {
        return new Provenance.File(source.commit(), path, 0, 0, 0, 0, null);
    }

    /** Whole lines. */
    public Provenance.File lines(String path, int first, int last) {
        return new Provenance.File(source.commit(), path, first, 0, last, 0, null);
    }

    /** A piece of one line; columns from 1, the end is the column after the last character. */
    public Provenance.File piece(String path, int line, int start, int end) {
        return new Provenance.File(source.commit(), path, line, start, line, end, null);
    }
}
