package io.github.assaymark.core.explain;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the facts of one leaf again and records what decided it. */
final class LeafRecorder {
    /** More facts than this are counted but not cited. */
    static final int CITED = 10;

    private final Scene scene;
    private final Condition.Leaf leaf;
    private final Truth value;
    private final String id;
    private final List<FactRef> witnesses = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<LeafRecord.Offence> offences = new ArrayList<>();
    private final List<LeafRecord.Lack> lacks = new ArrayList<>();
    private final List<LeafRecord.Open> open = new ArrayList<>();
    private final List<SearchScope> scopes = new ArrayList<>();
    private int witnessTotal;
    private String observed = "";

    private LeafRecorder(Scene scene, Condition.Leaf leaf, String id) {
        this.scene = scene;
        this.leaf = leaf;
        this.id = id;
        this.value = scene.judge(leaf);
    }

    static LeafRecord record(Scene scene, Condition.Leaf leaf, String id) {
        return new LeafRecorder(scene, leaf, id).record();
    }

    private LeafRecord record() {
        String unset = scene.unsetParameter(leaf);
        if (value instanceof Truth.Errored error) observed = error.message();
        else if (unset != null) observed = "parameter `" + unset + "` has no value";
        else look();
        return new LeafRecord(
                id,
                leaf,
                value,
                Values.cut(observed),
                Values.cut(scene.bindings().wording(null).condition(leaf)),
                witnesses,
                witnessTotal,
                evidence,
                offences,
                lacks,
                open,
                scopes);
    }

    private void look() {
        if (leaf instanceof Condition.Attested attested) attested(attested);
        else if (leaf instanceof Condition.VerdictOf verdicts) verdicts(verdicts);
        else facts(scene.plan(leaf));
    }

    private void facts(LeafPlan plan) {
        Matches matches = scene.matches(plan);
        Pattern pattern = plan.pattern();
        scopes.add(scene.scope(pattern));
        if (plan.partner() != null) scopes.add(scene.scope(plan.partner()));
        List<Fact> good = sift(pattern, matches);
        if (leaf instanceof Condition.Some) some(pattern, good);
        if (leaf instanceof Condition.No) no(pattern, good);
        if (leaf instanceof Condition.Count count) count(count, good);
        if (leaf instanceof Condition.EveryMust every) everyMust(every, good);
        if (leaf instanceof Condition.EveryHas every) everyHas(every, plan, matches, good);
        if (leaf instanceof Condition.EveryHasNo every) everyHasNo(every, matches, good);
        if (open() && evidence.isEmpty()) {
            if (plan.partner() != null) cite(pattern, good, List.of());
            if (leaf instanceof Condition.EveryHas every)
                for (Fact fact : good.subList(0, Math.min(good.size(), CITED))) citePartner(every, fact, false);
            explainOpen();
        }
    }

    private boolean open() {
        return value instanceof Truth.Unknown || value instanceof Truth.Pending;
    }

    /** The candidates that are good evidence, in order; the others go to {@code open}. */
    private List<Fact> sift(Pattern pattern, Matches matches) {
        List<Fact> candidates = new ArrayList<>();
        for (Match match : matches.candidateTuples()) candidates.add(match.own());
        candidates.sort(Snapshot.order());
        List<Fact> good = new ArrayList<>();
        for (Fact fact : candidates) {
            Truth quality = scene.quality(pattern, fact, null);
            if (quality instanceof Truth.True) good.add(fact);
            else open.add(new LeafRecord.Open(pattern, fact, null, quality));
        }
        return good;
    }

    private void some(Pattern pattern, List<Fact> good) {
        if (value instanceof Truth.True) {
            cite(pattern, good, List.of());
            support(good.get(0), pattern, List.of());
            observed = good.size() == 1
                    ? name(good.get(0))
                    : good.size() + " " + facts(pattern) + " match, the first is " + name(good.get(0));
        } else if (value instanceof Truth.False) {
            absence(pattern, null, 1);
        }
    }

    private void no(Pattern pattern, List<Fact> good) {
        if (value instanceof Truth.True) {
            observed = examined(pattern);
            absent(pattern, observed);
        } else if (value instanceof Truth.False) {
            cite(pattern, good, List.of());
            observed = listed(good) + (good.size() == 1 ? " matches" : " match");
            for (Fact fact : good)
                offend(fact, null, pattern, Fingerprints.entity(fact), name(fact) + " is there", "it is there", "none");
        }
    }

