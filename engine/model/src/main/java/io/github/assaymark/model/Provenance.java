package io.github.assaymark.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a fact was read. */
public sealed interface Provenance {

    /**
     * A place in a file of a repository.
     *
     * @param commit the commit the file was read at; null for the working tree
     * @param path relative to the repository root, with {@code /} between parts
     * @param startLine first line, from 1; 0 when the fact is about the whole file
     * @param startColumn first column in UTF-16 units, from 1; 0 when the fact is about whole lines
     * @param endLine last line, from 1; 0 when the fact is about the whole file
     * @param endColumn column after the last character, from 1; 0 when the fact is about whole lines
     * @param blob git object id of the content that was read; null when it was not computed
     */
    record File(
            @Nullable String commit,
            String path,
            int startLine,
            int startColumn,
            int endLine,
            int endColumn,
            @Nullable String blob)
            implements Provenance {

        /** The file as a whole. */
        public static File whole(String path) {
            return new File(null, path, 0, 0, 0, 0, null);
        }

        /** A whole line of a file. */
        public static File line(String path, int line) {
            return new File(null, path, line, 0, line, 0, null);
        }
    }

    /**
     * A place in an exported state file.
     *
     * @param export name of the export folder's entry
     * @param path of the exported file, relative to the export folder
     * @param sha256 of the exported file, lower-case hexadecimal
     * @param pointer JSON pointer (RFC 6901) of the value
     * @param command what produced the export; holds no secret
     * @param observedAt when the state was read from its system
     */
    record Export(String export, String path, String sha256, String pointer, String command, Instant observedAt)
            implements Provenance {}

    /**
     * A statement by a person.
     *
     * @param who handle of the person
     * @param when the statement's time
     * @param written where it is written down
     */
    record Human(String who, Instant when, File written) implements Provenance {}

    /**
     * Concluded from other facts.
     *
     * @param by what concluded it, for example an extractor's id
     * @param from the places of the facts it was concluded from; may be empty for facts about absence
     */
    record Derived(String by, List<Provenance> from) implements Provenance {
        /** Copies the list. */
        public Derived {
            from = List.copyOf(from);
        }
    }

    /** The file place a reader should look at first; null when there is none. */
    default @Nullable File place() {
        if (this instanceof File file) return file;
        if (this instanceof Human human) return human.written();
        if (this instanceof Derived derived) {
            for (Provenance source : derived.from()) {
                File place = source.place();
                if (place != null) return place;
            }
        }
        return null;
    }
}
