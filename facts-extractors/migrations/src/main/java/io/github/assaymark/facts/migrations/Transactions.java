package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.PositionMap;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import java.util.List;

/**
 * Which statements of a part share a transaction. Asked for them in order. A batch of several statements is one
 * transaction even without BEGIN (PostgreSQL manual, 55.2.2.1 Multiple Statements in a Simple Query).
 */
final class Transactions {
    private final List<Span> batches;
    private final SqlScript script;
    private final PositionMap map;
    private final int[] inBatch;
    private int last;
    private int current;
    private int batch = -1;
    private int batchNumber;

    Transactions(Section section, SqlScript script, PositionMap map) {
        this.batches = section.batches();
        this.script = script;
        this.map = map;
        this.inBatch = new int[section.batches().size()];
        for (SqlStatement statement : script.statements()) {
            int at = batchOf(statement);
            if (at >= 0) inBatch[at]++;
        }
        if (section.transactional()) current = ++last;
    }

    /** Number of the transaction of the next statement; 0 when it commits by itself. */
    int of(SqlStatement statement, Ddl ddl) {
        int at = batchOf(statement);
        if (at != batch) {
            batch = at;
            batchNumber = at >= 0 && inBatch[at] > 1 && current == 0 ? ++last : 0;
        }
        String verb = ddl instanceof Ddl.Transaction transaction ? transaction.verb() : "";
        if (verb.equals("begin") && current == 0) current = batchNumber > 0 ? batchNumber : ++last;
        int number = current > 0 ? current : batchNumber;
        if (verb.equals("commit") || (verb.equals("rollback") && !StatementShape.says(script, statement, "to"))) {
            current = 0;
            if (batchNumber > 0) batchNumber = ++last;
        }
        return number;
    }

    int ofCode() {
        return current;
    }

    private int batchOf(SqlStatement statement) {
        int offset = map.inFile(statement.start());
        int low = 0;
        int high = batches.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = batches.get(middle);
            if (offset < span.start()) high = middle - 1;
            else if (offset >= span.end()) low = middle + 1;
            else return middle;
        }
        return -1;
    }
}
