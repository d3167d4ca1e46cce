package io.github.assaymark.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Expr.Comparison;
import io.github.assaymark.model.rule.Function;
import io.github.assaymark.model.rule.SourcePlace;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkerTest {
    private static final SourcePlace PLACE = new SourcePlace("t.groovy", 3, 7, "x");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Environment ENV =
            Environment.of(NOW, Map.of("name", "billing", "names", List.of("a", "b"), "age", Duration.ofDays(1)));
    private static final Repository REPOSITORY =
            new Repository("", "", Provenance.File.whole("."), "billing", null, "main");

    @Test
    void absent_values_are_equal_to_absent_values_only() {
        assertThat(test(compare(Comparison.EQUAL, absent(), nothing()))).isTrue();
        assertThat(test(compare(Comparison.EQUAL, absent(), text("x")))).isFalse();
        assertThat(test(compare(Comparison.NOT_EQUAL, absent(), text("x")))).isTrue();
        assertThat(test(compare(Comparison.NOT_EQUAL, absent(), nothing()))).isFalse();
    }

    @Test
    void ordering_membership_matching_and_functions_are_false_of_absent_values() {
        for (Comparison comparison :
                List.of(Comparison.LESS, Comparison.LESS_OR_EQUAL, Comparison.GREATER, Comparison.GREATER_OR_EQUAL))
            assertThat(test(compare(comparison, absent(), text("x")))).isFalse();
        assertThat(test(new Expr.In(absent(), list("x"), PLACE))).isFalse();
        assertThat(test(new Expr.Matches(absent(), ".*", PLACE))).isFalse();
        for (Function function : Function.values())
            if (function.receiver().equals(ValueType.TEXT)) {
                Object value = value(call(function, absent(), text("x")));
                assertThat(value).as(function.name()).isIn(false, null);
            }
        assertThat(test(call(Function.STARTS_WITH, text("x"), absent()))).isFalse();
    }

    @Test
    void arithmetic_is_absent_when_a_side_is_and_exact_otherwise() {
        assertThat(value(new Expr.Arithmetic(false, absent(), text("x"), ValueType.TEXT, PLACE)))
                .isNull();
        assertThat(value(plus(number(2), number(3), ValueType.INTEGER))).isEqualTo(5L);
        assertThat(value(minus(number(2), number(3), ValueType.INTEGER))).isEqualTo(-1L);
        assertThat(value(plus(text("a"), text("b"), ValueType.TEXT))).isEqualTo("ab");
        assertThat(value(minus(now(), instant(NOW.minusSeconds(60)), ValueType.DURATION)))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(value(minus(now(), duration(Duration.ofMinutes(1)), ValueType.INSTANT)))
                .isEqualTo(NOW.minusSeconds(60));
        assertThat(value(plus(duration(Duration.ofMinutes(1)), now(), ValueType.INSTANT)))
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(value(plus(duration(Duration.ofMinutes(1)), duration(Duration.ofMinutes(1)), ValueType.DURATION)))
                .isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(() -> value(plus(number(Long.MAX_VALUE), number(1), ValueType.INTEGER)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void quantities_compare_across_units_and_refuse_other_dimensions() {
        Expr kib = quantity(1, Quantity.Unit.KIBIBYTES);
        assertThat(test(compare(Comparison.EQUAL, kib, quantity(1024, Quantity.Unit.BYTES))))
                .isTrue();
        assertThat(test(compare(Comparison.LESS, kib, quantity(1, Quantity.Unit.MEBIBYTES))))
                .isTrue();
        assertThatThrownBy(() -> test(compare(Comparison.EQUAL, kib, quantity(1, Quantity.Unit.SECONDS))))
                .hasMessageContaining("cannot compare 1 kibibytes");
    }

    @Test
    void parameters_and_the_moment_come_from_the_environment() {
        assertThat(test(compare(Comparison.EQUAL, own("name"), new Expr.ParamRef("name", ValueType.TEXT, PLACE))))
                .isTrue();
        assertThat(test(new Expr.In(text("b"), new Expr.ParamRef("names", ValueType.TEXT_LIST, PLACE), PLACE)))
                .isTrue();
        assertThat(value(new Expr.ParamRef("other", ValueType.TEXT, PLACE))).isNull();
        assertThat(value(now())).isEqualTo(NOW);
    }

    @Test
    void connectives_are_two_valued() {
        Expr yes = bool(true);
        Expr no = bool(false);
        assertThat(test(new Expr.And(List.of(yes, no), PLACE))).isFalse();
        assertThat(test(new Expr.And(List.of(yes, yes), PLACE))).isTrue();
        assertThat(test(new Expr.Or(List.of(no, yes), PLACE))).isTrue();
        assertThat(test(new Expr.Or(List.of(no, no), PLACE))).isFalse();
        assertThat(test(new Expr.Not(no, PLACE))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "STARTS_WITH, billing, bill, true",
        "STARTS_WITH, billing, ill, false",
        "ENDS_WITH, billing, ing, true",
        "CONTAINS_TEXT, billing, lin, true",
        "CONTAINS_TEXT, billing, x, false",
        "EQUALS_IGNORE_CASE, billing, BILLING, true",
        "REQUESTS_TEXT, GET /v1/orders/o-5, GET /v1/orders/{id}, true",
        "REQUESTS_TEXT, GET /v1/orders/{}, GET /v1/orders/{id}, true",
        "REQUESTS_TEXT, PUT /v1/orders/o-5, ALL /v1/orders/{id}, true",
        "REQUESTS_TEXT, GET /v1/orders/{}, GET /v1/orders/open, false",
        "REQUESTS_TEXT, GET /v1/orders/, GET /v1/orders/{id}, false",
        "REQUESTS_TEXT, GET /v1/orders, GET /v1/orders/{id}, false",
        "REQUESTS_TEXT, PUT /v1/orders/o-5, GET /v1/orders/{id}, false",
        "REQUESTS_TEXT, {} /v1/orders/o-5, GET /v1/orders/{id}, false",
        "REQUESTS_TEXT, OrderService.place, GET /v1/orders/{id}, false",
        "GLOB, src/a/B.java, src/**/*.java, true",
        "GLOB, src/B.java, src/**/*.java, true",
        "GLOB, src/B.java, *.java, false",
        "GLOB, B.java, **/*.java, true",
        "GLOB, src/a, src/**, true",
        "GLOB, srcs/a, src/**, false",
        "GLOB, a.kt, '*.{kt,java}', true",
        "GLOB, a.ts, '*.{kt,java}', false",
        "GLOB, ab, a?, true",
        "GLOB, a/, a?, false",
        "GLOB, a.b, a[.]b, false",
        "GLOB, a}b, a}b, true",
        "GLOB, axb, a.b, false"
    })
    void functions_of_two_texts(Function function, String receiver, String argument, boolean expected) {
        assertThat(test(call(function, text(receiver), text(argument)))).isEqualTo(expected);
        assertThat(test(call(
                        function,
                        text(receiver),
                        new Expr.Arithmetic(false, text(argument), text(""), ValueType.TEXT, PLACE))))
                .as("computed argument")
                .isEqualTo(expected);
    }

    @Test
    void functions_of_one_text_and_of_lists() {
        assertThat(value(call(Function.LOWER, text("AbC")))).isEqualTo("abc");
        assertThat(value(call(Function.LENGTH, text("abc")))).isEqualTo(3L);
        assertThat(test(call(Function.IS_BLANK, text(" \t")))).isTrue();
        assertThat(value(call(Function.SIZE, list("a", "b")))).isEqualTo(2L);
        assertThat(test(call(Function.IS_EMPTY, list()))).isTrue();
        assertThat(test(call(Function.CONTAINS_ITEM, list("a", "b"), text("b"))))
                .isTrue();
        assertThat(test(call(Function.REQUESTS_ITEM, list("Orders.get", "GET /o/4"), text("GET /o/{id}"))))
                .isTrue();
        assertThat(test(call(Function.REQUESTS_ITEM, list("GET /o"), text("GET /o/{id}"))))
                .isFalse();
        assertThat(test(call(Function.ANY_MATCHES, list("a1", "b"), text("^[a-c]\\d$"))))
                .isTrue();
        assertThat(test(call(Function.ANY_MATCHES, list("a", "b"), text("\\d"))))
                .isFalse();
        assertThat(test(call(Function.ANY_MATCHES, list(), text("")))).isFalse();
        assertThat(test(call(Function.ALL_MATCH, list("a1", "b2"), text("\\d"))))
                .isTrue();
        assertThat(test(call(Function.ALL_MATCH, list("a1", "b"), text("\\d")))).isFalse();
        assertThat(test(call(Function.ALL_MATCH, list(), text("\\d")))).isTrue();
        assertThatThrownBy(() -> test(call(Function.ALL_MATCH, list("a"), text("(?=a)"))))
                .hasMessageContaining("wrong regular expression `(?=a)`")
                .hasMessageContaining("Maybe");
        Expr computed = new Expr.Arithmetic(false, text("a"), text("b"), ValueType.TEXT, PLACE);
        assertThatThrownBy(() -> test(call(Function.ANY_MATCHES, list("a"), computed)))
                .hasMessageContaining("the argument of `anyMatches` is no constant")
                .hasMessageContaining("Maybe");
        assertThat(test(call(Function.CONTAINS_ALL, list("a", "b"), list("b", "a"))))
                .isTrue();
        assertThat(test(call(Function.CONTAINS_ALL, list("a", "b"), list("b", "c"))))
                .isFalse();
        assertThat(test(call(Function.CONTAINS_ANY, list("a", "b"), list("c", "b"))))
                .isTrue();
        assertThat(test(call(Function.CONTAINS_ANY, list("a", "b"), list("c")))).isFalse();
    }

    @Test
    void hostile_patterns_end_in_linear_time() {
        String text = "a".repeat(50_000);
        assertThat(test(new Expr.Matches(text(text + "b"), "^(a+)+$", PLACE))).isFalse();
        assertThat(test(call(Function.GLOB, text(text), text("*a*a*a*a*a*a*a*a*b"))))
                .isFalse();
        Expr computed = new Expr.Arithmetic(false, text("*".repeat(2_000)), text(""), ValueType.TEXT, PLACE);
        assertThatThrownBy(() -> test(call(Function.GLOB, text("x"), computed)))
                .hasMessageContaining("2000 characters, more than 1000")
                .hasMessageContaining("Maybe");
    }

    @Test
    void what_does_not_fit_the_catalogue_or_re2_is_named_with_its_place() {
        assertThatThrownBy(() ->
                        Linker.link(new Expr.Prop(Expr.Role.OWN, "r", "Repository", "nope", ValueType.TEXT, PLACE)))
                .hasMessageContaining("t.groovy:3:7: no property Repository.nope")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Linker.link(new Expr.Matches(text("x"), "(?=x)", PLACE)))
                .hasMessageContaining("t.groovy:3:7: wrong regular expression `(?=x)`")
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_property_of_a_fact_that_is_not_bound_is_no_absent_value() {
        Expr outer = new Expr.Prop(Expr.Role.OUTER, "r", "Repository", "name", ValueType.TEXT, PLACE);
        assertThatThrownBy(() -> value(outer)).hasMessageContaining("`r.name` is read where no such fact is bound");
    }

    @Test
    void what_an_expression_reads() {
        Reads reads = Reads.of(List.of(
                compare(Comparison.EQUAL, own("name"), new Expr.ParamRef("p", ValueType.TEXT, PLACE)),
                compare(Comparison.LESS, now(), now())));
        assertThat(reads).isEqualTo(new Reads(true, false, false, true, Set.of("p")));
        assertThat(Reads.canFail(plus(number(1), number(1), ValueType.INTEGER))).isTrue();
        assertThat(Reads.canFail(minus(now(), now(), ValueType.DURATION))).isFalse();
        assertThat(Reads.canFail(call(Function.GLOB, text("a"), text("b")))).isFalse();
        assertThat(Reads.canFail(call(Function.GLOB, text("a"), own("name")))).isTrue();
    }

    private static @Nullable Object value(Expr expr) {
        return Linker.link(expr).get(REPOSITORY, null, null, ENV);
    }

    private static boolean test(Expr expr) {
        return Linker.link(expr).test(REPOSITORY, null, null, ENV);
    }

    private static Expr own(String property) {
        return new Expr.Prop(Expr.Role.OWN, "repository", "Repository", property, ValueType.TEXT, PLACE);
    }

    private static Expr absent() {
        return own("sha");
    }

    private static Expr nothing() {
        return new Expr.Const(null, ValueType.TEXT, PLACE);
    }

    private static Expr text(String value) {
        return new Expr.Const(value, ValueType.TEXT, PLACE);
    }

    private static Expr list(String... values) {
        return new Expr.Const(List.of(values), ValueType.TEXT_LIST, PLACE);
    }

    private static Expr number(long value) {
        return new Expr.Const(value, ValueType.INTEGER, PLACE);
    }

    private static Expr bool(boolean value) {
        return new Expr.Const(value, ValueType.BOOLEAN, PLACE);
    }

    private static Expr instant(Instant value) {
        return new Expr.Const(value, ValueType.INSTANT, PLACE);
    }

    private static Expr duration(Duration value) {
        return new Expr.Const(value, ValueType.DURATION, PLACE);
    }

    private static Expr quantity(long amount, Quantity.Unit unit) {
        return new Expr.Const(Quantity.of(amount, unit), ValueType.QUANTITY, PLACE);
    }

    private static Expr now() {
        return new Expr.NowRef(PLACE);
    }

    private static Expr compare(Comparison comparison, Expr left, Expr right) {
        return new Expr.Compare(comparison, left, right, PLACE);
    }

    private static Expr plus(Expr left, Expr right, ValueType type) {
        return new Expr.Arithmetic(false, left, right, type, PLACE);
    }

    private static Expr minus(Expr left, Expr right, ValueType type) {
        return new Expr.Arithmetic(true, left, right, type, PLACE);
    }

    private static Expr call(Function function, Expr receiver, Expr... arguments) {
        return new Expr.Call(receiver, function, Arrays.asList(arguments), PLACE);
    }
}
