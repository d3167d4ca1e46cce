package io.github.assaymark.core.judge;

import static io.github.assaymark.core.judge.Make.equal;
import static io.github.assaymark.core.judge.Make.item;
import static io.github.assaymark.core.judge.Make.own;
import static io.github.assaymark.core.judge.Make.partners;
import static io.github.assaymark.core.judge.Make.probes;
import static io.github.assaymark.core.judge.Make.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coverage that is limited to values speaks of the facts that a pattern can match, however the value is named. */
class CoverageLimitTest {
    private static final Fact PROBED = Coverage.of("one", "Probe", "svc", 1, 0, "", List.of());
    private static final Fact PARTNERS_OF_P =
            Coverage.of("one", "Partner", "svc", 1, 0, "", List.of()).limitedTo(List.of("of=p"));
    private static final Fact NO_OTHERS = Coverage.missing("one", "Partner", "svc", Coverage.Status.NOT_ATTEMPTED, null)
            .limitedTo(List.of("of!=p"));
    private static final Fact P = Probe.of("p", "svc");
    private static final Fact Q = Probe.of("q", "svc");

    @Test
    void the_absence_of_a_partner_rests_on_where_partners_of_that_fact_are_looked_for() {
        Condition none = Make.everyHasNo(probes(), partners());

        assertThat(Make.outcome(none, PROBED, PARTNERS_OF_P, NO_OTHERS, P)).isEqualTo("PASS");
        assertThat(Make.outcome(none, PROBED, PARTNERS_OF_P, NO_OTHERS, Q)).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(none, PROBED, PARTNERS_OF_P, NO_OTHERS, P, Q)).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(none, PROBED, PARTNERS_OF_P, NO_OTHERS, P, Q, Partner.of("x", "svc", "p")))
                .isEqualTo("FAIL");
    }

    @Test
    void a_partner_that_is_missing_fails_only_where_it_was_looked_for() {
        Condition each = Make.everyHas(probes(), partners());

        assertThat(Make.outcome(each, PROBED, PARTNERS_OF_P, NO_OTHERS, P)).isEqualTo("FAIL");
        assertThat(Make.outcome(each, PROBED, PARTNERS_OF_P, NO_OTHERS, Q)).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(each, PROBED, PARTNERS_OF_P, NO_OTHERS, P, Q)).isEqualTo("FAIL");
        assertThat(Make.outcome(each, PROBED, PARTNERS_OF_P, NO_OTHERS, P, Q, Partner.of("x", "svc", "p")))
                .isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(
                        Make.everyHas(probes(), Make.unsure(partners())), PROBED, PARTNERS_OF_P, NO_OTHERS, P, Q))
                .isEqualTo("FAIL");
    }

    @Test
    void a_parameter_names_the_value_as_well_as_a_constant_does() {
        Pattern named = Make.pattern("Probe", equal(own("Probe", "kind"), Make.param("kind", ValueType.TEXT)));
        Fact some = Coverage.of("one", "Probe", "svc", 1, 0, "", List.of()).limitedTo(List.of("kind=a"));
        Fact rest = Coverage.missing("one", "Probe", "svc", Coverage.Status.DENIED, null)
                .limitedTo(List.of("kind!=a"));

        assertThat(withParameter(named, some, rest, Param.of("kind", "a"))).isEqualTo("PASS");
        assertThat(withParameter(named, some, rest, Param.of("kind", "b"))).isEqualTo("DENIED");
    }

    @Test
    void a_value_that_a_file_does_not_say_does_not_widen_where_was_looked() {
        Expr either = new Expr.Or(
                List.of(equal(own("Probe", "link"), text("a")), equal(own("Probe", "link"), text(null))), Make.PLACE);
        Expr another = new Expr.Or(
                List.of(equal(own("Probe", "link"), text("a")), equal(own("Probe", "link"), text("b"))), Make.PLACE);
        Expr mixed = new Expr.Or(
                List.of(equal(own("Probe", "link"), text("a")), equal(own("Probe", "sha"), text(null))), Make.PLACE);
        Fact some = Coverage.of("one", "Probe", "svc", 1, 0, "", List.of()).limitedTo(List.of("link=a"));
        Fact rest = Coverage.missing("one", "Probe", "svc", Coverage.Status.DENIED, null)
                .limitedTo(List.of("link!=a"));

        assertThat(Make.outcome(Make.no(Make.pattern("Probe", either)), some, rest))
                .isEqualTo("PASS");
        assertThat(Make.outcome(Make.no(Make.pattern("Probe", either)), some, rest, Probe.of("p", "svc")))
                .isEqualTo("FAIL");
        assertThat(Make.outcome(Make.no(Make.pattern("Probe", another)), some, rest))
                .isEqualTo("DENIED");
        assertThat(Make.outcome(Make.no(Make.pattern("Probe", mixed)), some, rest))
                .isEqualTo("DENIED");
    }

    private static String withParameter(Pattern pattern, Fact... facts) {
        return Make.outcome(
                Make.pack(
                        Checklist.WaiverPolicy.ALLOWED,
                        List.of(new ParamDecl("kind", ValueType.TEXT, null, "", Make.PLACE)),
                        item("test.list.s.only", Make.no(pattern))),
                facts);
    }
}
