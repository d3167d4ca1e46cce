package io.github.assaymark.facts.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Runs {@link CatalogScript} over a connection to PostgreSQL. */
public final class CatalogCollector {
    /** SQLSTATE of a missing privilege. */
    private static final String DENIED = "42501";

    private CatalogCollector() {}

    /**
     * The document that {@code assay check} reads. A part that the role may not read is in it with the word for that;
     * nothing is changed, and the connection is not closed.
     *
     * @throws SQLException when the connection breaks, or nothing can be read at all
     */
    public static String collect(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        StringBuilder document = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String first : CatalogScript.preamble()) statement.execute(first);
            try {
                for (CatalogScript.Part part : CatalogScript.parts()) {
                    document.append(piece(statement, part)).append('\n');
                }
            } finally {
                statement.execute("rollback");
            }
        } finally {
            connection.setAutoCommit(before);
        }
        return document.toString();
    }

    private static String piece(Statement statement, CatalogScript.Part part) throws SQLException {
        boolean needed = part.name().equals("head") || part.name().equals("end");
        if (needed) return text(statement, part.sql());
        statement.execute("savepoint assay");
        try {
            String piece = text(statement, part.sql());
            statement.execute("release savepoint assay");
            return piece;
        } catch (SQLException e) {
            statement.execute("rollback to savepoint assay");
            // the state alone: messages may hold anything
            String status = DENIED.equals(e.getSQLState()) ? "denied" : "failed";
            String state =
                    String.valueOf(e.getSQLState()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            return "{\"part\":\"" + part.name() + "\",\"status\":\"" + status + "\",\"sqlState\":\"" + state + "\"},";
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
