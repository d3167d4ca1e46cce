package io.github.assaymark.facts.repository.comments;

import io.github.assaymark.facts.repository.work.Paths;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a language writes comments and strings. */
enum Syntax {
    /** Slashes, templates with expressions in them, and regular expressions. */
    JAVASCRIPT,
    /** Slashes and strings in quotes; three quotes for texts. */
    SLASHES,
    /** Slashes, and texts between single backticks. */
    GO,
    /** Slashes, and quotes that begin lifetimes. */
    RUST,
    /** Both slashes and hashes. */
    SLASHES_AND_HASH,
    /** Block comments only. */
    CSS,
    /** Hashes; three quotes for texts. */
    PYTHON,
    /** Hashes that begin words. */
    SHELL,
    /** Hashes that begin words, and texts by indentation. */
    YAML,
    /** Two dashes. */
    SQL,
    /** Marks of HTML. */
    MARKUP;

    private static final Map<String, Syntax> BY_EXTENSION = Map.ofEntries(
            Map.entry("ts", JAVASCRIPT),
            Map.entry("tsx", JAVASCRIPT),
            Map.entry("mts", JAVASCRIPT),
            Map.entry("cts", JAVASCRIPT),
            Map.entry("js", JAVASCRIPT),
            Map.entry("jsx", JAVASCRIPT),
            Map.entry("mjs", JAVASCRIPT),
            Map.entry("cjs", JAVASCRIPT),
            Map.entry("java", SLASHES),
            Map.entry("kt", SLASHES),
            Map.entry("kts", SLASHES),
            Map.entry("scala", SLASHES),
            Map.entry("groovy", SLASHES),
            Map.entry("gradle", SLASHES),
            Map.entry("c", SLASHES),
            Map.entry("h", SLASHES),
            Map.entry("cc", SLASHES),
            Map.entry("cpp", SLASHES),
            Map.entry("cxx", SLASHES),
            Map.entry("hh", SLASHES),
            Map.entry("hpp", SLASHES),
            Map.entry("cs", SLASHES),
            Map.entry("swift", SLASHES),
            Map.entry("dart", SLASHES),
            Map.entry("proto", SLASHES),
            Map.entry("prisma", SLASHES),
            Map.entry("sol", SLASHES),
            Map.entry("zig", SLASHES),
            Map.entry("scss", SLASHES),
            Map.entry("less", SLASHES),
            Map.entry("jsonc", SLASHES),
            Map.entry("go", GO),
            Map.entry("rs", RUST),
            Map.entry("php", SLASHES_AND_HASH),
            Map.entry("tf", SLASHES_AND_HASH),
            Map.entry("hcl", SLASHES_AND_HASH),
            Map.entry("css", CSS),
            Map.entry("py", PYTHON),
            Map.entry("toml", PYTHON),
            Map.entry("graphql", PYTHON),
            Map.entry("gql", PYTHON),
            Map.entry("rb", SHELL),
            Map.entry("pl", SHELL),
            Map.entry("r", SHELL),
            Map.entry("ex", SHELL),
            Map.entry("exs", SHELL),
            Map.entry("sh", SHELL),
            Map.entry("bash", SHELL),
            Map.entry("zsh", SHELL),
            Map.entry("properties", SHELL),
            Map.entry("rego", SHELL),
            Map.entry("yaml", YAML),
            Map.entry("yml", YAML),
            Map.entry("sql", SQL),
            Map.entry("lua", SQL),
            Map.entry("hs", SQL),
            Map.entry("elm", SQL),
            Map.entry("html", MARKUP),
            Map.entry("htm", MARKUP),
            Map.entry("xml", MARKUP),
            Map.entry("vue", MARKUP),
            Map.entry("svelte", MARKUP),
            Map.entry("md", MARKUP),
            Map.entry("markdown", MARKUP));

    private static final Set<String> SHELL_NAMES =
            Set.of("dockerfile", "makefile", "gemfile", "procfile", "jenkinsfile", ".gitignore", ".env");

    /** The syntax of a file; null when it is not known. */
    static @Nullable Syntax of(String path) {
        Syntax known = BY_EXTENSION.get(Paths.extension(path));
        if (known != null) return known;
        String name = Paths.name(path).toLowerCase(Locale.ROOT);
        if (name.equals("jenkinsfile")) return SLASHES;
        String stem = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
        return SHELL_NAMES.contains(stem) ? SHELL : null;
    }

    boolean slashes() {
        return switch (this) {
            case JAVASCRIPT, SLASHES, GO, RUST, SLASHES_AND_HASH -> true;
            default -> false;
        };
    }

    boolean blocks() {
        return slashes() || this == CSS || this == SQL;
    }

    boolean hashes() {
        return this == PYTHON || this == SHELL || this == YAML || this == SLASHES_AND_HASH;
    }

    /** Whether three quotes begin a text of several lines. */
    boolean tripleQuotes() {
        return this == SLASHES || this == PYTHON;
    }
}
