package io.github.assaymark.core.explain;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.verdict.FactRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the expressions of an item are worth for its subject. Not safe for use by many threads. */
final class Bindings {
    private final FactCatalogue catalogue;
    private final Environment env;
    private final @Nullable Fact subject;
    private final IdentityHashMap<Expr, Fn> linked = new IdentityHashMap<>();

    Bindings(FactCatalogue catalogue, Environment env, @Nullable Fact subject) {
        this.catalogue = catalogue;
        this.env = env;
        this.subject = subject;
    }

    Environment env() {
        return env;
    }

    FactCatalogue catalogue() {
        return catalogue;
    }

    /** The value; null when it is absent. */
    @Nullable
    Object value(Expr expr, @Nullable Fact own, @Nullable Fact outer) {
        return linked.computeIfAbsent(expr, e -> Linker.link(e, catalogue)).get(own, outer, subject, env);
    }

    /** Whether a condition on {@code own} is true; one that cannot be computed is not. */
    boolean holds(Expr expr, @Nullable Fact own, @Nullable Fact outer) {
        try {
            return Boolean.TRUE.equals(value(expr, own, outer));
        } catch (RuntimeException e) {
            return false; // the judge reports it as ERROR; here it only means that no value can be shown
        }
    }

    boolean holds(List<Expr> conjuncts, Fact own, @Nullable Fact outer) {
        return conjuncts.stream().allMatch(conjunct -> holds(conjunct, own, outer));
    }

    /** Words in which everything but the pattern's own fact is replaced by its value. */
    Wording wording(@Nullable Fact outer) {
        return new Wording(expr -> literal(expr, outer));
    }

    private @Nullable String literal(Expr expr, @Nullable Fact outer) {
        if (expr.type().kind() == ValueType.Kind.BOOLEAN && !(expr instanceof Expr.ParamRef)) return null;
        if (expr instanceof Expr.Const || expr instanceof Expr.NowRef) return null;
        try {
            Object value = value(expr, null, outer);
            return value == null && expr instanceof Expr.ParamRef ? null : Values.literal(value, expr.type());
        } catch (RuntimeException e) {
            return null; // reads a fact that is not bound here
        }
    }

    /** A fact with the properties the expressions read of it, in the order of its type. */
    FactRef cite(Fact fact, Expr.Role role, List<Expr> readers) {
        Set<String> read = new LinkedHashSet<>();
        for (Expr reader : readers)
            for (Expr.Prop prop : Wording.reads(reader)) if (prop.role() == role) read.add(prop.property());
        return cite(fact, read);
    }

    FactRef cite(Fact fact, Set<String> properties) {
        FactType type = catalogue.typeOf(fact);
        List<FactRef.Value> values = new ArrayList<>();
        for (Property property : type.properties())
            if (properties.contains(property.name()))
                values.add(new FactRef.Value(property.name(), Values.orNull(property.of(fact))));
        return new FactRef(type.name(), fact.key(), fact.owner(), values, fact.provenance());
    }

    /** The value of a property of a fact. */
    @Nullable
    Object property(Fact fact, String name) {
        return Objects.requireNonNull(catalogue.typeOf(fact).property(name), name)
                .of(fact);
    }

    ValueType type(Fact fact, String property) {
        return Objects.requireNonNull(catalogue.typeOf(fact).property(property), property)
                .type();
    }
}
