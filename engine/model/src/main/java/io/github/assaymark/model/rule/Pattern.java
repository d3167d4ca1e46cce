package io.github.assaymark.model.rule;

import java.util.List;

/**
 * Facts of one type that a condition speaks of.
 *
 * @param variable name of the bound fact in the text
 * @param factType name in the catalogue
 * @param side revision the facts are taken from
 * @param anywhere whether facts of every owner count; otherwise only those whose owner is the subject's. Facts judged
 *     under a {@code Repository} always count
 * @param where conjuncts a fact must meet; may be empty
 * @param qualifiers what a matching fact must be besides, to be good evidence
 */
public record Pattern(
        String variable,
        String factType,
        Side side,
        boolean anywhere,
        List<Expr> where,
        Qualifiers qualifiers,
        SourcePlace place) {

    /** The revision facts are taken from. */
    public enum Side {
        /** The judged revision. */
        HEAD,
        /** The revision it is compared with. */
        BASE
    }

    /** Copies the list. */
    public Pattern {
        where = List.copyOf(where);
    }
}
