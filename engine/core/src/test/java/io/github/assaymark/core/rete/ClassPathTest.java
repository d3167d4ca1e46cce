package io.github.assaymark.core.rete;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    private static final Pattern VERSION = Pattern.compile("-\\d+(\\.\\d+)*\\.jar$");

    /** All other tests of this package run on the same class path, so the network builds and runs on these jars. */
    @Test
    void the_network_builds_on_the_trimmed_class_path() {
        List<String> jars = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .map(path -> new File(path).getName())
                .filter(name -> name.matches("(drools|kie|slf4j|antlr|ecj|mvel|javaparser|protobuf|xstream|commons).*"))
                .map(name -> VERSION.matcher(name).replaceFirst(""))
                .sorted()
                .toList();

        assertThat(jars)
                .containsExactly(
                        "drools-base",
                        "drools-canonical-model",
                        "drools-compiler",
                        "drools-core",
                        "drools-kiesession",
                        "drools-model-compiler",
                        "drools-util",
                        "drools-wiring-api",
                        "drools-wiring-static",
                        "kie-api",
                        "kie-internal",
                        "kie-memory-compiler",
                        "slf4j-api");
    }
}
