package io.github.assaymark.facts.replay;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;
import io.github.assaymark.model.fact.SchemaChange;
import io.github.assaymark.model.fact.SchemaEvidence;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one migration does, as it is found out. Used by one thread. */
final class Journal {
    private final String owner;
    private final String migration;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<Doubt> doubts = new LinkedHashSet<>();
    private final List<String> errors = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Map<Integer, LockMode> held = new HashMap<>();

    private String statement = "";
    private Provenance.File place;
    private int remaining;
    private boolean bounded;
    private boolean lasting;
    private @Nullable String condition;

    Journal(String owner, String migration, Provenance.File place) {
        this.owner = owner;
        this.migration = migration;
        this.place = place;
    }

    /**
     * The next statement.
     *
     * @param later statements of its transaction that follow; -1 when that is not known
     * @param lasts whether locks last beyond the statement, or may
     */
    void statement(String key, Provenance.File newPlace, int later, boolean lasts) {
        statement = key;
        place = newPlace;
        remaining = later;
        lasting = lasts;
        condition = null;
    }

    /** Whether a lock timeout holds from now on. */
    void bounded(boolean value) {
        bounded = value;
    }

    /** What follows only happens when something holds that the text does not decide; null when it surely happens. */
    void condition(@Nullable String words) {
        condition = words;
    }

    @Nullable
    String condition() {
        return condition;
    }

    /** The transaction is over. */
    void released() {
        held.clear();
    }

    void change(
            SchemaOperation operation,
            @Nullable String table,
            @Nullable String column,
            @Nullable String object,
            @Nullable String before,
            @Nullable String after,
            SchemaPhase phase,
            boolean destructive,
            boolean createdHere) {
        String base = statement + "/" + operation + "/" + (table == null ? "" : table)
                + (column == null ? "" : "." + column) + (object == null ? "" : "#" + object);
        facts.add(new SchemaChange(
                distinct(base),
                owner,
                place,
                migration,
                statement,
                operation,
                table,
                column,
                object,
                before,
                after,
                phase,
                destructive,
                createdHere,
                SchemaEvidence.DECLARED,
                place.path()));
    }

    void locks(Draft draft, LockSet locks) {
        for (LockSet.Lock lock : locks.all()) {
            Relation relation = lock.relation();
            boolean before = !draft.createdHere(relation.origin());
            LockMode earlier = held.getOrDefault(relation.id(), lock.mode());
            LockMode strongest = earlier.compareTo(lock.mode()) > 0 ? earlier : lock.mode();
            if (lasting) held.put(relation.id(), strongest);
            facts.add(new LockFact(
                    distinct(statement + "/" + relation.key() + "/" + SchemaEvidence.DECLARED),
                    owner,
                    place,
                    migration,
                    statement,
                    relation.key(),
                    relation.kind(),
                    lock.mode(),
                    lock.mode().compareTo(LockMode.SHARE) >= 0,
                    lock.mode() == LockMode.ACCESS_EXCLUSIVE,
                    before,
                    lock.work(),
                    remaining,
                    before && lock.work() != LockWork.NONE && strongest.compareTo(LockMode.SHARE) >= 0,
                    bounded,
                    lock.dependsOn(),
                    SchemaEvidence.DECLARED,
                    place.path()));
        }
    }

    private String distinct(String base) {
        String key = base;
        for (int i = 2; !keys.add(key); i++) key = base + "#" + i;
        return key;
    }

    void doubt(Doubt doubt) {
        doubts.add(doubt);
    }

    /** The statement fails where everything before it succeeded. */
    void error(String words) {
        if (condition == null) errors.add(words);
    }

    /** Something is spoken of that no migration made. */
    void missing(String name) {
        missing.add(name);
    }

    List<Fact> facts() {
        return Collections.unmodifiableList(facts);
    }

    List<Doubt> doubts() {
        return new ArrayList<>(doubts);
    }

    List<String> errors() {
        return Collections.unmodifiableList(errors);
    }

    Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }
}
