package io.github.assaymark.core.judge;

import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The expressions of an {@code attested}, linked. */
record AttestedTerms(@Nullable Fn roles, Fn quorum, Set<String> parameters) {
    static AttestedTerms of(Condition.Attested leaf, FactCatalogue catalogue) {
        Set<String> parameters = new TreeSet<>(Reads.of(leaf.quorum()).parameters());
        if (leaf.roles() != null) parameters.addAll(Reads.of(leaf.roles()).parameters());
        return new AttestedTerms(
                leaf.roles() == null ? null : Linker.link(leaf.roles(), catalogue),
                Linker.link(leaf.quorum(), catalogue),
                parameters);
    }
}
