package io.github.assaymark.facts.routes;

import java.util.Random;

/** An application of Express, of the fourth or fifth version. */
final class RandomExpress extends RandomApp {
    private final boolean fourth;

    RandomExpress(Random random, boolean fourth) {
        super(random);
        this.fourth = fourth;
    }

    @Override
    void write() {
        files.put("guards.js", guardsFile("""
                const %s = (req, res, next) => {
                  req.met = [...(req.met || []), "%s"];
                  if (!req.headers.authorization) return res.status(401).json({ code: "UNAUTHENTICATED" });
                  next();
                };
                """));
        File main = file();
        main.head("const express = require(\"express\");");
        main.add("const app = express();");
        statements("app", 0, main);
        statements("app", 0, main);
        main.add("module.exports = app;");
        files.put("app.js", main.text());
    }

    @Override
    boolean slashed() {
        return true;
    }

    private String handler(String kind, File file) {
        String name = name(kind);
        file.function(
                "function " + name + "(req, res) {\n  res.json({ handler: \"" + name + "\", met: req.met || [] });\n}");
        return name;
    }

    @Override
    void statement(String target, int depth, File file) {
        String on = target + ".";
        String verb = any("get", "post", "put", "delete");
        switch (random.nextInt(deep(depth) ? 11 : 17)) {
            case 0 -> file.add(on + "use(" + guard() + ");");
            case 1 -> file.add(on + "use(\"" + prefix() + "\", " + guards() + ");");
            case 2 -> file.add(on + "use([\"" + prefix() + "\", \"/p9\"], " + guard() + ");");
            case 3 -> file.add(on + "all(\"" + path() + "\", " + handler("h", file) + ");");
            case 4 ->
                file.add(on + "route(\"" + path() + "\").get(" + handler("h", file) + ").put(" + guard() + ", "
                        + handler("h", file) + ");");
            case 5 -> {
                String own = "/r" + name("");
                file.add(on + verb + "(\"" + own + (fourth ? "/:id?" : "{/:id}") + "\", " + handler("o", file) + ");");
            }
            case 6 ->
                file.add(on + verb + "([\"" + path() + "\", \"" + path() + "\"], " + guard() + ", " + handler("o", file)
                        + ");");
            case 7 -> {
                String base = name("base");
                file.add("const " + base + " = \"" + prefix() + "\";");
                file.add(on + verb + "(`${" + base + "}" + path() + "`, " + handler("h", file) + ");");
            }
            case 8 -> file.add(on + verb + "(\"" + path() + "\", " + guards() + ", " + handler("h", file) + ");");
            case 9 -> file.add(on + "all(\"" + prefix() + (fourth ? "/*" : "/*rest") + "\", " + guard() + ");");
            case 11 -> router(target, depth, file, true);
            case 12 -> router(target, depth, file, false);
            case 13 -> {
                String made = name("register");
                File other = file();
                other.head("const express = require(\"express\");");
                other.add("module.exports = function " + made + "(parent) {");
                statements("parent", depth + 1, other);
                other.add("};");
                files.put(made + ".js", other.text());
                file.head("const " + made + " = require(\"./" + made + "\");");
                file.add(made + "(" + target + ");");
            }
            case 14 -> {
                String made = named(depth);
                file.head("const { " + made + " } = require(\"./" + made + "\");");
                file.add(on + "use(\"" + prefix() + "\", " + made + ");");
                file.add(on + "use(\"/again" + prefix() + "\", " + guard() + ", " + made + ");");
            }
            default -> file.add(on + verb + "(\"" + path() + "\", " + handler("h", file) + ");");
        }
    }

    /** A router in this file or in one of its own. */
    private void router(String target, int depth, File file, boolean own) {
        String at = any("\"" + prefix() + "\", ", "\"/:tenant\", ", "", "\"" + prefix() + "/in" + prefix() + "\", ");
        String with = random.nextInt(3) == 0 ? guard() + ", " : "";
        if (own) {
            String made = named(depth);
            file.head("const { " + made + " } = require(\"./" + made + "\");");
            file.add(target + ".use(" + at + with + made + ");");
            return;
        }
        String made = name("router");
        file.add("const " + made + " = express.Router();");
        boolean early = random.nextInt(4) == 0;
        if (early) file.add(target + ".use(" + at + with + made + ");");
        statements(made, depth + 1, file);
        if (!early) file.add(target + ".use(" + at + with + made + ");");
    }

    private String named(int depth) {
        String made = name("router");
        File other = file();
        other.head("const express = require(\"express\");");
        other.add("const " + made + " = express.Router();");
        statements(made, depth + 1, other);
        other.add("module.exports = { " + made + " };");
        files.put(made + ".js", other.text());
        return made;
    }
}
