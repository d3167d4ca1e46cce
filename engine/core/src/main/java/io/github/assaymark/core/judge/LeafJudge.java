package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.CoverageIndex;
import io.github.assaymark.core.facts.Demands;
import io.github.assaymark.core.facts.Fixed;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome.Reason;
import io.github.assaymark.model.verdict.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of a leaf: what matches it, weighed by the quality of the facts and by where was looked. */
final class LeafJudge {
    private static final Truth TRUE = new Truth.True();
    private static final Truth FALSE = new Truth.False();
    private static final Truth VACUOUS = new Truth.Vacuous();

    private final Ruleset rules;
    private final Bench bench;
    private final AttestedJudge attested;
    private final VerdictOfJudge verdictOf;

    LeafJudge(Ruleset rules, Bench bench) {
        this.rules = rules;
        this.bench = bench;
        this.attested = new AttestedJudge(rules, bench);
        this.verdictOf = new VerdictOfJudge(bench);
    }

    Truth judge(Item item, Condition.Leaf leaf, Fact subject) {
        if (leaf instanceof Condition.VerdictOf of) return verdictOf.judge(item, of, subject);
        LeafPlan plan = bench.plans().of(item, leaf);
        if (plan != null && hasUnset(plan)) return new Truth.Unknown(Reason.PARAMETER_UNSET);
        if (leaf instanceof Condition.Attested a) return attested.judge(item, a, plan, subject);
        Case of = new Case(Objects.requireNonNull(plan), subject);
        if (leaf instanceof Condition.Some) return of.some();
        if (leaf instanceof Condition.No) return of.no();
        if (leaf instanceof Condition.Count count) return of.count(count.quantity());
        if (leaf instanceof Condition.EveryMust) return of.everyMust();
        if (leaf instanceof Condition.EveryHas) return of.everyHas();
        if (leaf instanceof Condition.EveryHasNo) return of.everyHasNo();
        throw new AssertionError(leaf);
    }

    private boolean hasUnset(LeafPlan plan) {
        Environment env = bench.world().environment();
        for (String name : plan.parameters()) if (!env.isSet(name)) return true;
        return plan.everyParameter() && !rules.parameters().names().stream().allMatch(env::isSet);
    }

    /** One leaf on one subject. */
    private final class Case {
        private final LeafPlan plan;
        private final Terms terms;
        private final Fact subject;
        private final Environment env;
        private final Matches matches;

        Case(LeafPlan plan, Fact subject) {
            this.plan = plan;
            this.terms = rules.terms(plan);
            this.subject = subject;
            this.env = bench.world().environment();
            this.matches = bench.matches().of(plan, plan.reach() == LeafPlan.Reach.GLOBAL ? null : subject);
        }

        Truth some() {
            Tally tally = candidates();
            if (tally.good() > 0) return TRUE;
            if (tally.hasQuestionable()) return tally.openUntilOne();
            return orIncomplete(FALSE);
        }

        Truth no() {
            Tally tally = candidates();
            if (tally.good() > 0) return FALSE;
            if (tally.hasQuestionable()) return tally.openUntilOne();
            return orIncomplete(TRUE);
        }

        Truth count(Condition.Quantity quantity) {
            Object value = terms.number() == null ? null : terms.number().get(null, null, subject, env);
            int least = quantity == Condition.Quantity.AT_LEAST ? 1 : 0; // at least none would pass on no evidence
            if (!(value instanceof Long number) || number < least)
                throw new IllegalStateException(
                        "a count of " + value + " is wanted\n  Maybe the number, or its parameter, is wrong");
            Tally tally = terms.distinct() == null ? candidates() : distinct();
            return switch (quantity) {
                case AT_LEAST -> atLeast(tally, number);
                case AT_MOST -> atMost(tally, number);
                case EXACTLY -> exactly(tally, number);
            };
        }

        private Truth atLeast(Tally tally, long number) {
            if (tally.good() >= number) return TRUE;
            if (tally.all() >= number) return tally.openUntil(number - tally.good());
            return orIncomplete(FALSE);
        }

        private Truth atMost(Tally tally, long number) {
            if (tally.good() > number) return FALSE;
            if (tally.all() > number) return tally.openUntil(number - tally.good() + 1);
            return orIncomplete(TRUE);
        }

