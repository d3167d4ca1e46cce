package io.github.assaymark.facts.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random edits of a copy of a real repository: of the kinds that change what other files mean. Everything follows from
 * the seed.
 */
final class RepositoryEdits {
    private static final Pattern EXPORTED =
            Pattern.compile("export\\s+(?:const|let|async function|function|class|enum)\\s+(\\w+)");
    private static final Pattern CONSTANT = Pattern.compile("(?:=|:)\\s*(['\"])([\\w./:-]{2,40})\\1");
    private static final Pattern NEAR = Pattern.compile("from\\s+['\"](\\.{1,2}/[\\w./-]+)['\"]");
    private static final Pattern FIELD =
            Pattern.compile("\"(name|main|types|exports|workspaces|imports)\"\\s*:\\s*\"([^\"]*)\"");
    private static final int TRIES = 30;

    private final Path root;
    private final Random random;
    private final List<String> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> manifests = new ArrayList<>();
    /** What files held at first; nothing of those that were not there. */
    private final TreeMap<String, Optional<String>> spoilt = new TreeMap<>();

    /** What was done to which path. */
    record Edit(String what, String path) {
        @Override
        public String toString() {
            return what + " " + path;
        }
    }

    private RepositoryEdits(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    /** Copies a repository, without its history and what is installed. */
    static RepositoryEdits ofCopy(Path repository, Path root, Random random) throws IOException {
        RepositoryEdits edits = new RepositoryEdits(root, random);
        try (Stream<Path> all = Files.walk(repository)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String path = repository.relativize(file).toString().replace('\\', '/');
                if (path.startsWith(".git/") || path.contains("node_modules/")) continue;
                Path to = root.resolve(path);
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
                edits.list(path);
            }
        }
        return edits;
    }

    private void list(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (Sources.reads(path)) sources.add(path);
        else if (name.startsWith("tsconfig") && name.endsWith(".json")) options.add(path);
        else if (name.equals("package.json") || name.equals("pnpm-workspace.yaml")) manifests.add(path);
    }

