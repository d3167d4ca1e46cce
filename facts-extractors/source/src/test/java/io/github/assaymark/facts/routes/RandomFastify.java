package io.github.assaymark.facts.routes;

import java.util.Random;

/** An application of Fastify. */
final class RandomFastify extends RandomApp {
    RandomFastify(Random random) {
        super(random);
    }

    @Override
    void write() {
        files.put("guards.js", guardsFile("""
                const %s = async (request, reply) => {
                  request.raw.met = [...(request.raw.met || []), "%s"];
                  if (!request.headers.authorization) return reply.code(401).send({ code: "UNAUTHENTICATED" });
                };
                """));
        File main = file();
        main.head("const fastify = require(\"fastify\");\nconst fp = require(\"fastify-plugin\");");
        main.add("const app = fastify();");
        statements("app", 0, main);
        statements("app", 0, main);
        main.add("module.exports = app;");
        files.put("app.js", main.text());
    }

    @Override
    boolean slashed() {
        return false;
    }

    private String handler(String kind, File file) {
        String name = name(kind);
        file.function("async function " + name + "(request) {\n  return { handler: \"" + name
                + "\", met: request.raw.met || [] };\n}");
        return name;
    }

    @Override
    void statement(String target, int depth, File file) {
        String on = target + ".";
        String verb = any("get", "post", "put", "delete");
        String hook = any("onRequest", "preHandler", "preValidation");
        switch (random.nextInt(deep(depth) ? 9 : 16)) {
            case 0, 1 -> file.add(on + "addHook(\"" + hook + "\", " + guard() + ");");
            case 2 ->
                file.add(on + verb + "(\"" + path() + "\", { " + hook + ": [" + guards() + "] }, " + handler("h", file)
                        + ");");
            case 3 ->
                file.add(on + "route({ method: [\"GET\", \"PATCH\"], url: \"" + path() + "\", " + hook + ": " + guard()
                        + ", handler: " + handler("h", file) + " });");
            case 4 -> {
                String own = "/r" + name("");
                file.add(on + verb + "(\"" + own + "/:id?\", " + handler("o", file) + ");");
            }
            case 5 -> file.add(on + verb + "(\"" + "/r" + name("") + "/*\", " + handler("h", file) + ");");
            case 6 -> {
                String base = name("base");
                file.add("const " + base + " = \"" + prefix() + "\";");
                file.add(on + verb + "(`${" + base + "}" + path() + "`, " + handler("h", file) + ");");
            }
            case 9, 10 -> plugin(target, depth, file, true, false);
            case 11, 12 -> plugin(target, depth, file, false, false);
            case 13 -> plugin(target, depth, file, true, true);
            case 14 -> {
                file.add(on + "after(() => {");
                file.add(on + "addHook(\"" + hook + "\", " + guard() + ");");
                file.add(on + verb + "(\"" + path() + "\", " + handler("h", file) + ");");
                file.add("});");
            }
            default -> file.add(on + verb + "(\"" + path() + "\", " + handler("h", file) + ");");
        }
    }

    /** A plugin in this file or in one of its own, which keeps what it registers to itself, or shares it. */
    private void plugin(String target, int depth, File file, boolean own, boolean shared) {
        String options = any(
                "",
                ", { prefix: \"" + prefix() + "\" }",
                ", { prefix: \"/:tenant\" }",
                ", { prefix: \"" + prefix() + "/in\", logLevel: \"warn\" }");
        // The main module cannot wait.
        String waits = target.equals("app") || random.nextInt(2) == 0 ? "" : "await ";
        String made = name("plugin");
        if (own) {
            File other = file();
            other.head("const fp = require(\"fastify-plugin\");");
            other.add("async function " + made + "(" + made + "App, options) {");
            statements(made + "App", depth + 1, other);
            other.add("}");
            other.add("module.exports = " + (shared ? "fp(" + made + ");" : made + ";"));
            files.put(made + ".js", other.text());
            file.head("const " + made + " = require(\"./" + made + "\");");
            file.add(waits + target + ".register(" + made + options + ");");
            return;
        }
        file.add(waits + target + ".register(async (" + made + ") => {");
        statements(made, depth + 1, file);
        file.add("}" + options + ");");
    }
}
