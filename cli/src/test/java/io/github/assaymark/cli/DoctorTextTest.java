package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.Unresolved;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DoctorTextTest {
    private static Unresolved open(String lookedFor, String path, int line, String expression, String reason) {
        return new Unresolved(
                path + "#" + lookedFor + line,
                "",
                new Provenance.File(null, path, line, 3, line, 9, null),
                lookedFor,
                expression,
                reason,
                List.of("Route"),
                path);
    }

    private static String doctor(List<Fact> facts) throws IOException {
        StringBuilder out = new StringBuilder();
        new DoctorText(new ScanResult(Snapshot.of(facts), List.of(), List.of()), List.of(), out).write();
        return out.toString();
    }

    @Test
    void every_open_expression_is_named_with_its_place_and_what_was_looked_for() throws IOException {
        List<Fact> facts = new ArrayList<>();
        facts.add(open("scope of a guard", "src/b.ts", 7, "scopes[kind]", "it is only known when it runs"));
        facts.add(open("path of a route", "src/a.ts", 40, "prefix + '/x'", "it depends on a condition"));
        facts.add(open("path of a route", "src/a.ts", 5, "p".repeat(100), "it is assigned more than once"));
        facts.add(Coverage.of(
                "routes",
                "Route",
                "",
                2,
                2,
                "*.ts",
                List.of(
                        new Coverage.Gap("src/a.ts", 40, "it depends on a condition"),
                        new Coverage.Gap("src/c.ts", 1, "the syntax is not understood here"))));
        assertThat(doctor(facts))
                .contains("\nNot read, or not whole: 1\n"
                        + "  src/c.ts:1: the syntax is not understood here  (misses Route)\n"
                        + "\nLeft open by source code: 3 expressions\n"
                        + "  path of a route: 2  (misses Route)\n"
                        + "    src/a.ts:5  " + "p".repeat(79) + "…  (it is assigned more than once)\n"
                        + "    src/a.ts:40  prefix + '/x'  (it depends on a condition)\n"
                        + "  scope of a guard: 1  (misses Route)\n"
                        + "    src/b.ts:7  scopes[kind]  (it is only known when it runs)\n");
    }

    @Test
    void many_of_one_kind_are_counted() throws IOException {
        List<Fact> facts = new ArrayList<>();
        for (int i = 1; i <= 25; i++) facts.add(open("path of a route", "src/a.ts", i, "p" + i, "open"));
        assertThat(doctor(facts))
                .contains("    src/a.ts:10  p10  (open)\n    ... and 15 more: assay facts --type Unresolved\n")
                .doesNotContain("p11");
    }

    @Test
    void nothing_open_is_said_too() throws IOException {
        assertThat(doctor(List.of())).contains("\nLeft open by source code: nothing\n");
    }

    @Test
    void what_a_database_shows_otherwise_than_the_migrations_is_named() throws IOException {
        List<Fact> facts = new ArrayList<>();
        for (int i = 1; i <= 22; i++)
            facts.add(new SchemaDisagreement(
                    String.format(Locale.ROOT, "s%02d", i),
                    "",
                    new Provenance.File(null, "db/0001_a.sql", i, 1, i, 9, null),
                    "0001_a",
                    "lock on table:t" + i,
                    "SHARE",
                    "ACCESS_EXCLUSIVE",
                    "db/0001_a.sql"));

        assertThat(doctor(facts))
                .contains("\nA database shows otherwise than the migrations say: 22\n")
                .contains("  db/0001_a.sql:1: lock on table:t1: the text says SHARE, the database ACCESS_EXCLUSIVE\n")
                .contains("db/0001_a.sql:20: ", "  ... and 2 more: assay facts --type SchemaDisagreement\n")
                .doesNotContain("db/0001_a.sql:21: ");
    }

    @Test
    void a_database_that_shows_what_the_migrations_say_is_named_too() throws IOException {
        Coverage compared = Coverage.of("shadow", "SchemaDisagreement", "", 4, 0, "histories", List.of());

        assertThat(doctor(List.of(compared)))
                .contains("\nA database shows otherwise than the migrations say: nothing\n");
        assertThat(doctor(List.of())).doesNotContain("A database shows");
    }
}
