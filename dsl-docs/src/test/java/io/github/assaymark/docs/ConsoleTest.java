package io.github.assaymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command the guide shows and compares what it prints, or writes it into the guide with
 * {@code -Dgolden.update=true}.
 */
final class ConsoleTest {
    private static final Path GUIDE = Path.of("").toAbsolutePath().resolve("guide.md");
    private static final String FENCE = "```console\n$ ./assay ";

    @TempDir
    Path scratch;

    @Test
    void every_command_of_the_guide_prints_what_the_guide_says() throws IOException, InterruptedException {
        String page = Files.readString(GUIDE);
        Path first = scratch.resolve("first.groovy");
        Files.writeString(first, checklist(page));
        StringBuilder actual = new StringBuilder();
        int commands = 0;
        int done = 0;
        for (int at = page.indexOf(FENCE); at >= 0; at = page.indexOf(FENCE, done)) {
            int line = page.indexOf('\n', at + FENCE.length());
            int end = page.indexOf("```", line);
            actual.append(page, done, line + 1).append(run(page.substring(at + FENCE.length(), line), first));
            done = end;
            commands++;
        }
        actual.append(page.substring(done));
        assertThat(commands).isPositive();
        new GoldenFile(GUIDE).holds(actual.toString());
    }

    private static String checklist(String page) {
        return Block.of(page).stream()
                .filter(block -> block.role().equals("checklist=first"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private String run(String command, Path first) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.assaymark.cli.Main"));
        for (String word : command.split(" ", -1)) line.add(word.equals("first.groovy") ? first.toString() : word);
        Path output = scratch.resolve("output.txt");
        Process process = new ProcessBuilder(line)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        assertThat(process.exitValue()).as(command).isIn(0, 1, 4);
        return Files.readString(output, StandardCharsets.UTF_8)
                .replace(first.toString(), "first.groovy")
                // the commit of this repository is another one after every change of it, and none in an archive
                .replaceAll("(?m)^note: judged as commit \\S+, which assay\\.yaml names; git has .*\\R", "");
    }
}