    /** One edit. */
    Edit next() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Edit edit = attempt();
            if (edit != null) return edit;
        }
        String path = any(sources);
        write(path, text(path) + "\nexport const added = 'x';\n");
        return new Edit("added a line to", path);
    }

    private @Nullable Edit attempt() throws IOException {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> renamed(any(sources));
            case 3, 4 -> deleted(any(sources));
            case 5, 6, 7 -> restored();
            case 8, 9 -> options.isEmpty() ? null : configured(any(options));
            case 10, 11, 12 -> constant(any(sources));
            case 13, 14 -> shadowed(any(sources));
            case 15 -> manifests.isEmpty() ? null : manifest(any(manifests));
            case 16, 17 -> damaged(any(sources));
            default -> lines(any(sources));
        };
    }

    private String any(List<String> paths) {
        return paths.get(random.nextInt(paths.size()));
    }

    private @Nullable Edit renamed(String path) throws IOException {
        List<String> names = found(EXPORTED, text(path), 1);
        if (names.isEmpty()) return null;
        String name = any(names);
        write(path, text(path).replaceAll("\\b" + name + "\\b", name + "Renamed"));
        return new Edit("renamed " + name + " in", path);
    }

    private @Nullable Edit deleted(String path) throws IOException {
        if (!Files.exists(root.resolve(path))) return null;
        keep(path);
        Files.delete(root.resolve(path));
        return new Edit("deleted", path);
    }

    private @Nullable Edit restored() throws IOException {
        if (spoilt.isEmpty()) return null;
        String path = any(List.copyOf(spoilt.keySet()));
        Optional<String> content = spoilt.getOrDefault(path, Optional.empty());
        if (content.isEmpty()) Files.deleteIfExists(root.resolve(path));
        else write(path, content.get());
        spoilt.remove(path);
        return new Edit("restored", path);
    }

    private Edit configured(String path) throws IOException {
        String added = switch (random.nextInt(5)) {
            case 0 -> "{\"compilerOptions\": {\"baseUrl\": \".\"}}\n";
            case 1 -> "{\"compilerOptions\": {\"baseUrl\": \"./src\", \"paths\": {\"@/*\": [\"./*\"]}}}\n";
            case 2 -> "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./lib/*\", \"./src/*\"], \"~/*\": [\"./*\"]}}}\n";
            case 3 -> "{\"extends\": \"../tsconfig.json\"}\n";
            default -> "{\"compilerOptions\": {\"paths\": \n";
        };
        write(path, added);
        return new Edit("configured", path);
    }

    private @Nullable Edit constant(String path) throws IOException {
        Matcher matcher = CONSTANT.matcher(text(path));
        List<Integer> ends = new ArrayList<>();
        while (matcher.find()) ends.add(matcher.end(2));
        if (ends.isEmpty()) return null;
        int at = ends.get(random.nextInt(ends.size()));
        String text = text(path);
        write(path, text.substring(0, at) + random.nextInt(10) + text.substring(at));
        return new Edit("changed a text of", path);
    }

    /** A file that is found before the one that an import led to. */
    private @Nullable Edit shadowed(String path) throws IOException {
        List<String> near = found(NEAR, text(path), 1);
        if (near.isEmpty()) return null;
        Path target = root.resolve(path).resolveSibling(any(near)).normalize();
        if (!target.startsWith(root)) return null;
        String base = root.relativize(target).toString().replace('\\', '/');
        List<String> names = List.of(base + ".ts", base + ".tsx", base + "/index.ts", base + ".d.ts");
        String shadow = any(names);
        if (Files.exists(root.resolve(shadow))
                || Files.isRegularFile(root.resolve(shadow).getParent())) return null;
        List<String> exported = Files.exists(root.resolve(base + ".ts"))
                ? found(EXPORTED, text(base + ".ts"), 1)
                : List.of("value", "app", "router");
        StringBuilder text = new StringBuilder();
        for (String name : exported) text.append("export const ").append(name).append(" = 'shadow';\n");
        write(shadow, text.toString());
        return new Edit("shadowed by", shadow);
    }

    private @Nullable Edit manifest(String path) throws IOException {
        String text = text(path);
        Matcher matcher = FIELD.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (matcher.find()) places.add(new int[] {matcher.start(2), matcher.end(2)});
        if (random.nextInt(6) == 0 || places.isEmpty()) {
            write(path, text.replaceFirst("\\{", "{ \"dependencies\": {\"hono\": \"4.0.0\"}, "));
            return new Edit("added a dependency to", path);
        }
        int[] place = places.get(random.nextInt(places.size()));
        String now = any(List.of("./src/index.ts", "./lib/other.js", text.substring(place[0], place[1]) + "x"));
        write(path, text.substring(0, place[0]) + now + text.substring(place[1]));
        return new Edit("described otherwise", path);
    }

    private @Nullable Edit damaged(String path) throws IOException {
        String text = text(path);
        if (text.isEmpty()) return null;
        int at = random.nextInt(text.length());
        String broken = any(List.of("{{(", "`${", "<T,", "\u0000", " */ "));
        write(path, random.nextBoolean() ? text.substring(0, at) : text.substring(0, at) + broken + text.substring(at));
        return new Edit("damaged", path);
    }

    /** Takes a line away, doubles one, or adds one. */
    private @Nullable Edit lines(String path) throws IOException {
        String text = text(path);
        if (text.isEmpty()) return null;
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, any(lines));
            default -> lines.add(at, "export const added" + random.nextInt(9) + " = 'x';");
        }
        write(path, String.join("\n", lines));
        return new Edit("edited", path);
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(group));
        return found;
    }

    /** Whatever its bytes are; empty when it is not there. */
    private String text(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
    }

    private void write(String path, String text) throws IOException {
        keep(path);
        Files.createDirectories(root.resolve(path).getParent());
        Files.write(root.resolve(path), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void keep(String path) throws IOException {
        Path file = root.resolve(path);
        if (!spoilt.containsKey(path))
            spoilt.put(path, Files.exists(file) ? Optional.of(text(path)) : Optional.empty());
    }
}
