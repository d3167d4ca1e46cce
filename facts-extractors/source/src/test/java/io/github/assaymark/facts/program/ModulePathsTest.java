package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModulePathsTest {
    private static String place(Programs programs, String from, String specifier) {
        ModulePaths.Place place = programs.program().paths().resolve(from, specifier);
        if (place instanceof ModulePaths.Place.Inside inside) return inside.path();
        return place instanceof ModulePaths.Place.Outside ? "outside" : "missing";
    }

    @Test
    void relative_names_lead_to_files() {
        Programs programs = Programs.of(
                "src/a.ts",
                "",
                "src/b.tsx",
                "",
                "src/c/index.ts",
                "",
                "src/d.js",
                "",
                "src/d.d.ts",
                "",
                "src/e.vue",
                "",
                "src/f.config.ts",
                "",
                "index.ts",
                "");
        assertThat(place(programs, "src/x.ts", "./a")).isEqualTo("src/a.ts");
        assertThat(place(programs, "src/x.ts", "./a.js")).isEqualTo("src/a.ts");
        assertThat(place(programs, "src/x.ts", "./a.ts")).isEqualTo("src/a.ts");
        assertThat(place(programs, "src/x.ts", "./b.js")).isEqualTo("src/b.tsx");
        assertThat(place(programs, "src/x.ts", "./c")).isEqualTo("src/c/index.ts");
        assertThat(place(programs, "src/c/x.ts", ".")).isEqualTo("src/c/index.ts");
        assertThat(place(programs, "src/c/x.ts", "../d")).isEqualTo("src/d.js");
        assertThat(place(programs, "src/x.ts", "./d.js")).isEqualTo("src/d.js");
        assertThat(place(programs, "src/x.ts", "./e.vue")).isEqualTo("src/e.vue");
        assertThat(place(programs, "src/x.ts", "./f.config")).isEqualTo("src/f.config.ts");
        assertThat(place(programs, "src/x.ts", "..")).isEqualTo("index.ts");
        assertThat(place(programs, "src/x.ts", "./a?raw")).isEqualTo("src/a.ts");
        assertThat(place(programs, "src/x.ts", "./gone")).isEqualTo("missing");
        assertThat(place(programs, "src/x.ts", "../../a")).isEqualTo("missing");
        assertThat(place(programs, "src/x.ts", "zod")).isEqualTo("outside");
        assertThat(place(programs, "src/x.ts", "node:fs")).isEqualTo("outside");
    }

    @Test
    void paths_of_the_nearest_configuration_hold() {
        Programs programs = Programs.of(
                "tsconfig.base.json",
                "{ // shared\n \"compilerOptions\": { \"baseUrl\": \".\", \"paths\": { \"@lib/*\": [\"none/*\", \"libs/*/src\"], }, } }",
                "apps/one/tsconfig.json",
                "{ \"extends\": \"../../tsconfig.base\" }",
                "apps/two/tsconfig.json",
                "{ \"compilerOptions\": { \"paths\": { \"@/*\": [\"./src/*\"], \"exact\": [\"./src/e.ts\"] } } }",
                "libs/db/src/index.ts",
                "",
                "libs/all.ts",
                "",
                "apps/two/src/a.ts",
                "",
                "apps/two/src/e.ts",
                "");
        assertThat(place(programs, "apps/one/src/x.ts", "@lib/db")).isEqualTo("libs/db/src/index.ts");
        assertThat(place(programs, "apps/one/src/x.ts", "libs/all")).isEqualTo("libs/all.ts");
        assertThat(place(programs, "apps/one/src/x.ts", "@lib/gone")).isEqualTo("missing");
        assertThat(place(programs, "apps/two/src/x.ts", "@lib/db")).isEqualTo("outside");
        assertThat(place(programs, "apps/two/src/deep/x.ts", "@/a")).isEqualTo("apps/two/src/a.ts");
        assertThat(place(programs, "apps/two/src/x.ts", "exact")).isEqualTo("apps/two/src/e.ts");
        assertThat(place(programs, "apps/three/x.ts", "@/a")).isEqualTo("missing");
        assertThat(place(programs, "apps/two/src/x.ts", "@scope/other")).isEqualTo("outside");
    }

    @Test
    void configurations_may_extend_several_and_refer_to_others() {
        Programs programs = Programs.of(
                        "a.json",
                        "{\"compilerOptions\": {\"paths\": {\"x\": [\"./first.ts\"]}}}",
                        "b.json",
                        "{\"compilerOptions\": {\"paths\": {\"x\": [\"./second.ts\"]}}}",
                        "one/tsconfig.json",
                        "{\"extends\": [\"../a.json\", \"../b\"]}",
                        "two/tsconfig.json",
                        "{\"files\": [], \"references\": [{\"path\": \"./tsconfig.app.json\"}]}",
                        "two/tsconfig.app.json",
                        "{\"compilerOptions\": {\"paths\": {\"x\": [\"./third.ts\"]}}}",
                        "three/tsconfig.json",
                        "{\"extends\": \"@acme/config/base.json\"}",
                        "packages/config/base.json",
                        "{\"compilerOptions\": {\"baseUrl\": \"./lib\"}}",
                        "packages/config/lib/deep.ts",
                        "",
                        "first.ts",
                        "",
                        "second.ts",
                        "",
                        "two/third.ts",
                        "")
                .packages("@acme/config", "packages/config");
        assertThat(place(programs, "one/x.ts", "x")).isEqualTo("second.ts");
        assertThat(place(programs, "two/x.ts", "x")).isEqualTo("two/third.ts");
        assertThat(place(programs, "three/x.ts", "deep")).isEqualTo("packages/config/lib/deep.ts");
    }

    @Test
    void configurations_that_extend_each_other_end() {
        Programs programs = Programs.of(
                "tsconfig.json",
                "{\"extends\": \"./other.json\"}",
                "other.json",
                "{\"extends\": \"./tsconfig.json\", \"compilerOptions\": {\"paths\": {\"x\": [\"./x.ts\"]}}}",
                "x.ts",
                "",
                "broken/tsconfig.json",
                "{ \"extends\": 5, \"compilerOptions\": [");
        assertThat(place(programs, "a.ts", "x")).isEqualTo("x.ts");
        assertThat(place(programs, "broken/a.ts", "x")).isEqualTo("outside");
    }

    @Test
    void packages_of_the_workspace_show_their_sources() {
        Programs programs = Programs.of(
                        "packages/main/package.json",
                        "{\"name\": \"main\", \"main\": \"./dist/index.js\", \"types\": \"./dist/index.d.ts\"}",
                        "packages/main/src/index.ts",
                        "",
                        "packages/main/src/sub.ts",
                        "",
                        "packages/exports/package.json",
                        "{\"exports\": {\".\": {\"types\": \"./build/types/entry.d.ts\", \"default\": \"./build/entry.js\"},"
                                + " \"./deep/*\": \"./src/parts/*.ts\", \"./one\": [\"./none.js\", \"./lib/one.js\"]}}",
                        "packages/exports/src/entry.ts",
                        "",
                        "packages/exports/src/parts/p.ts",
                        "",
                        "packages/exports/src/one.ts",
                        "",
                        "packages/exports/src/hidden.ts",
                        "",
                        "packages/source/package.json",
                        "{\"source\": \"lib/s.ts\", \"main\": \"dist/other.js\"}",
                        "packages/source/lib/s.ts",
                        "",
                        "packages/plain/index.js",
                        "",
                        "packages/empty/package.json",
                        "{\"main\": \"dist/index.js\"}",
                        "packages/main/package.jsonc",
                        "",
                        "apps/a/package.json",
                        "{\"imports\": {\"#db\": \"./src/db.ts\", \"#x/*\": {\"default\": \"./src/*.js\"}}}",
                        "apps/a/src/db.ts",
                        "",
                        "apps/a/src/y.ts",
                        "")
                .packages(
                        "main",
                        "packages/main",
                        "@x/exports",
                        "packages/exports",
                        "source",
                        "packages/source",
                        "plain",
                        "packages/plain",
                        "empty",
                        "packages/empty");
        assertThat(place(programs, "a.ts", "main")).isEqualTo("packages/main/src/index.ts");
        assertThat(place(programs, "a.ts", "main/sub")).isEqualTo("packages/main/src/sub.ts");
        assertThat(place(programs, "a.ts", "main/src/sub")).isEqualTo("packages/main/src/sub.ts");
        assertThat(place(programs, "a.ts", "@x/exports")).isEqualTo("packages/exports/src/entry.ts");
        assertThat(place(programs, "a.ts", "@x/exports/deep/p")).isEqualTo("packages/exports/src/parts/p.ts");
        assertThat(place(programs, "a.ts", "@x/exports/one")).isEqualTo("packages/exports/src/one.ts");
        assertThat(place(programs, "a.ts", "@x/exports/hidden")).isEqualTo("missing");
        assertThat(place(programs, "a.ts", "source")).isEqualTo("packages/source/lib/s.ts");
        assertThat(place(programs, "a.ts", "plain")).isEqualTo("packages/plain/index.js");
        assertThat(place(programs, "a.ts", "empty")).isEqualTo("missing");
        assertThat(place(programs, "a.ts", "@x/unknown")).isEqualTo("outside");
        assertThat(place(programs, "apps/a/src/x.ts", "#db")).isEqualTo("apps/a/src/db.ts");
        assertThat(place(programs, "apps/a/src/x.ts", "#x/y")).isEqualTo("apps/a/src/y.ts");
        assertThat(place(programs, "apps/a/src/x.ts", "#gone")).isEqualTo("missing");
    }
}
