package io.github.assaymark.dsl;

import io.github.assaymark.dsl.internal.Precompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles packs while their jar is built, so that loading them needs no parser. The result is used only by the same
 * version of the engine with the same texts and fact types; in every other case the texts are compiled anew.
 */
public final class PrecompilePacks {
    private PrecompilePacks() {}

    /**
     * Compiles packs that are on the class path.
     *
     * @param arguments the directory that becomes the jar, for example {@code target/classes}, then names of packs
     * @throws IOException when a file cannot be written
     * @throws io.github.assaymark.model.rule.PackException when a pack has errors
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2)
            throw new IllegalArgumentException("usage: PrecompilePacks DIRECTORY PACK...\n  Maybe a name is missing");
        Path output = Path.of(arguments[0]);
        for (String pack : List.of(arguments).subList(1, arguments.length)) Precompiler.write(pack, output);
    }
}
