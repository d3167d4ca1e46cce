package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.PackLoader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads packs by name from the class path, and from directories and single files: compiled ones where their texts have
 * not changed since, which takes no parser at all.
 */
public final class AssayPackLoader implements PackLoader {
    private static final String COMPILED = ClassPathTexts.ROOT + "compiled/";

    private final FactCatalogue catalogue;
    private final ClassLoader loader;
    private final PackCache cache;

    /** For {@link java.util.ServiceLoader}: the standard fact types, the class path of the calling thread. */
    public AssayPackLoader() {
        this(
                FactCatalogue.standard(),
                ClassPathTexts.contextLoader(),
                PackCache.of(System.getenv(), System.getProperty("user.home")));
    }

    AssayPackLoader(FactCatalogue catalogue, ClassLoader loader, PackCache cache) {
        this.catalogue = catalogue;
        this.loader = loader;
        this.cache = cache;
    }

    @Override
    public Pack load(String name) {
        PackTexts texts = texts(name);
        byte[] compiled = ClassPathTexts.resource(loader, COMPILED + name + ".ir", CompiledPack.MOST_BYTES + 1);
        if (compiled != null) {
            Pack pack = CompiledPack.read(compiled, texts, EngineKey.of(catalogue));
            if (pack != null) return pack;
        }
        URL root = loader.getResource(ClassPathTexts.ROOT + "checklists/" + name + "/pack.groovy");
        return cached("classpath " + name + " " + root, texts, "pack.groovy");
    }

    @Override
    public Pack load(Path path) {
        Path fileName = path.getFileName();
        if (fileName != null && Files.isRegularFile(path)) {
            Path directory = path.getParent();
            PackTexts texts = new DirectoryTexts(directory == null ? Path.of("") : directory, loader);
            return cached("file " + path.toAbsolutePath(), texts, fileName.toString());
        }
        if (!Files.isRegularFile(path.resolve("pack.groovy")))
            throw new PackException(List.of("there is no pack in `" + path
                    + "`\n  Maybe its pack.groovy is missing, or a single file was meant: `" + path + "/name.groovy`"));
        return cached("directory " + path.toAbsolutePath(), new DirectoryTexts(path, loader), "pack.groovy");
    }

    /** What {@code META-INF/assay/compiled/<name>.ir} of the class path holds. */
    byte[] precompile(String name) {
        Reading reading = new Reading(texts(name));
        Pack pack = new PackCompiler(catalogue).compile(reading, "pack.groovy");
        return CompiledPack.bytes(pack, reading, EngineKey.of(catalogue));
    }

    private PackTexts texts(String name) {
        PackTexts texts = new ClassPathTexts(loader, name);
        if (!Characters.kebab(name) || texts.read("pack.groovy") == null)
            throw new PackException(List.of("there is no pack `" + name
                    + "` on the class path\n  Maybe the jar is missing that holds META-INF/assay/checklists/"
                    + (Characters.kebab(name) ? name : "<name>") + "/pack.groovy"));
        return texts;
    }

    private Pack cached(String location, PackTexts texts, String entry) {
        String key = EngineKey.ofThisBuild(catalogue);
        Pack known = cache.find(location, texts, key);
        if (known != null) return known;
        Reading reading = new Reading(texts);
        Pack pack = new PackCompiler(catalogue).compile(reading, entry);
        cache.store(location, pack, reading, key);
        return pack;
    }
}
