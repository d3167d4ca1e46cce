package io.github.assaymark.core.rete;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.SourcePlace;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Short names for building rules and facts by hand. */
final class Ir {
    static final SourcePlace PLACE = new SourcePlace("test.groovy", 1, 1, "");

    private Ir() {}

    static Expr own(String type, String property) {
        return prop(Expr.Role.OWN, type, property);
    }

    static Expr prop(Expr.Role role, String type, String property) {
        FactType known = Objects.requireNonNull(Trial.CATALOGUE.type(type), type);
        Property found = Objects.requireNonNull(known.property(property), property);
        return new Expr.Prop(role, role + type, type, property, found.type(), PLACE);
    }

    static Expr is(Expr left, Expr right) {
        return new Expr.Compare(Expr.Comparison.EQUAL, left, right, PLACE);
    }

    static Expr compare(Expr left, Expr.Comparison comparison, Expr right) {
        return new Expr.Compare(comparison, left, right, PLACE);
    }

    static Expr text(@Nullable String value) {
        return new Expr.Const(value, ValueType.TEXT, PLACE);
    }

    static Expr number(long value) {
        return new Expr.Const(value, ValueType.INTEGER, PLACE);
    }

    static Expr texts(String... values) {
        return new Expr.Const(List.of(values), ValueType.TEXT_LIST, PLACE);
    }

    static Pattern every(String type, Expr... where) {
        return pattern(type, Pattern.Side.HEAD, where);
    }

    static Pattern pattern(String type, Pattern.Side side, Expr... where) {
        return new Pattern(
                type.toLowerCase(java.util.Locale.ROOT), type, side, false, List.of(where), Qualifiers.NONE, PLACE);
    }

    static Pattern anywhere(Pattern pattern) {
        return new Pattern(
                pattern.variable(),
                pattern.factType(),
                pattern.side(),
                true,
                pattern.where(),
                pattern.qualifiers(),
                pattern.place());
    }

    static Condition.Leaf some(Pattern pattern) {
        return new Condition.Some(null, pattern, PLACE);
    }

    static Item item(int number, String judges, Condition condition) {
        return new Item(
                "test.items.all.item-" + number,
                List.of(),
                "Item " + number,
                judges,
                Severity.MAJOR,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                null,
                condition,
                null,
                null,
                PLACE);
    }

    static Fact ant(String key, String owner, String kind, int number) {
        return new Trial.Ant(
                key,
                owner,
                Provenance.File.whole("f"),
                kind,
                number,
                null,
                false,
                null,
                Trial.Level.LOW,
                RandomFacts.START,
                null,
                Duration.ZERO,
                null,
                List.of(),
                null);
    }

    static Fact bee(String key, String owner, String kind, @Nullable String note) {
        return new Trial.Bee(
                key,
                owner,
                Provenance.File.whole("f"),
                kind,
                0,
                null,
                false,
                note,
                Trial.Level.LOW,
                RandomFacts.START,
                null,
                Duration.ZERO,
                null,
                List.of(),
                null);
    }

    static Fact cat(String key, String owner) {
        return new Trial.Cat(
                key,
                owner,
                Provenance.File.whole("f"),
                "",
                0,
                null,
                false,
                null,
                Trial.Level.LOW,
                RandomFacts.START,
                null,
                Duration.ZERO,
                null,
                List.of(),
                null);
    }
}
