package io.github.assaymark.core.explain;

import io.github.assaymark.core.facts.ContentDigest;
import io.github.assaymark.core.facts.Demands;
import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.facts.Fixed;
import io.github.assaymark.core.facts.World;
import io.github.assaymark.core.judge.Bench;
import io.github.assaymark.core.judge.Quality;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything one item on one subject is explained from. */
final class Scene {
    /** Facts of these types belong to the run, not to an owner, and are complete by their nature. */
    static final Set<String> ENGINE_TYPES = Set.of("Now", "Param", "PolicyValue");

    private final Bench bench;
    private final Item item;
    private final SubjectRef subject;
    private final Fact fact;
    private final Bindings bindings;
    private final Map<Pattern, Quality> qualities = new HashMap<>();
    private final Map<Pattern, SearchScope> scopes = new HashMap<>();

    Scene(Bench bench, Item item, SubjectRef subject, Fact fact) {
        this.bench = bench;
        this.item = item;
        this.subject = subject;
        this.fact = fact;
        this.bindings = new Bindings(bench.catalogue(), bench.world().environment(), fact);
    }

    Item item() {
        return item;
    }

    SubjectRef subject() {
        return subject;
    }

    Fact subjectFact() {
        return fact;
    }

    World world() {
        return bench.world();
    }

    FactStore store() {
        return bench.world().store();
    }

    Bindings bindings() {
        return bindings;
    }

    String owner() {
        return fact.owner();
    }

    /** The judged commit; null when it is not known. */
    @Nullable
    String sha() {
        Property sha = bench.catalogue().typeOf(fact).property("sha");
        return sha != null && sha.of(fact) instanceof String text ? text : null;
    }

    Truth judge(Condition condition) {
        return bench.truth(item, condition, fact);
    }

    LeafPlan plan(Condition.Leaf leaf) {
        return Objects.requireNonNull(bench.plans().of(item, leaf), "no plan");
    }

    Matches matches(LeafPlan plan) {
        return bench.matches().of(plan, plan.reach() == LeafPlan.Reach.GLOBAL ? null : fact);
    }

    List<Verdict> verdicts(Condition.VerdictOf leaf) {
        return bench.verdicts(item, leaf, fact);
    }

    String digest(List<Fact> facts) {
        return ContentDigest.of(facts, bench.catalogue());
    }

    /** Whether a pattern sees facts of the subject's owner only. */
    boolean scoped(Pattern pattern) {
        return !pattern.anywhere() && !item.judges().equals("Repository") && !ENGINE_TYPES.contains(pattern.factType());
    }

    /** The facts of a pattern's type that it sees. */
    Iterable<Fact> candidates(Pattern pattern) {
        return scoped(pattern)
                ? store().facts(pattern.side(), pattern.factType(), owner())
                : store().facts(pattern.side(), pattern.factType());
    }

    /** The good facts a count counts, in order. */
    List<Fact> counted(Condition.Count count) {
        List<Fact> good = new ArrayList<>();
        for (Match match : matches(plan(count)).candidateTuples())
            if (quality(count.pattern(), match.own(), null) instanceof Truth.True) good.add(match.own());
        good.sort(Snapshot.order());
        return good;
    }

    Truth quality(Pattern pattern, Fact own, @Nullable Fact outer) {
        if (pattern.qualifiers().isEmpty()) return new Truth.True();
        return qualities
                .computeIfAbsent(pattern, p -> new Quality(p, bench.catalogue()))
                .of(own, outer, fact, bindings.env());
    }

    /** Where facts of a pattern were looked for. */
    SearchScope scope(Pattern pattern) {
        return scopes.computeIfAbsent(pattern, this::search);
    }

