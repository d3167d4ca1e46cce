package io.github.assaymark.benchmarks;

import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One module of 50 kB edited in a service of TypeScript, from its path to the facts that changed: {@code OneModule
 * MODULES...}, the number of other modules of 4 kB in the service.
 */
final class OneModule {
    private static final int WARM_UP = 150;
    private static final int MEASURED = 200;
    private static final int EDITED_BYTES = 50_000;
    private static final int OTHER_BYTES = 4_000;

    private OneModule() {}

    public static void main(String[] args) throws IOException {
        for (String modules : args) measure(Integer.parseInt(modules));
    }

    private static void measure(int modules) throws IOException {
        Path root = Files.createTempDirectory("assay-one-module");
        try {
            put(root, "services/one/service.yaml", "name: one\nowner: team\n");
            put(root, "services/one/package.json", "{\"name\": \"one\", \"dependencies\": {\"hono\": \"4.0.0\"}}\n");
            put(root, "services/one/src/scopes.ts", "export const SCOPES = { read: 'x.read' } as const;\n");
            for (int i = 0; i < modules; i++) put(root, path(i + 1), text(i + 1, OTHER_BYTES, 0));
            put(root, path(0), text(0, EDITED_BYTES, 0));
            long start = System.nanoTime();
            try (LiveScan scan = Extractors.standard().follow(ScanRequest.of(root))) {
                Snapshot snapshot = scan.snapshot();
                System.out.println(
                        modules + " other modules, " + snapshot.facts().size() + " facts; read in "
                                + (System.nanoTime() - start) / 1_000_000 + " ms");
                Edits edits = new Edits(scan, null, WARM_UP, MEASURED);
                edits.run(number -> {
                    put(root, path(0), text(0, EDITED_BYTES, number + 1));
                    return path(0);
                });
                edits.print();
            }
        } finally {
            Edits.delete(root);
        }
    }

    private static String path(int module) {
        return "services/one/src/part" + module + ".ts";
    }

    /** Routes with guards, handlers that call and log: what services are made of. */
    private static String text(int module, int bytes, int edit) {
        StringBuilder text = new StringBuilder("import { Hono } from 'hono';\nimport { SCOPES } from './scopes';\n"
                + "import { requireScope, logger, db } from '@one/platform';\n\nexport const app" + module
                + " = new Hono();\nconst base = '/v" + edit + "/m" + module + "';\n\n");
        for (int i = 0; text.length() < bytes; i++) {
            text.append("app").append(module).append(i % 2 == 0 ? ".get(" : ".post(");
            text.append("`${base}/things").append(i).append("/:id`, requireScope(SCOPES.read), async (c) => {\n");
            text.append("  const thing = await db.query.things.findFirst({ where: { id: c.req.param('id') } });\n");
            text.append("  if (!thing) return c.json({ code: 'NOT_FOUND', message: 'no thing' }, 404);\n");
            text.append("  logger.info('thing was read', { id: thing.id, part: ")
                    .append(i)
                    .append(" });\n");
            text.append("  return c.json({ ...thing, at: new Date().toISOString() });\n});\n\n");
        }
        return text.toString();
    }

    private static void put(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Path above = file.getParent();
        if (above != null) Files.createDirectories(above);
        Files.writeString(file, text);
    }
}
