package io.github.assaymark.facts.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which roles have the privileges of which others. Used by one thread. */
final class RoleGraph {
    /** Steps from role to role that are followed in all; more are no sane database. */
    private static final int MAX_STEPS = 2_000_000;

    private final SortedMap<String, Attributes> roles = new TreeMap<>();
    private final Map<String, Set<String>> inherits = new HashMap<>();
    private final Map<String, Set<String>> becomes = new HashMap<>();
    private final Map<String, Set<String>> inherited = new HashMap<>();
    private int steps;

    /**
     * What a role may by itself.
     *
     * @param pointer where it is written
     */
    record Attributes(boolean superuser, boolean bypassesRowSecurity, boolean login, String pointer) {}

    void role(String name, Attributes attributes) {
        roles.put(name, attributes);
    }

    /**
     * {@code inherits} says whether the member has the role's privileges at once, {@code becomes} whether after SET
     * ROLE.
     */
    void member(String role, String member, boolean inherits, boolean becomes) {
        if (inherits)
            this.inherits.computeIfAbsent(member, key -> new TreeSet<>()).add(role);
        if (becomes)
            this.becomes.computeIfAbsent(member, key -> new TreeSet<>()).add(role);
    }

    /** All roles by name. */
    SortedMap<String, Attributes> roles() {
        return roles;
    }

    boolean isSuperuser(String role) {
        Attributes attributes = roles.get(role);
        return attributes != null && attributes.superuser();
    }

    /** The other roles whose privileges a role has at once. */
    Set<String> inheritedBy(String role) {
        Set<String> known = inherited.get(role);
        if (known == null) {
            known = reached(role, inherits);
            inherited.put(role, known);
        }
        return known;
    }

    /** The other roles that a role can change into. */
    Set<String> reachedBySetRole(String role) {
        return reached(role, becomes);
    }

    /** Whether there were more memberships to follow than are followed. */
    boolean exhausted() {
        return steps > MAX_STEPS;
    }

    private Set<String> reached(String from, Map<String, Set<String>> edges) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(from));
        while (!next.isEmpty() && steps <= MAX_STEPS) {
            for (String role : edges.getOrDefault(next.pop(), Set.of())) {
                steps++;
                if (!role.equals(from) && reached.add(role)) next.push(role);
            }
        }
        return reached;
    }
}
