package io.github.assaymark.facts.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Statements are taken for what PostgreSQL's grammar takes them for. With {@code -Dassay.trial=DIR} the parts of the
 * histories below it too.
 */
final class KindOracleTest {
    @Test
    void statements_are_what_postgresql_says() throws IOException, InterruptedException {
        String missing = PostgresGrammar.missing();
        if (missing != null) {
            System.out.println(
                    "SKIPPED: kinds of statements are not compared with PostgreSQL's grammar, because " + missing);
            abort(missing);
        }
        List<Path> files = TrialTexts.files();
        int statements = 0;
        int opaque = 0;
        Map<String, Integer> differing = new TreeMap<>();
        for (Map.Entry<Path, PostgresGrammar.Parsed> entry :
                PostgresGrammar.parse(files).entrySet()) {
            if (entry.getValue().error() != null) continue;
            SqlScript script = SqlScript.of(Files.readString(entry.getKey()));
            List<PostgresGrammar.Statement> theirs = entry.getValue().statements();
            assertThat(script.statements()).hasSameSizeAs(theirs);
            for (int i = 0; i < theirs.size(); i++) {
                Ddl ours = DdlGrammar.of(script, script.statements().get(i));
                statements++;
                if (ours instanceof Ddl.Opaque) opaque++;
                String kind = Kinds.of(ours);
                if (!Kinds.agree(kind, theirs.get(i)))
                    differing.merge(
                            theirs.get(i).kind() + " " + theirs.get(i).object() + " taken for " + kind
                                    + (ours instanceof Ddl.Opaque reason ? ": " + reason.reason() : "")
                                    + "  e.g. "
                                    + script.text(script.statements().get(i))
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            1,
                            Integer::sum);
            }
        }
        int wrong = differing.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(statements + " statements, " + wrong + " taken for something else, " + opaque + " opaque");
        differing.forEach((what, count) -> System.out.println("  " + count + "  " + what));
        assertThat(wrong * 1000).as("two in a thousand may differ").isLessThanOrEqualTo(statements * 2);
    }
}
