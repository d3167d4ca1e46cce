package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.ImportEdge;
import io.github.assaymark.model.fact.Unresolved;
import org.junit.jupiter.api.Test;

final class ImportExtractorTest {
    private static ImportEdge only(String text) {
        return SourceFixture.of("src/a.ts", text).only(ImportEdge.class);
    }

    @Test
    void every_form_of_import_is_an_edge() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", """
                import def, { one, two as second } from 'pkg-a';
                import * as all from 'pkg-b/sub';
                import './side';
                export { three } from 'pkg-c';
                export * from 'pkg-d';
                import legacy = require('pkg-e');
                const { four } = require('pkg-f');
                const lazy = await import('pkg-g');
                """);
        assertThat(fixture.facts(ImportEdge.class))
                .extracting(ImportEdge::toModule, ImportEdge::names)
                .containsExactlyInAnyOrder(
                        tuple("pkg-a", java.util.List.of("default", "one", "two")),
                        tuple("pkg-b/sub", java.util.List.of("*")),
                        tuple("./side", java.util.List.of()),
                        tuple("pkg-c", java.util.List.of("three")),
                        tuple("pkg-d", java.util.List.of("*")),
                        tuple("pkg-e", java.util.List.of("*")),
                        tuple("pkg-f", java.util.List.of("four")),
                        tuple("pkg-g", java.util.List.of("*")));
    }

    @Test
    void only_types_are_imported_when_the_statement_or_every_name_says_so() {
        assertThat(only("import type { A } from 'x1';").typeOnly()).isTrue();
        assertThat(only("import { type A, type B } from 'x2';").typeOnly()).isTrue();
        assertThat(only("import { type A, b } from 'x3';").typeOnly()).isFalse();
        assertThat(only("import d, { type A } from 'x4';").typeOnly()).isFalse();
        assertThat(only("export type { A } from 'x5';").typeOnly()).isTrue();
        assertThat(only("import 'x6';").typeOnly()).isFalse();
    }

    @Test
    void packages_are_named_without_their_paths() {
        assertThat(only("import a from '@scope/name/deep';").toPackage()).isEqualTo("@scope/name");
        assertThat(only("import a from 'drizzle-orm/pg-core';").toPackage()).isEqualTo("drizzle-orm");
        assertThat(only("import a from 'fs/promises';").toPackage()).isEqualTo("node:fs");
        assertThat(only("import a from 'node:crypto';").toPackage()).isEqualTo("node:crypto");
        assertThat(only("import a from '@/lib/a';").toPackage()).isNull();
        assertThat(only("import a from './missing';").toPackage()).isNull();
        assertThat(only("import a from './missing';").toFile()).isNull();
    }

    @Test
    void layers_contexts_and_packages_are_those_of_both_files() {
        ImportEdge edge = SourceFixture.of(
                        "packages/billing/package.json", "{\"name\": \"@acme/billing\"}",
                        "packages/billing/src/domain/node.ts",
                                "import { table } from '../../../database/src/tables/node';",
                        "packages/database/package.json", "{\"name\": \"@acme/database\"}",
                        "packages/database/src/tables/node.ts", "export const table = 8;")
                .only(ImportEdge.class);
        assertThat(edge.toFile()).isEqualTo("packages/database/src/tables/node.ts");
        assertThat(edge.fromContext()).isEqualTo("packages/billing");
        assertThat(edge.toContext()).isEqualTo("packages/database");
        assertThat(edge.fromLayer()).isEqualTo("domain");
        assertThat(edge.toLayer()).isEqualTo("tables");
        assertThat(edge.toPackage()).isEqualTo("@acme/database");
        assertThat(edge.toOwner()).isEmpty();
    }

    @Test
    void a_file_directly_in_src_has_no_layer() {
        ImportEdge edge = SourceFixture.of(
                        "src/index.ts", "import { b } from './db/b';", "src/db/b.ts", "export const b = 1;")
                .only(ImportEdge.class);
        assertThat(edge.fromLayer()).isEmpty();
        assertThat(edge.toLayer()).isEqualTo("db");
        assertThat(edge.toPackage()).isNull();
    }

    @Test
    void imports_of_tests_are_told_apart() {
        ImportEdge edge = SourceFixture.of("tests/p.test.ts", "import fc from 'fast-check';")
                .only(ImportEdge.class);
        assertThat(edge.kind()).isEqualTo(FileKind.TEST);
        assertThat(edge.toPackage()).isEqualTo("fast-check");
    }

    @Test
    void a_computed_module_is_unresolved_unless_it_is_no_code() {
        SourceFixture open =
                SourceFixture.of("src/a.ts", "export const load = (n: string) => import(`./plugins/${n}`);");
        assertThat(open.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor)
                .contains("module of an import");
        assertThat(open.coverage("source-imports", ImportEdge.class, "").status())
                .isEqualTo(Coverage.Status.PARTIAL);
        SourceFixture data =
                SourceFixture.of("src/a.ts", "export const load = (n: string) => import(`./texts/${n}.json`);");
        assertThat(data.coverage("source-imports", ImportEdge.class, "").status())
                .isEqualTo(Coverage.Status.COMPLETE);
    }
}
