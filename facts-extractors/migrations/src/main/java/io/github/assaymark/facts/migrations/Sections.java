package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.facts.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/** Cuts files of migrations into the parts their tools run. */
final class Sections {
    private static final String BREAKPOINT = "--> statement-breakpoint";

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
        FLYWAY,
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
    static @Nullable Section cut(String path, String text, Cut cut, Settings settings) {
        return switch (cut) {
            case WHOLE -> settings.batch() ? Section.batch(text) : Section.of(text, settings.transactional());
            case GOOSE_UP -> GooseFile.of(text).up(settings.transactional());
            case GOOSE_DOWN -> GooseFile.of(text).down(settings.transactional());
            case DBMATE_UP -> DbmateFile.part(text, true);
            case DBMATE_DOWN -> DbmateFile.part(text, false);
            case DRIZZLE -> Section.of(breakpoints(text), settings.transactional());
            case FLYWAY -> Section.of(text, settings.transactional() && !allAlone(text));
            case LIQUIBASE_CHANGE -> LiquibaseFile.of(text).change(settings.index());
            case LIQUIBASE_ROLLBACK -> LiquibaseFile.of(text).rollback(settings.index());
            case CODE_UP -> CodeFile.of(path, text).part(true, settings.transactional());
            case CODE_DOWN -> CodeFile.of(path, text).part(false, settings.transactional());
            case OPAQUE -> Section.code(text, settings.transactional(), settings.reason());
        };
    }

    /** A marker between statements ends the one before it, also without a semicolon. */
    private static String breakpoints(String text) {
        int at = text.indexOf(BREAKPOINT);
        if (at < 0) return text;
        char[] chars = text.toCharArray();
        for (; at >= 0; at = text.indexOf(BREAKPOINT, at + 1)) {
            Blank.fill(chars, at, at + BREAKPOINT.length());
            chars[at] = ';';
        }
        return new String(chars);
    }

    /** Flyway opens no transaction for a migration whose statements all refuse to run in one. */
    private static boolean allAlone(String text) {
        SqlScript script = SqlScript.of(text);
        if (script.statements().isEmpty()) return false;
        for (SqlStatement statement : script.statements()) {
            SqlTokens tokens = script.tokens();
            int first = statement.firstToken();
            boolean index = StatementShape.says(script, statement, "concurrently")
                    && (tokens.is(first, "create") || tokens.is(first, "drop") || tokens.is(first, "reindex"));
            boolean database = (tokens.is(first, "create") || tokens.is(first, "drop"))
                    && (tokens.is(first + 1, "database")
                            || tokens.is(first + 1, "tablespace")
                            || tokens.is(first + 1, "subscription"));
            boolean system = tokens.is(first, "alter") && tokens.is(first + 1, "system");
            if (!index && !database && !system && !tokens.is(first, "vacuum")) return false;
        }
        return true;
    }
}
