package io.github.assaymark.facts.migrations;

import org.jspecify.annotations.Nullable;

/** Cuts files of migrations into the parts their tools run. */
final class Sections {
    private Sections() {}

    /** A part of a file. */
    enum Cut {
        /** The whole file. */
        WHOLE,
        GOOSE_UP,
        GOOSE_DOWN,
        DBMATE_UP,
        DBMATE_DOWN,
        DRIZZLE,
        LIQUIBASE_CHANGE,
        LIQUIBASE_ROLLBACK,
        CODE_UP,
        CODE_DOWN,
        /** A file in a language that is not read. */
        OPAQUE
    }

    /**
     * What the tool says of a file.
     *
     * @param transactional whether it opens a transaction around it, unless the file says otherwise
     * @param batch whether it sends the part in one piece
     * @param index of the part among those of its kind in the file
     * @param reason why the file is not read; empty when it is
     */
    record Settings(boolean transactional, boolean batch, int index, String reason) {
        static final Settings TRANSACTION = new Settings(true, false, 0, "");
        static final Settings ALONE = new Settings(false, false, 0, "");
        static final Settings BATCH = new Settings(false, true, 0, "");

        static Settings unread(boolean transactional, String reason) {
            return new Settings(transactional, false, 0, reason);
        }
    }

    /** A part of a file; null when the file has none of this kind. */
    static @Nullable Section cut(String text, Cut cut, Settings settings) {
        return switch (cut) {
            case WHOLE -> settings.batch() ? Section.batch(text) : Section.of(text, settings.transactional());
            case GOOSE_UP -> GooseFile.of(text).up(settings.transactional());
            case GOOSE_DOWN -> GooseFile.of(text).down(settings.transactional());
            case DBMATE_UP, DBMATE_DOWN, DRIZZLE, LIQUIBASE_CHANGE, LIQUIBASE_ROLLBACK, CODE_UP, CODE_DOWN ->
                throw new IllegalStateException("not yet");
            case OPAQUE -> Section.code(text, settings.transactional(), settings.reason());
        };
    }
}