    private SearchScope search(Pattern pattern) {
        int found = 0;
        for (Fact candidate : candidates(pattern)) if (candidate != null) found++;
        String owner = scoped(pattern) ? owner() : null;
        String where = owner == null ? "" : owner;
        boolean missingBase = pattern.side() == Pattern.Side.BASE && !store().hasBase();
        List<Coverage> entries = missingBase
                ? List.of(Scopes.missingBase(pattern.factType(), where))
                : bench.world().coverage().entries(pattern.side(), pattern.factType(), owner);
        Fixed fixed = Demands.of(pattern, bench.catalogue()).fixed(null, fact, bindings.env());
        entries =
                entries.stream().filter(entry -> fixed.concerns(entry.about())).toList();
        Duration fresh = pattern.qualifiers().fresh();
        if (fresh != null) entries = Scopes.aged(entries, fresh, bindings.env().now());
        return new SearchScope(pattern.factType(), where, entries, found);
    }

    /** Where statements of persons were looked for. */
    SearchScope attestations() {
        return new SearchScope(
                "Attestation",
                "",
                bench.world().coverage().entries(Pattern.Side.HEAD, "Attestation", null),
                store().count(Pattern.Side.HEAD, "Attestation"));
    }

    /** A parameter without a value that makes a leaf unknown; null when there is none. */
    @Nullable
    String unsetParameter(Condition.Leaf leaf) {
        Set<String> names = new TreeSet<>();
        LeafPlan plan = bench.plans().of(item, leaf);
        if (plan != null) names.addAll(plan.parameters());
        if (leaf instanceof Condition.Attested attested) {
            names.addAll(Reads.of(attested.quorum()).parameters());
            if (attested.roles() != null)
                names.addAll(Reads.of(attested.roles()).parameters());
        }
        for (String name : names) if (!bindings.env().isSet(name)) return name;
        return null;
    }

    /** Why a fact is evidence neither for nor against, as the end of a sentence. */
    String why(LeafRecord.Open open) {
        Qualifiers qualifiers = open.pattern().qualifiers();
        if (open.why() instanceof Truth.Pending pending)
            return "counts from " + Values.at(pending.earliest()) + " on; it is of " + Values.at(pending.since());
        if (!(open.why() instanceof Truth.Unknown unknown)) return "is open";
        return switch (unknown.reason()) {
            case UNRESOLVED -> "has a value that could not be determined" + undetermined(open);
            case WRONG_REVISION -> "speaks of another revision than " + Values.plain(sha());
            case AWAITING_ATTESTATION -> "waits for a person";
            case STALE -> "is older than " + Values.plain(qualifiers.fresh());
            case NOT_OBSERVED, PARTIAL, DENIED, PARAMETER_UNSET -> "is no evidence: " + unknown.reason();
        };
    }

    /** The condition that says that a value could not be determined. */
    String undetermined(LeafRecord.Open open) {
        Expr unresolved = open.pattern().qualifiers().unresolved();
        return unresolved == null ? "" : " (" + bindings.wording(open.outer()).expr(unresolved) + ")";
    }

    /** A questionable fact with what makes it so. */
    FactRef citeOpen(LeafRecord.Open open) {
        Qualifiers qualifiers = open.pattern().qualifiers();
        List<Expr> read = new ArrayList<>(open.pattern().where());
        if (qualifiers.unresolved() != null) read.add(qualifiers.unresolved());
        if (qualifiers.awaiting() != null) read.add(qualifiers.awaiting());
        if (qualifiers.by() != null) read.add(qualifiers.by());
        Set<String> names = new TreeSet<>();
        for (Expr expr : read)
            for (Expr.Prop prop : Wording.reads(expr)) if (prop.role() == Expr.Role.OWN) names.add(prop.property());
        if (qualifiers.thisRevision()) names.add("sha");
        if ((qualifiers.fresh() != null || qualifiers.settled() != null) && qualifiers.by() == null) names.add("at");
        return bindings.cite(open.fact(), names);
    }

    /** What an item would be if its condition had a value. */
    static Outcome.Kind kind(Truth truth) {
        if (truth instanceof Truth.True) return Outcome.Kind.PASS;
        if (truth instanceof Truth.False) return Outcome.Kind.FAIL;
        if (truth instanceof Truth.Unknown) return Outcome.Kind.UNKNOWN;
        if (truth instanceof Truth.Pending) return Outcome.Kind.PENDING;
        return truth instanceof Truth.Vacuous ? Outcome.Kind.NOT_APPLICABLE : Outcome.Kind.ERROR;
    }
}
