package io.github.assaymark.facts.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL text that reads the system catalogue of a PostgreSQL database and prints it as one JSON document. It changes
 * nothing, and reads neither rows nor passwords nor bodies of functions.
 */
public final class CatalogScript {
    private static final String RESOURCE = "postgres-catalog.sql";
    private static final String MARK = "-- part: ";

    private CatalogScript() {}

    /**
     * One query, which gives one text: a piece of the document.
     *
     * @param name of the part of the document, {@code head} for its beginning and {@code end} for its end
     */
    public record Part(String name, String sql) {}

    /** The whole script, for psql. */
    public static String text() {
        try (InputStream in = CatalogScript.class.getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException("the jar lacks " + RESOURCE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How psql runs the script that lies in a file; the password comes from PGPASSWORD or .pgpass. */
    public static String command(String script, String result) {
        // a part that fails must not take the parts behind it along
        return "psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_ROLLBACK=on --file=" + script
                + " --dbname=DATABASE > " + result;
    }

    /** Statements that come before all parts: one transaction that reads only, with a safe search path. */
    public static List<String> preamble() {
        String text = text();
        return statements(text.substring(0, text.indexOf(MARK)));
    }

    /** The queries in their order; the pieces they give, one after the other, are the document. */
    public static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        String[] pieces = text().split("(?m)^" + MARK, -1);
        for (int i = 1; i < pieces.length; i++) {
            int end = pieces[i].indexOf('\n');
            parts.add(new Part(
                    pieces[i].substring(0, end).strip(),
                    statements(pieces[i].substring(end)).get(0)));
        }
        return List.copyOf(parts);
    }

    /** The script has no semicolon but at the ends of its statements. */
    private static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        for (String statement : text.replaceAll("(?m)^\\s*--.*$", "").split(";", -1)) {
            if (!statement.isBlank()) statements.add(statement.strip());
        }
        return statements;
    }
}
