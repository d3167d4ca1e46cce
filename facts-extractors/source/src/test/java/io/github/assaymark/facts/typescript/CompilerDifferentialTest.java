package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assaymark.facts.node.NodePackages;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares our trees with the TypeScript compiler's, file by file. Needs Node and a registry. {@code -Dassay.corpus}
 * compares many packages instead of a few; {@code -Dassay.trial=DIR} compares the files below a directory as well.
 */
final class CompilerDifferentialTest {
    private static final Path NODE = Path.of("src/test/node");
    private static final String SCRIPT = "skeleton.cjs";
    private static final String BASELINE = "differences.txt";
    private static final int SHOWN = 20;
    private static final Limits LIMITS = new Limits(16 << 20, 400, 400_000, Duration.ofSeconds(60));

    @Test
    void our_trees_are_the_compilers_trees() throws Exception {
        assumeTrue(System.getProperty("quick") == null, "skipped in a quick build");
        NodePackages packages = NodePackages.of(
                System.getProperty("assay.corpus") == null ? "sample" : "corpus", CompilerDifferentialTest.class);
        List<String> files = new ArrayList<>(sources(packages.directory().resolve("node_modules")));
        files.addAll(sources(Path.of("src/test/resources").toAbsolutePath()));
        String trial = System.getProperty("assay.trial");
        if (trial != null) files.addAll(sources(Path.of(trial)));

        Map<String, String> theirs = new TreeMap<>();
        List<String> invalid = new ArrayList<>();
        for (String line : packages.run(SCRIPT, List.of(""), files)) {
            String[] parts = line.split("\t", -1);
            if (parts[1].equals("ok")) theirs.put(parts[0], parts[2]);
            else invalid.add(parts[0] + " " + parts[1]);
        }
        TreeSet<String> different = new TreeSet<>();
        for (Map.Entry<String, String> file : theirs.entrySet())
            if (!hash(ours(file.getKey())).equals(file.getValue())) different.add(file.getKey());

        System.out.printf(
                "CompilerDifferentialTest: %d files compared, %d differ; the compiler rejects %d more%n",
                theirs.size(), different.size(), invalid.size());
        if (System.getProperty("assay.corpus") != null)
            invalid.forEach(file -> System.out.println("  rejected " + file));
        List<String> known = baseline();
        List<String> unknown = different.stream()
                .filter(file -> known.stream().noneMatch(file::endsWith))
                .toList();
        assertThat(explain(packages, unknown)).isEmpty();
        assertThat(theirs).hasSizeGreaterThan(different.size() * 1000);
    }

    private static List<String> ours(String file) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            return Skeleton.of(new TypeScriptBackend().parse(file, bytes, LIMITS), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String explain(NodePackages packages, List<String> files) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        for (String file : files.subList(0, Math.min(SHOWN, files.size()))) {
            TreeSet<String> mine = new TreeSet<>(ours(file));
            TreeSet<String> theirs = new TreeSet<>(packages.run(SCRIPT, List.of("--full"), List.of(file)));
            out.append(file).append('\n');
            mine.stream()
                    .filter(line -> !theirs.contains(line))
                    .limit(5)
                    .forEach(line -> out.append("  ours   ").append(line).append('\n'));
            theirs.stream()
                    .filter(line -> !mine.contains(line))
                    .limit(5)
                    .forEach(line -> out.append("  theirs ").append(line).append('\n'));
        }
        if (files.size() > SHOWN) out.append(files.size() - SHOWN).append(" more\n");
        return out.toString();
    }

    /** Files that may differ, each with a reason after a tab. */
    private static List<String> baseline() throws IOException {
        try (Stream<String> lines = Files.lines(NODE.resolve(BASELINE))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)[0])
                    .toList();
        }
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> Dialect.known(path.toString()) && Files.isRegularFile(path))
                    .map(Path::toString)
                    .filter(path -> !path.contains("/typescript/lib/")
                            || path.endsWith("/typescript.d.ts")
                            || path.endsWith("lib.dom.d.ts"))
                    .sorted()
                    .toList();
        }
    }

    private static String hash(List<String> lines) throws NoSuchAlgorithmException {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    }
}
