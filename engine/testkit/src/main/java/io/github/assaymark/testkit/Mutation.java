package io.github.assaymark.testkit;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the evidence of one PASS away: piece by piece, type by type, and all of it. */
final class Mutation {
    /** What can never be the only thing a PASS rests on, and is not read from the repository. */
    private static final Set<String> INPUTS = Set.of("Now", "Param", "PolicyValue");

    private final ItemCase item;
    private final Live live;
    private final HeldFacts facts;
    private final HeldFacts base;
    private final Set<Piece> first;
    private final Need need;
    private final List<FactDelta> applied = new ArrayList<>();
    private final Set<String> takenTypes = new HashSet<>();

    /** The session whose verdicts are looked at. */
    interface Live {
        void apply(FactDelta delta);

        Assessment assessment();
    }

    /** @throws IllegalArgumentException when the case does not pass */
    Mutation(ItemCase item, Snapshot facts, Live live) {
        this.item = item;
        this.live = live;
        this.facts = new HeldFacts(facts.facts());
        this.base = new HeldFacts(facts.baseFacts());
        Verdict verdict = passing();
        if (verdict == null) throw new IllegalArgumentException(item + " does not pass");
        this.need = new Need(verdict);
        this.first = Support.of(verdict, live.assessment()).pieces();
    }

    List<Mutant> all() {
        List<Mutant> mutants = new ArrayList<>();
        Support support = Support.of(verdict(), live.assessment());
        for (Piece piece : first) {
            boolean needed = need.of(piece) && !base.holds(piece); // else the base's may be cited
            if (!take(piece, support)) continue;
            Mutant.Part part = piece.isSearch() ? Mutant.Part.SEARCH : Mutant.Part.FACT;
            mutants.add(mutant(part, piece.toString(), needed));
            restore();
        }
        mutants.add(types());
        mutants.add(everything());
        return mutants;
    }

    /** One type after the other is neither there nor looked for, until the PASS is gone or cites no further type. */
    private Mutant types() {
        Set<String> unread = new LinkedHashSet<>();
        boolean needed = false;
        Mutant.Fate fate = Mutant.Fate.ON_OTHER_EVIDENCE;
        while (fate == Mutant.Fate.ON_OTHER_EVIDENCE) {
            String type = nextType(unread);
            if (type == null) fate = Mutant.Fate.UNFOUNDED;
            else {
                needed |= need.ofType(type);
                unread.add(type);
                unread(type);
                fate = fate(needed);
            }
        }
        return told(Mutant.Part.TYPES, unread.toString(), needed, fate);
    }

    /** The cited pieces go one after the other, each time the ones still cited, until the PASS is gone. */
    private Mutant everything() {
        int taken = 0;
        Mutant.Fate fate = Mutant.Fate.ON_OTHER_EVIDENCE;
        while (fate == Mutant.Fate.ON_OTHER_EVIDENCE) {
            fate = takeNext() ? fate(false) : Mutant.Fate.UNFOUNDED;
            taken++;
        }
        return told(Mutant.Part.EVERYTHING, taken + " pieces, one after the other", false, fate);
    }

    private Mutant mutant(Mutant.Part part, String removed, boolean needed) {
        Mutant.Fate fate = fate(needed);
        return new Mutant(item, part, removed, needed, fate, outcome());
    }

    private Mutant told(Mutant.Part part, String removed, boolean needed, Mutant.Fate fate) {
        Mutant mutant = new Mutant(item, part, removed, needed, fate, outcome());
        restore();
        return mutant;
    }

    /** What became of the PASS by what is taken away at present. */
    private Mutant.Fate fate(boolean needed) {
        Verdict verdict = passing();
        if (verdict == null) return Mutant.Fate.GONE;
        if (needed) return Mutant.Fate.STAYED;
        Set<Piece> cited = Support.of(verdict, live.assessment()).pieces();
        if (cited.isEmpty()) return Mutant.Fate.UNFOUNDED;
        Need needs = new Need(verdict);
        for (Piece piece : cited) {
            if (piece.isSearch() && isNewAbsence(piece) && needs.of(piece)) return Mutant.Fate.ON_ABSENCE;
            if (!piece.isSearch() && !isThere(piece)) return Mutant.Fate.UNFOUNDED;
        }
        return Mutant.Fate.ON_OTHER_EVIDENCE;
    }

