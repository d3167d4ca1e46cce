package io.github.assaymark.core.judge;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.Parameters;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Packs made ready for judging. Immutable and safe for use by many threads. */
public final class Ruleset {
    private final List<Pack> packs;
    private final FactCatalogue catalogue;
    private final Parameters parameters;
    private final List<RuledItem> items;
    private final Map<String, RuledItem> byId = new HashMap<>();
    private final Map<String, List<RuledItem>> byAnyId = new HashMap<>();
    private final LeafPlans plans;
    private final int[] ranks;
    private final Readers readers;
    private final List<Terms> terms = new ArrayList<>();
    private final IdentityHashMap<Condition.Attested, AttestedTerms> attestedTerms = new IdentityHashMap<>();

    private Ruleset(List<Pack> packs, FactCatalogue catalogue) {
        this.packs = List.copyOf(packs);
        this.catalogue = catalogue;
        this.parameters = Parameters.of(packs);
        List<Item> all = packs.stream().flatMap(Pack::items).toList();
        this.plans = LeafPlans.of(all);
        List<String> problems = new ArrayList<>();
        link(all, problems);
        this.items = index(problems);
        this.ranks = new VerdictOrder(items, byId).rank(problems);
        if (!problems.isEmpty()) throw new PackException(problems);
        this.readers = new Readers(items, byId);
    }

    /**
     * The rules of packs.
     *
     * @throws PackException when ids or parameters clash, an item depends on its own verdict, or an expression does not
     *     fit the catalogue
     */
    public static Ruleset of(List<Pack> packs, FactCatalogue catalogue) {
        return new Ruleset(packs, catalogue);
    }

    public List<Pack> packs() {
        return packs;
    }

    public FactCatalogue catalogue() {
        return catalogue;
    }

    public Parameters parameters() {
        return parameters;
    }

    public LeafPlans plans() {
        return plans;
    }

    /** In the order of packs, checklists and items. */
    List<RuledItem> items() {
        return items;
    }

    @Nullable
    RuledItem item(String id) {
        return byId.get(id);
    }

    RuledItem of(Item item) {
        return Objects.requireNonNull(byId.get(item.id()));
    }

    /** The items that have or had that id. */
    List<RuledItem> named(String id) {
        return byAnyId.getOrDefault(id, List.of());
    }

    /** Whether items of that pack are judged: the first part of their ids. */
    boolean judgesPack(String pack) {
        return byAnyId.keySet().stream().anyMatch(id -> id.startsWith(pack + "."));
    }

    /** Which items read what. */
    Readers readers() {
        return readers;
    }

    /** By ordinal, the order of judging. */
    int[] ranks() {
        return ranks;
    }

    Terms terms(LeafPlan plan) {
        return terms.get(plan.id());
    }

    AttestedTerms terms(Condition.Attested leaf) {
        return Objects.requireNonNull(attestedTerms.get(leaf));
    }

    private void link(List<Item> all, List<String> problems) {
        for (LeafPlan plan : plans.matched()) {
            try {
                require(plan.pattern());
                if (plan.partner() != null) require(plan.partner());
                terms.add(Terms.of(plan, catalogue));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        for (Item item : all) {
            if (catalogue.type(item.judges()) == null)
                problems.add(String.valueOf(unknown(item.place(), item.judges()).getMessage()));
            LeafPlans.leaves(item).forEach(leaf -> {
                if (!(leaf instanceof Condition.Attested attested)) return;
                try {
                    attestedTerms.put(attested, AttestedTerms.of(attested, catalogue));
                } catch (IllegalArgumentException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            });
        }
    }

    private void require(Pattern pattern) {
        if (catalogue.type(pattern.factType()) == null) throw unknown(pattern.place(), pattern.factType());
    }

    private static IllegalArgumentException unknown(Object place, String type) {
        return new IllegalArgumentException(place + ": no fact type " + type
                + " in the catalogue\n  Maybe the checklist was compiled against other fact types");
    }

    private List<RuledItem> index(List<String> problems) {
        List<RuledItem> all = new ArrayList<>();
        for (Pack pack : packs)
            for (Checklist checklist : pack.checklists())
                checklist.items().forEach(item -> {
                    RuledItem ruled = RuledItem.of(all.size(), item, checklist, plans);
                    RuledItem other = byId.putIfAbsent(item.id(), ruled);
                    if (other != null)
                        problems.add(item.place() + ": item id `" + item.id() + "` is taken by "
                                + other.item().place() + "\n  Maybe the same pack is given twice");
                    all.add(ruled);
                    byAnyId.computeIfAbsent(item.id(), id -> new ArrayList<>()).add(ruled);
                    item.formerly()
                            .forEach(id -> byAnyId.computeIfAbsent(id, i -> new ArrayList<>())
                                    .add(ruled));
                });
        return List.copyOf(all);
    }
}
