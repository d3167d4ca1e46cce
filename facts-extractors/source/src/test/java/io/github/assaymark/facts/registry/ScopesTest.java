package io.github.assaymark.facts.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.ScopeDef;
import io.github.assaymark.model.fact.Unresolved;
import org.junit.jupiter.api.Test;

class ScopesTest {
    private static final String FILE = "packages/scopes/src/index.ts";

    private static SourceFixture scopes(String text) {
        return SourceFixture.of(FILE, text);
    }

    @Test
    void an_object_of_scopes_says_what_each_gives_access_to() {
        SourceFixture fixture = scopes("""
                export const scopes = {
                  'visits.read': { description: 'Read visits', phi: true, baaRequired: true },
                  'orders.read': { description: 'Read orders', phi: false },
                  'stock.read': { description: 'Read the stock' },
                };
                """);
        assertThat(fixture.facts(ScopeDef.class))
                .extracting(ScopeDef::scope, ScopeDef::phi, ScopeDef::classified, ScopeDef::baaRequired)
                .containsExactly(
                        tuple("orders.read", false, true, false),
                        tuple("stock.read", false, false, false),
                        tuple("visits.read", true, true, true));
        ScopeDef visits = fixture.facts(ScopeDef.class).get(2);
        assertThat(visits.provenance().place()).extracting("path", "startLine").containsExactly(FILE, 2);
        assertThat(visits.description()).isEqualTo("Read visits");
        assertThat(visits.addedInThisChange()).isNull();
        assertThat(fixture.coverage("registries", ScopeDef.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void constants_and_descriptions_that_stand_apart_are_one_scope() {
        SourceFixture fixture = scopes("""
                export const SCOPES = { READ_VISITS: 'visits.read', WRITE_VISITS: 'visits.write' } as const;
                export const scopeRegistry = { [SCOPES.READ_VISITS]: { phi: true }, 'visits.write': { phi: false } };
                """);
        assertThat(fixture.facts(ScopeDef.class))
                .extracting(ScopeDef::scope, ScopeDef::constant, ScopeDef::phi, ScopeDef::classified)
                .containsExactly(
                        tuple("visits.read", "READ_VISITS", true, true),
                        tuple("visits.write", "WRITE_VISITS", false, true));
    }

    @Test
    void lists_enums_groups_and_definitions_are_read_too() {
        SourceFixture fixture = scopes("""
                export const ALL_SCOPES = ['a.read', { id: 'b.read', classification: 'phi' }, defineScope('c.read', { phi: false })];
                export enum Scope { D = 'd.read' }
                export const GROUPED_SCOPES = { E: { READ: 'e.read', WRITE: 'e.write' } };
                export const PHI_SCOPES = new Set(['a.read']);
                """);
        assertThat(fixture.facts(ScopeDef.class))
                .extracting(ScopeDef::scope, ScopeDef::phi, ScopeDef::classified)
                .containsExactly(
                        tuple("a.read", true, true),
                        tuple("b.read", true, true),
                        tuple("c.read", false, true),
                        tuple("d.read", false, true),
                        tuple("e.read", false, true),
                        tuple("e.write", false, true));
    }

    @Test
    void scopes_that_were_re_exported_are_declared_once() {
        SourceFixture fixture = SourceFixture.of(
                "packages/scopes/src/all.ts",
                "export const SCOPES = { READ: 'a.read' };",
                FILE,
                "export { SCOPES } from './all';\nexport * from './all';\n");
        assertThat(fixture.only(ScopeDef.class).file()).isEqualTo("packages/scopes/src/all.ts");
    }

    @Test
    void what_is_spread_from_another_module_counts_and_what_is_computed_stays_open() {
        SourceFixture spread = SourceFixture.of(
                "packages/scopes/src/base.ts",
                "export const base = { 'a.read': { phi: false } };",
                FILE,
                "import { base } from './base';\nexport const scopes = { ...base, 'b.read': { phi: true } };");
        assertThat(spread.facts(ScopeDef.class)).extracting(ScopeDef::scope).containsExactly("a.read", "b.read");

        SourceFixture open = scopes("export const scopes = { 'a.read': {}, ...load() };");
        assertThat(open.coverage("registries", ScopeDef.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(open.facts(Unresolved.class))
                .filteredOn(one -> one.factTypes().contains("ScopeDef"))
                .isNotEmpty();
    }

    @Test
    void a_classification_that_is_computed_is_no_classification() {
        SourceFixture fixture = scopes("export const scopes = { 'a.read': { phi: isHealth('a') } };");
        assertThat(fixture.only(ScopeDef.class).classified()).isFalse();
        assertThat(fixture.coverage("registries", ScopeDef.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void comments_tests_and_uses_of_scopes_declare_none() {
        SourceFixture fixture = SourceFixture.of(
                FILE,
                "export const scopes = { 'a.read': {} /*, 'b.read': {} */ };",
                "packages/scopes/src/index.test.ts",
                "export const scopes = { 'c.read': {} };",
                "src/routes.ts",
                "export const requiredScopes = ['d.read'];\nconst SCOPES = ['https://example.org/auth'];");
        assertThat(fixture.facts(ScopeDef.class)).extracting(ScopeDef::scope).containsExactly("a.read");
    }

    @Test
    void scopes_of_another_repository_leave_a_gap() {
        SourceFixture fixture =
                SourceFixture.of("src/routes.ts", "import { SCOPES } from '@elsewhere/scopes';\nuse(SCOPES.A);");
        Coverage coverage = fixture.coverage("registries", ScopeDef.class, "");
        assertThat(coverage.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage.gaps())
                .extracting(Coverage.Gap::reason)
                .containsExactly("`SCOPES` is declared outside of the repository, in @elsewhere/scopes");
    }

    @Test
    void a_scope_the_base_revision_lacks_is_new() {
        SourceFixture before = scopes("export const scopes = { 'a.read': {} };");
        SourceFixture after =
                scopes("export const scopes = { 'a.read': {}, 'b.read': {} };").since(before);
        assertThat(after.facts(ScopeDef.class))
                .extracting(ScopeDef::scope, ScopeDef::addedInThisChange)
                .containsExactly(tuple("a.read", false), tuple("b.read", true));

        SourceFixture unknown = scopes("export const scopes = { ...load() };");
        assertThat(scopes("export const scopes = { 'a.read': {} };")
                        .since(unknown)
                        .only(ScopeDef.class)
                        .addedInThisChange())
                .isNull();
    }
}
