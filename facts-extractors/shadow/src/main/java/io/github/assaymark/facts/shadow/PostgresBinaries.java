package io.github.assaymark.facts.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs of a PostgreSQL come from: an installed one, a jar on the class path, or a jar in the local Maven
 * repository. Nothing is ever downloaded.
 *
 * @param environment variables of the process
 * @param home of the user
 * @param repository local Maven repository; null for the usual place
 * @param loader whose jars are looked at
 */
record PostgresBinaries(
        Map<String, String> environment,
        Path home,
        @Nullable Path repository,
        ClassLoader loader) {
    private static final Pattern LOCAL =
            Pattern.compile("<localRepository>\\s*([^<\\s][^<]{0,1000})</localRepository>");

    static PostgresBinaries ofProcess() {
        String local = System.getProperty("maven.repo.local");
        return new PostgresBinaries(
                System.getenv(),
                Path.of(System.getProperty("user.home", "/")),
                local == null ? null : Path.of(local),
                PostgresBinaries.class.getClassLoader());
    }

    /**
     * The bin directory of a version, unpacked where nobody did it yet.
     *
     * @param wanted a major version or the path of a directory with {@code postgres} and {@code initdb}
     * @param spare where to unpack to when there is no cache
     */
    Path bin(String wanted, Path spare) {
        if (wanted.indexOf('/') >= 0) return installed(Path.of(wanted));
        PostgresVersion version = PostgresVersion.of(wanted);
        Path jar = jar(version, Platform.current());
        try {
            return unpacked(jar, spare).resolve("bin");
        } catch (IOException e) {
            throw new ShadowException(
                    "cannot unpack " + jar + ": " + e.getMessage()
                            + "\n  Maybe the file is damaged: delete it and fetch it again, or there is no room left",
                    e);
        }
    }

    /** Fails when a version is not there; unpacks nothing. */
    void check(String wanted) {
        if (wanted.indexOf('/') >= 0) installed(Path.of(wanted));
        else jar(PostgresVersion.of(wanted), Platform.current());
    }

    private static Path installed(Path directory) {
        for (Path bin : List.of(directory, directory.resolve("bin"))) {
            if (Files.isExecutable(bin.resolve("postgres")) && Files.isExecutable(bin.resolve("initdb")))
                return bin.toAbsolutePath();
        }
        throw new ShadowException("no PostgreSQL in " + directory
                + "\n  Maybe name the directory that holds the programs postgres and initdb,"
                + " for example /usr/lib/postgresql/16/bin");
    }

    /** The jar with the programs. */
    Path jar(PostgresVersion version, Platform platform) {
        String start = platform.artifact() + "-" + version.major() + ".";
        List<Path> found = new ArrayList<>();
        for (Path jar : classPath()) if (jar.getFileName().toString().startsWith(start)) found.add(jar);
        if (found.isEmpty()) {
            Path artifact =
                    mavenRepository().resolve(Platform.GROUP.replace('.', '/')).resolve(platform.artifact());
            if (Files.isDirectory(artifact)) {
                try (Stream<Path> files = Files.walk(artifact, 2)) {
                    files.filter(file -> file.getFileName().toString().startsWith(start)
                                    && file.toString().endsWith(".jar"))
                            .forEach(found::add);
                } catch (IOException e) {
                    throw new ShadowException(
                            "cannot list " + artifact + ": " + e.getMessage() + "\n  Maybe it belongs to somebody else",
                            e);
                }
            }
        }
        return found.stream()
                .max(Comparator.comparing(PostgresBinaries::minor))
                .orElseThrow(() -> new ShadowException("the programs of PostgreSQL " + version.major()
                        + " are not on this machine\n  Maybe fetch them: mvn dependency:get -Dtransitive=false -Dartifact="
                        + Platform.GROUP + ":" + platform.artifact() + ":" + version.artifact()));
    }

    /** The number after the major version. */
    private static int minor(Path jar) {
        Matcher matcher = Pattern.compile("-[0-9]{1,4}\\.([0-9]{1,6})\\.")
                .matcher(jar.getFileName().toString());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private List<Path> classPath() {
        List<Path> jars = new ArrayList<>();
        try {
            Enumeration<URL> manifests = loader.getResources(JarFile.MANIFEST_NAME);
            for (URL manifest : Collections.list(manifests)) {
                if (manifest.openConnection() instanceof JarURLConnection jar)
                    jars.add(Path.of(jar.getJarFileURL().toURI()));
            }
        } catch (IOException | URISyntaxException e) {
            throw new ShadowException(
                    "cannot look at the class path: " + e.getMessage() + "\n  Maybe a jar of it is damaged", e);
        }
        return jars;
    }

    private Path mavenRepository() {
        if (repository != null) return repository;
        Path maven = home.resolve(".m2");
        try {
            Matcher local = LOCAL.matcher(Files.readString(maven.resolve("settings.xml")));
            if (local.find()) return Path.of(local.group(1).trim().replace("${user.home}", home.toString()));
        } catch (IOException e) {
            // no settings: the usual place
        }
        return maven.resolve("repository");
    }

    private Path unpacked(Path jar, Path spare) throws IOException {
        Path cache = cache();
        Path parent = cache == null ? spare : cache.resolve("postgres");
        Path place = parent.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        if (Files.isDirectory(place)) return place;
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "unpacking-");
        Path tree = Files.createDirectory(fresh.resolve("tree"));
        Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (JarFile archive = new JarFile(jar.toFile())) {
            JarEntry entry = archive.stream()
                    .filter(e -> e.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("it holds no archive of programs"));
            try (InputStream in = archive.getInputStream(entry)) {
                TarXz.unpack(in, tree);
            }
            try {
                Files.move(tree, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
                // another process was quicker: what it unpacked is the same
            }
        } finally {
            RunDirectory.delete(fresh);
        }
        return place;
    }

    /**
     * As everywhere in Assaymark: {@code $ASSAY_CACHE} (empty for none), {@code $XDG_CACHE_HOME/assay},
     * {@code ~/.cache/assay}.
     */
    private @Nullable Path cache() {
        String own = environment.get("ASSAY_CACHE");
        if (own != null) return own.isEmpty() ? null : Path.of(own).toAbsolutePath();
        String xdg = environment.get("XDG_CACHE_HOME");
        return (xdg == null || xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg))
                .resolve("assay")
                .toAbsolutePath();
    }
}