        private Truth exactly(Tally tally, long number) {
            if (tally.good() > number) return FALSE;
            if (tally.all() < number) return orIncomplete(FALSE);
            if (tally.hasQuestionable()) return tally.openUntil(Math.max(1, number - tally.good()));
            return orIncomplete(TRUE);
        }

        Truth everyMust() {
            if (terms.first().isAlwaysGood()) {
                if (matches.hits() > 0) return FALSE;
            } else {
                for (Match hit : matches.hitTuples())
                    if (quality(terms.first(), hit.own(), null) instanceof Truth.True) return FALSE;
                Tally tally = candidates();
                if (tally.hasQuestionable()) return tally.openUntilAll();
            }
            return orIncomplete(matches.candidates() == 0 ? VACUOUS : TRUE);
        }

        Truth everyHas() {
            Tally open = new Tally();
            List<Fact> lacking = new ArrayList<>();
            boolean violated = plan.hitsArePairs() ? lackGoodPartner(open, lacking) : lackPartner(open, lacking);
            if (violated) {
                Reason reason = lacking.isEmpty() ? partnerReason(null) : leastReason(lacking);
                if (reason == null) return FALSE;
                open.add(new Truth.Unknown(reason));
            }
            if (open.hasQuestionable()) return open.openUntilAll();
            return orIncomplete(matches.candidates() == 0 ? VACUOUS : TRUE);
        }

        /**
         * Whether a good candidate has no partner at all; adds questionable candidates to {@code open}, and those
         * without a partner to {@code lacking} where it depends on them what was looked at.
         */
        private boolean lackPartner(Tally open, List<Fact> lacking) {
            boolean each = isPartnerOfEach();
            if (terms.first().isAlwaysGood() && !each) return matches.hits() > 0;
            if (!terms.first().isAlwaysGood())
                for (Match candidate : matches.candidateTuples())
                    open.add(quality(terms.first(), candidate.own(), null));
            boolean violated = false;
            for (Match hit : matches.hitTuples()) {
                if (!(quality(terms.first(), hit.own(), null) instanceof Truth.True)) continue;
                if (!each) return true;
                violated = true;
                lacking.add(hit.own());
            }
            return violated;
        }

        /** The same where partners are qualified; adds candidates whose partners are questionable, too. */
        private boolean lackGoodPartner(Tally open, List<Fact> lacking) {
            Map<Fact, Tally> partners = new LinkedHashMap<>();
            for (Match candidate : matches.candidateTuples()) {
                Truth quality = quality(terms.first(), candidate.own(), null);
                if (quality instanceof Truth.True) partners.put(candidate.own(), new Tally());
                else open.add(quality);
            }
            for (Match pair : matches.hitTuples()) {
                Tally tally = partners.get(Objects.requireNonNull(pair.outer()));
                if (tally != null)
                    tally.add(quality(Objects.requireNonNull(terms.partner()), pair.own(), pair.outer()));
            }
            boolean violated = false;
            for (Map.Entry<Fact, Tally> of : partners.entrySet()) {
                Tally tally = of.getValue();
                if (tally.good() > 0) continue;
                if (tally.hasQuestionable()) {
                    open.add(tally.openUntilOne());
                    continue;
                }
                violated = true;
                if (isPartnerOfEach()) lacking.add(of.getKey());
            }
            return violated;
        }

        Truth everyHasNo() {
            Quality partner = Objects.requireNonNull(terms.partner());
            Tally pairs = new Tally();
            if (terms.first().isAlwaysGood() && partner.isAlwaysGood()) {
                pairs.addGood(matches.hits());
            } else {
                for (Match pair : matches.hitTuples()) {
                    Fact candidate = Objects.requireNonNull(pair.outer());
                    pairs.add(Truth.all(
                            List.of(quality(terms.first(), candidate, null), quality(partner, pair.own(), candidate))));
                }
            }
            if (pairs.good() > 0) return FALSE;
            if (pairs.hasQuestionable()) return pairs.openUntilOne();
            Tally candidates = candidates(); // a questionable one might have a partner once it is settled
            if (candidates.hasQuestionable()) return candidates.openUntilAll();
            Reason reason = reason(plan.pattern(), plan.patternScoped(), terms.demands(), null);
            if (reason != null) return new Truth.Unknown(reason);
            if (candidates.good() == 0) return VACUOUS;
            reason = isPartnerOfEach() ? worstReason() : partnerReason(null);
            return reason == null ? TRUE : new Truth.Unknown(reason);
        }

