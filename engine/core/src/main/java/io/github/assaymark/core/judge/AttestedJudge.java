package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.ContentDigest;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome.Reason;
import io.github.assaymark.model.verdict.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of an {@code attested}. Silence is never a no. */
final class AttestedJudge {
    private final Ruleset rules;
    private final Bench bench;

    AttestedJudge(Ruleset rules, Bench bench) {
        this.rules = rules;
        this.bench = bench;
    }

    Truth judge(Item item, Condition.Attested leaf, @Nullable LeafPlan bound, Fact subject) {
        AttestedTerms terms = rules.terms(leaf);
        Environment env = bench.world().environment();
        for (String name : terms.parameters()) if (!env.isSet(name)) return new Truth.Unknown(Reason.PARAMETER_UNSET);
        if (!(terms.quorum().get(null, null, subject, env) instanceof Long quorum) || quorum < 1)
            throw new IllegalStateException(
                    "the quorum must be at least 1\n  Maybe the number, or its parameter, is wrong");
        Object roles = terms.roles() == null ? null : terms.roles().get(null, null, subject, env);
        String digest = null;
        if (bound != null) {
            List<Fact> facts = new ArrayList<>();
            Truth open = boundFacts(bound, subject, facts);
            if (open != null) return open;
            digest = ContentDigest.of(facts, bench.catalogue());
        }
        return weigh(item, leaf, subject, roles, quorum, digest);
    }

    /** Collects the facts an attestation must speak of; null, or why they are not known. */
    private @Nullable Truth boundFacts(LeafPlan plan, Fact subject, List<Fact> facts) {
        Pattern pattern = plan.pattern();
        Reason reason = bench.world()
                .coverage()
                .reason(
                        pattern.side(),
                        pattern.factType(),
                        plan.patternScoped() ? subject.owner() : null,
                        rules.terms(plan)
                                .demands()
                                .fixed(null, subject, bench.world().environment()));
        if (reason != null) return new Truth.Unknown(reason);
        Quality quality = rules.terms(plan).first();
        Environment env = bench.world().environment();
        Tally tally = new Tally();
        for (Match match : bench.matches()
                .of(plan, plan.reach() == LeafPlan.Reach.GLOBAL ? null : subject)
                .hitTuples()) {
            facts.add(match.own());
            tally.add(quality.of(match.own(), null, subject, env));
        }
        if (tally.hasQuestionable()) return tally.openUntilAll();
        return facts.isEmpty() ? new Truth.Unknown(Reason.NOT_OBSERVED) : null;
    }

    private Truth weigh(
            Item item,
            Condition.Attested leaf,
            Fact subject,
            @Nullable Object roles,
            long quorum,
            @Nullable String digest) {
        Instant now = bench.world().now();
        Set<String> confirmedBy = new HashSet<>();
        boolean stale = false;
        boolean wrong = false;
        boolean doubted = false;
        for (Attestation attestation : bench.world().attestations().of(item, subject.key())) {
            if (!speaksAs(roles, attestation.role()) || attestation.at().isAfter(now)) continue;
            if (bench.world().directory().doubt(attestation) != null) {
                doubted = true;
                continue;
            }
            boolean confirms = attestation.decision() == Decision.CONFIRMED;
            if (isExpired(attestation, leaf.within(), now)) stale |= confirms;
            else if (!isOf(attestation, leaf.revision(), subject, digest)) wrong |= confirms;
            else if (!confirms) return new Truth.False();
            else confirmedBy.add(attestation.by());
        }
        if (confirmedBy.size() >= quorum) return new Truth.True();
        if (stale) return new Truth.Unknown(Reason.STALE);
        if (wrong) return new Truth.Unknown(Reason.WRONG_REVISION);
        if (doubted && bench.world().directory().isPartial()) return new Truth.Unknown(Reason.PARTIAL);
        Reason unread = bench.world().coverage().reason(Pattern.Side.HEAD, "Attestation", null);
        return new Truth.Unknown(unread == null ? Reason.AWAITING_ATTESTATION : unread);
    }

    private static boolean speaksAs(@Nullable Object roles, @Nullable String role) {
        if (roles == null) return true;
        return role != null && (roles instanceof List<?> list ? list.contains(role) : roles.equals(role));
    }

    static boolean isExpired(Attestation attestation, @Nullable Duration within, Instant now) {
        Instant expires = attestation.expires();
        if (expires != null && !now.isBefore(expires)) return true;
        return within != null && Duration.between(attestation.at(), now).compareTo(within) > 0;
    }

    private boolean isOf(Attestation attestation, boolean revision, Fact subject, @Nullable String digest) {
        if (revision) {
            Object sha = Quality.revision(subject, bench.catalogue());
            if (sha == null || !sha.equals(attestation.sha())) return false;
        }
        return digest == null || digest.equals(attestation.digest());
    }
}
