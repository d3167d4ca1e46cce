package io.github.assaymark.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.catalogue.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CanonicalTest {
    private static final SourcePlace HERE = new SourcePlace("a.groovy", 1, 1, "x");
    private static final SourcePlace THERE = new SourcePlace("b.groovy", 9, 4, "y");

    @Test
    void lists_that_print_alike_have_different_identities() {
        assertThat(Canonical.id(list("a, b"))).isNotEqualTo(Canonical.id(list("a", "b")));
        assertThat(Canonical.id(list("a','b"))).isNotEqualTo(Canonical.id(list("a", "b")));
        assertThat(Canonical.id(list("a\\"))).isNotEqualTo(Canonical.id(list("a\\\\")));
    }

    @Test
    void constants_of_different_types_have_different_identities() {
        assertThat(Canonical.id(new Expr.Const("1", ValueType.TEXT, HERE)))
                .isNotEqualTo(Canonical.id(new Expr.Const(1L, ValueType.INTEGER, HERE)));
        assertThat(Canonical.id(new Expr.Const("null", ValueType.TEXT, HERE)))
                .isNotEqualTo(Canonical.id(new Expr.Const(null, ValueType.TEXT, HERE)));
    }

    @Test
    void neither_place_nor_variable_takes_part() {
        Expr a = new Expr.Prop(Expr.Role.OWN, "document", "Document", "path", ValueType.TEXT, HERE);
        Expr b = new Expr.Prop(Expr.Role.OWN, "other", "Document", "path", ValueType.TEXT, THERE);
        assertThat(Canonical.id(a)).isEqualTo(Canonical.id(b)).isEqualTo("this:Document.path");
    }

    @Test
    void the_role_takes_part() {
        Expr own = new Expr.Prop(Expr.Role.OWN, "d", "Document", "path", ValueType.TEXT, HERE);
        Expr outer = new Expr.Prop(Expr.Role.OUTER, "d", "Document", "path", ValueType.TEXT, HERE);
        assertThat(Canonical.id(own)).isNotEqualTo(Canonical.id(outer));
    }

    private static Expr list(String... items) {
        return new Expr.Const(List.of(items), ValueType.TEXT_LIST, HERE);
    }
}
