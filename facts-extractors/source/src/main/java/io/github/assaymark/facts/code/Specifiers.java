package io.github.assaymark.facts.code;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Module specifiers, as imports write them. */
final class Specifiers {
    private static final Set<String> NODE = Set.of(
            "assert",
            "async_hooks",
            "buffer",
            "child_process",
            "cluster",
            "console",
            "constants",
            "crypto",
            "dgram",
            "diagnostics_channel",
            "dns",
            "domain",
            "events",
            "fs",
            "http",
            "http2",
            "https",
            "inspector",
            "module",
            "net",
            "os",
            "path",
            "perf_hooks",
            "process",
            "punycode",
            "querystring",
            "readline",
            "repl",
            "stream",
            "string_decoder",
            "timers",
            "tls",
            "trace_events",
            "tty",
            "url",
            "util",
            "v8",
            "vm",
            "wasi",
            "worker_threads",
            "zlib");

    private Specifiers() {}

    /** Whether it names a file by its path. */
    static boolean path(String specifier) {
        return specifier.startsWith("./")
                || specifier.startsWith("../")
                || specifier.equals(".")
                || specifier.equals("..")
                || specifier.startsWith("/");
    }

    /**
     * The package of a specifier that leads out of the repository: {@code @scope/name} of {@code @scope/name/sub},
     * {@code node:fs} of {@code fs/promises}; null for paths and for aliases such as {@code @/lib}, {@code ~/lib} and
     * {@code #lib}.
     */
    static @Nullable String packageOf(String specifier) {
        if (specifier.isEmpty() || path(specifier)) return null;
        char first = specifier.charAt(0);
        if (first == '~' || first == '#' || first == '$' || specifier.startsWith("@/")) return null;
        if (specifier.indexOf(':') > 0) {
            int slash = specifier.indexOf('/');
            return specifier.startsWith("node:") && slash > 0 ? specifier.substring(0, slash) : specifier;
        }
        String[] parts = specifier.split("/", -1);
        if (first == '@') return parts.length < 2 ? null : parts[0] + "/" + parts[1];
        return NODE.contains(parts[0]) ? "node:" + parts[0] : parts[0];
    }

    /** The path a relative specifier names from a file; null when it leads out of the repository. */
    static @Nullable String resolve(String file, String specifier) {
        String path = Packages.parent(file);
        for (String part : specifier.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (part.equals("..")) {
                if (path.isEmpty()) return null;
                path = Packages.parent(path);
            } else {
                path = path.isEmpty() ? part : path + "/" + part;
            }
        }
        return path;
    }
}
