package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.RelationKind;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.SchemaEvidence;
import io.github.assaymark.model.fact.SchemaSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the text of migrations and a database say differently; the database is right. */
final class Disagreements {
    private static final String NOTHING = "nothing";

    private final String owner;
    private final String directory;
    private final Predicate<String> known;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Fact> overruled = new HashSet<>();

    /** {@code known} says whether the text knows a relation at all: what it leaves open is told elsewhere. */
    Disagreements(String owner, String directory, Predicate<String> known) {
        this.owner = owner;
        this.directory = directory;
        this.known = known;
    }

    List<Fact> facts() {
        return facts;
    }

    /** Declared facts that are not true. */
    Set<Fact> overruled() {
        return overruled;
    }

    /** Compares the locks of every statement that was seen. */
    void locks(Observation observation, Collection<Fact> declared) {
        Map<String, Map<String, LockFact>> said = new HashMap<>();
        for (Fact fact : declared)
            if (fact instanceof LockFact lock
                    && lock.evidence() == SchemaEvidence.DECLARED
                    && lock.preExisting()
                    && compared(lock.relationKind()))
                said.computeIfAbsent(lock.statement(), key -> new TreeMap<>())
                        .merge(lock.relation(), lock, (a, b) -> a.mode().compareTo(b.mode()) >= 0 ? a : b);
        for (MigrationOutcome migration : observation.migrations()) {
            Map<String, LockMode> held = new HashMap<>();
            for (Outcome outcome : migration.statements()) {
                if (!migration.inTransaction()) held.clear();
                if (outcome.how() != Outcome.How.OBSERVED) continue;
                statement(
                        migration,
                        outcome,
                        said.getOrDefault(outcome.statement().key(), Map.of()),
                        held);
            }
        }
    }

    private void statement(
            MigrationOutcome migration, Outcome outcome, Map<String, LockFact> said, Map<String, LockMode> held) {
        Map<String, Touch> seen = new TreeMap<>();
        for (Touch touch : outcome.touches()) {
            if (!compared(touch.relation().kind())) continue;
            seen.put(touch.relation().key(), touch);
            held.put(touch.relation().key(), touch.mode());
        }
        Set<String> relations = new TreeSet<>(said.keySet());
        relations.addAll(seen.keySet());
        for (String relation : relations) {
            LockFact text = said.get(relation);
            Touch touch = seen.get(relation);
            String claimed = text == null ? NOTHING : words(text.mode(), text.hazard());
            LockMode before = held.get(relation);
            String shown = touch != null
                    ? words(touch.mode(), touch.hazard())
                    : before == null ? NOTHING : words(before, false);
            if (agrees(text, touch, before)) continue;
            if (text == null && (reads(outcome) || !known.test(relation))) continue;
            // the other table of a foreign key is looked up by its index where the planner likes that better
            if (text != null
                    && touch != null
                    && text.hazard()
                    && hazard(outcome)
                    && touch.mode().compareTo(text.mode()) >= 0) continue;
            facts.add(new SchemaDisagreement(
                    outcome.statement().key() + "/lock on " + relation,
                    owner,
                    Observation.place(migration.migration().path(), outcome.statement()),
                    migration.migration().key(),
                    "lock on " + relation,
                    claimed,
                    shown,
                    migration.migration().path()));
        }
    }

    /** A lock that the transaction has already is not seen again; weak ones of reading are not declared. */
    private static boolean agrees(@Nullable LockFact text, @Nullable Touch touch, @Nullable LockMode held) {
        if (text == null)
            return touch == null || (!touch.hazard() && touch.mode().compareTo(LockMode.SHARE) < 0);
        if (touch == null)
            return !text.hazard()
                    && ((held != null && held.compareTo(text.mode()) >= 0) || text.mode() == LockMode.ACCESS_SHARE);
        return touch.hazard() == text.hazard()
                && (touch.taken() ? touch.mode() == text.mode() : touch.mode().compareTo(text.mode()) >= 0);
    }

