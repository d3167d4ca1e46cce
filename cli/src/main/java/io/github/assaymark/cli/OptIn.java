package io.github.assaymark.cli;

import io.github.assaymark.collect.Collector;
import io.github.assaymark.model.extract.OptInExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Extractors and collectors that nobody pays for who does not ask for them: their jars lie in a directory of their own
 * beside the command, and are loaded when they are asked for.
 */
final class OptIn {
    private OptIn() {}

    /** The extractor of a name, on the class path or in the directory of that name beside the command. */
    static OptInExtractor find(String name) {
        return find(name, beside(name));
    }

    static OptInExtractor find(String name, @Nullable Path directory) {
        OptInExtractor known = find(name, OptIn.class.getClassLoader());
        if (known == null && directory != null && Files.isDirectory(directory))
            // stays open: what it finds is used until the process ends
            known = find(name, new URLClassLoader(jars(directory), OptIn.class.getClassLoader()));
        if (known != null) return known;
        throw new UsageException("this command was built without --" + name + ": there are no jars in "
                + (directory == null ? "a directory " + name + " beside it" : directory)
                + "\n  Maybe build it again: mvn -Dquick -pl cli -am package");
    }

    /**
     * The collectors on the class path, and those in directories beside the command whose names begin with
     * {@code collectors-}: the clients of some systems are larger than everything else. Sorted by name.
     */
    static List<Collector> collectors() {
        return collectors(beside("."));
    }

    static List<Collector> collectors(@Nullable Path parent) {
        ClassLoader loader = OptIn.class.getClassLoader();
        List<URL> jars = new ArrayList<>();
        if (parent != null && Files.isDirectory(parent))
            for (Path directory : directories(parent)) jars.addAll(List.of(jars(directory)));
        // stays open: what it finds is used until the process ends
        if (!jars.isEmpty()) loader = new URLClassLoader(jars.toArray(URL[]::new), loader);
        Map<String, Collector> byName = new TreeMap<>();
        for (Collector collector : ServiceLoader.load(Collector.class, loader))
            byName.putIfAbsent(collector.name(), collector);
        return List.copyOf(byName.values());
    }

    private static List<Path> directories(Path parent) {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file ->
                            String.valueOf(file.getFileName()).startsWith("collectors-") && Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }

    private static @Nullable OptInExtractor find(String name, ClassLoader loader) {
        for (OptInExtractor extractor : ServiceLoader.load(OptInExtractor.class, loader))
            if (extractor.name().equals(name)) return extractor;
        return null;
    }

    private static @Nullable Path beside(String name) {
        try {
            Path own = Path.of(OptIn.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own.resolveSibling(name);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static URL[] jars(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) jars.add(jar.toUri().toURL());
            return jars.toArray(URL[]::new);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("no URL for a file of " + directory, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
