package io.github.assaymark.facts.shadow;

import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.RelationKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The connection migrations run on, and what can be seen from it. Not for use by several threads. */
final class Session implements AutoCloseable {
    private static final int GRACE_SECONDS = 10;
    /** In the order of the bits. */
    private static final List<LockMode> MODES = List.of(LockMode.values());

    private final Connection connection;
    private final Statement statement;

    Session(Connection connection, int statementSeconds) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        // migrations may lift the limit of the server: this one they do not reach
        statement.setQueryTimeout(statementSeconds + GRACE_SECONDS);
        execute("set client_min_messages = error");
    }

    /**
     * What a session holds of a relation.
     *
     * @param mode strongest; null for none
     * @param relation null when it is gone
     * @param scans begun in this transaction, and in those before that are not yet accounted for
     */
    record Seen(long oid, @Nullable LockMode mode, @Nullable Relation relation, long scans) {}

    /** What came of giving a table rows. */
    record Filled(long oid, boolean filled, @Nullable String problem) {}

    /** Runs a text as it is. */
    void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /** All relations, by their numbers; with scans of this session that are not yet accounted for. */
    Map<Long, Seen> relations() throws SQLException {
        Map<Long, Seen> relations = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select * from assay_shadow.relations()")) {
            while (rows.next()) {
                long oid = rows.getLong(1);
                Relation relation = relation(rows, oid, rows.getString(2), rows.getString(3), 4);
                relations.put(oid, new Seen(oid, null, relation, rows.getLong(9)));
            }
        }
        return relations;
    }

    /** What the transaction holds, by relation; relations of other sessions and of the system left out. */
    Map<Long, Seen> seen() throws SQLException {
        Map<Long, Seen> seen = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select * from assay_shadow.seen()")) {
            while (rows.next()) {
                long oid = rows.getLong(1);
                int modes = rows.getInt(2);
                String namespace = rows.getString(3);
                if (modes == 0 || (namespace != null && namespace.startsWith("pg_"))) continue;
                LockMode mode = MODES.get(31 - Integer.numberOfLeadingZeros(modes));
                String name = rows.getString(4);
                Relation relation = namespace == null || name == null ? null : relation(rows, oid, namespace, name, 5);
                seen.put(oid, new Seen(oid, mode, relation, rows.getLong(10)));
            }
        }
        return seen;
    }

    private static Relation relation(ResultSet rows, long oid, String namespace, String name, int from)
            throws SQLException {
        RelationKind kind = switch (rows.getString(from)) {
            case "p" -> RelationKind.PARTITIONED_TABLE;
            case "i", "I" -> RelationKind.INDEX;
            case "v" -> RelationKind.VIEW;
            case "m" -> RelationKind.MATERIALIZED_VIEW;
            case "S" -> RelationKind.SEQUENCE;
            case "f" -> RelationKind.FOREIGN_TABLE;
            default -> RelationKind.TABLE;
        };
        return new Relation(
                oid,
                namespace.equals("public") ? name : namespace + "." + name,
                kind,
                rows.getLong(from + 1),
                rows.getLong(from + 2),
                rows.getString(from + 3).equals("t"));
    }

    /** Gives rows to those of some tables that have none. */
    List<Filled> fill(Collection<Long> tables, int rows) throws SQLException {
        if (tables.isEmpty()) return List.of();
        List<Filled> filled = new ArrayList<>();
        execute("select assay_shadow.hold_triggers(true)");
        try (ResultSet result =
                statement.executeQuery("select * from assay_shadow.fill(" + array(tables) + ", " + rows + ")")) {
            while (result.next()) filled.add(new Filled(result.getLong(1), result.getBoolean(2), result.getString(3)));
        } finally {
            execute("select assay_shadow.hold_triggers(false)");
        }
        return filled;
    }

    /** Takes all rows of some tables away. */
    void clear(Collection<Long> tables) throws SQLException {
        if (tables.isEmpty()) return;
        execute("select assay_shadow.hold_triggers(true)");
        try {
            execute("select assay_shadow.clear(" + array(tables) + ")");
        } finally {
            execute("select assay_shadow.hold_triggers(false)");
        }
    }

    /** Lines that say what some relations look like, by relation; 0 for what is no relation. */
    Map<Long, List<String>> lines(Collection<Long> relations) throws SQLException {
        Map<Long, List<String>> lines = new LinkedHashMap<>();
        String sql = "select * from assay_shadow.lines_beside()"
                + (relations.isEmpty()
                        ? ""
                        : " union all select * from assay_shadow.lines_of(" + array(relations) + ")");
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next())
                lines.computeIfAbsent(rows.getLong(1), oid -> new ArrayList<>()).add(rows.getString(2));
        }
        return lines;
    }

    private static String array(Collection<Long> oids) {
        return oids.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::oid[]"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
