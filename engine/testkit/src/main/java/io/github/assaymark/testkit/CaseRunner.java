package io.github.assaymark.testkit;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases on one good tree. The tree is read once; each case is a change of facts in a live session that is taken
 * back afterwards. For one thread at a time.
 */
public final class CaseRunner implements AutoCloseable {
    private final Assay assay;
    private final GoodTree tree;
    private @Nullable Line alone;
    private @Nullable Line compared;

    private CaseRunner(Path directory, Instant now, Assay assay) {
        this.assay = assay;
        this.tree = new GoodTree(directory, now);
    }

    /**
     * A runner for the cases of one tree.
     *
     * @param now the moment most cases speak of
     * @throws io.github.assaymark.model.extract.ScanException when the directory cannot be scanned
     */
    public static CaseRunner on(Path directory, Instant now, Assay assay) {
        return new CaseRunner(directory, now, assay);
    }

    /** A session on the good tree, with what it says there. */
    private record Line(Snapshot facts, LiveAssessment live, List<Verdict> verdicts) {}

    /**
     * Runs a case in the live session, and sees to it that taking the change back restores every verdict.
     *
     * @throws CaseException when a change does not fit the tree
     */
    public CaseResult run(ItemCase c) {
        List<FileEdit> base = c.base();
        if (base != null && !base.isEmpty()) return runFromScratch(c); // a session keeps its base
        FactDelta delta = tree.delta(c);
        Line line = base == null ? alone() : compared();
        return during(line, delta, () -> Judgement.of(c, line.live().assessment()));
    }

    /**
     * Runs a case by judging the changed tree anew.
     *
     * @throws CaseException when a change does not fit the tree
     */
    public CaseResult runFromScratch(ItemCase c) {
        return Judgement.of(c, assay.assess(tree.changed(c)));
    }

    /**
     * Whether following the change of a case gives every fact that reading the changed tree anew gives, and the live
     * session every verdict that judging anew gives; else says where.
     */
    public List<String> differencesFromScratch(ItemCase c) {
        List<FileEdit> base = c.base();
        if (base != null && !base.isEmpty()) return List.of();
        Snapshot changed = tree.changed(c);
        Line line = base == null ? alone() : compared();
        List<Verdict> anew = assay.assess(changed).verdicts();
        List<String> differences = new ArrayList<>();
        FactDelta delta = tree.delta(c);
        FactDelta apart = after(line.facts(), delta).deltaTo(changed);
        for (Fact fact : apart.removed()) differences.add(c + ": only the facts that were followed hold " + fact);
        for (Fact fact : apart.added()) differences.add(c + ": only the facts that were read anew hold " + fact);
        line.live().apply(delta);
        List<Verdict> followed = line.live().assessment().verdicts();
        for (Verdict v : followed) if (!anew.contains(v)) differences.add(c + ": only the live session says " + v);
        for (Verdict v : anew) if (!followed.contains(v)) differences.add(c + ": only judging anew says " + v);
        line.live().apply(delta.inverse());
        return differences;
    }

    /**
     * Takes the evidence of a passing case away: each fact and each complete search that the PASS cites, one at a time;
     * the types of facts it cites, one after the other; and all that it cites, one piece after the other and each time
     * what the PASS then cites. Says what became of the PASS.
     *
     * @throws IllegalArgumentException when the case does not expect PASS
     */
    public List<Mutant> mutate(ItemCase c) {
        List<FileEdit> base = c.base();
        if (base != null && !base.isEmpty()) { // a session keeps its base
            Snapshot changed = tree.changed(c);
            try (LiveAssessment own = assay.open(changed)) {
                return mutated(c, changed, own);
            }
        }
        Line line = base == null ? alone() : compared();
        FactDelta delta = tree.delta(c);
        line.live().apply(delta);
        try {
            return mutated(c, after(line.facts(), delta), line.live());
        } finally {
            line.live().apply(delta.inverse());
        }
    }

    private static List<Mutant> mutated(ItemCase c, Snapshot facts, LiveAssessment live) {
        return new Mutation(c, facts, following(live)).all();
    }

    static Mutation.Live following(LiveAssessment live) {
        return new Mutation.Live() {
            @Override
            public void apply(FactDelta delta) {
                live.apply(delta);
            }

            @Override
            public Assessment assessment() {
                return live.assessment();
            }
        };
    }

    private static CaseResult during(Line line, FactDelta delta, Supplier<CaseResult> judged) {
        line.live().apply(delta);
        CaseResult result;
        try {
            result = judged.get();
        } finally {
            line.live().apply(delta.inverse());
        }
        if (line.live().assessment().verdicts().equals(line.verdicts())) return result;
        List<String> differences = new ArrayList<>(result.differences());
        differences.add("taking the change back does not restore the verdicts");
        return new CaseResult(result.item(), result.verdict(), result.explained(), differences);
    }

    private static Snapshot after(Snapshot facts, FactDelta delta) {
        Set<Fact> all = new HashSet<>(facts.facts());
        delta.removed().forEach(all::remove);
        all.addAll(delta.added());
        return new Snapshot(List.copyOf(all), facts.baseFacts(), facts.hasBase());
    }

    private Line alone() {
        Line line = alone;
        if (line == null) {
            line = line(false);
            alone = line;
        }
        return line;
    }

    private Line compared() {
        Line line = compared;
        if (line == null) {
            line = line(true);
            compared = line;
        }
        return line;
    }

    private Line line(boolean base) {
        Snapshot facts = tree.good(base);
        LiveAssessment live = assay.open(facts);
        return new Line(facts, live, live.assessment().verdicts());
    }

    @Override
    public void close() {
        if (alone != null) alone.live().close();
        if (compared != null) compared.live().close();
        tree.close();
    }
}
