package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code next.config} files say about paths. */
final class NextConfig {
    private static final List<String> FILES =
            List.of("next.config.ts", "next.config.mjs", "next.config.js", "next.config.cjs", "next.config.mts");
    /** Words that change which paths are served. */
    private static final List<String> CHANGES = List.of("rewrites", "pageExtensions", "i18n");

    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Map<String, String> bases = new HashMap<>();

    NextConfig(Program program, FactSink sink) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
    }

    /**
     * What stands ahead of all paths of the application in a directory; the directory ends with a slash, or is empty.
     */
    String base(String directory) {
        String known = bases.get(directory);
        if (known != null) return known;
        String base = "";
        for (String file : FILES) {
            Module module = program.module(directory + file);
            if (module == null) continue;
            base = read(module);
            break;
        }
        bases.put(directory, base);
        return base;
    }

    private String read(Module module) {
        String text = module.tree().root().text();
        Located export = NextRoutes.only(NextRoutes.exports(module), "default");
        if (export == null) export = NextRoutes.assigned(module);
        Located whole = module.at(module.tree().root());
        for (String word : CHANGES) {
            if (names(text, word)) open(export == null ? whole : export, "`" + word + "` is not followed");
        }
        if (!names(text, "basePath")) return "";
        Optional<String> base = export == null ? Optional.empty() : base(export, 0);
        if (base.isEmpty()) open(export == null ? whole : export, "`basePath` is no constant text");
        return base.orElse("");
    }

    private static boolean names(String text, String word) {
        return text.contains(word)
                && Pattern.compile("(?<![\\w$])" + word + "(?![\\w$])")
                        .matcher(text)
                        .find();
    }

    private Optional<String> base(Located config, int depth) {
        Value value = resolver.value(config);
        if (depth > 2) return Optional.empty();
        if (value instanceof Value.CallResult result) {
            // What wraps a configuration gives it back with more in it.
            for (Located one : resolver.arguments(result.call()).items()) {
                Optional<String> base = base(one, depth + 1);
                if (base.isPresent()) return base;
            }
            return Optional.empty();
        }
        if (!(value instanceof Value.Struct struct)) return Optional.empty();
        Located base = struct.get("basePath");
        return base == null ? Optional.empty() : resolver.text(base);
    }

    private void open(@Nullable Located at, String reason) {
        if (at != null) sink.unresolved("paths of an application", at, reason, List.of(Route.class, RouteGuard.class));
    }
}