    /** Queries read what they name and much besides; the text says only what they change. */
    private static boolean reads(Outcome outcome) {
        Ddl ddl = outcome.statement().ddl();
        return ddl instanceof Ddl.Query
                || ddl instanceof Ddl.Change
                || ddl instanceof Ddl.Copy
                || ddl instanceof Ddl.Block
                || ddl instanceof Ddl.Opaque;
    }

    private static boolean hazard(Outcome outcome) {
        return outcome.touches().stream().anyMatch(Touch::hazard);
    }

    private static boolean compared(RelationKind kind) {
        return kind == RelationKind.TABLE || kind == RelationKind.PARTITIONED_TABLE;
    }

    private static String words(LockMode mode, boolean hazard) {
        return mode + (hazard ? " while it is read or written whole" : "");
    }

    /** Compares the schema that the last migration leaves. */
    void schema(Collection<Fact> declared, Collection<Fact> observed) {
        Set<String> strange = new HashSet<>();
        Map<String, String> seen = new TreeMap<>();
        for (Fact fact : observed) {
            String about = about(fact);
            if (about != null) seen.put(about, state(fact));
            if (about != null && !known.test(table(fact))) strange.add(about);
        }
        Set<String> said = new HashSet<>();
        for (Fact fact : declared) {
            String about =
                    source(fact) == SchemaSource.MIGRATIONS && fact.owner().equals(owner) ? about(fact) : null;
            if (about == null) continue;
            said.add(about);
            String shown = seen.getOrDefault(about, NOTHING);
            if (shown.equals(state(fact))) continue;
            overruled.add(fact);
            add(about, state(fact), shown, fact.provenance());
        }
        seen.forEach((about, shown) -> {
            if (!said.contains(about) && !strange.contains(about))
                add(about, NOTHING, shown, Provenance.File.whole(directory));
        });
    }

    private void add(String about, String claimed, String shown, Provenance place) {
        Provenance.File file = place.place();
        facts.add(new SchemaDisagreement(
                about, owner, place, null, about, claimed, shown, file == null ? directory : file.path()));
    }

    /** What a fact speaks of; null for facts that are not compared. */
    private static @Nullable String about(Fact fact) {
        if (fact instanceof DbTable table) return "table " + table.key();
        if (fact instanceof DbColumn column) return "column " + column.table() + "." + column.name();
        if (fact instanceof DbIndex index && index.name() != null) return "index " + index.name();
        if (fact instanceof DbConstraint constraint && constraint.name() != null)
            return switch (constraint.kind()) {
                case NOT_NULL -> null;
                default -> "constraint " + constraint.name() + " of " + constraint.table();
            };
        if (fact instanceof DbPolicy policy) return "policy " + policy.name() + " of " + policy.table();
        if (fact instanceof RowSecurity security) return "row security of " + security.table();
        return null;
    }

    private static String table(Fact fact) {
        if (fact instanceof DbTable table) return table.key();
        if (fact instanceof DbColumn column) return column.table();
        if (fact instanceof DbIndex index) return index.table();
        if (fact instanceof DbConstraint constraint) return constraint.table();
        if (fact instanceof DbPolicy policy) return policy.table();
        if (fact instanceof RowSecurity security) return security.table();
        return "";
    }

    private static String state(Fact fact) {
        if (fact instanceof DbColumn column) return column.nullable() ? "may be null" : "may not be null";
        if (fact instanceof DbIndex index)
            return (index.unique() ? "unique, " : "") + (index.valid() ? "valid" : "not valid");
        if (fact instanceof DbConstraint constraint)
            return constraint.validated() ? "holds for all rows" : "holds for new rows";
        if (fact instanceof DbPolicy policy) return policy.alwaysTrue() ? "always true" : "a condition";
        if (fact instanceof RowSecurity security)
            return (security.enabled() ? "on" : "off") + (security.forced() ? ", for its owner too" : "");
        return "there";
    }

    private static @Nullable SchemaSource source(Fact fact) {
        if (fact instanceof DbTable table) return table.source();
        if (fact instanceof DbColumn column) return column.source();
        if (fact instanceof DbIndex index) return index.source();
        if (fact instanceof DbConstraint constraint) return constraint.source();
        if (fact instanceof DbPolicy policy) return policy.source();
        if (fact instanceof RowSecurity security) return security.source();
        return null;
    }
}
