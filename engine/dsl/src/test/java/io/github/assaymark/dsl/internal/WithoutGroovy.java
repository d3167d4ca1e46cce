package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import java.nio.file.Path;

/** Loads a cached and a precompiled pack; called in a class loader that has no Groovy. */
public final class WithoutGroovy {
    private WithoutGroovy() {}

    /** Both packs as text. */
    public static String load(Path pack, Path cache, ClassLoader loader) {
        AssayPackLoader packs = new AssayPackLoader(FactCatalogue.standard(), loader, new PackCache(cache));
        AssayPackLoader uncached = new AssayPackLoader(FactCatalogue.standard(), loader, new PackCache(null));
        return packs.load(pack) + "\n" + uncached.load("sample");
    }
}
