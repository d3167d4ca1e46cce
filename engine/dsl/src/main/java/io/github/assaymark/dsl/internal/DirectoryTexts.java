package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.PackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A pack in a directory; checks come from its {@code checks/}, else from the class path. */
final class DirectoryTexts implements PackTexts {
    private final Path directory;
    private final ClassPathTexts classPath;

    DirectoryTexts(Path directory, ClassLoader loader) {
        this.directory = directory;
        this.classPath = new ClassPathTexts(loader, "");
    }

    @Override
    public @Nullable Found read(String name) {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) return name.startsWith("checks/") ? classPath.read(name) : null;
        try (InputStream in = Files.newInputStream(file)) {
            return new Found(file.toString().replace('\\', '/'), PackTexts.capped(in));
        } catch (IOException e) {
            throw new PackException(List.of("cannot read `" + file + "`: " + e.getMessage()));
        }
    }

    @Override
    public Set<String> checkNames() {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve("checks"), "*.groovy")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                names.add(name.substring(0, name.length() - ".groovy".length()));
            }
        } catch (IOException e) {
            return Set.of(); // no checks of its own: nothing to suggest
        }
        return names;
    }
}
