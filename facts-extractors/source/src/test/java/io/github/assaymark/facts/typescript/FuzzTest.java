package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mutated files and random bytes: the parser returns and never throws, and what it returns is a tree.
 * {@code -Dassay.seed} repeats a run, {@code -Dassay.fuzz}, the seconds of processor time, lengthens it, and
 * {@code -Dassay.fuzz.directory} mutates the files of a directory besides those of the test.
 */
final class FuzzTest {
    private static final long SEED = Long.getLong("assay.seed", 20_261_122L);
    private static final int SECONDS = Integer.getInteger("assay.fuzz", System.getProperty("quick") == null ? 60 : 1);
    private static final int LEAST = 1_000;
    private static final int MOST_SOURCES = 2_000;
    private static final Limits PATIENT = new Limits(16 << 20, 400, 1, Duration.ofHours(1));
    private static final Pattern TOKEN =
            Pattern.compile("\\w+|\\s+|\"[^\"\n]*\"|'[^'\n]*'|[=!<>&|+*?.]{2,3}|.", Pattern.DOTALL);
    private static final List<String> NAMES = List.of(
            "everything.tsx",
            "routers/hono.ts",
            "routers/chained.ts",
            "routers/openapi.ts",
            "routers/express.js",
            "routers/controller.ts");
    private static final List<String> BITS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "</",
            "/>",
            "=>",
            "?",
            ":",
            "?.",
            "`",
            "${",
            "'",
            "\"",
            "/",
            "/*",
            "*/",
            "//",
            "\\",
            "#",
            "@",
            "...",
            ";",
            ",",
            "=",
            "<T>",
            "<T,>(",
            "async ",
            "await ",
            "yield ",
            "as ",
            "is ",
            "type ",
            "class ",
            "function ",
            "export ",
            "import ",
            "new ",
            "extends ",
            "case ",
            "\n",
            "\r\n",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\0",
            "<<<<<<< x\n",
            "\n=======\n",
            "\n>>>>>>> y\n");

    @Test
    void a_mutated_file_gives_a_tree() throws IOException {
        List<String> names = new ArrayList<>();
        List<List<String>> sources = new ArrayList<>();
        for (String name : NAMES) {
            names.add(name);
            sources.add(tokens(read(name)));
        }
        addRealFiles(names, sources);
        SplittableRandom seeds = new SplittableRandom(SEED);
        Map<Status, Integer> seen = new EnumMap<>(Status.class);
        long until = processorTime() + Duration.ofSeconds(SECONDS).toNanos();
        int files = 0;
        for (; files < LEAST || processorTime() < until; files++) {
            SplittableRandom random = new SplittableRandom(seeds.nextLong());
            int source = random.nextInt(sources.size());
            byte[] bytes = random.nextInt(20) == 0 ? noise(random) : mutated(sources, source, random);
            String path = random.nextInt(4) == 0
                    ? List.of("a.ts", "a.tsx", "a.js").get(random.nextInt(3))
                    : names.get(source);
            SyntaxTree tree;
            try {
                tree = new TypeScriptBackend().parse(path, bytes, PATIENT);
                Invariants.check(tree, bytes.length);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError(
                        "file " + files + " of seed " + SEED + ", " + path + ":\n"
                                + new String(bytes, StandardCharsets.UTF_8),
                        e);
            }
            seen.merge(tree.status(), 1, Integer::sum);
        }
        System.out.println("FuzzTest: -Dassay.seed=" + SEED + " -Dassay.fuzz=" + SECONDS + ": " + files
                + " files made of " + sources.size() + ", " + seen);
        assertThat(seen.getOrDefault(Status.PARTIAL, 0)).isGreaterThan(files / 2);
    }

    /** Of this thread: what else runs on the machine does not shorten the run. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void addRealFiles(List<String> names, List<List<String>> sources) throws IOException {
        String directory = System.getProperty("assay.fuzz.directory");
        if (directory == null) return;
        try (Stream<Path> walk = Files.walk(Path.of(directory))) {
            for (Path file : walk.filter(f -> f.toString().matches(".*\\.([cm]?[jt]s|[jt]sx)"))
                    .filter(f -> Files.isRegularFile(f))
                    .sorted()
                    .limit(MOST_SOURCES)
                    .toList()) {
                List<String> tokens = tokens(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                if (tokens.isEmpty()) continue;
                names.add(String.valueOf(file.getFileName()));
                sources.add(tokens);
            }
        }
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        if (random.nextInt(2) == 0)
            for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) "([{<`$'\"/\\}])>".charAt((bytes[i] & 0xff) % 14);
        return bytes;
    }

    @Test
    void every_beginning_of_a_file_gives_a_tree() throws IOException {
        byte[] bytes = read("everything.tsx").getBytes(StandardCharsets.UTF_8);
        int step = System.getProperty("quick") == null ? 1 : 17;
        for (int length = 0; length < bytes.length; length += step) {
            byte[] beginning = Arrays.copyOf(bytes, length);
            Invariants.check(new TypeScriptBackend().parse("a.tsx", beginning, PATIENT), length);
        }
    }

    @Test
    void the_whole_file_is_understood() throws IOException {
        SyntaxTree tree = Shape.parse("everything.tsx", read("everything.tsx"));
        assertThat(tree.damaged()).isEmpty();
        Invariants.check(tree, read("everything.tsx").getBytes(StandardCharsets.UTF_8).length);
    }

    private static byte[] mutated(List<List<String>> sources, int source, SplittableRandom random) {
        List<String> tokens = new ArrayList<>(sources.get(source));
        int from = random.nextInt(3) == 0 ? random.nextInt(tokens.size()) : 0;
        tokens = new ArrayList<>(tokens.subList(from, Math.min(tokens.size(), from + 20 + random.nextInt(900))));
        int mutations = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
        for (int i = 0; i < mutations && !tokens.isEmpty(); i++) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(9)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                case 2 -> {
                    int other = random.nextInt(tokens.size());
                    String token = tokens.get(at);
                    tokens.set(at, tokens.get(other));
                    tokens.set(other, token);
                }
                case 3 -> tokens = new ArrayList<>(tokens.subList(0, at + 1));
                case 4 -> tokens.add(at, BITS.get(random.nextInt(BITS.size())));
                case 5 -> tokens.set(at, BITS.get(random.nextInt(BITS.size())));
                case 6 -> {
                    List<String> other = sources.get(random.nextInt(sources.size()));
                    int piece = random.nextInt(other.size());
                    tokens.addAll(at, other.subList(piece, Math.min(other.size(), piece + random.nextInt(60))));
                }
                case 7 -> tokens.add(at, BITS.get(random.nextInt(BITS.size())).repeat(1 + random.nextInt(50)));
                default ->
                    tokens.subList(at, Math.min(tokens.size(), at + 1 + random.nextInt(20)))
                            .clear();
            }
        }
        byte[] bytes = String.join("", tokens).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0)
            for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) tokens.add(matcher.group());
        return tokens;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = FuzzTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
