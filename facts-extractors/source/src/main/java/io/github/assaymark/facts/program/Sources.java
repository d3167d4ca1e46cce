package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.syntax.SyntaxBackend;
import io.github.assaymark.facts.typescript.TypeScriptBackend;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads files of TypeScript and JavaScript. Safe for use by many threads. */
final class Sources {
    /** Of the derivation of modules, and of what is resolved with them. */
    static final int VERSION = 1;

    static final String LOOKED = "TypeScript and JavaScript that ships, without generated, minified and copied files";

    private static final Set<String> EXTENSIONS = Set.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs");

    private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs");

    /** Nobody writes longer lines by hand. */
    private static final int MAX_LINE = 5000;

    private static final List<SyntaxBackend> BACKENDS = List.of(new TypeScriptBackend());

    private Sources() {}

    /** Whether a file of this name holds source code. */
    static boolean reads(String path) {
        return EXTENSIONS.contains(Paths.extension(path)) && backend(path) != null;
    }

    private static @Nullable SyntaxBackend backend(String path) {
        for (SyntaxBackend backend : BACKENDS) if (backend.reads(path)) return backend;
        return null;
    }

    /** The module in a file, shared by all extractors of a scan. */
    static Module module(SourceFile file, ScanContext context) throws UnreadableFileException {
        Limits limits = context.limits();
        SyntaxBackend backend = backend(file.path());
        if (backend == null) throw new UnreadableFileException("no source code");
        return context.cache().get(Module.class, VERSION * 1000 + backend.version(), file, one -> {
            byte[] bytes = one.read(limits);
            if (!minified(one.path(), bytes)) return new Module(backend.parse(one.path(), bytes, limits), one.kind());
            return new Module(backend.parse(one.path(), new byte[0], limits), FileKind.GENERATED);
        });
    }

    /** Whether it was made by a tool for machines to read. What is written in TypeScript never is. */
    private static boolean minified(String path, byte[] bytes) {
        if (!SCRIPTS.contains(Paths.extension(path))) return false;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') start = i + 1;
            else if (i - start >= MAX_LINE) return true;
        }
        return false;
    }
}
