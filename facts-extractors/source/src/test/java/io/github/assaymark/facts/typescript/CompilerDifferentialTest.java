package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares our trees with the TypeScript compiler's, file by file. Needs Node and a registry, else it is skipped.
 * {@code -Dassay.corpus} compares many packages instead of a few; {@code -Dassay.trial=DIR} compares the files below a
 * directory as well.
 */
final class CompilerDifferentialTest {
    private static final Path NODE = Path.of("src/test/node");
    private static final String BASELINE = "differences.txt";
    private static final int SHOWN = 20;
    private static final Limits LIMITS = new Limits(16 << 20, 400, 400_000, Duration.ofSeconds(60));

    @Test
    void our_trees_are_the_compilers_trees() throws Exception {
        assumeTrue(System.getProperty("quick") == null, "skipped in a quick build");
        boolean node = starts("node");
        if (!node) System.out.println("CompilerDifferentialTest: skipped, there is no node on the PATH");
        assumeTrue(node, "Node is missing");
        Path packages = packages(System.getProperty("assay.corpus") == null ? "sample" : "corpus");
        List<String> files = new ArrayList<>(sources(packages.resolve("node_modules")));
        files.addAll(sources(Path.of("src/test/resources").toAbsolutePath()));
        String trial = System.getProperty("assay.trial");
        if (trial != null) files.addAll(sources(Path.of(trial)));

        Map<String, String> theirs = new TreeMap<>();
        List<String> invalid = new ArrayList<>();
        for (String line : node(packages, files, "")) {
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

    private static String explain(Path packages, List<String> files) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        for (String file : files.subList(0, Math.min(SHOWN, files.size()))) {
            TreeSet<String> mine = new TreeSet<>(ours(file));
            TreeSet<String> theirs = new TreeSet<>(node(packages, List.of(file), "--full"));
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

    private static boolean starts(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** The directory into which the pinned packages are installed. */
    private static Path packages(String name) throws IOException, InterruptedException {
        Path target = Path.of("target/node", name).toAbsolutePath();
        Files.createDirectories(target);
        Path lock = NODE.resolve(name).resolve("package-lock.json");
        Path installed = target.resolve("installed.json");
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) return target;
        for (String file : List.of("package.json", "package-lock.json"))
            Files.copy(NODE.resolve(name).resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        boolean done;
        try {
            Process npm = new ProcessBuilder(
                            "npm",
                            "ci",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--legacy-peer-deps",
                            "--prefer-offline",
                            "--fetch-retries=0")
                    .directory(target.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(target.resolve("npm.log").toFile())
                    .start();
            done = npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0;
            npm.destroyForcibly();
        } catch (IOException missing) {
            done = false;
        }
        if (!done)
            System.out.println(
                    "CompilerDifferentialTest: skipped, the TypeScript compiler could not be installed by npm");
        assumeTrue(done, "Node, npm or a registry is missing");
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }

    private static List<String> node(Path packages, List<String> files, String option)
            throws IOException, InterruptedException {
        Path input = packages.resolve("files.txt");
        Path output = packages.resolve("skeletons.txt");
        Files.writeString(input, String.join("\n", files) + "\n");
        Process node = new ProcessBuilder(
                        "node",
                        "--max-old-space-size=3000",
                        NODE.resolve("skeleton.cjs").toString(),
                        packages.toString(),
                        option)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(node.waitFor(10, TimeUnit.MINUTES)).as("node ends").isTrue();
        assertThat(node.exitValue()).as("exit code of node").isZero();
        return Files.readAllLines(output);
    }
}
