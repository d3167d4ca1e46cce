package io.github.assaymark.facts.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A small repository of several services that lean on each other, and random edits of it. */
final class RandomTree {
    private static final int SERVICES = 6;

    private final Path root;
    private final Random random;
    private final TreeSet<String> files = new TreeSet<>();

    RandomTree(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    void write() throws IOException {
        put(
                "assay.yaml",
                "people: [people.yaml]\nattestations: [attestations.yaml]\nwaivers: [waivers.yaml]\nbaseline: [baseline.yaml]\n");
        put("people.yaml", "- handle: '@ada'\n  roles: [lead]\n");
        put("attestations.yaml", "attestations: []\n");
        put("README.md", "# All\n\n[s0](services/s0/README.md#s0) [d](docs/guide.md#use) [site](/guide)\n");
        put("docs/guide.md", "# Guide\n\n## Use\n\ntext\n");
        put("docs/index.md", "# Docs\n\n[guide](/docs/guide#use)\n");
        put(".gitignore", "build/\n*.log\n");
        put("CODEOWNERS", "/services/s0/ @ada\n* @all\n");
        put(
                "shared/parts.yaml",
                "components:\n  schemas:\n    Part:\n      type: object\n    Part:\n      type: string\n");
        put("services/_template/service.yaml", "name: _template\nowner: <your-team>\n");
        put("services/_template/README.md", "# Template\n");
        for (int i = 0; i < SERVICES; i++) {
            String at = "services/s" + i + "/";
            put(at + "service.yaml", manifest(i));
            put(at + "README.md", readme(i));
            put(
                    at + "RUNBOOK.md",
                    "# Runbook\n\n## Alarms\n\n- [ ] a\n\n| Role | Name | Date |\n|--|--|--|\n| QA | | |\n");
            put(at + "openapi.yaml", openapi("api " + i, reference()));
            put(at + "package.json", "{\"name\": \"s" + i + "\", \"scripts\": {\"test\": \"x\"}}\n");
            put(at + ".changeset/one.md", "---\n's" + i + "': minor\n---\n\nA change.\n");
            put(at + "src/a.ts", "// TODO(@ada): _template\nexport const a = '_template'\n");
        }
    }

    private String manifest(int i) {
        return "name: s" + i + "\nowner: team" + random.nextInt(3)
                + (random.nextInt(5) == 0 ? "\napi: ../s" + random.nextInt(SERVICES) + "/api/other.yaml" : "")
                + (random.nextInt(6) == 0 ? "\nname: twice" : "") + "\n";
    }

    private String readme(int i) {
        String other = "../s" + random.nextInt(SERVICES);
        return switch (random.nextInt(6)) {
            case 0 -> "# S" + i + "\n\n[o](" + other + "/README.md#" + word() + ")\n";
            case 1 -> "# S" + i + "\n\n[d](" + other + "/docs) [r](/guide#use) [n](" + word() + ".md)\n";
            case 2 -> "# S" + i + "\n\n## " + word() + "\n\n[p](" + other + "/RUNBOOK)\n\nOwner: TBD\n";
            case 3 -> "# S" + i + "\n\n[x](../../docs/guide.md#" + word() + ") [y](/s2) [z](" + other + ")\n";
            case 4 -> "# " + word() + "\n\n- [x] done\n- [ ] open\n\n[k](/services/s1/src/a.ts)\n";
            default -> "# S" + i + "\n\ntext " + random.nextInt(1000) + "\n";
        };
    }

    private String word() {
        return List.of("use", "alarms", "s0", "s1", "guide", "other").get(random.nextInt(6));
    }

    private String reference() {
        return switch (random.nextInt(5)) {
            case 0 -> "../../shared/parts.yaml#/components/schemas/Part";
            case 1 -> "../s" + random.nextInt(SERVICES) + "/api/other.yaml#/components/schemas/Other";
            case 2 -> "../s" + random.nextInt(SERVICES) + "/openapi.yaml#/components/schemas/Own";
            case 3 -> "#/components/schemas/Gone";
            default -> "#/components/schemas/Own";
        };
    }

    static String openapi(String title, String reference) {
        return "openapi: 3.0.3\ninfo:\n  title: " + title + "\n  version: 1.0.0\npaths:\n  /v1/things:\n    get:\n"
                + "      operationId: list\n      responses:\n        '200':\n          description: fine\n"
                + "          content:\n            application/json:\n              schema:\n                $ref: '"
                + (reference.isEmpty() ? "#/components/schemas/Own" : reference)
                + "'\ncomponents:\n  schemas:\n    Own:\n      type: object\n      properties:\n        id:\n"
                + "          type: string\n";
    }

    /** Changes something; the paths of it. */
    List<String> edit() throws IOException {
        int i = random.nextInt(SERVICES);
        String at = "services/s" + i + "/";
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3 -> put(at + "README.md", readme(i));
            case 4, 5, 6 -> put(at + "openapi.yaml", openapi(word(), reference()));
            case 7, 8 -> put(at + "service.yaml", manifest(i));
            case 9 -> put(at + "service.yaml", random.nextBoolean() ? "a: [\n" : "apiVersion: v1\nkind: Service\n");
            case 10 ->
                put(
                        at + "api/other.yaml",
                        random.nextBoolean()
                                ? openapi("other", reference())
                                : "components:\n  schemas:\n    Other:\n      type: object\n");
            case 11 -> put("shared/parts.yaml", "components:\n  schemas:\n    P" + word() + ":\n      type: object\n");
            case 12 -> put("docs/" + word() + ".md", "# " + word() + "\n\n## " + word() + "\n");
            case 13 -> put(at + "docs/" + word() + ".md", "# " + word() + "\n");
            case 14 ->
                put(
                        at + "src/" + word() + ".ts",
                        (random.nextInt(3) == 0 ? "// @generated\n" : "") + "// TODO " + word() + "\n'_template'\n");
            case 15 -> put(at + word() + (random.nextBoolean() ? ".log" : ".bin"), "\0" + word());
            case 16 -> put("people.yaml", "- handle: '@" + word() + "'\n");
            case 17 ->
                put(at + ".changeset/" + word() + ".md", "---\n's" + random.nextInt(3) + "': patch\n---\n\n" + word());
            case 18, 19 -> delete();
            case 20 -> rename(i);
            default -> rare(i);
        };
    }

