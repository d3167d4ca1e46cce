package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.source.DerivedValues;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A program of files in memory, all of one owner. */
final class Programs {
    private final Map<String, String> files;
    private final Map<String, String> packages;
    private final Context context;
    private final OwnerProgram program;

    private Programs(Map<String, String> files, Map<String, String> packages) {
        this.files = files;
        this.packages = packages;
        List<FilePatch> patches = new ArrayList<>();
        files.forEach((path, text) -> patches.add(FilePatch.written(path, text)));
        RepositorySource source = Extractors.standard().patched(new Nothing(), patches);
        List<SourceFile> modules = source.files().stream()
                .filter(file -> Sources.reads(file.path()))
                .toList();
        this.context = new Context(source, packages);
        this.program = new OwnerProgram(context, "", modules);
    }

    /** {@code pathsAndTexts} are a path, its text, the next path, its text and so on. */
    static Programs of(String... pathsAndTexts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        return new Programs(files, Map.of());
    }

    /** With packages: a name, its directory, the next name and so on. */
    Programs packages(String... namesAndDirectories) {
        Map<String, String> all = new TreeMap<>(packages);
        for (int i = 0; i < namesAndDirectories.length; i += 2)
            all.put(namesAndDirectories[i], namesAndDirectories[i + 1]);
        return new Programs(files, all);
    }

    ScanContext context() {
        return context;
    }

    OwnerProgram program() {
        return program;
    }

    Module module(String path) {
        Module module = program.module(path);
        if (module == null) throw new AssertionError("no module " + path);
        return module;
    }

    /** The first argument of the only call of {@code show}. */
    Located shownArgument() {
        for (Module module : program.modules()) {
            for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) {
                SyntaxNode function = call.node().child("function");
                SyntaxNode arguments = call.node().child("arguments");
                if (function == null || arguments == null || !function.text().equals("show")) continue;
                return call.at(arguments.children().get(0));
            }
        }
        throw new AssertionError("there is no call of show");
    }

    /** What {@code show(…)} is called with. */
    Value value() {
        return program.resolver().value(shownArgument());
    }

    /** The call that is the argument of {@code show}. */
    Callee callee() {
        return program.resolver().callee(shownArgument());
    }

    private record Context(RepositorySource source, Map<String, String> packages) implements ScanContext {
        @Override
        public @Nullable RepositorySource base() {
            return null;
        }

        @Override
        public String ownerOf(String path) {
            return "";
        }

        @Override
        public List<String> owners() {
            return List.of("");
        }

        @Override
        public List<String> templates() {
            return List.of();
        }

        @Override
        public @Nullable String sha() {
            return null;
        }

        @Override
        public Limits limits() {
            return Limits.DEFAULT;
        }

        @Override
        public ContentCache cache() {
            return DerivedValues.SHARED;
        }

        @Override
        public List<String> configured(String name) {
            return List.of();
        }
    }

    private static final class Nothing implements RepositorySource {
        @Override
        public String name() {
            return "programs";
        }

        @Override
        public @Nullable String commit() {
            return null;
        }

        @Override
        public List<SourceFile> files() {
            return List.of();
        }

        @Override
        public @Nullable SourceFile file(String path) {
            return null;
        }

        @Override
        public List<Coverage.Gap> gaps() {
            return List.of();
        }
    }
}
