package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves {@code verdictOf} to items, once all items of the pack are known, and refuses circles and doubled ids. */
final class VerdictLinks {
    private final Declared declared;
    private final Sources sources;
    private final Problems problems;
    private final Map<String, Phase> phases = new HashMap<>();
    private final Map<String, Map<String, SourcePlace>> waitsFor = new LinkedHashMap<>();

    VerdictLinks(Declared declared, Sources sources, Problems problems) {
        this.declared = declared;
        this.sources = sources;
        this.problems = problems;
    }

    List<Checklist> link(List<Checklist> checklists) {
        List<Checklist> linked = new ArrayList<>();
        for (Checklist c : checklists) c.items().forEach(item -> phases.put(item.id(), item.phase()));
        for (Checklist c : checklists) {
            List<Section> sections = new ArrayList<>();
            for (Section section : c.sections()) {
                List<Item> items = section.items().stream().map(this::link).toList();
                sections.add(new Section(section.id(), section.title(), items));
            }
            linked.add(new Checklist(c.id(), c.title(), c.judges(), c.waivers(), c.params(), sections, c.place()));
        }
        circles();
        formerIds(linked);
        return linked;
    }

    private Item link(Item item) {
        Condition appliesIf = item.appliesIf();
        Condition condition = link(item.condition(), item.id());
        Condition applies = appliesIf == null ? null : link(appliesIf, item.id());
        return new Item(
                item.id(),
                item.formerly(),
                item.title(),
                item.judges(),
                item.severity(),
                item.phase(),
                item.rollout(),
                item.source(),
                item.effectiveFrom(),
                item.params(),
                applies,
                condition,
                item.fails(),
                item.fix(),
                item.place());
    }

    private Condition link(Condition condition, String id) {
        if (condition instanceof Condition.AllOf all)
            return new Condition.AllOf(
                    all.label(),
                    all.parts().stream().map(part -> link(part, id)).toList(),
                    all.place());
        if (condition instanceof Condition.AnyOf any)
            return new Condition.AnyOf(
                    any.label(),
                    any.parts().stream().map(part -> link(part, id)).toList(),
                    any.place());
        if (condition instanceof Condition.VerdictOf verdict) return resolve(verdict, id);
        return condition;
    }

    private Condition resolve(Condition.VerdictOf verdict, String id) {
        if (!declared.knows(verdict.target())) {
            refuse(
                    verdict.place(),
                    "the pack has no checklist, section or item `" + verdict.target() + "`",
                    Suggestion.near(verdict.target(), declared.targets()));
            return verdict;
        }
        List<String> items = new ArrayList<>(declared.items(verdict.target()));
        items.remove(id);
        for (String left : verdict.except()) {
            items.removeAll(declared.items(left));
            if (declared.items(verdict.target()).stream().anyMatch(declared.items(left)::contains)) continue;
            refuse(
                    verdict.place(),
                    "`" + verdict.target() + "` holds no `" + left + "`",
                    Suggestion.near(left, declared.targets()));
        }
        Phase upTo = verdict.upTo();
        if (upTo != null) items.removeIf(item -> phases.getOrDefault(item, upTo).compareTo(upTo) > 0);
        if (items.isEmpty()) refuse(verdict.place(), "`" + verdict.target() + "` holds no item but this one", null);
        for (String target : items)
            waitsFor.computeIfAbsent(id, key -> new LinkedHashMap<>()).putIfAbsent(target, verdict.place());
        return new Condition.VerdictOf(
                verdict.label(),
                verdict.target(),
                verdict.except(),
                upTo,
                items,
                verdict.waivedCounts(),
                verdict.having(),
                verdict.place());
    }

    private void circles() {
        Set<String> done = new HashSet<>();
        for (String id : waitsFor.keySet()) visit(id, new ArrayList<>(), done);
    }

    private void visit(String id, List<String> path, Set<String> done) {
        int at = path.indexOf(id);
        if (at >= 0) {
            String last = path.get(path.size() - 1);
            SourcePlace place = waitsFor.getOrDefault(last, Map.of()).get(id);
            String circle = String.join(" -> ", path.subList(at, path.size())) + " -> " + id;
            if (place != null) refuse(place, "the verdict waits for itself: " + circle, null);
            return;
        }
        if (!done.add(id)) return;
        path.add(id);
        for (String next : waitsFor.getOrDefault(id, Map.of()).keySet()) visit(next, path, done);
        path.remove(path.size() - 1);
    }

    private void formerIds(List<Checklist> checklists) {
        Map<String, String> owners = new TreeMap<>();
        for (Checklist checklist : checklists)
            checklist.items().forEach(item -> {
                for (String former : item.formerly()) {
                    String other = owners.putIfAbsent(former, item.id());
                    if (declared.knows(former))
                        refuse(
                                item.place(),
                                "`formerly` names `" + former + "`, which is the id of an item today",
                                null);
                    else if (other != null)
                        refuse(item.place(), "`formerly` names `" + former + "`, as does `" + other + "`", null);
                }
            });
    }

    private void refuse(SourcePlace place, String what, @Nullable String maybe) {
        problems.add(sources.ofPlace(place.file()).problem(place.line(), place.column(), what, maybe));
    }
}