    private List<String> rare(int i) throws IOException {
        return switch (random.nextInt(6)) {
            case 0 -> put("services/s" + i + "/.gitignore", word() + ".ts\n");
            case 1 -> put("CODEOWNERS", "/services/s" + i + "/ @" + word() + "\n");
            case 2 -> put("services/t" + i + "/service.yaml", "name: t\n");
            case 3 -> put("attestations.yaml", "attestations:\n  - item: a.b\n    subject: services/s" + i + "\n");
            case 4 -> put("package.json", "{\"name\": \"root\", \"dependencies\": {\"a\": \"latest\"}}");
            default -> put("services/_template/README.md", "# " + word() + "\n");
        };
    }

    private List<String> delete() throws IOException {
        String path = List.copyOf(files).get(random.nextInt(files.size()));
        if (path.equals("assay.yaml")) return List.of();
        Files.delete(root.resolve(path));
        files.remove(path);
        return List.of(path);
    }

    private List<String> rename(int i) throws IOException {
        String from = List.copyOf(files).get(random.nextInt(files.size()));
        if (from.equals("assay.yaml")) return List.of();
        String to = "services/s" + i + "/" + from.substring(from.lastIndexOf('/') + 1);
        if (to.equals(from)) return List.of(from);
        String text = Files.readString(root.resolve(from));
        Files.delete(root.resolve(from));
        files.remove(from);
        List<String> changed = new ArrayList<>(put(to, text));
        changed.add(from);
        return changed;
    }

    List<String> put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Path above = file.getParent();
        if (above != null) Files.createDirectories(above);
        Files.writeString(file, text);
        files.add(path);
        return List.of(path);
    }
}
