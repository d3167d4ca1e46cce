package io.github.assaymark.core.rete;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.entryPoint;
import static org.drools.model.DSL.execute;
import static org.drools.model.DSL.not;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;

/**
 * Compiles a query to a rule: [environment] [subject] first [second]. Right-hand sides are empty, nothing is reacted on
 * property by property, and no order among rules is asked for: matches are all that is wanted.
 */
final class RuleCompiler {
    /** Entry point of the facts of the base revision. */
    static final String BASE = "base";

    private final Constraints constraints;

    RuleCompiler(FactCatalogue catalogue) {
        this.constraints = new Constraints(catalogue);
    }

    Rule compile(String name, Query query) {
        List<RuleItemBuilder<?>> parts = new ArrayList<>();
        Bound bound = front(query, parts);
        Variable<Fact> first = variable(query.first(), "first");
        parts.add(facts(query, query.first(), first, bound));
        if (query.second() != null) {
            Variable<Fact> second = variable(query.second(), "second");
            PatternDef<Fact> partner = facts(query, query.second(), second, bound.withOuter(first));
            parts.add(query.absent() ? not(partner) : partner);
        }
        parts.add(execute(() -> {}));
        return rule("assaymark", name).build(parts.toArray(new RuleItemBuilder<?>[0]));
    }

    @SuppressWarnings("unchecked") // Surroundings is what all three kinds are
    private Bound front(Query query, List<RuleItemBuilder<?>> parts) {
        Reads reads = query.reads();
        Variable<Surroundings> surroundings = null;
        if (reads.environment()) {
            surroundings = declarationOf((Class<Surroundings>) Surroundings.kind(reads), "env");
            parts.add(pattern(surroundings));
        }
        Variable<Fact> subject = null;
        if (query.reach() == LeafPlan.Reach.SUBJECT) {
            subject = declarationOf(javaType(judges(query)), "subject");
            parts.add(pattern(subject));
        }
        return new Bound(surroundings, subject, null);
    }

    /** A fresh variable: the library keeps the entry point in the variable, so rules must not share one. */
    private Variable<Fact> variable(Query.Facts facts, String name) {
        Class<Fact> type = javaType(constraints.type(facts.type()));
        return facts.side() == Pattern.Side.BASE
                ? declarationOf(type, name, entryPoint(BASE))
                : declarationOf(type, name);
    }

    private PatternDef<Fact> facts(Query query, Query.Facts facts, Variable<Fact> variable, Bound bound) {
        FactType type = constraints.type(facts.type());
        PatternDef<Fact> def = pattern(variable);
        if (facts.scoped() && bound.subject() != null)
            def = constraints.sameOwner(def, type, bound.subject(), "subject", judges(query));
        else if (facts.scoped() && bound.outer() != null)
            def = constraints.sameOwner(
                    def,
                    type,
                    bound.outer(),
                    "that",
                    constraints.type(query.first().type()));
        for (Expr expr : facts.where()) def = constraints.add(def, expr, bound);
        return def;
    }

    private FactType judges(Query query) {
        return constraints.type(Objects.requireNonNull(query.judges()));
    }

    @SuppressWarnings("unchecked") // all fact types are facts
    private static Class<Fact> javaType(FactType type) {
        return (Class<Fact>) type.javaType();
    }
}
