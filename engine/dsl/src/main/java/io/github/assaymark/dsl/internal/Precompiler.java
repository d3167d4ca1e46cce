package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes compiled packs for a jar. */
public final class Precompiler {
    private Precompiler() {}

    /** Compiles a pack of the class path into {@code META-INF/assay/compiled/} below {@code output}. */
    public static Path write(String pack, Path output) throws IOException {
        AssayPackLoader loader =
                new AssayPackLoader(FactCatalogue.standard(), ClassPathTexts.contextLoader(), new PackCache(null));
        Path file = output.resolve(ClassPathTexts.ROOT + "compiled/" + pack + ".ir");
        byte[] bytes = loader.precompile(pack);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
