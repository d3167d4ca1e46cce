package io.github.assaymark.cli;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.ExplanationLine;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What differs between two judged sets of facts. */
final class DiffText {
    private static final int MAX_FACTS = 60;

    private record Key(String item, SubjectRef subject) {}

    private record Change(
            @Nullable Verdict before, @Nullable Verdict after) {}

    private final Judged before;
    private final Judged after;
    private final boolean all;
    private final List<Change> changes = new ArrayList<>();

    DiffText(Judged before, Judged after, boolean all) {
        this.before = before;
        this.after = after;
        this.all = all;
        Map<Key, Verdict> old = new LinkedHashMap<>();
        for (Verdict verdict : before.assessment().verdicts()) old.put(key(verdict), verdict);
        for (Verdict verdict : after.assessment().verdicts()) {
            Verdict was = old.remove(key(verdict));
            if (was == null || !word(was).equals(word(verdict))) changes.add(new Change(was, verdict));
        }
        for (Verdict gone : old.values()) changes.add(new Change(gone, null));
    }

    private static Key key(Verdict verdict) {
        return new Key(verdict.item().id(), verdict.subject());
    }

    /**
     * FAIL when a verdict turned FAIL or ERROR, UNKNOWN when one turned UNKNOWN or PENDING; null when none got worse.
     */
    Outcome.@Nullable Kind worst() {
        Outcome.Kind worst = null;
        for (Change change : changes) {
            if (change.after() == null) continue;
            int rank = rank(change.after());
            if (rank <= (change.before() == null ? 0 : rank(change.before()))) continue;
            if (rank == 2) return Outcome.Kind.FAIL;
            worst = Outcome.Kind.UNKNOWN;
        }
        return worst;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.outcome().kind()) {
            case PASS, NOT_APPLICABLE -> 0;
            case UNKNOWN, PENDING -> 1;
            case FAIL, ERROR -> 2;
        };
    }

    void write(Appendable out) throws IOException {
        line(out, "Verdicts: " + (changes.isEmpty() ? "none changed" : changes.size() + " changed"));
        for (Change change : changes) {
            Verdict any = Objects.requireNonNull(change.after() == null ? change.before() : change.after());
            line(
                    out,
                    "  " + word(change.before()) + " -> " + word(change.after()) + "  "
                            + any.item().id() + "  "
                            + (any.subject().key().isEmpty()
                                    ? "(" + any.subject().kind() + ")"
                                    : any.subject().toString()));
            if (change.after() != null && rank(change.after()) > 0)
                line(out, "    " + change.after().explanation().headline());
        }
        line(out, "");
        facts(out);
        line(out, "");
        line(
                out,
                "gate: " + before.assessment().gate().decision() + " -> "
                        + after.assessment().gate().decision());
    }

    private static String word(@Nullable Verdict verdict) {
        if (verdict == null) return "(none)";
        String reason = verdict.outcome() instanceof Outcome.Unknown unknown ? "(" + unknown.reason() + ")" : "";
        return verdict.outcome().kind()
                + reason
                + (verdict.disposition() instanceof Disposition.None
                        ? ""
                        : " " + verdict.disposition().word());
    }

    private void facts(Appendable out) throws IOException {
        Map<String, List<Fact>> old = byName(DiffCommand.facts(before.snapshot()));
        Map<String, List<Fact>> fresh = byName(DiffCommand.facts(after.snapshot()));
        List<String> lines = new ArrayList<>();
        TreeMap<String, Boolean> names = new TreeMap<>();
        old.keySet().forEach(name -> names.put(name, true));
        fresh.keySet().forEach(name -> names.put(name, true));
        for (String name : names.keySet()) {
            List<Fact> was = new ArrayList<>(old.getOrDefault(name, List.of()));
            List<Fact> is = new ArrayList<>(fresh.getOrDefault(name, List.of()));
            List<Fact> same = was.stream().filter(is::contains).toList();
            was.removeAll(same);
            is.removeAll(same);
            if (was.size() == 1 && is.size() == 1) changed(name, was.get(0), is.get(0), lines);
            else {
                for (Fact fact : was) lines.add("- " + name + at(fact));
                for (Fact fact : is) lines.add("+ " + name + at(fact));
            }
        }
        line(out, "Facts: " + (lines.isEmpty() ? "none changed" : lines.size() + " changed"));
        int shown = all ? lines.size() : Math.min(MAX_FACTS, lines.size());
        for (String text : lines.subList(0, shown)) line(out, "  " + text);
        if (shown < lines.size()) line(out, "  ... " + (lines.size() - shown) + " more; --all shows them");
    }

    private static void changed(String name, Fact was, Fact is, List<String> lines) {
        FactType type = FactCatalogue.standard().typeOf(was);
        List<String> parts = new ArrayList<>();
        for (Property property : type.properties()) {
            Object from = property.of(was);
            Object to = property.of(is);
            if (!Objects.equals(from, to)) parts.add(property.name() + " " + value(from) + " -> " + value(to));
        }
        if (!parts.isEmpty()) lines.add("~ " + name + ": " + String.join(", ", parts) + at(is));
        else if (!Objects.equals(lineless(was), lineless(is))) lines.add("~ " + name + ": moved" + at(is));
    }

    /** A fact that only moved by some lines did not change. */
    private static @Nullable String lineless(Fact fact) {
        var place = fact.provenance().place();
        return place == null ? null : place.path();
    }

    private static String value(@Nullable Object value) {
        return value == null ? "absent" : FactsText.cut(value.toString());
    }

    private static String at(Fact fact) {
        String place = FactsText.place(fact.provenance().place());
        return place == null ? "" : "  --> " + place;
    }

    private static Map<String, List<Fact>> byName(List<Fact> facts) {
        Map<String, List<Fact>> byName = new LinkedHashMap<>();
        for (Fact fact : facts) {
            String owner = fact.owner().isEmpty() || fact.key().startsWith(fact.owner()) ? "" : " of " + fact.owner();
            byName.computeIfAbsent(fact.getClass().getSimpleName() + " " + fact.key() + owner, n -> new ArrayList<>())
                    .add(fact);
        }
        return byName;
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(ExplanationLine.printable(text)).append('\n');
    }
}
