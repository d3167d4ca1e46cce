package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Properties;
import java.util.stream.Stream;

/** What, besides its texts, a compiled pack depends on. */
final class EngineKey {
    /** To be raised with every change of what the same text is compiled to. */
    private static final int LANGUAGE = 1;

    private EngineKey() {}

    /** For files that are built together with the engine. */
    static String of(FactCatalogue catalogue) {
        return LANGUAGE + " " + version() + " " + IrShape.digest() + " " + catalogue.digest();
    }

    /** For files that outlive a build: while the engine is being developed, every build of it counts. */
    static String ofThisBuild(FactCatalogue catalogue) {
        String key = of(catalogue);
        return version().endsWith("-SNAPSHOT") ? key + " " + stamp() : key;
    }

    private static String version() {
        try (InputStream in = EngineKey.class.getResourceAsStream("version.properties")) {
            if (in == null) return "-SNAPSHOT";
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "-SNAPSHOT");
        } catch (IOException e) {
            return "-SNAPSHOT";
        }
    }

    private static String stamp() {
        CodeSource source = EngineKey.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return "";
        try (Stream<Path> files = Files.walk(Path.of(source.getLocation().toURI()))) {
            long newest =
                    files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
            return Long.toString(newest);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return ""; // a class path that is no file: then the version alone counts
        }
    }
}
