package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one revision that descriptions are made of, each read once. Used by one thread. */
final class SpecFiles {
    /** References lead into no more files than this. */
    static final int MAX_FILES = 500;

    /**
     * What came of a file.
     *
     * @param file null when it could not be read whole
     * @param reason why it could not, or null
     * @param line first line that was not understood; 0 for the whole file
     */
    record Opened(@Nullable StructuredFile file, @Nullable String reason, int line) {}

    private final RepositorySource source;
    private final Limits limits;
    private final Map<String, Opened> opened = new HashMap<>();

    SpecFiles(RepositorySource source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    boolean exists(String path) {
        return source.file(path) != null;
    }

    Opened open(String path) {
        Opened known = opened.get(path);
        if (known == null) {
            known = opened.size() < MAX_FILES
                    ? read(path)
                    : new Opened(null, "references lead into more than " + MAX_FILES + " files", 0);
            opened.put(path, known);
        }
        return known;
    }

    private Opened read(String path) {
        SourceFile file = source.file(path);
        if (file == null) return new Opened(null, "there is no such file", 0);
        try {
            StructuredFile read = StructuredFile.read(file, source.commit(), limits);
            if (!read.tree().complete()) {
                var problem = read.tree().problems().get(0);
                int line = read.tree().damagedFromLine();
                return new Opened(null, problem.message(), line == 0 ? problem.line() : line);
            }
            if (read.tree().documents().size() > 1) {
                int line = read.tree().documents().get(1).span().startLine();
                return new Opened(null, "it holds a second document", line);
            }
            return new Opened(read, null, 0);
        } catch (UnreadableFileException e) {
            return new Opened(null, String.valueOf(e.getMessage()), 0);
        }
    }
}
