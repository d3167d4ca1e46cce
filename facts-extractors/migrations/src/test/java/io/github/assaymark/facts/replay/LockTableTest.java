package io.github.assaymark.facts.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LockMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lock table, a row a case: what is there before, the statement, and the locks it takes. */
final class LockTableTest {
    private static final String TABLES = """
            create table u (id int primary key);
            create table t (id int primary key, a int, b varchar(10), c text, n numeric(10, 2), s timestamp, ref int);
            create index t_a on t (a);
            """;

    private static final Map<LockMode, String> SHORT = Map.of(
            LockMode.ACCESS_EXCLUSIVE, "AEL",
            LockMode.EXCLUSIVE, "EL",
            LockMode.SHARE_ROW_EXCLUSIVE, "SREL",
            LockMode.SHARE, "SL",
            LockMode.SHARE_UPDATE_EXCLUSIVE, "SUEL",
            LockMode.ROW_EXCLUSIVE, "RowEL",
            LockMode.ROW_SHARE, "RSL",
            LockMode.ACCESS_SHARE, "ASL");

    @ParameterizedTest(name = "{0}, after {1}")
    @MethodSource("rows")
    void a_statement_takes_the_locks_of_its_row(String statement, String before, String locks) {
        assertThat(locks(before, statement)).isEqualTo(locks);
    }

    private static String locks(String before, String statement) {
        List<LockFact> facts = History.of(TABLES + before, statement).facts(LockFact.class);
        return String.join(
                ", ",
                facts.stream()
                        .filter(lock -> lock.migration().equals("db/2") && lock.preExisting())
                        .map(lock -> SHORT.get(lock.mode()) + " " + lock.relation() + " " + lock.work())
                        .sorted()
                        .toList());
    }

    static List<Arguments> rows() throws IOException {
        try (InputStream file = LockTableTest.class.getResourceAsStream("lock-table.tsv")) {
            List<Arguments> rows = new ArrayList<>();
            for (String line :
                    new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("#") || line.isEmpty()) continue;
                String[] fields = line.split("\t", -1);
                rows.add(arguments(fields[1], fields[2], fields[3]));
            }
            return rows;
        }
    }
}
