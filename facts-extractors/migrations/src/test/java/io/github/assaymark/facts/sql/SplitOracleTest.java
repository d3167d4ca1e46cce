package io.github.assaymark.facts.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Statements begin and end where PostgreSQL's grammar says. With {@code -Dassay.trial=DIR} the parts of the histories
 * below it too.
 */
final class SplitOracleTest {
    @Test
    void statements_begin_and_end_where_postgresql_says() throws IOException, InterruptedException {
        String missing = PostgresGrammar.missing();
        if (missing != null) {
            System.out.println("SKIPPED: statements are not compared with PostgreSQL's grammar, because " + missing);
            abort(missing);
        }
        List<Path> files = TrialTexts.files();
        Map<Path, PostgresGrammar.Parsed> second = PostgresGrammar.parse(files);
        int agreed = 0;
        Map<String, String> differing = new TreeMap<>();
        int refused = 0;
        for (Map.Entry<Path, PostgresGrammar.Parsed> entry : second.entrySet()) {
            if (entry.getValue().error() != null) {
                refused++;
                continue;
            }
            String text = Files.readString(entry.getKey());
            List<String> theirs = entry.getValue().statements().stream()
                    .map(s -> s.start() + "-" + trimmed(text, s.end()))
                    .toList();
            List<String> ours = SqlScript.of(text).statements().stream()
                    .map(s -> bytes(text, s.start()) + "-" + bytes(text, s.end()))
                    .toList();
            if (ours.equals(theirs)) agreed++;
            else differing.put(entry.getKey().toString(), "ours " + ours + "\n theirs " + theirs);
        }
        System.out.println("statements of " + agreed + " files cut as PostgreSQL cuts them, " + differing.size()
                + " otherwise; " + refused + " files it refuses");
        assertThat(differing).isEmpty();
        assertThat(agreed).isPositive();
    }

    private static int bytes(String text, int offset) {
        return text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Its statements run to the semicolon: white space and comments before that are no part of ours. */
    private static int trimmed(String text, int end) {
        String before = new String(text.getBytes(StandardCharsets.UTF_8), 0, end, StandardCharsets.UTF_8);
        SqlTokens tokens = SqlLexer.lex(before);
        return tokens.size() == 0 ? 0 : bytes(text, tokens.end(tokens.size() - 1));
    }
}