    private void count(Condition.Count count, List<Fact> good) {
        Pattern pattern = count.pattern();
        List<Fact> counted = count.distinctBy() == null ? good : distinct(count.distinctBy(), good);
        String demanded = Wording.words(count.quantity()) + " " + number(count.number());
        observed = counted.isEmpty()
                ? examined(pattern)
                : counted.size() + " of " + scene.scope(pattern).found() + " " + facts(pattern)
                        + (counted.size() == 1 ? " matches" : " match")
                        + (count.distinctBy() == null ? "" : ", counting different values");
        cite(pattern, counted, List.of());
        if (value instanceof Truth.True) {
            if (counted.isEmpty()) absent(pattern, observed);
            for (Fact fact : counted.subList(0, Math.min(counted.size(), CITED))) support(fact, pattern, List.of());
            if (count.quantity() != Condition.Quantity.AT_LEAST && !counted.isEmpty()) absent(pattern, observed);
        } else if (value instanceof Truth.False) {
            absent(pattern, observed);
            Long number = scene.bindings().value(count.number(), null, null) instanceof Long n ? n : null;
            if (number != null && counted.size() < number)
                lacks.add(new LeafRecord.Lack(pattern, null, (int) Math.min(1000, number - counted.size())));
            for (Fact fact : counted.subList(0, Math.min(counted.size(), CITED)))
                evidence.add(new Evidence(
                        Evidence.Role.CONTRADICTS, witness(fact, pattern, List.of()), null, name(fact) + " counts"));
            offences.add(new LeafRecord.Offence(
                    null,
                    null,
                    null,
                    Fingerprints.absent(pattern.factType()),
                    observed + ", " + demanded + " required",
                    String.valueOf(counted.size()),
                    demanded));
        }
    }

    private List<Fact> distinct(Expr by, List<Fact> good) {
        Set<Object> seen = new LinkedHashSet<>();
        List<Fact> first = new ArrayList<>();
        for (Fact fact : good) {
            Object value = scene.bindings().value(by, fact, null);
            if (value != null && seen.add(value)) first.add(fact);
        }
        return first;
    }

    private String number(Expr number) {
        return Values.plain(scene.bindings().value(number, null, null));
    }

    private void everyMust(Condition.EveryMust every, List<Fact> good) {
        Pattern pattern = every.pattern();
        if (value instanceof Truth.Vacuous) vacuous(pattern);
        if (value instanceof Truth.True) {
            observed = all(pattern, good) + (good.size() == 1 ? " meets " : " meet ") + demand(every);
            cite(pattern, good, every.must());
            support(good.get(0), pattern, every.must());
            absent(pattern, scene.scope(pattern).found() + " " + pattern.factType() + " examined");
        }
        if (!(value instanceof Truth.False)) return;
        List<Fact> violators = good.stream()
                .filter(fact -> !scene.bindings().holds(every.must(), fact, null))
                .toList();
        cite(pattern, violators, every.must());
        observed = share(violators, good, pattern) + (violators.size() == 1 ? " does not meet " : " do not meet ")
                + demand(every) + ": " + listed(violators);
        for (Fact fact : violators) violates(every, fact);
    }

    private void violates(Condition.EveryMust every, Fact fact) {
        List<NearMiss.Difference> failed = Conjuncts.flat(every.must()).stream()
                .filter(conjunct -> !scene.bindings().holds(conjunct, fact, null))
                .map(conjunct -> Conjuncts.difference(scene.bindings(), conjunct, fact, null))
                .toList();
        String message =
                name(fact) + ": " + failed.stream().map(LeafRecorder::text).collect(Collectors.joining("; "));
        NearMiss.Difference first = failed.get(0);
        List<Expr> read = new ArrayList<>(every.pattern().where());
        read.addAll(every.must());
        offend(
                fact,
                null,
                scene.bindings().cite(fact, Expr.Role.OWN, read),
                Fingerprints.entity(fact),
                message,
                first.property() == null ? null : first.observed() == null ? "nothing" : first.observed(),
                first.expected() == null ? first.conjunct() : first.expected());
    }

