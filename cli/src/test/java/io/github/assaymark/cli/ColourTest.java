package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColourTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // wish, NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, TERM, terminal, file, on
                "AUTO,   -, -, -, xterm, true,  false, true",
                "AUTO,   -, -, -, -,     true,  false, true",
                "AUTO,   -, -, -, dumb,  true,  false, false",
                "AUTO,   -, -, -, xterm, false, false, false",
                "AUTO,   1, -, -, xterm, true,  false, false",
                "AUTO,  '', -, -, xterm, true,  false, true",
                "AUTO,   1, 1, 1, xterm, true,  false, false",
                "AUTO,   -, 1, -, dumb,  false, false, true",
                "AUTO,   -, 0, -, xterm, false, false, false",
                "AUTO,   -,'', -, xterm, false, false, false",
                "AUTO,   -, -, 1, dumb,  false, false, true",
                "AUTO,   -, -,'', xterm, false, false, false",
                "AUTO,   -, 1, 1, xterm, true,  true,  false",
                "ALWAYS, 1, -, -, dumb,  false, false, true",
                "ALWAYS, -, -, -, xterm, true,  true,  true",
                "NEVER,  -, 1, 1, xterm, true,  false, false",
            })
    void the_wish_beats_the_environment_and_the_environment_the_terminal(
            Colour wish,
            String noColor,
            String clicolorForce,
            String forceColor,
            String term,
            boolean terminal,
            boolean file,
            boolean on) {
        Map<String, String> environment = new HashMap<>();
        environment.put("NO_COLOR", noColor);
        environment.put("CLICOLOR_FORCE", clicolorForce);
        environment.put("FORCE_COLOR", forceColor);
        environment.put("TERM", term);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Console console =
                new Console(nowhere, nowhere, environment::get, terminal, terminal, Path.of(""), new WriteErrors());

        assertThat(wish.on(console, file)).isEqualTo(on);
    }
}