        private Tally candidates() {
            Tally tally = new Tally();
            if (terms.first().isAlwaysGood()) tally.addGood(matches.candidates());
            else for (Match match : matches.candidateTuples()) tally.add(quality(terms.first(), match.own(), null));
            return tally;
        }

        /**
         * Different present values instead of facts; a value is good when a good fact has it. A questionable fact
         * without a value may get a new one, an unsigned row a name, and counts for itself.
         */
        private Tally distinct() {
            Set<Object> good = new HashSet<>();
            Map<Object, Tally> others = new LinkedHashMap<>();
            Tally tally = new Tally();
            for (Match match : matches.candidateTuples()) {
                Object value = Objects.requireNonNull(terms.distinct()).get(match.own(), null, subject, env);
                Truth quality = quality(terms.first(), match.own(), null);
                if (value == null) {
                    if (!(quality instanceof Truth.True)) tally.add(quality);
                } else if (quality instanceof Truth.True) good.add(value);
                else others.computeIfAbsent(value, v -> new Tally()).add(quality);
            }
            tally.addGood(good.size());
            Set<Object> open = new LinkedHashSet<>(others.keySet());
            open.removeAll(good);
            for (Object value : open)
                tally.add(Objects.requireNonNull(others.get(value)).openUntilOne());
            return tally;
        }

        private Truth quality(Quality quality, Fact own, @Nullable Fact outer) {
            return quality.isAlwaysGood() ? TRUE : quality.of(own, outer, subject, env);
        }

        private Truth orIncomplete(Truth whenComplete) {
            Reason reason = reason(plan.pattern(), plan.patternScoped(), terms.demands(), null);
            return reason == null ? whenComplete : new Truth.Unknown(reason);
        }

        /** Whether it depends on the candidate where its partner is looked for. */
        private boolean isPartnerOfEach() {
            return Objects.requireNonNull(terms.partnerDemands()).isOfOuter();
        }

        /** Why candidates may have partners that nobody saw; null when one of them surely has none. */
        private @Nullable Reason leastReason(List<Fact> candidates) {
            Reason first = null;
            for (Fact candidate : candidates) {
                Reason reason = partnerReason(candidate);
                if (reason == null) return null;
                if (first == null || reason.compareTo(first) < 0) first = reason;
            }
            return first;
        }

        /** Why a good candidate may have a partner that nobody saw; null when none of them has one. */
        private @Nullable Reason worstReason() {
            Reason first = null;
            for (Match candidate : matches.candidateTuples()) {
                if (!(quality(terms.first(), candidate.own(), null) instanceof Truth.True)) continue;
                Reason reason = partnerReason(candidate.own());
                if (reason != null && (first == null || reason.compareTo(first) < 0)) first = reason;
            }
            return first;
        }

        private @Nullable Reason partnerReason(@Nullable Fact candidate) {
            return reason(
                    Objects.requireNonNull(plan.partner()),
                    plan.partnerScoped(),
                    Objects.requireNonNull(terms.partnerDemands()),
                    candidate);
        }

        private @Nullable Reason reason(Pattern pattern, boolean scoped, Demands demands, @Nullable Fact outer) {
            Fixed fixed = demands.fixed(outer, subject, env);
            CoverageIndex coverage = bench.world().coverage();
            String owner = scoped ? subject.owner() : null;
            Reason reason = coverage.reason(pattern.side(), pattern.factType(), owner, fixed);
            Duration fresh = pattern.qualifiers().fresh();
            if (reason != null || fresh == null) return reason;
            Instant observed = coverage.observedAt(pattern.side(), pattern.factType(), owner, fixed);
            return observed != null && Duration.between(observed, env.now()).compareTo(fresh) > 0 ? Reason.STALE : null;
        }
    }
}
