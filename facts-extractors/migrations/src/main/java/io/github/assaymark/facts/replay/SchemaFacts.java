package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The schema that a history leads to, as facts; those of a table stay the same objects while they stay true. Immutable.
 */
final class SchemaFacts {
    private final MigrationHistory history;
    private final Schema schema;
    private final Map<Integer, Part> parts;
    private final List<Fact> facts;

    /**
     * What is said of a table.
     *
     * @param footprint what it follows from
     * @param orders of the migrations whose statements it speaks of
     */
    private record Part(List<Fact> facts, Footprint footprint, Set<Integer> orders) {}

    private SchemaFacts(MigrationHistory history, Schema schema, Map<Integer, Part> parts, List<Fact> facts) {
        this.history = history;
        this.schema = schema;
        this.parts = parts;
        this.facts = facts;
    }

    /** {@code earlier} are those of an older state of the same set; null for none. */
    static SchemaFacts of(MigrationHistory history, Schema schema, @Nullable SchemaFacts earlier) {
        Difference difference = earlier == null ? Difference.NONE : Difference.between(earlier.schema, schema);
        Set<Integer> edited = earlier == null ? Set.of() : edited(earlier.history, history);
        Map<Integer, Part> known = earlier == null || difference.cluster() ? Map.of() : earlier.parts;
        Map<Integer, Part> parts = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        GrantFacts grants = new GrantFacts(history.owner(), schema);
        schema.relations().forEach((id, relation) -> {
            if (!(relation instanceof Table table)) return;
            Part part = known.get(id);
            if (part == null || part.footprint().meets(difference) || meet(part.orders(), edited))
                part = part(history, schema, table, grants);
            parts.put(id, part);
            facts.addAll(part.facts());
        });
        new TableFacts(history.owner(), schema, new Sites(history), facts::add).others();
        return new SchemaFacts(history, schema, parts, List.copyOf(facts));
    }

    private static boolean meet(Set<Integer> orders, Set<Integer> edited) {
        for (int order : edited) if (orders.contains(order)) return true;
        return false;
    }

    private static Part part(MigrationHistory history, Schema schema, Table table, GrantFacts grants) {
        Footprint footprint = new Footprint();
        Schema logged = schema.logged(footprint);
        footprint.relations.key(table.id());
        Sites sites = new Sites(history);
        List<Fact> facts = new ArrayList<>();
        new TableFacts(history.owner(), logged, sites, facts::add).table(table);
        grants.table(table, logged, sites, facts::add);
        return new Part(List.copyOf(facts), footprint, sites.orders());
    }

    /** Orders of the migrations whose statements may stand elsewhere than before. */
    @SuppressWarnings("ReferenceEquality") // the same object as long as nobody changes the file
    private static Set<Integer> edited(MigrationHistory before, MigrationHistory now) {
        Set<Integer> orders = new HashSet<>();
        List<MigrationScript> scripts = now.migrations();
        for (int i = 0; i < scripts.size(); i++)
            if (i >= before.migrations().size() || before.migrations().get(i) != scripts.get(i)) orders.add(i + 1);
        return orders;
    }

    void forEach(Consumer<Fact> action) {
        facts.forEach(action);
    }
}
