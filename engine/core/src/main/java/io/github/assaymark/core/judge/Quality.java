package io.github.assaymark.core.judge;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.Outcome.Reason;
import io.github.assaymark.model.verdict.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a fact that matches a pattern is good evidence: TRUE, or why it is questionable. */
public final class Quality {
    private static final Truth GOOD = new Truth.True();

    private final Qualifiers qualifiers;
    private final FactCatalogue catalogue;
    private final @Nullable Fn unresolved;
    private final @Nullable Fn awaiting;
    private final @Nullable Fn at;
    private final @Nullable Property sha;

    public Quality(Pattern pattern, FactCatalogue catalogue) {
        this.qualifiers = pattern.qualifiers();
        this.catalogue = catalogue;
        unresolved = link(qualifiers.unresolved());
        awaiting = link(qualifiers.awaiting());
        Property moment = null;
        if (qualifiers.by() == null && (qualifiers.fresh() != null || qualifiers.settled() != null))
            moment = required(pattern, "at");
        Property of = moment;
        at = of == null ? link(qualifiers.by()) : (own, outer, subject, env) -> of.of(Objects.requireNonNull(own));
        sha = qualifiers.thisRevision() ? required(pattern, "sha") : null;
    }

    /** Whether every fact is good. */
    boolean isAlwaysGood() {
        return qualifiers.isEmpty();
    }

    public Truth of(Fact own, @Nullable Fact outer, Fact subject, Environment env) {
        if (unresolved != null && unresolved.test(own, outer, subject, env))
            return new Truth.Unknown(Reason.UNRESOLVED);
        if (sha != null && !sameRevision(sha.of(own), subject)) return new Truth.Unknown(Reason.WRONG_REVISION);
        if (awaiting != null && awaiting.test(own, outer, subject, env))
            return new Truth.Unknown(Reason.AWAITING_ATTESTATION);
        if (at == null) return GOOD;
        Object moment = at.get(own, outer, subject, env);
        return age(moment instanceof Instant instant ? instant : null, env.now());
    }

    private Truth age(@Nullable Instant moment, Instant now) {
        Duration fresh = qualifiers.fresh();
        if (fresh != null && (moment == null || Duration.between(moment, now).compareTo(fresh) > 0))
            return new Truth.Unknown(Reason.STALE);
        Duration settled = qualifiers.settled();
        if (settled == null) return GOOD;
        if (moment == null) return new Truth.Unknown(Reason.UNRESOLVED);
        Instant earliest = moment.plus(settled);
        return now.isBefore(earliest) ? new Truth.Pending(moment, earliest) : GOOD;
    }

    private boolean sameRevision(@Nullable Object revision, Fact subject) {
        return revision != null && revision.equals(revision(subject, catalogue));
    }

    /** The commit of a subject; null when it has none. */
    static @Nullable Object revision(Fact subject, FactCatalogue catalogue) {
        Property of = catalogue.typeOf(subject).property("sha");
        return of == null ? null : of.of(subject);
    }

    private Property required(Pattern pattern, String name) {
        FactType type = catalogue.type(pattern.factType());
        Property property = type == null ? null : type.property(name);
        if (property == null)
            throw new IllegalArgumentException(pattern.place() + ": " + pattern.factType() + " has no property `" + name
                    + "`\n  Maybe name a moment with `by`, or leave the qualifier out");
        return property;
    }

    private @Nullable Fn link(@Nullable Expr expr) {
        return expr == null ? null : Linker.link(expr, catalogue);
    }
}
