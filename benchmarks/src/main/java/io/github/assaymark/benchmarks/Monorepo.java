package io.github.assaymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up monorepo of services on disk: manifest, documents, API description, package and five sources each. */
final class Monorepo {
    private static final int OPERATIONS = 8;
    private static final int SOURCES = 5;

    private final Path root;
    private final int services;

    Monorepo(Path root, int services) {
        this.root = root;
        this.services = services;
    }

    void write() throws IOException {
        put("README.md", "# Everything\n\n[first service](services/s0/README.md)\n");
        put("CODEOWNERS", "* @everyone\n");
        put("services/_template/service.yaml", "name: _template\n");
        for (int i = 0; i < services; i++) {
            put(readme(i), readmeText(i, 0));
            put(manifest(i), manifestText(i, 0));
            put(description(i), descriptionText(i, 0));
            put(
                    at(i) + "RUNBOOK.md",
                    "# Runbook\n\n## Alarms\n\nWho is called and why.\n\n## Rollback\n\nRedeploy the one before.\n");
            put(at(i) + "package.json", "{\"name\": \"s" + i + "\", \"scripts\": {\"test\": \"vitest\"}}\n");
            for (int j = 0; j < SOURCES; j++)
                put(at(i) + "src/part" + j + ".ts", "export const part = " + j + "\n// one of several\n".repeat(40));
        }
    }

    /** Changes one file, another kind of file each time; the path of it. */
    String edit(int number) throws IOException {
        int service = (int) (number * 7919L % services);
        String path = switch (number % 3) {
            case 0 -> readme(service);
            case 1 -> description(service);
            default -> manifest(service);
        };
        put(
                path,
                switch (number % 3) {
                    case 0 -> readmeText(service, number);
                    case 1 -> descriptionText(service, number);
                    default -> manifestText(service, number);
                });
        return path;
    }

    private static String at(int service) {
        return "services/s" + service + "/";
    }

    private static String readme(int service) {
        return at(service) + "README.md";
    }

    private static String manifest(int service) {
        return at(service) + "service.yaml";
    }

    private static String description(int service) {
        return at(service) + "openapi.yaml";
    }

    private static String readmeText(int service, int edit) {
        return "# Service " + service + "\n\nEdited " + edit + " times.\n\n## Run it\n\nnpm start\n\n"
                + "[Runbook](RUNBOOK.md#alarms) and [the other one](../s" + (service / 2) + "/README.md#run-it)\n";
    }

    private static String manifestText(int service, int edit) {
        return "name: s" + service + "\nowner: team-" + edit % 7 + "\ntier: " + (1 + edit % 3)
                + "\napi: openapi.yaml\n";
    }

    private static String descriptionText(int service, int edit) {
        StringBuilder text = new StringBuilder("openapi: 3.0.3\ninfo:\n  title: Service " + service
                + "\n  version: 1.0.0\n  description: edited " + edit + " times\npaths:\n");
        for (int i = 0; i < OPERATIONS; i++) {
            text.append("  /v1/things")
                    .append(i)
                    .append(":\n    get:\n      operationId: list")
                    .append(i);
            text.append(
                    "\n      summary: Lists things\n      responses:\n        '200':\n          description: fine\n");
            text.append("          content:\n            application/json:\n              schema:\n");
            text.append("                $ref: '#/components/schemas/Thing'\n");
        }
        return text + "components:\n  schemas:\n    Thing:\n      type: object\n      properties:\n        id:\n"
                + "          type: string\n";
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Path above = file.getParent();
        if (above != null) Files.createDirectories(above);
        Files.writeString(file, text);
    }
}
