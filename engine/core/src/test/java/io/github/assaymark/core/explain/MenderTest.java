package io.github.assaymark.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MenderTest {
    private static final Fact DOCUMENT = Objects.requireNonNull(
            FactCopies.with(Given.document("README.md", 7), Map.of("terms", List.of("billing"), "title", "Billing")));
    private static final Fact SIGN_OFF = Given.signOff("SRE", Given.NOW.minus(Duration.ofHours(3)), false);

    private final Bindings bindings =
            new Bindings(FactCatalogue.standard(), Environment.of(Given.NOW, Map.of()), Given.service(Given.OWNER));

    @ParameterizedTest
    @MethodSource
    void finds_a_value_with_which_the_condition_holds(Expr condition) {
        Mender.Mended mended = Objects.requireNonNull(Mender.holding(bindings, DOCUMENT, null, List.of(condition)));

        assertThat(bindings.holds(condition, DOCUMENT, null)).isFalse();
        assertThat(bindings.holds(condition, mended.fact(), null)).isTrue();
        assertThat(mended.because()).hasSize(1);
    }

    static Stream<Expr> finds_a_value_with_which_the_condition_holds() {
        Expr words = Ir.own("Document", "words");
        Expr name = Ir.own("Document", "name");
        Expr terms = Ir.own("Document", "terms");
        return Stream.of(
                Ir.atLeast(words, 20),
                Ir.compare(words, Expr.Comparison.LESS, Ir.number(7)),
                Ir.compare(words, Expr.Comparison.GREATER, Ir.number(7)),
                Ir.compare(Ir.number(100), Expr.Comparison.LESS_OR_EQUAL, words),
                Ir.compare(words, Expr.Comparison.NOT_EQUAL, Ir.number(7)),
                Ir.eq(Ir.plus(words, Ir.number(3)), Ir.number(50)),
                Ir.eq(name, Ir.text("GUIDE.md")),
                Ir.eq(Ir.own("Document", "title"), Ir.text(null)),
                Ir.matches(name, "(?i)^guide"),
                new Expr.In(name, new Expr.Const(List.of("A.md", "READ.md"), ValueType.TEXT_LIST, Ir.PLACE), Ir.PLACE),
                Ir.call(name, Function.STARTS_WITH, Ir.text("docs-")),
                Ir.call(name, Function.ENDS_WITH, Ir.text(".mdx")),
                Ir.call(name, Function.CONTAINS_TEXT, Ir.text("guide")),
                Ir.call(name, Function.EQUALS_IGNORE_CASE, Ir.text("guide.md")),
                Ir.call(name, Function.GLOB, Ir.text("*.txt")),
                Ir.call(name, Function.IS_BLANK),
                Ir.call(terms, Function.IS_EMPTY),
                Ir.call(terms, Function.CONTAINS_ITEM, Ir.text("orders")),
                Ir.not(Ir.call(terms, Function.CONTAINS_ITEM, Ir.text("billing"))),
                Ir.compare(Ir.call(terms, Function.SIZE), Expr.Comparison.GREATER, Ir.number(4)),
                Ir.eq(Ir.call(name, Function.LOWER), Ir.text("guide")),
                Ir.eq(Ir.call(name, Function.LENGTH), Ir.number(3)),
                Ir.call(Ir.plus(Ir.plus(Ir.text(" "), name), Ir.text(" ")), Function.CONTAINS_TEXT, Ir.text(" guide ")),
                Ir.own("Document", "changed"),
                new Expr.Or(List.of(Ir.eq(Ir.own("Document", "key"), Ir.text("x")), Ir.atLeast(words, 8)), Ir.PLACE));
    }

    @Test
    void solves_for_a_moment() {
        Expr age = new Expr.Arithmetic(
                true, new Expr.NowRef(Ir.PLACE), Ir.own("SignOff", "date"), ValueType.DURATION, Ir.PLACE);
        Expr old = Ir.compare(
                age,
                Expr.Comparison.GREATER_OR_EQUAL,
                new Expr.Const(Duration.ofHours(24), ValueType.DURATION, Ir.PLACE));

        Mender.Mended mended = Objects.requireNonNull(Mender.holding(bindings, SIGN_OFF, null, List.of(old)));

        assertThat(bindings.property(mended.fact(), "date")).isEqualTo(Given.NOW.minus(Duration.ofHours(24)));
    }

    @Test
    void key_and_owner_stay_what_they_are() {
        assertThat(Mender.holding(
                        bindings, DOCUMENT, null, List.of(Ir.eq(Ir.own("Document", "key"), Ir.text("other")))))
                .isNull();
    }

    @Test
    void conditions_that_exclude_each_other_have_no_remedy() {
        Expr words = Ir.own("Document", "words");

        assertThat(Mender.holding(
                        bindings,
                        DOCUMENT,
                        null,
                        List.of(Ir.atLeast(words, 20), Ir.compare(words, Expr.Comparison.LESS, Ir.number(10)))))
                .isNull();
    }

    @Test
    void the_fact_itself_is_never_changed() {
        Mender.holding(bindings, DOCUMENT, null, List.of(Ir.atLeast(Ir.own("Document", "words"), 20)));

        assertThat(bindings.property(DOCUMENT, "words")).isEqualTo(7L);
    }
}
