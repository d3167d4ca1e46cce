package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.SourcePlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimitiveTest {
    private static final ChecklistCompiler COMPILER = ChecklistCompiler.with(HardFacts.catalogue());

    private static Item item(String body) {
        return pack(body).items().findFirst().orElseThrow();
    }

    private static Pack pack(String body) {
        return COMPILER.compile(
                "t.groovy",
                "checklist('a/b') { title 'T'; judges Service\n"
                        + "params { names type: list, unread: " + !body.contains("param.names")
                        + "; least type: integer, unread: " + !body.contains("param.least")
                        + "; role unread: " + !body.contains("param.role") + " }\n"
                        + "section('s', 'S') { item('i') { title 'I'\n" + body + "\n} } }");
    }

    private static String condition(String body) {
        return IrText.of(item(body).condition(), "").stripTrailing();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "some Route | some route:Route []",
                "no Route where { route.open } | no route:Route [this:Route.open]",
                "every Route must { !route.open } | every route:Route [] must [not(this:Route.open)]",
                "every Route has RouteGuard | every route:Route [] has routeGuard:RouteGuard []",
                "every Route hasNo RouteGuard | every route:Route [] hasNo routeGuard:RouteGuard []",
                "every Route, as: 'one' has Route, as: 'two' where { two.path == one.path } | every one:Route [] has two:Route [(this:Route.path == that:Route.path)]",
                "some anywhere(Route) | some route:Route anywhere []",
                "some base(Route) | some baseRoute:Route base []",
                "some base(anywhere(Route)), as: 'old' | some old:Route base anywhere []",
                "atLeast(2) of Route | atLeast INTEGER:Long'2' of route:Route [] distinct -",
                "atMost 2 of Route distinct { route.path } | atMost INTEGER:Long'2' of route:Route [] distinct this:Route.path",
                "exactly(param.least) of Route | exactly param:least:INTEGER of route:Route [] distinct -",
                "some Route labelled 'x' | some route:Route [] 'x'",
                "attested() | attested by - within null quorum INTEGER:Long'1'",
                "attested | attested by - within null quorum INTEGER:Long'1'",
                "attested by: ['x', 'y'] | attested by TEXT_LIST:[String'x',String'y'] within null quorum INTEGER:Long'1'",
                "attested by: param.role, quorum: param.least | attested by param:role:TEXT within null quorum param:least:INTEGER",
                "attested boundTo: anywhere(ConsentText) where { consentText.scope == 'x' } labelled 'y' | attested by - within null quorum INTEGER:Long'1' bound consentText:ConsentText anywhere [(this:ConsentText.scope == TEXT:String'x')] 'y'",
                "some CheckRun where { checkRun.passed } at revision unresolved { checkRun.suite == '' } awaiting { checkRun.name == '' } fresh 1.weeks settled 2.days | some checkRun:CheckRun [this:CheckRun.passed] {unresolved (this:CheckRun.suite == TEXT:String''), revision true, awaiting (this:CheckRun.name == TEXT:String''), fresh PT168H, settled PT48H, by -}",
            })
    void a_condition_becomes_its_rule(String text, String rule) {
        assertThat(condition(text)).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'x' == route.path | (this:Route.path == TEXT:String'x')",
                "3 < route.order | (this:Route.order > INTEGER:Long'3')",
                "3 >= route.order | (this:Route.order <= INTEGER:Long'3')",
                "subject.name == route.path | (this:Route.path == subject:Service.name)",
                "(route.path in ['b', 'a', 'b']) | (this:Route.path in TEXT_LIST:[String'a',String'b'])",
                "(route.path in param.names) | (this:Route.path in param:names:TEXT_LIST)",
                "route.path =~ '^/v1' | (this:Route.path =~ '^/v1')",
                "route.path =~ '^/' + 'v1' | (this:Route.path =~ '^/v1')",
                "route.handler == null | (this:Route.handler == TEXT:null)",
                "null != route.handler | (this:Route.handler != TEXT:null)",
                "route.path == 'a' + 'b' | (this:Route.path == TEXT:String'ab')",
                "route.path == '/' + subject.name | (this:Route.path == (TEXT:String'/' + subject:Service.name))",
                "route.order - 1 == 2 | ((this:Route.order - INTEGER:Long'1') == INTEGER:Long'2')",
                "route.order == -1 | (this:Route.order == INTEGER:Long'-1')",
                "route.path.startsWith('/v1') | this:Route.path.STARTS_WITH[TEXT:String'/v1']",
                "route.path.lower().length() > 1 | (this:Route.path.LOWER[].LENGTH[] > INTEGER:Long'1')",
                "route.path.glob('src/**/*.{ts,js}') | this:Route.path.GLOB[TEXT:String'src/**/*.{ts,js}']",
                "route.tags.contains('x') | this:Route.tags.CONTAINS_ITEM[TEXT:String'x']",
                "route.path.contains('x') | this:Route.path.CONTAINS_TEXT[TEXT:String'x']",
                "route.tags.containsAny(['x', 'y']) | this:Route.tags.CONTAINS_ANY[TEXT_LIST:[String'x',String'y']]",
                "route.tags.containsAll(param.names) | this:Route.tags.CONTAINS_ALL[param:names:TEXT_LIST]",
                "route.tags.isEmpty() | this:Route.tags.IS_EMPTY[]",
                "route.open == true | (this:Route.open == BOOLEAN:Boolean'true')",
                "!!route.open | not(not(this:Route.open))",
            })
    void an_expression_is_typed_and_normal(String text, String canonical) {
        assertThat(condition("some Route where { " + text + " }")).isEqualTo("some route:Route [" + canonical + "]");
    }

    @Test
    void whole_numbers_in_a_list_are_equalities() {
        assertThat(condition("some Route where { (route.order in [2, 1, 2]) }"))
                .isEqualTo(
                        "some route:Route [or[(this:Route.order == INTEGER:Long'1'),(this:Route.order == INTEGER:Long'2')]]");
        assertThat(condition("some Route where { (route.order in [7]) }"))
                .isEqualTo("some route:Route [(this:Route.order == INTEGER:Long'7')]");
    }

    @Test
    void ands_and_ors_are_flattened_and_split() {
        assertThat(condition(
                        "some Route where { route.open && (route.order > 1 && (route.order > 2 && route.order > 3)) }"))
                .isEqualTo("some route:Route [this:Route.open,(this:Route.order > INTEGER:Long'1'),"
                        + "(this:Route.order > INTEGER:Long'2'),(this:Route.order > INTEGER:Long'3')]");
        assertThat(condition("some Route where { route.open || (route.order > 1 || route.order > 2) }"))
                .isEqualTo("some route:Route [or[this:Route.open,(this:Route.order > INTEGER:Long'1'),"
                        + "(this:Route.order > INTEGER:Long'2')]]");
    }

    @Test
    void words_of_enumerations_moments_and_quantities_take_the_type_of_the_other_side() {
        assertThat(condition("some RouteGuard where { SCOPE != routeGuard.kind }"))
                .isEqualTo("some routeGuard:RouteGuard [(this:RouteGuard.kind != ENUM:String'SCOPE')]");
        assertThat(condition("some RouteGuard where { (routeGuard.kind in [SCOPE, LOGIN]) }"))
                .isEqualTo(
                        "some routeGuard:RouteGuard [(this:RouteGuard.kind in TEXT_LIST:[String'LOGIN',String'SCOPE'])]");
        assertThat(condition("some CheckRun where { checkRun.at >= '2026-03-01' && now - checkRun.at < 2.days }"))
                .isEqualTo("some checkRun:CheckRun [(this:CheckRun.at >= INSTANT:Instant'2026-03-01T00:00:00Z'),"
                        + "((now - this:CheckRun.at) < DURATION:Duration'PT48H')]");
        assertThat(condition("some Alarm where { alarm.threshold <= 2.seconds && alarm.threshold != 80.percent }"))
                .isEqualTo("some alarm:Alarm [(this:Alarm.threshold <= QUANTITY:Quantity'2 seconds'),"
                        + "(this:Alarm.threshold != QUANTITY:Quantity'80 percent')]");
    }

    @Test
    void groups_nest_and_loops_keep_the_order_of_the_author() {
        assertThat(
                        condition(
                                "anyOf('x') { some Route; allOf { no Route; some Service } }\nforEach(['b', 'a', 'b']) { n -> some Route where { route.path == '/' + n } }"))
                .isEqualTo("""
                        allOf
                          anyOf 'x'
                            some route:Route []
                            allOf
                              no route:Route []
                              some service:Service []
                          allOf
                            some route:Route [(this:Route.path == TEXT:String'/b')]
                            some route:Route [(this:Route.path == TEXT:String'/a')]""");
    }

    @Test
    void the_settings_of_an_item_are_kept() {
        Item item = item("""
                severity info
                phase    afterGa
                rollout  warn
                judges   Route
                source   'A document, ' + 'a section'
                formerly 'a.b.s.old', 'a.b.s.older'
                effectiveFrom '2026-03-01T12:00:00Z'
                appliesIf { some Service; some Route where { route.order >= param.least } }
                no Service where { service.key == subject.key }
                fails    "${service.name} has " + 'no "route"' + " of ${subject.path}"
                fix      'Remove it.'
                """);
        assertThat(item.severity()).isEqualTo(Severity.INFO);
        assertThat(item.phase()).isEqualTo(Phase.AFTER_GA);
        assertThat(item.rollout()).isEqualTo(Item.Rollout.WARN);
        assertThat(item.judges()).isEqualTo("Route");
        assertThat(item.source()).isEqualTo("A document, a section");
        assertThat(item.formerly()).containsExactly("a.b.s.old", "a.b.s.older");
        assertThat(item.effectiveFrom()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(item.appliesIf()).isInstanceOf(Condition.AllOf.class);
        assertThat(item.params()).containsExactly("least");
        assertThat(IrText.of(Objects.requireNonNull(item.fails())))
                .isEqualTo(
                        "<this:Service.name of service.name> has no \"route\" of <subject:Route.path of subject.path>");
        assertThat(item.fix()).isEqualTo("Remove it.");
    }

    @Test
    void what_only_a_message_reads_does_not_make_the_item_unknown() {
        assertThat(item("no Route; fails \"${route.key} is no ${param.role}\"").params())
                .isEmpty();
    }

    @Test
    void parameters_have_types_and_defaults_as_texts() {
        Pack pack = COMPILER.compile("t.groovy", """
                checklist('a/b') { title 'T'; judges Service
                    params { one(); two default: 2, meaning: 'M', unread: true; three default: true, unread: true
                        four default: ['b', 'a'], unread: true; five default: 90.minutes, unread: true; six type: duration, unread: true }
                    section('s', 'S') { item('i') { title 'I'; some Route where { route.path == param.one } } } }
                """);
        assertThat(pack.checklists().get(0).params())
                .extracting(ParamDecl::name, p -> p.type().kind().name(), ParamDecl::defaultValues, ParamDecl::meaning)
                .containsExactly(
                        tuple("one", "TEXT", null, ""),
                        tuple("two", "INTEGER", List.of("2"), "M"),
                        tuple("three", "BOOLEAN", List.of("true"), ""),
                        tuple("four", "TEXT_LIST", List.of("b", "a"), ""),
                        tuple("five", "DURATION", List.of("PT1H30M"), ""),
                        tuple("six", "DURATION", null, ""));
    }

    @Test
    void places_name_file_line_column_and_text() {
        Item item = item("some Route where {\n    route.path.lower() == 'x' &&\n    route.open\n}");
        Condition.Some some = (Condition.Some) item.condition();
        assertThat(some.place()).isEqualTo(new SourcePlace("t.groovy", 4, 1, "some Route where {"));
        Expr first = some.pattern().where().get(0);
        assertThat(first.place()).isEqualTo(new SourcePlace("t.groovy", 5, 5, "route.path.lower() == 'x'"));
        assertThat(((Expr.Compare) first).left().place().text()).isEqualTo("route.path.lower()");
        assertThat(some.pattern().where().get(1).place().toString()).isEqualTo("t.groovy:6:5");
    }

    @Test
    void checks_expand_with_constants_parameters_subject_loops_and_other_checks() {
        Pack pack = COMPILER.compile(Map.of(
                "t.groovy",
                """
                checklist('a/b') { title 'T'; judges Service; params { wanted type: list; least default: 20 }
                  section('s', 'S') {
                    item('one') { title 'I'; use 'outer', path: 'RUNBOOK.md', topics: ['b', 'a'], least: param.least }
                    item('two') { title 'I'; use('listed', names: param.wanted, who: subject.name) labelled 'L' }
                    item('three') { title 'I'; use 'kind', kind: 'SCOPE' }
                  } }
                """,
                "checks/outer.groovy",
                """
                check('outer') {
                    takes { path text; topics list; least integer }
                    some Document where { document.path == arg.path }
                    forEach(arg.topics) { topic -> use 'inner', path: arg.path, topic: topic, least: arg.least }
                    fails "${arg.path} lacks something"
                    fix   'Write it.'
                }
                """,
                "checks/inner.groovy",
                """
                check('inner') {
                    takes { path text; topic text; least integer, default: 5 }
                    some DocSection where {
                        docSection.document == arg.path && docSection.heading == arg.topic && docSection.words >= arg.least
                    }
                    fails "inner"
                    fix   'Inner.'
                }
                """,
                "checks/listed.groovy",
                "check('listed') { takes { names list; who text }; some Route where { (route.path in arg.names) && route.handler == arg.who } }",
                "checks/kind.groovy",
                "check('kind') { takes { kind text }; some RouteGuard where { routeGuard.kind == arg.kind } }"));
        assertThat(IrText.of(pack)).isEqualTo("""
                        a.b.s.one judges Service params [least]
                          allOf
                            some document:Document [(this:Document.path == TEXT:String'RUNBOOK.md')]
                            allOf
                              some docSection:DocSection [(this:DocSection.document == TEXT:String'RUNBOOK.md'),(this:DocSection.heading == TEXT:String'b'),(this:DocSection.words >= param:least:INTEGER)]
                              some docSection:DocSection [(this:DocSection.document == TEXT:String'RUNBOOK.md'),(this:DocSection.heading == TEXT:String'a'),(this:DocSection.words >= param:least:INTEGER)]
                          fails RUNBOOK.md lacks something

                        a.b.s.two judges Service params [wanted]
                          allOf 'L'
                            some route:Route [(this:Route.path in param:wanted:TEXT_LIST),(this:Route.handler == subject:Service.name)]

                        a.b.s.three judges Service params []
                          some routeGuard:RouteGuard [(this:RouteGuard.kind == ENUM:String'SCOPE')]
                        """);
        assertThat(pack.items().findFirst().orElseThrow().fix()).isEqualTo("Write it.");
    }

    @Test
    void equal_meaning_gives_equal_identity_wherever_it_stands() {
        assertThat(condition("some Route where { 'x' == route.path && 3 < route.order }"))
                .isEqualTo(condition("some Route where {\n  route.path == 'x' &&\n  route.order > 3 }"));
    }
}
