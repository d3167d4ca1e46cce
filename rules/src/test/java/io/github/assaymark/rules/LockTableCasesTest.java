package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.FileEdit;
import io.github.assaymark.testkit.ItemCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each row of the lock table is a case of an item. */
final class LockTableCasesTest {
    private static final Path ROWS = Path.of(
            "../facts-extractors/migrations/src/test/resources/io/github/assaymark/facts/replay/lock-table.tsv");
    private static final Path CASES = Path.of("cases/loop/production-readiness/data/lock-table.yaml");

    @Test
    void no_row_is_without_a_case() throws IOException {
        Set<String> cases = new HashSet<>();
        for (ItemCase one : CaseFile.read(CASES).cases())
            cases.add(text(one, "0006_before") + "\t" + text(one, "0007_change"));
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(ROWS)) {
            if (line.startsWith("#")) continue;
            String[] fields = line.split("\t", -1);
            String change = fields[1] + ";\n";
            rows++;
            boolean there = cases.stream()
                    .anyMatch(one -> one.endsWith("\t" + change)
                            && one.substring(0, one.indexOf('\t'))
                                    .endsWith(fields[2].isEmpty() ? "t (a);\n" : "\n" + fields[2].strip() + "\n"));
            if (!there) missing.add(fields[1] + " after " + fields[2]);
        }
        assertThat(missing).as("rows without a case in " + CASES).isEmpty();
        assertThat(rows).isGreaterThan(140);
    }

    private static String text(ItemCase one, String name) {
        for (FileEdit edit : one.edits())
            if (edit instanceof FileEdit.Write write && write.path().contains(name)) return write.text();
        return "";
    }
}
