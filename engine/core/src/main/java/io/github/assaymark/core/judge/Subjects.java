package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.SubjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The subjects of every judged type, in order. Of several facts with one name the first in order is judged. */
final class Subjects {
    private final Map<String, NavigableMap<SubjectRef, SortedSet<Fact>>> byType = new HashMap<>();

    Subjects(Collection<String> types, FactStore store) {
        for (String type : types) {
            byType.put(type, new TreeMap<>());
            for (Fact fact : store.facts(Pattern.Side.HEAD, type)) add(fact);
        }
    }

    static SubjectRef ref(Fact fact) {
        return new SubjectRef(FactStore.type(fact), fact.key(), fact.owner());
    }

    /** The stand-in for subjects of a kind of which there is none. */
    static SubjectRef none(String type) {
        return new SubjectRef(type, SubjectRef.NONE_FOUND, "");
    }

    @Nullable
    Fact fact(SubjectRef ref) {
        SortedSet<Fact> facts = of(ref.kind()).get(ref);
        return facts == null ? null : facts.first();
    }

    /** The subjects of a type in order; the stand-in when there is none. */
    Collection<SubjectRef> refs(String type) {
        Set<SubjectRef> refs = of(type).keySet();
        return refs.isEmpty() ? List.of(none(type)) : refs;
    }

    boolean hasNone(String type) {
        return of(type).isEmpty();
    }

    boolean isJudged(SubjectRef ref) {
        if (of(ref.kind()).containsKey(ref)) return true;
        return hasNone(ref.kind()) && ref.equals(none(ref.kind()));
    }

    /** The subjects of a type and owner, in order. */
    Collection<SubjectRef> ownedBy(String type, String owner) {
        return of(type).subMap(new SubjectRef(type, "", owner), true, new SubjectRef(type, "", owner + "\0"), false)
                .keySet();
    }

    /** The subjects of a type with that key, in order. */
    List<SubjectRef> keyed(String type, String key) {
        List<SubjectRef> found = new ArrayList<>();
        for (SubjectRef ref : refs(type)) if (ref.key().equals(key)) found.add(ref);
        return found;
    }

    /** Follows a change; tells the subjects that came, went or changed, stand-ins too. */
    Set<SubjectRef> apply(FactDelta effect) {
        Set<SubjectRef> changed = new LinkedHashSet<>();
        for (Fact fact : effect.removed()) if (byType.containsKey(FactStore.type(fact))) remove(fact, changed);
        for (Fact fact : effect.added())
            if (byType.containsKey(FactStore.type(fact))) {
                if (hasNone(FactStore.type(fact))) changed.add(none(FactStore.type(fact)));
                add(fact);
                changed.add(ref(fact));
            }
        return changed;
    }

    private void remove(Fact fact, Set<SubjectRef> changed) {
        NavigableMap<SubjectRef, SortedSet<Fact>> subjects = of(FactStore.type(fact));
        SubjectRef ref = ref(fact);
        SortedSet<Fact> facts = subjects.get(ref);
        if (facts == null) return;
        facts.remove(fact);
        if (facts.isEmpty()) subjects.remove(ref);
        changed.add(ref);
        if (subjects.isEmpty()) changed.add(none(ref.kind()));
    }

    private void add(Fact fact) {
        of(FactStore.type(fact))
                .computeIfAbsent(ref(fact), ref -> new TreeSet<>(Snapshot.order()))
                .add(fact);
    }

    private NavigableMap<SubjectRef, SortedSet<Fact>> of(String type) {
        NavigableMap<SubjectRef, SortedSet<Fact>> subjects = byType.get(type);
        if (subjects == null) throw new IllegalArgumentException("no item judges " + type);
        return subjects;
    }
}