    private boolean isNewAbsence(Piece search) {
        return takenTypes.contains(search.type()) && !first.contains(search);
    }

    private boolean isThere(Piece piece) {
        return INPUTS.contains(piece.type()) || facts.holds(piece) || base.holds(piece);
    }

    private boolean takeNext() {
        Verdict verdict = verdict();
        Support support = Support.of(verdict, live.assessment());
        Piece subject = null;
        for (Piece piece : support.pieces()) {
            boolean judged = piece.type().equals(verdict.subject().kind())
                    && piece.key().equals(verdict.subject().key());
            if (judged) subject = piece; // last: without it there is no verdict anyhow
            else if (take(piece, support)) return true;
        }
        return subject != null && take(subject, support);
    }

    /** Whether there was something to take. */
    private boolean take(Piece piece, Support support) {
        FactDelta delta;
        if (piece.isSearch()) delta = broken(support.scope(piece));
        else {
            List<Fact> namesakes = facts.of(piece).stream()
                    .filter(fact -> !(fact instanceof Now))
                    .toList();
            if (!namesakes.isEmpty()) takenTypes.add(piece.type());
            delta = new FactDelta(namesakes, List.of());
        }
        return apply(delta);
    }

    private FactDelta broken(SearchScope scope) {
        List<Fact> whole = new ArrayList<>();
        List<Fact> partial = new ArrayList<>();
        for (Coverage c : scope.coverage()) {
            if (!facts.contains(c)) continue;
            whole.add(c);
            partial.add(c.lacking(List.of(new Coverage.Gap("mutant", 0, "taken away"))));
        }
        return new FactDelta(whole, partial);
    }

    private @Nullable String nextType(Set<String> unread) {
        Verdict verdict = verdict();
        TreeSet<String> types = new TreeSet<>();
        for (Piece piece : Support.of(verdict, live.assessment()).pieces())
            if (!INPUTS.contains(piece.type())) types.add(piece.type());
        types.removeAll(unread);
        String judged = verdict.subject().kind();
        if (types.size() > 1) types.remove(judged);
        return types.isEmpty() ? null : types.first();
    }

    private void unread(String type) {
        List<Fact> seen = new ArrayList<>();
        List<Fact> lost = new ArrayList<>();
        for (Fact fact : facts.all()) {
            if (fact.getClass().getSimpleName().equals(type)) seen.add(fact);
            if (fact instanceof Coverage c && c.factType().equals(type)) {
                seen.add(c);
                lost.add(Coverage.missing(c.extractor(), type, c.owner(), Coverage.Status.NOT_ATTEMPTED, "taken away"));
            }
        }
        takenTypes.add(type);
        apply(new FactDelta(seen, lost));
    }

    private boolean apply(FactDelta delta) {
        if (delta.isEmpty()) return false;
        live.apply(delta);
        facts.apply(delta);
        applied.add(delta);
        return true;
    }

    private void restore() {
        for (int i = applied.size() - 1; i >= 0; i--) {
            FactDelta back = applied.get(i).inverse();
            live.apply(back);
            facts.apply(back);
        }
        applied.clear();
        takenTypes.clear();
    }

    private @Nullable Verdict passing() {
        Verdict verdict = Judgement.verdict(item, live.assessment());
        return verdict == null || verdict.outcome().kind() != Outcome.Kind.PASS ? null : verdict;
    }

    private Verdict verdict() {
        Verdict verdict = passing();
        if (verdict == null) throw new IllegalStateException(item + " does not pass");
        return verdict;
    }

    private String outcome() {
        Verdict verdict = Judgement.verdict(item, live.assessment());
        return verdict == null ? "there is no verdict" : verdict.outcome().toString();
    }
}
