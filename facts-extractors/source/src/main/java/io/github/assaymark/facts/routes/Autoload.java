package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plugins that {@code @fastify/autoload} finds in a directory of the repository. */
final class Autoload {
    private static final Pattern INDEX = Pattern.compile("index\\.[mc]?[jt]s");
    private static final Pattern HOOKS = Pattern.compile("[_.]?auto_?hooks\\.[mc]?[jt]s");
    private static final Set<String> OPTIONS = Set.of("dir", "options", "forceESM");
    private static final List<String> CHOICES = List.of("autoload", "autoConfig", "prefixOverride", "appendAutoPrefix");

    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Directories directories;

    /** A plugin of a file, and the prefix of its routes. */
    record Plugin(Located export, String prefix) {}

    Autoload(Program program, FactSink sink) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
        this.directories = new Directories(program.resolver());
    }

    /** The plugins in the order they are loaded; null when the directory or an option is not followed. */
    @Nullable
    List<Plugin> plugins(Located call) {
        List<Located> given = resolver.arguments(call).items();
        if (given.size() < 2 || !(resolver.value(given.get(1)) instanceof Value.Struct options)) return null;
        Located dir = options.get("dir");
        String directory = dir == null ? null : directories.of(dir);
        if (directory == null || !options.complete()) return null;
        if (!OPTIONS.containsAll(options.entries().keySet())) return null;
        Optional<String> prefix = prefix(options.get("options"));
        if (prefix.isEmpty()) return null;
        Map<String, Map<String, Module>> files = files(directory);
        if (files.isEmpty()) return null;
        List<Plugin> plugins = new ArrayList<>();
        files.forEach((below, modules) -> {
            boolean indexed = modules.keySet().stream().anyMatch(Autoload::index);
            modules.forEach((name, module) -> {
                if (HOOKS.matcher(name).matches() || (indexed && !index(name))) return;
                Plugin plugin = plugin(module, prefix.get(), below);
                if (plugin != null) plugins.add(plugin);
            });
        });
        return plugins;
    }

    private static boolean index(String name) {
        return INDEX.matcher(name).matches();
    }

    private Optional<String> prefix(@Nullable Located options) {
        if (options == null) return Optional.of("");
        if (!(resolver.value(options) instanceof Value.Struct struct) || !struct.complete()) return Optional.empty();
        Located prefix = struct.get("prefix");
        return prefix == null ? Optional.of("") : resolver.text(prefix);
    }

    /** The files of a directory and those below it, by directory and name. */
    private Map<String, Map<String, Module>> files(String directory) {
        String start = directory.isEmpty() ? "" : directory + "/";
        Map<String, Map<String, Module>> files = new TreeMap<>();
        for (String path : program.paths(FileKind.PRODUCTION)) {
            if (!path.startsWith(start) || path.endsWith(".d.ts") || !path.matches(".*\\.[mc]?[jt]s")) continue;
            Module module = program.module(path);
            if (module == null || module.kind() != FileKind.PRODUCTION) continue;
            String rest = path.substring(start.length());
            int slash = rest.lastIndexOf('/');
            files.computeIfAbsent(slash < 0 ? "" : rest.substring(0, slash), below -> new TreeMap<>())
                    .put(rest.substring(slash + 1), module);
        }
        return files;
    }

    private @Nullable Plugin plugin(Module module, String prefix, String below) {
        Map<String, Located> exports = NextRoutes.exports(module);
        Located export = exports.get("default");
        if (export == null) export = NextRoutes.assigned(module);
        if (export == null) return null;
        Set<String> unknown = new TreeSet<>(exports.keySet());
        unknown.retainAll(CHOICES);
        Located own = exports.get("autoPrefix");
        Optional<String> path = own == null ? Optional.of(below) : resolver.text(own);
        String text = module.tree().root().text();
        boolean set = text.matches("(?s).*\\.(?:autoPrefix|prefixOverride|autoConfig|autoload)\\s*=(?!=).*");
        if (path.isEmpty() || !unknown.isEmpty() || set) {
            sink.unresolved("prefix of a plugin", export, "its file chooses how it is loaded", HonoDialect.ALL);
            return null;
        }
        return new Plugin(export, RoutePath.join(prefix, path.get()));
    }
}