    /** What is wrong, in words. */
    static String text(NearMiss.Difference difference) {
        if (difference.property() == null || difference.expected() == null) return "not " + difference.conjunct();
        return difference.property() + " is " + (difference.observed() == null ? "absent" : difference.observed())
                + ", required " + difference.expected();
    }

    private void everyHas(Condition.EveryHas every, LeafPlan plan, Matches matches, List<Fact> good) {
        Pattern pattern = every.pattern();
        Pattern partner = every.partner();
        if (value instanceof Truth.Vacuous) vacuous(pattern);
        if (value instanceof Truth.True) {
            observed = all(pattern, good) + (good.size() == 1 ? " has " : " have ") + article(partner.factType())
                    + " that matches";
            cite(pattern, good, List.of());
            int shown = Math.min(good.size(), CITED);
            for (Fact fact : good.subList(0, shown)) citePartner(every, fact, fact == good.get(0));
            absent(pattern, scene.scope(pattern).found() + " " + pattern.factType() + " examined");
        }
        Map<Fact, List<LeafRecord.Open>> openPartners = plan.hitsArePairs() ? openPartners(partner, matches) : Map.of();
        if (open() && open.isEmpty()) openPartners.values().forEach(open::addAll);
        if (!(value instanceof Truth.False)) return;
        Set<Fact> lonely = lonely(plan, matches, partner);
        List<Fact> violators = good.stream()
                .filter(lonely::contains)
                .filter(fact -> !openPartners.containsKey(fact))
                .toList();
        cite(pattern, violators, List.of());
        observed = share(violators, good, pattern) + (violators.size() == 1 ? " has no " : " have no ")
                + partner.factType() + " that matches: " + listed(violators);
        for (Fact fact : violators) {
            String wanted = scene.bindings().wording(fact).pattern(partner);
            offend(
                    fact,
                    null,
                    pattern,
                    Fingerprints.entity(fact),
                    name(fact) + " has no " + wanted,
                    "no " + partner.factType(),
                    wanted);
            lacks.add(new LeafRecord.Lack(partner, fact, 1));
        }
        if (!violators.isEmpty())
            absent(partner, scene.scope(partner).found() + " " + partner.factType() + " examined");
    }

    private Set<Fact> lonely(LeafPlan plan, Matches matches, Pattern partner) {
        Set<Fact> facts = new LinkedHashSet<>();
        if (!plan.hitsArePairs()) {
            for (Match match : matches.hitTuples()) facts.add(match.own());
            return facts;
        }
        for (Match match : matches.candidateTuples()) facts.add(match.own());
        for (Match pair : matches.hitTuples())
            if (pair.outer() != null && scene.quality(partner, pair.own(), pair.outer()) instanceof Truth.True)
                facts.remove(pair.outer());
        return facts;
    }

    private Map<Fact, List<LeafRecord.Open>> openPartners(Pattern partner, Matches matches) {
        Map<Fact, List<LeafRecord.Open>> found = new TreeMap<>(Snapshot.order());
        for (Match pair : matches.hitTuples()) {
            if (pair.outer() == null) continue;
            Truth quality = scene.quality(partner, pair.own(), pair.outer());
            if (!(quality instanceof Truth.True))
                found.computeIfAbsent(pair.outer(), fact -> new ArrayList<>())
                        .add(new LeafRecord.Open(partner, pair.own(), pair.outer(), quality));
        }
        found.values().forEach(list -> list.sort((a, b) -> Snapshot.order().compare(a.fact(), b.fact())));
        return found;
    }

    private void citePartner(Condition.EveryHas every, Fact fact, boolean first) {
        Pattern partner = every.partner();
        List<Fact> found = new ArrayList<>();
        for (Fact other : scene.candidates(partner))
            if (scene.bindings().holds(partner.where(), other, fact)
                    && scene.quality(partner, other, fact) instanceof Truth.True) found.add(other);
        found.sort(Snapshot.order());
        if (found.isEmpty()) return;
        FactRef ref = scene.bindings().cite(found.get(0), Expr.Role.OWN, partner.where());
        witnesses.add(ref);
        witnessTotal++;
        if (first)
            evidence.add(new Evidence(
                    Evidence.Role.SUPPORTS, ref, null, name(fact) + " has " + name(found.get(0)) + valued(ref)));
    }

