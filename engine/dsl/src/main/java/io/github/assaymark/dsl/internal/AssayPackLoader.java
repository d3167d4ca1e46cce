package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.PackLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads packs by name from the class path, and from directories and single files. */
public final class AssayPackLoader implements PackLoader {
    private final FactCatalogue catalogue;
    private final ClassLoader loader;

    /** For {@link java.util.ServiceLoader}: the standard fact types, the class path of the calling thread. */
    public AssayPackLoader() {
        this(FactCatalogue.standard(), PackCompiler.loader());
    }

    AssayPackLoader(FactCatalogue catalogue, ClassLoader loader) {
        this.catalogue = catalogue;
        this.loader = loader;
    }

    @Override
    public Pack load(String name) {
        PackTexts texts = new ClassPathTexts(loader, name);
        if (!Characters.kebab(name) || texts.read("pack.groovy") == null)
            throw new PackException(List.of("there is no pack `" + name
                    + "` on the class path\n  Maybe the jar is missing that holds META-INF/assay/checklists/"
                    + (Characters.kebab(name) ? name : "<name>") + "/pack.groovy"));
        return new PackCompiler(catalogue).compile(new Reading(texts), "pack.groovy");
    }

    @Override
    public Pack load(Path path) {
        if (Files.isRegularFile(path) && path.getFileName() != null) {
            Path directory = path.getParent();
            PackTexts texts = new DirectoryTexts(directory == null ? Path.of("") : directory, loader);
            return new PackCompiler(catalogue)
                    .compile(new Reading(texts), path.getFileName().toString());
        }
        if (!Files.isRegularFile(path.resolve("pack.groovy")))
            throw new PackException(List.of("there is no pack in `" + path
                    + "`\n  Maybe its pack.groovy is missing, or a single file was meant: `" + path + "/name.groovy`"));
        return new PackCompiler(catalogue).compile(new Reading(new DirectoryTexts(path, loader)), "pack.groovy");
    }
}
