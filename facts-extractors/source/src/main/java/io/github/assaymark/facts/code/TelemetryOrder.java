package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a module is loaded before what it is to watch: it is the first import of an entry ({@code src/index},
 * {@code main}, {@code server} …) but for settings and telemetry itself, or the entry imports nothing else; it is
 * loaded by {@code --import} or {@code --require} in a script of package.json; or the framework loads it first
 * ({@code instrumentation.ts}).
 */
final class TelemetryOrder {
    private static final Pattern ENTRY =
            Pattern.compile("(src/)?(index|main|server|app|worker|start|entry)\\.[mc]?[jt]sx?");
    private static final Pattern LOADED_FIRST =
            Pattern.compile("(instrumentation(-client|\\.node)?|sentry\\.(server|edge|client)\\.config)\\.[mc]?[jt]s");
    private static final Set<String> NEUTRAL =
            Set.of("dotenv", "dotenv/config", "reflect-metadata", "dd-trace", "newrelic");

    private final Program program;
    private final Packages packages;

    TelemetryOrder(Program program) {
        this.program = program;
        this.packages = new Packages(program);
    }

    /** Whether a module that starts telemetry is loaded first. */
    boolean first(Module started) {
        String path = started.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (LOADED_FIRST.matcher(name).matches()) return true;
        String directory = packages.directory(path);
        if (preloaded(directory, name)) return true;
        for (Module entry : program.modules()) {
            if (!packages.directory(entry.path()).equals(directory)) continue;
            String inside = directory.isEmpty() ? entry.path() : entry.path().substring(directory.length() + 1);
            if (ENTRY.matcher(inside).matches() && first(entry, started, 0)) return true;
        }
        return false;
    }

    private boolean preloaded(String directory, String name) {
        String manifest = packages.manifest(directory);
        int dot = name.indexOf('.');
        if (manifest == null || dot <= 0) return false;
        Pattern option = Pattern.compile("(--import|--require|-r|--preload)[ =][^ \"]*(?<![\\w-])"
                + Pattern.quote(name.substring(0, dot)) + "\\.");
        return option.matcher(manifest).find();
    }

    private boolean first(Module entry, Module started, int depth) {
        if (depth > 3) return false;
        for (SyntaxNode statement : entry.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            String specifier = Syntax.literal(statement.child("source"));
            if (specifier == null || statement.child("typeonly") != null || neutral(specifier)) continue;
            Module imported = program.imported(entry, specifier);
            if (imported == null) return false;
            return imported.path().equals(started.path()) || first(imported, started, depth + 1);
        }
        return entry.path().equals(started.path());
    }

    private static boolean neutral(String specifier) {
        @Nullable String from = Specifiers.packageOf(specifier);
        return NEUTRAL.contains(specifier)
                || specifier.startsWith("@opentelemetry/")
                || specifier.startsWith("@sentry/")
                || (from != null && (from.startsWith("node:") || from.equals("@vercel/otel")));
    }
}