    private void everyHasNo(Condition.EveryHasNo every, Matches matches, List<Fact> good) {
        Pattern pattern = every.pattern();
        Pattern partner = every.partner();
        if (value instanceof Truth.Vacuous) vacuous(pattern);
        if (value instanceof Truth.True) {
            observed = all(pattern, good) + (good.size() == 1 ? " has no " : " have no ") + partner.factType()
                    + " that matches";
            cite(pattern, good, List.of());
            support(good.get(0), pattern, List.of());
            int others = scene.scope(partner).found();
            absent(partner, others + " " + facts(partner) + (others == 0 ? "" : ", none of them of these"));
        }
        List<Match> pairs = new ArrayList<>();
        Set<Fact> fine = new LinkedHashSet<>(good);
        for (Match pair : matches.hitTuples()) {
            if (pair.outer() == null) continue;
            Truth quality = scene.quality(partner, pair.own(), pair.outer());
            if (quality instanceof Truth.True && fine.contains(pair.outer())) pairs.add(pair);
            else if (!(quality instanceof Truth.True))
                open.add(new LeafRecord.Open(partner, pair.own(), pair.outer(), quality));
        }
        if (!(value instanceof Truth.False)) return;
        pairs.sort((a, b) -> {
            int order = Snapshot.order().compare(outer(a), outer(b));
            return order != 0 ? order : Snapshot.order().compare(a.own(), b.own());
        });
        List<Fact> partners = pairs.stream().map(Match::own).distinct().toList();
        cite(partner, partners, List.of());
        cite(pattern, pairs.stream().map(LeafRecorder::outer).distinct().toList(), List.of());
        long holders = pairs.stream().map(LeafRecorder::outer).distinct().count();
        observed = holders + " of " + good.size() + " " + facts(pattern) + " " + (holders == 1 ? "has" : "have") + " "
                + listed(partners);
        for (Match pair : pairs)
            offend(
                    outer(pair),
                    pair.own(),
                    scene.bindings().cite(pair.own(), Expr.Role.OWN, partner.where()),
                    Fingerprints.entity(outer(pair), pair.own()),
                    name(outer(pair)) + " has " + name(pair.own()),
                    "it is there",
                    "none");
    }

    private static Fact outer(Match pair) {
        return java.util.Objects.requireNonNull(pair.outer());
    }

    private void vacuous(Pattern pattern) {
        observed = examined(pattern) + ", so there is nothing to judge";
        absent(pattern, examined(pattern));
    }

    private void absence(Pattern pattern, @Nullable Fact outer, int missing) {
        String wanted = scene.bindings().wording(outer).pattern(pattern);
        observed = examined(pattern);
        absent(pattern, observed);
        lacks.add(new LeafRecord.Lack(pattern, outer, missing));
        offences.add(new LeafRecord.Offence(
                outer, null, null, Fingerprints.absent(pattern.factType()), "there is no " + wanted, "none", wanted));
    }

    private void attested(Condition.Attested attested) {
        AttestationRecord record = new AttestationRecord(scene, attested);
        observed = record.observed(value);
        if (attested.bound() != null) scopes.add(scene.scope(attested.bound()));
        scopes.add(scene.attestations());
        for (Evidence cited : record.evidence(value)) {
            evidence.add(cited);
            if (cited.fact() != null) witnesses.add(cited.fact());
        }
        witnessTotal = witnesses.size();
        if (value instanceof Truth.False) offences.addAll(record.rejections());
    }

    private void verdicts(Condition.VerdictOf verdicts) {
        VerdictRecord record = new VerdictRecord(scene.verdicts(verdicts));
        observed = record.observed(verdicts, value);
        if (value instanceof Truth.False) offences.addAll(record.failures(verdicts));
    }

