package io.github.assaymark.core.explain;

import io.github.assaymark.core.judge.Bench;
import io.github.assaymark.core.judge.BriefExplainer;
import io.github.assaymark.core.judge.Explainer;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Remedy;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Explains verdicts by judging their items again. Holds no state of a run; safe for use by many threads. */
public final class ItemExplainer implements Explainer {
    /** Path of the root of {@code appliesIf}. */
    static final String APPLICABILITY = "0";

    /** Path of the root of the condition. */
    static final String CONDITION = "1";

    private static final int FINDINGS = 10;
    private static final int EVIDENCE = 20;
    private static final int NEAR_MISSES = 3;

    /** Equal to no finding of a baseline. */
    private static final Set<String> UNKNOWN_FINDINGS = Set.of("unknown");

    private final Map<String, Checklist> checklists = new HashMap<>();
    private final Explainer brief = new BriefExplainer();

    /** An explainer of the items of these packs. */
    public ItemExplainer(Collection<Pack> packs) {
        for (Pack pack : packs)
            for (Checklist checklist : pack.checklists())
                checklist.items().forEach(item -> checklists.put(item.id(), checklist));
    }

    @Override
    public Explanation explain(Bench bench, Verdict verdict) {
        try {
            return explained(bench, verdict);
        } catch (RuntimeException e) {
            return withNote(brief.explain(bench, verdict), "the full explanation failed: " + e);
        }
    }

    private static Explanation withNote(Explanation of, String note) {
        return new Explanation(
                of.headline(),
                of.applicability(),
                of.tree(),
                of.evidence(),
                of.findings(),
                of.findingTotal(),
                of.searched(),
                of.nearMisses(),
                of.remedies(),
                of.fix(),
                List.of(note),
                of.rule());
    }

    private Explanation explained(Bench bench, Verdict verdict) {
        Item item = verdict.item();
        Notes notes = new Notes(bench, verdict, checklists.get(item.id()));
        Fact subject = bench.subject(verdict.subject());
        if (subject == null) return withoutSubject(bench, verdict, notes);
        Scene scene = new Scene(bench, item, verdict.subject(), subject);
        Judged applicability = item.appliesIf() == null ? null : judged(scene, item.appliesIf(), APPLICABILITY);
        boolean applies = applicability == null || applicability.value() instanceof Truth.True;
        Judged tree = applies ? judged(scene, item.condition(), CONDITION) : null;
        Judged told = tree == null ? Objects.requireNonNull(applicability) : tree;
        return new Told(bench, scene, verdict, notes, applicability, tree, told).explanation();
    }

    @Override
    public Set<String> fingerprints(Bench bench, Item item, SubjectRef subject) {
        try {
            return fingerprinted(bench, item, subject);
        } catch (RuntimeException e) {
            return UNKNOWN_FINDINGS; // a verdict must not fail by what is only shown beside it
        }
    }

    private static Set<String> fingerprinted(Bench bench, Item item, SubjectRef subject) {
        Fact fact = bench.subject(subject);
        if (fact == null) return Set.of();
        Scene scene = new Scene(bench, item, subject, fact);
        Set<String> prints = new TreeSet<>();
        findings(scene, judged(scene, item.condition(), CONDITION))
                .forEach(finding -> prints.add(finding.fingerprint()));
        return prints;
    }

