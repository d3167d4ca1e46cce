package io.github.assaymark.facts.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A small workspace of TypeScript services that lean on each other and on shared code, and random edits of it. */
final class RandomProgram {
    private static final int SERVICES = 4;
    private static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta", "epsilon", "index");

    private final Path root;
    private final Random random;
    private final TreeSet<String> files = new TreeSet<>();

    RandomProgram(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    void write() throws IOException {
        put("package.json", "{\"name\": \"all\", \"workspaces\": [\"packages/*\", \"services/*\"]}\n");
        put("tsconfig.base.json", "{\"compilerOptions\": {\"paths\": {\"@lib/*\": [\"./packages/shared/src/*\"]}}}\n");
        for (String name : List.of("shared", "other")) {
            put("packages/" + name + "/package.json", manifest("@t/" + name));
            for (String module : NAMES) put("packages/" + name + "/src/" + module + ".ts", module());
        }
        for (int i = 0; i < SERVICES; i++) {
            String at = "services/s" + i + "/";
            put(at + "service.yaml", "name: s" + i + "\nowner: team\n");
            put(at + "package.json", manifest("@t/s" + i));
            put(at + "tsconfig.json", config());
            for (String module : NAMES.subList(0, 4)) put(at + "src/" + module + ".ts", module());
            put(at + "test/" + word() + ".test.ts", module());
        }
    }

    private static String manifest(String name) {
        return "{\"name\": \"" + name + "\", \"main\": \"dist/index.js\"}\n";
    }

    private String config() {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"extends\": \"../../tsconfig.base.json\"}\n";
            case 1 -> "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}\n";
            case 2 -> "{\"extends\": \"../s" + random.nextInt(SERVICES) + "/tsconfig.json\"}\n";
            default -> "{\"compilerOptions\": {\"baseUrl\": \"./src\"}}\n";
        };
    }

    private String word() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String specifier() {
        return switch (random.nextInt(8)) {
            case 0 -> "@t/shared";
            case 1 -> "@t/other/src/" + word();
            case 2 -> "@lib/" + word();
            case 3 -> "@/" + word();
            case 4 -> word();
            case 5 -> "hono";
            case 6 -> "./" + word() + ".js";
            default -> "./" + word();
        };
    }

    private String name() {
        return "n" + random.nextInt(6);
    }

    private String expression(int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 13)) {
            case 0 -> "'" + word() + "'";
            case 1 -> String.valueOf(random.nextInt(50));
            case 2, 3 -> name();
            case 4 -> "`${" + expression(depth + 1) + "}-" + word() + "`";
            case 5 -> expression(depth + 1) + " + " + expression(depth + 1);
            case 6 -> "{ a: " + expression(depth + 1) + ", ..." + name() + ", b: " + expression(depth + 1) + " }";
            case 7 -> "[" + expression(depth + 1) + ", ..." + name() + "]";
            case 8 -> name() + ".a";
            case 9 -> name() + "(" + expression(depth + 1) + ")";
            case 10 -> "new " + name() + "(" + expression(depth + 1) + ")";
            case 11 -> "process.env.V" + random.nextInt(3);
            default -> "(p) => " + expression(depth + 1);
        };
    }

    private String statement() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> "import { " + name() + ", " + name() + " as " + name() + " } from '" + specifier() + "';";
            case 2 -> "import * as " + name() + " from '" + specifier() + "';";
            case 3 -> "export * from '" + specifier() + "';";
            case 4 -> "export { " + name() + " } from '" + specifier() + "';";
            case 5, 6, 7 -> "export const " + name() + " = " + expression(0) + ";";
            case 8 ->
                "export function " + name() + "(" + name() + ", q = 'd') { show(" + name() + "); return "
                        + expression(1) + " }";
            case 9 -> "export enum " + name() + " { a = '" + word() + "', b = " + random.nextInt(9) + " }";
            case 10 -> name() + "(" + expression(0) + ", " + expression(0) + ");";
            case 11 -> name() + ".a = " + expression(1) + ";";
            case 12 -> "class " + name() + " { static readonly a = " + expression(1) + "; m() { this.m() } }";
            default -> random.nextInt(12) == 0 ? "const {{{ = ;" : "const { a: " + name() + " } = " + name() + ";";
        };
    }

    private String module() {
        StringBuilder text = new StringBuilder();
        int statements = 3 + random.nextInt(8);
        for (int i = 0; i < statements; i++) text.append(statement()).append('\n');
        return text.toString();
    }

    List<String> put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        files.add(path);
        return List.of(path);
    }

    private String any() {
        List<String> modules =
                files.stream().filter(file -> file.endsWith(".ts")).toList();
        return modules.get(random.nextInt(modules.size()));
    }

    private List<String> remove(String path) throws IOException {
        Files.delete(root.resolve(path));
        files.remove(path);
        return List.of(path);
    }

    /** One random change; the paths it touched. */
    List<String> edit() throws IOException {
        String service = "services/s" + random.nextInt(SERVICES) + "/";
        switch (random.nextInt(20)) {
            case 0 -> {
                return put(service + "tsconfig.json", config());
            }
            case 1 -> {
                return files.contains(service + "src/tsconfig.json")
                        ? remove(service + "src/tsconfig.json")
                        : put(service + "src/tsconfig.json", config());
            }
            case 2 -> {
                return put(
                        "tsconfig.base.json",
                        "{\"compilerOptions\": {\"paths\": {\"@lib/*\": [\"./packages/"
                                + (random.nextBoolean() ? "other" : "shared") + "/src/*\"]}}}\n");
            }
            case 3 -> {
                return remove(any());
            }
            case 4 -> {
                String from = any();
                String to = from.substring(0, from.lastIndexOf('/') + 1) + word() + random.nextInt(2) + ".ts";
                String text = Files.readString(root.resolve(from));
                List<String> changed = new ArrayList<>(remove(from));
                changed.addAll(put(to, text));
                return changed;
            }
            case 5, 6 -> {
                return put(service + "src/" + word() + (random.nextBoolean() ? ".ts" : "/index.ts"), module());
            }
            case 7 -> {
                return put(service + "src/" + word() + ".js", "var a=1;".repeat(random.nextInt(1500)));
            }
            case 8, 9, 10 -> {
                return put("packages/shared/src/" + word() + ".ts", module());
            }
            case 11 -> {
                return random.nextInt(4) == 0
                        ? put("packages/other/package.json", manifest("@t/" + word()))
                        : put("packages/other/package.json", manifest("@t/other"));
            }
            case 12 -> {
                return put(
                        "packages/shared/package.json",
                        "{\"name\": \"@t/shared\", \"exports\": {\".\": \"./src/" + word() + ".ts\"}}\n");
            }
            default -> {
                return put(any(), module());
            }
        }
    }
}