    private void explainOpen() {
        open.sort((a, b) -> Snapshot.order().compare(a.fact(), b.fact()));
        if (!open.isEmpty()) {
            LeafRecord.Open first = open.get(0);
            observed = name(first.fact()) + " " + scene.why(first);
            witnessTotal += open.size();
            for (LeafRecord.Open fact : open.subList(0, Math.min(open.size(), CITED))) {
                FactRef ref = scene.citeOpen(fact);
                witnesses.add(ref);
                evidence.add(new Evidence(Evidence.Role.OPEN, ref, null, name(fact.fact()) + " " + scene.why(fact)));
            }
            return;
        }
        List<String> gaps = new ArrayList<>();
        for (SearchScope scope : scopes)
            if (!scope.complete() && !Scene.ENGINE_TYPES.contains(scope.factType())) {
                String text = Scopes.text(scope, "");
                gaps.add(text);
                evidence.add(new Evidence(Evidence.Role.ABSENT, null, scope, text));
            }
        observed = gaps.isEmpty() ? "no evidence" : String.join("; ", new LinkedHashSet<>(gaps));
    }

    private void support(Fact fact, Pattern pattern, List<Expr> more) {
        FactRef ref = witness(fact, pattern, more);
        evidence.add(new Evidence(Evidence.Role.SUPPORTS, ref, null, name(fact) + valued(ref)));
    }

    private FactRef witness(Fact fact, Pattern pattern, List<Expr> more) {
        List<Expr> read = new ArrayList<>(pattern.where());
        read.addAll(more);
        return scene.bindings().cite(fact, Expr.Role.OWN, read);
    }

    private static String valued(FactRef ref) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (FactRef.Value value : ref.values())
            if (!ref.key().equals(value.value()) && values.size() < 4) values.put(value.property(), value.value());
        if (values.isEmpty()) return "";
        return values.entrySet().stream()
                .map(e -> e.getKey() + " " + (e.getValue() == null ? "absent" : Values.cut(e.getValue())))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private void cite(Pattern pattern, List<Fact> facts, List<Expr> more) {
        witnessTotal += facts.size();
        for (Fact fact : facts.subList(0, Math.min(facts.size(), CITED))) witnesses.add(witness(fact, pattern, more));
    }

    private void absent(Pattern pattern, String found) {
        SearchScope scope = scene.scope(pattern);
        evidence.add(new Evidence(Evidence.Role.ABSENT, null, scope, Scopes.text(scope, found)));
    }

    private void offend(
            Fact fact,
            @Nullable Fact partner,
            Pattern pattern,
            String entity,
            String message,
            @Nullable String observed,
            @Nullable String expected) {
        offend(fact, partner, witness(fact, pattern, List.of()), entity, message, observed, expected);
    }

    private void offend(
            Fact fact,
            @Nullable Fact partner,
            FactRef cited,
            String entity,
            String message,
            @Nullable String observed,
            @Nullable String expected) {
        offences.add(new LeafRecord.Offence(fact, partner, cited, entity, message, observed, expected));
        if (evidence.size() < CITED) evidence.add(new Evidence(Evidence.Role.CONTRADICTS, cited, null, message));
    }

    /** That no fact matches, with how many were looked at. */
    private String examined(Pattern pattern) {
        int found = scene.scope(pattern).found();
        return found == 0 ? "0 " + facts(pattern) : "0 of " + found + " " + facts(pattern) + " match";
    }

    private String all(Pattern pattern, List<Fact> good) {
        String where = scene.bindings().wording(null).where(pattern.where());
        return (good.size() == 1 ? "the one " : "all " + good.size() + " ") + facts(pattern, good.size()) + where;
    }

    private static String share(List<Fact> some, List<Fact> of, Pattern pattern) {
        return some.size() + " of " + of.size() + " " + facts(pattern);
    }

    private String demand(Condition.EveryMust every) {
        return "`" + scene.bindings().wording(null).conjuncts(every.must()) + "`";
    }

    /** A noun with its article. */
    static String article(String noun) {
        return ("AEIOU".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    private static String facts(Pattern pattern) {
        return Wording.type(pattern) + " facts";
    }

    private static String facts(Pattern pattern, int number) {
        return Wording.type(pattern) + (number == 1 ? " fact" : " facts");
    }

    /** A fact by type and key. */
    static String name(Fact fact) {
        return fact.getClass().getSimpleName() + " `" + Values.cut(fact.key()) + "`";
    }

    private static String listed(List<Fact> facts) {
        String shown = facts.stream()
                .limit(3)
                .map(fact -> "`" + Values.cut(fact.key()) + "`")
                .collect(Collectors.joining(", "));
        return facts.size() > 3 ? shown + " and " + (facts.size() - 3) + " more" : shown;
    }
}
