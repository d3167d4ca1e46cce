package io.github.assaymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The checklist by which the language was designed compiles as a whole. It differs from the first draft in what
 * docs/adr/0010 says: sections have ids, and which tables are exempt is the team's parameter.
 */
final class DesignSampleTest {
    private static final String SAMPLE = """
            checklist('loop/production-readiness') {
                title   'Production readiness'
                judges  Service
                waivers shown                                   // allowed | shown | forbidden
                params {
                    tenantColumn default: 'brand_id'
                    exemptTables type: list, default: []
                    platformDomain()                            // unset: items that need it are UNKNOWN and say so
                }

                section('auth', 'Auth') {
                    item('route-scope') {
                        title    'Every route that is not public enforces a scope'
                        severity blocker
                        phase    preMerge
                        every Route where { !route.open } has RouteGuard where {
                            routeGuard.route == route.key && routeGuard.kind == SCOPE && routeGuard.effective
                        }
                        fails    "${route.method} ${route.path} is served without a scope check"
                        fix      'Register requireScope(...) before the route, or list its path in publicPaths.'
                    }
                    item('platform-domain') {
                        title 'The README links the platform'
                        some DocLink where { docLink.target.startsWith('https://' + param.platformDomain) }
                    }
                }

                section('data', 'Data') {
                    item('tenant-column') {
                        title 'Every table has a mandatory tenant column'
                        every DbTable where { !(dbTable.name in param.exemptTables) } has DbColumn where {
                            dbColumn.table == dbTable.key && dbColumn.name == param.tenantColumn && !dbColumn.nullable
                        }
                        fails "table ${dbTable.name} has no ${param.tenantColumn} NOT NULL"
                    }
                }

                section('gate', 'Gate') {
                    item('rollback') {
                        title 'The rollback was tested, or is written down in the runbook'
                        anyOf {
                            some TestResult where { testResult.name =~ 'rollback' && testResult.passed && testResult.sha == subject.sha }
                            some DocSection where { docSection.document == 'RUNBOOK.md' && docSection.heading =~ 'rollback' && docSection.words >= 20 }
                        }
                    }
                    item('consent-text') {
                        title 'The consent text of new scopes was reviewed'
                        appliesIf { some ScopeDef where { scopeDef.addedInThisChange } }
                        attested by: 'privacy', within: 365.days, boundTo: ConsentText
                    }
                    item('runbook') {
                        title 'The runbook says what to do'
                        use 'document-with-sections', path: 'RUNBOOK.md', sections: ['alarms', 'dashboards', 'remediation']
                    }
                }
            }
            """;

    @Test
    void the_whole_sample_compiles() {
        Pack pack = ChecklistCompiler.with(catalogue()).compile("production-readiness.groovy", SAMPLE);
        assertThat(pack.items())
                .extracting(Item::id)
                .containsExactly(
                        "loop.production-readiness.auth.route-scope",
                        "loop.production-readiness.auth.platform-domain",
                        "loop.production-readiness.data.tenant-column",
                        "loop.production-readiness.gate.rollback",
                        "loop.production-readiness.gate.consent-text",
                        "loop.production-readiness.gate.runbook");
        Condition runbook = pack.items().toList().get(5).condition();
        assertThat(runbook).isInstanceOf(Condition.AllOf.class);
        assertThat(((Condition.AllOf) runbook).parts())
                .extracting(Condition::label)
                .containsExactly("alarms", "dashboards", "remediation");
    }

    private static FactCatalogue catalogue() {
        List<Class<? extends Fact>> types = new ArrayList<>();
        FactCatalogue.standard().types().forEach(type -> types.add(type.javaType()));
        return FactCatalogue.of(types);
    }
}
