package io.github.assaymark.facts.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What every role may do with one table, with the way it comes by it. Leaves out the roles whose names begin with
 * {@code pg_}, unless something was granted to them by name. Used by one thread.
 */
final class EffectiveGrants {
    /** What an owner and a superuser may. */
    static final List<String> ALL =
            List.of("delete", "insert", "references", "select", "trigger", "truncate", "update");

    /** Roles of the server that may do something with every table without a grant. */
    private static final Map<String, List<String>> PREDEFINED = Map.of(
            "pg_read_all_data", List.of("select"),
            "pg_write_all_data", List.of("delete", "insert", "update"));

    /** Ways to come by a privilege; of several the first one is told. */
    private enum Way {
        OWNERSHIP,
        PLAIN,
        DEFAULT,
        MEMBERSHIP,
        SUPERUSER,
        COLUMNS,
        SET_ROLE
    }

    /**
     * A privilege of a role.
     *
     * @param through in the words of {@link io.github.assaymark.model.fact.DbGrant#through()}
     * @param pointer where the entry is written that it comes from
     */
    record Grant(
            String role,
            String privilege,
            boolean grantable,
            @Nullable String through,
            String pointer) {}

    /** An entry of the list of a table or column. */
    record Entry(
            @Nullable String column,
            String role,
            String privilege,
            boolean grantable,
            boolean byDefault,
            String pointer) {}

    private record Held(Way way, @Nullable String through, boolean grantable, String pointer) {}

    private final RoleGraph roles;
    private final String owner;
    private final String tablePointer;
    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final SortedMap<String, SortedMap<String, Held>> held = new TreeMap<>();

    EffectiveGrants(RoleGraph roles, String owner, String tablePointer, List<Entry> entries) {
        this.roles = roles;
        this.owner = owner;
        this.tablePointer = tablePointer;
        for (Entry entry : entries)
            this.entries.computeIfAbsent(entry.role(), key -> new ArrayList<>()).add(entry);
    }

    List<Grant> grants() {
        Set<String> grantees = new TreeSet<>(entries.keySet());
        grantees.add(owner);
        for (String role : roles.roles().keySet()) if (!role.startsWith("pg_")) grantees.add(role);
        for (String role : grantees) of(role);
        List<Grant> grants = new ArrayList<>();
        held.forEach((role, privileges) -> privileges.forEach(
                (privilege, by) -> grants.add(new Grant(role, privilege, by.grantable(), by.through(), by.pointer()))));
        return grants;
    }

    private void of(String role) {
        own(role);
        for (String other : roles.inheritedBy(role)) from(role, other, Way.MEMBERSHIP, "membership of " + other);
        if (roles.isSuperuser(role)) return;
        for (String other : roles.reachedBySetRole(role)) {
            String words = "set role to " + other;
            from(role, other, Way.SET_ROLE, words);
            for (String further : roles.inheritedBy(other)) from(role, further, Way.SET_ROLE, words);
            if (roles.isSuperuser(other))
                for (String privilege : ALL) hold(role, privilege, Way.SET_ROLE, words, true, pointer(other));
        }
    }

    private void own(String role) {
        if (role.equals(owner))
            for (String privilege : ALL) hold(role, privilege, Way.OWNERSHIP, "ownership", true, tablePointer);
        if (roles.isSuperuser(role))
            for (String privilege : ALL) hold(role, privilege, Way.SUPERUSER, "superuser", true, pointer(role));
        Map<String, Set<String>> columns = new TreeMap<>();
        for (Entry entry : entries.getOrDefault(role, List.of())) {
            String column = entry.column();
            if (column != null)
                columns.computeIfAbsent(entry.privilege(), key -> new TreeSet<>())
                        .add(column);
            else if (entry.byDefault())
                hold(role, entry.privilege(), Way.DEFAULT, "default privileges", entry.grantable(), entry.pointer());
            else hold(role, entry.privilege(), Way.PLAIN, null, entry.grantable(), entry.pointer());
        }
        for (Entry entry : entries.getOrDefault(role, List.of())) {
            if (entry.column() == null) continue;
            String words = "columns " + String.join(", ", columns.getOrDefault(entry.privilege(), Set.of()));
            hold(role, entry.privilege(), Way.COLUMNS, words, entry.grantable(), entry.pointer());
        }
    }

    /** What a role has because it has the privileges of another. */
    private void from(String role, String other, Way way, String words) {
        if (other.equals(owner)) for (String privilege : ALL) hold(role, privilege, way, words, true, tablePointer);
        for (Entry entry : entries.getOrDefault(other, List.of())) {
            Way less = entry.column() != null && way == Way.MEMBERSHIP ? Way.COLUMNS : way;
            hold(role, entry.privilege(), less, words, entry.grantable(), entry.pointer());
        }
        for (String privilege : PREDEFINED.getOrDefault(other, List.of()))
            hold(role, privilege, way, words, false, pointer(other));
    }

    private String pointer(String role) {
        RoleGraph.Attributes attributes = roles.roles().get(role);
        return attributes == null ? tablePointer : attributes.pointer();
    }

    private void hold(
            String role, String privilege, Way way, @Nullable String through, boolean grantable, String pointer) {
        SortedMap<String, Held> privileges = held.computeIfAbsent(role, key -> new TreeMap<>());
        Held found = new Held(way, through, grantable, pointer);
        Held before = privileges.get(privilege);
        if (before == null) {
            privileges.put(privilege, found);
        } else if (before.way() == Way.SET_ROLE || way != Way.SET_ROLE) {
            Held first = before.way().compareTo(way) <= 0 ? before : found;
            boolean either = before.grantable() || grantable;
            privileges.put(privilege, new Held(first.way(), first.through(), either, first.pointer()));
        }
    }
}
