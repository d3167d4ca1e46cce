package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The locks of one statement: of each relation the strongest, with the most work. Used by one thread. */
final class LockSet {
    /** One of them. */
    record Lock(
            Relation relation,
            LockMode mode,
            LockWork work,
            @Nullable String dependsOn) {}

    private final Map<Integer, Lock> locks = new LinkedHashMap<>();
    private final int firstNew;
    private @Nullable String condition;

    /** Relations with this number or a later one are made by the statement itself: nobody waits for them. */
    LockSet(int firstNew) {
        this.firstNew = firstNew;
    }

    /** Locks from now on are only taken when this holds; null when they surely are. */
    void condition(@Nullable String words) {
        condition = words;
    }

    void add(@Nullable Relation relation, LockMode mode, LockWork work) {
        add(relation, mode, work, null);
    }

    void add(@Nullable Relation relation, LockMode mode, LockWork work, @Nullable String reason) {
        if (relation == null || relation.id() >= firstNew) return;
        String dependsOn = condition == null ? reason : condition;
        Lock before = locks.get(relation.id());
        if (before == null) {
            locks.put(relation.id(), new Lock(relation, mode, work, dependsOn));
            return;
        }
        boolean more = weight(work) > weight(before.work());
        locks.put(
                relation.id(),
                new Lock(
                        before.relation(),
                        mode.compareTo(before.mode()) > 0 ? mode : before.mode(),
                        more ? work : before.work(),
                        more || before.dependsOn() == null ? dependsOn : before.dependsOn()));
    }

    private static int weight(LockWork work) {
        return switch (work) {
            case NONE -> 0;
            case FAILS_IF_ROWS -> 1;
            case SCAN -> 2;
            case INDEX_BUILD -> 3;
            case REWRITE -> 4;
        };
    }

    List<Lock> all() {
        return new ArrayList<>(locks.values());
    }
}
