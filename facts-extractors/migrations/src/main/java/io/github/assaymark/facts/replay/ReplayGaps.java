package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What replays leave open, by the fact types that are incomplete because of it. Used by one thread. */
final class ReplayGaps {
    private static final int MAX_NAMED = 5;

    private final String owner;
    private final Consumer<Fact> facts;
    private final Map<String, List<Coverage.Gap>> gaps = new HashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();

    ReplayGaps(String owner, Consumer<Fact> facts) {
        this.owner = owner;
        this.facts = facts;
    }

    List<Coverage.Gap> of(String type) {
        return gaps.getOrDefault(type, List.of());
    }

    void of(ReplayResult result) {
        MigrationHistory history = result.history();
        if (!history.supported()) {
            String reason = "migrations of " + history.dialect().name().toLowerCase(Locale.ROOT)
                    + " are recognised but not read";
            for (String type : Doubt.SCHEMA) gap(type, history.directory(), 0, reason);
            for (String type : List.of("DbExtension", "DbRole", "DownCheck")) gap(type, history.directory(), 0, reason);
            return;
        }
        for (Checkpoint checkpoint : result.checkpoints()) {
            for (Doubt doubt : checkpoint.doubts()) doubt(doubt);
            for (String name : new TreeSet<>(checkpoint.missing()))
                for (String type : Doubt.SCHEMA)
                    gap(type, checkpoint.script().path(), 0, "`" + name + "` is spoken of but no migration made it");
        }
        rights(result.schema(), new Sites(history));
    }

    private void doubt(Doubt doubt) {
        Provenance.File place = doubt.place();
        String base = place.path() + "#" + doubt.lookedFor();
        int occurrence = keys.merge(base, 1, Integer::sum);
        facts.accept(new Unresolved(
                occurrence == 1 ? base : base + "#" + occurrence,
                owner,
                place,
                doubt.lookedFor(),
                doubt.expression(),
                doubt.reason(),
                doubt.types(),
                place.path()));
        for (String type : doubt.types())
            gap(type, place.path(), place.startLine(), doubt.lookedFor() + ": " + doubt.reason());
    }

    /** Who owns what, and who may do what, is often said elsewhere. */
    private void rights(Schema schema, Sites sites) {
        List<Table> unowned = new ArrayList<>();
        boolean tables = false;
        for (Relation relation : schema.relations().values()) {
            if (!(relation instanceof Table table)) continue;
            tables = true;
            if (table.owner() == null) unowned.add(table);
        }
        if (!tables) return;
        if (!unowned.isEmpty()) {
            Provenance.File place = sites.file(unowned.get(0).origin());
            List<String> names = new ArrayList<>();
            for (Table table : unowned.subList(0, Math.min(MAX_NAMED, unowned.size()))) names.add(table.key());
            String more = unowned.size() > MAX_NAMED ? " and " + (unowned.size() - MAX_NAMED) + " others" : "";
            String reason = "no migration says who owns " + String.join(", ", names) + more
                    + ": the role that runs the migrations, and an owner has every privilege";
            gap("DbOwner", place.path(), place.startLine(), reason);
            gap("DbGrant", place.path(), place.startLine(), reason);
        }
        Set<String> unknown = new TreeSet<>(GrantFacts.named(schema));
        unknown.remove("public");
        for (Role role : schema.roles().values()) if (!role.origin().assumed()) unknown.remove(role.name());
        Provenance.File first = first(schema, sites);
        if (!schema.grants())
            gap("DbGrant", first.path(), 0, "no migration gives or takes a privilege: they are given elsewhere");
        if (schema.roles().size() == 0 && unknown.isEmpty())
            gap("DbRole", first.path(), 0, "no migration makes a role: they are made elsewhere");
        for (String role : unknown)
            gap("DbRole", first.path(), 0, "role `" + role + "` is spoken of but no migration makes it");
        for (Privilege.Default one : schema.defaults())
            if (!one.creator().isEmpty()) {
                Provenance.File place = sites.file(one.privilege().site());
                gap(
                        "DbGrant",
                        place.path(),
                        place.startLine(),
                        "default privileges of what `" + one.creator()
                                + "` creates hold for migrations that run as this role");
            }
    }

    private static Provenance.File first(Schema schema, Sites sites) {
        for (Relation relation : schema.relations().values())
            if (relation instanceof Table table) return sites.file(table.origin());
        return Provenance.File.whole("");
    }

    private void gap(String type, String path, int line, String reason) {
        gaps.computeIfAbsent(type, key -> new ArrayList<>()).add(new Coverage.Gap(path, line, reason));
    }
}