    static Judged judged(Scene scene, Condition condition, String id) {
        List<Condition> parts = condition instanceof Condition.AllOf all
                ? all.parts()
                : condition instanceof Condition.AnyOf any ? any.parts() : null;
        if (parts == null) return Judged.leaf(LeafRecorder.record(scene, (Condition.Leaf) condition, id));
        List<Judged> children = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) children.add(judged(scene, parts.get(i), id + "." + (i + 1)));
        return Judged.joined(id, condition, children);
    }

    private static List<Finding> findings(Scene scene, Judged tree) {
        if (!(tree.value() instanceof Truth.False)) return List.of();
        Fingerprints fingerprints = new Fingerprints(scene.item(), scene.subject());
        Messages messages = new Messages(scene);
        List<Finding> findings = new ArrayList<>();
        for (LeafRecord leaf : tree.decisive())
            for (LeafRecord.Offence offence : leaf.offences())
                findings.add(new Finding(
                        fingerprints.of(leaf.id(), offence.entity()),
                        messages.of(leaf, offence),
                        offence.cited(),
                        offence.observed(),
                        offence.expected()));
        return findings;
    }

    private static Explanation withoutSubject(Bench bench, Verdict verdict, Notes notes) {
        Item item = verdict.item();
        SearchScope scope = new SearchScope(
                item.judges(),
                "",
                bench.world().coverage().entries(Pattern.Side.HEAD, item.judges(), null),
                bench.world().store().count(Pattern.Side.HEAD, item.judges()));
        Evidence evidence =
                new Evidence(Evidence.Role.ABSENT, null, scope, Scopes.text(scope, "0 " + item.judges() + " facts"));
        String found = "there is no " + item.judges() + " to judge";
        List<Remedy> remedies = verdict.outcome() instanceof Outcome.Unknown
                ? List.of(new Remedy(List.of(Advice.collect(scope)), 1, false, List.of()))
                : List.of();
        return new Explanation(
                Headline.of(verdict, found, null, 1),
                null,
                null,
                List.of(evidence),
                List.of(),
                0,
                List.of(scope),
                List.of(),
                remedies,
                null,
                notes.lines(null, null),
                item.place());
    }

    /** One explanation in the making. */
    private record Told(
            Bench bench,
            Scene scene,
            Verdict verdict,
            Notes notes,
            @Nullable Judged applicability,
            @Nullable Judged tree,
            Judged told) {

        Explanation explanation() {
            Item item = verdict.item();
            List<LeafRecord> decisive = told.decisive();
            boolean failed = verdict.outcome() instanceof Outcome.Fail;
            List<Finding> findings = failed ? findings(scene, told) : List.of();
            List<Remedy> remedies = remedies();
            List<String> lines = notes.lines(told, scene);
            if (failed && remedies.isEmpty()) {
                lines = new ArrayList<>(lines);
                lines.add("no automatic remedy");
            }
            LeafRecord first = decisive.isEmpty() ? null : decisive.get(0);
            return new Explanation(
                    Headline.of(
                            verdict,
                            first == null ? "" : first.observed(),
                            first == null ? null : required(first),
                            decisive.size()),
                    applicability == null ? null : applicability.node(tree == null),
                    tree == null ? null : tree.node(true),
                    evidence(decisive),
                    findings.subList(0, Math.min(findings.size(), FINDINGS)),
                    findings.size(),
                    searched(decisive),
                    failed ? nearMisses(decisive) : List.of(),
                    remedies,
                    failed ? item.fix() : null,
                    lines,
                    place(first));
        }

        private static String required(LeafRecord leaf) {
            String label = leaf.leaf().label();
            return label == null ? leaf.expected() : label;
        }

        private SourcePlace place(@Nullable LeafRecord first) {
            return first == null ? verdict.item().place() : first.leaf().place();
        }

        private List<Remedy> remedies() {
            Outcome outcome = verdict.outcome();
            if (!(outcome instanceof Outcome.Fail) && !(outcome instanceof Outcome.Unknown)) return List.of();
            return new Remedies(bench, scene).of(new Repairs(scene).plans(told));
        }

        /** One witness set for what holds anyhow; everything that is open, for what is. */
        private List<Evidence> evidence(List<LeafRecord> decisive) {
            List<LeafRecord> leaves = told.condition() instanceof Condition.AnyOf
                            && told.value() instanceof Truth.True
                            && !decisive.isEmpty()
                    ? firstTrue(told)
                    : decisive;
            List<Evidence> all = new ArrayList<>();
            leaves.forEach(leaf -> all.addAll(leaf.evidence()));
            if (applicability != null && tree != null)
                for (LeafRecord leaf : applicability.decisive())
                    leaf.evidence().stream().limit(1).forEach(all::add);
            Map<Object, Evidence> distinct = new LinkedHashMap<>();
            for (Evidence evidence : all) distinct.putIfAbsent(subject(evidence), evidence);
            return distinct.values().stream().limit(EVIDENCE).toList();
        }

        /** What a piece of evidence is about: nothing is told twice. */
        private static Object subject(Evidence evidence) {
            FactRef fact = evidence.fact();
            if (fact == null) return List.of("scope", Objects.requireNonNullElse(evidence.scope(), evidence));
            return List.of(evidence.role(), fact.type(), fact.key(), fact.owner(), fact.provenance());
        }

        private static List<LeafRecord> firstTrue(Judged any) {
            for (Judged child : any.children()) if (child.value() instanceof Truth.True) return child.decisive();
            return any.decisive();
        }

        private static List<SearchScope> searched(List<LeafRecord> decisive) {
            Set<SearchScope> scopes = new LinkedHashSet<>();
            decisive.forEach(leaf -> scopes.addAll(leaf.scopes()));
            return scopes.stream()
                    .sorted(Comparator.comparing(SearchScope::factType).thenComparing(SearchScope::owner))
                    .toList();
        }

        private List<NearMiss> nearMisses(List<LeafRecord> decisive) {
            NearMisses near = new NearMisses(scene);
            Map<String, NearMiss> found = new LinkedHashMap<>();
            for (LeafRecord leaf : decisive)
                for (LeafRecord.Lack lack : leaf.lacks()) {
                    if (found.size() >= NEAR_MISSES) break;
                    for (NearMisses.Candidate candidate : near.rank(lack.pattern(), lack.outer(), NEAR_MISSES))
                        add(found, near.describe(candidate, lack.outer()));
                    for (Fact fact : near.elsewhere(lack.pattern(), lack.outer(), 1))
                        add(found, near.describeElsewhere(fact, lack.pattern(), lack.outer()));
                }
            return found.values().stream().limit(NEAR_MISSES).toList();
        }

        private static void add(Map<String, NearMiss> found, NearMiss miss) {
            found.putIfAbsent(
                    miss.candidate().type()
                            + '\0'
                            + miss.candidate().owner()
                            + '\0'
                            + miss.candidate().key(),
                    miss);
        }
    }
}
