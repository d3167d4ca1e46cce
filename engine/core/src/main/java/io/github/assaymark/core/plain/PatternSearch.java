package io.github.assaymark.core.plain;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the facts of one pattern, through an equality where it has one. */
final class PatternSearch {
    private final Pattern pattern;
    private final boolean scoped;
    private final Fn where;
    private final @Nullable Property indexed;
    private final @Nullable Fn value;

    PatternSearch(Pattern pattern, boolean scoped, FactCatalogue catalogue) {
        this.pattern = pattern;
        this.scoped = scoped;
        where = Linker.linkAll(pattern.where(), catalogue);
        Expr.Compare join = join(pattern.where());
        FactType type = catalogue.type(pattern.factType());
        if (type == null)
            throw new IllegalArgumentException(pattern.place() + ": no fact type " + pattern.factType()
                    + " in the catalogue\n  Maybe the checklist was compiled against other fact types");
        if (join == null) {
            indexed = null;
            value = null;
        } else {
            boolean left = isIndexable(join.left());
            indexed = type.property(((Expr.Prop) (left ? join.left() : join.right())).property());
            value = Linker.link(left ? join.right() : join.left(), catalogue);
        }
    }

    List<Fact> find(
            FactStore store,
            FactIndex index,
            @Nullable Fact outer,
            @Nullable String owner,
            @Nullable Fact subject,
            Environment env,
            Failures failures) {
        List<Fact> found = new ArrayList<>();
        for (Fact fact : possible(store, index, outer, owner, subject, env))
            if (failures.test(where, fact, outer, subject, env)) found.add(fact);
        return found;
    }

    /** The facts it would be tested on, where it reads neither a subject nor an earlier fact. */
    Iterable<Fact> possible(FactStore store, FactIndex index, String owner, Environment env) {
        return possible(store, index, null, owner, null, env);
    }

    /** Whether a fact of its type and scope is one of these. */
    boolean isPossible(Fact fact, Environment env) {
        return indexed == null || value == null || Objects.equals(indexed.of(fact), value.get(null, null, null, env));
    }

    /** The same for one fact: whether it meets the pattern. */
    boolean meets(Fact fact, Environment env, Failures failures) {
        return failures.test(where, fact, null, null, env);
    }

    private Iterable<Fact> possible(
            FactStore store,
            FactIndex index,
            @Nullable Fact outer,
            @Nullable String owner,
            @Nullable Fact subject,
            Environment env) {
        String scope = scoped ? owner : null;
        if (indexed != null && value != null)
            return index.facts(pattern, indexed, value.get(null, outer, subject, env), scope);
        if (scope == null) return store.facts(pattern.side(), pattern.factType());
        return store.facts(pattern.side(), pattern.factType(), scope);
    }

    /** The most selective equality: one with another fact before one with a constant. */
    private static Expr.@Nullable Compare join(List<Expr> where) {
        Expr.Compare constant = null;
        for (Expr conjunct : where) {
            if (!(conjunct instanceof Expr.Compare c) || c.comparison() != Expr.Comparison.EQUAL) continue;
            Expr other = isIndexable(c.left()) ? c.right() : isIndexable(c.right()) ? c.left() : null;
            if (other == null || Reads.of(other).own() || Reads.canFail(other)) continue;
            if (Reads.of(other).outer() || Reads.of(other).subject()) return c;
            if (constant == null) constant = c;
        }
        return constant;
    }

    private static boolean isIndexable(Expr expr) {
        return expr instanceof Expr.Prop p
                && p.role() == Expr.Role.OWN
                && p.type().kind() != ValueType.Kind.QUANTITY; // equal by value across units, not by hash
    }
}
