package io.github.assaymark.facts.replay;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.SchemaSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every role may really do with every table: by grants, defaults, ownership, membership or as a superuser. */
final class GrantFacts {
    private static final Map<String, List<String>> PREDEFINED = Map.of(
            "pg_read_all_data", List.of("select"),
            "pg_write_all_data", List.of("delete", "insert", "update"));

    private record Held(@Nullable String through, boolean grantable, Provenance.File place) {}

    private final String owner;
    private final Schema schema;
    private final Consumer<Fact> facts;
    private final Map<String, Set<String>> roles = new TreeMap<>();

    GrantFacts(String owner, Schema schema, Consumer<Fact> facts) {
        this.owner = owner;
        this.schema = schema;
        this.facts = facts;
    }

    void emit() {
        for (String role : schema.roles().keys()) roles.put(role, reached(role));
        for (String role : schema.memberships().keys()) roles.put(role, reached(role));
        schema.relations().forEach((id, relation) -> {
            if (relation instanceof Table table) table(table);
        });
    }

    /** The roles that a role is a member of, directly or through others. */
    private Set<String> reached(String role) {
        Set<String> all = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>();
        next.add(role);
        while (!next.isEmpty()) {
            List<String> of = schema.memberships().get(next.remove());
            if (of != null) for (String one : of) if (!one.equals(role) && all.add(one)) next.add(one);
        }
        return all;
    }

    private void table(Table table) {
        List<Privilege> granted = schema.privileges().get(table.id());
        List<Privilege> own = granted == null ? List.of() : granted;
        if (own.isEmpty() && table.owner() == null && roles.isEmpty()) return;
        Map<String, Map<String, Held>> held = new TreeMap<>();
        for (Privilege one : own) if (one.columns().isEmpty()) direct(held, one);
        String tableOwner = table.owner();
        if (tableOwner != null)
            for (String privilege : Grants.ON_TABLES)
                hold(
                        held,
                        tableOwner,
                        privilege,
                        "ownership",
                        true,
                        table.origin().place());
        roles.forEach((role, of) -> member(held, role, of, own, table));
        for (Role role : schema.roles().values())
            if (role.superuser())
                for (String privilege : Grants.ON_TABLES)
                    hold(
                            held,
                            role.name(),
                            privilege,
                            "superuser",
                            true,
                            role.origin().place());
        for (Privilege one : own)
            if (!one.columns().isEmpty())
                hold(held, one.role(), one.privilege(), columns(one), one.grantable(), one.place());
        held.forEach((role, privileges) -> privileges.forEach((privilege, by) -> facts.accept(new DbGrant(
                table.key() + " " + role + " " + privilege + "@" + SchemaSource.MIGRATIONS,
                owner,
                by.place(),
                table.key(),
                role,
                privilege,
                by.grantable(),
                by.through(),
                SchemaSource.MIGRATIONS,
                by.place().path()))));
    }

    private static String columns(Privilege one) {
        return "columns " + one.columns().substring(1, one.columns().length() - 1);
    }

    private static void direct(Map<String, Map<String, Held>> held, Privilege one) {
        String through = one.byDefault() ? "default privileges" : null;
        hold(held, one.role(), one.privilege(), through, one.grantable(), one.place());
    }

    private void member(
            Map<String, Map<String, Held>> held, String role, Set<String> of, List<Privilege> own, Table table) {
        for (String other : of) {
            String through = "membership of " + other;
            if (other.equals(table.owner()))
                for (String privilege : Grants.ON_TABLES)
                    hold(held, role, privilege, through, true, table.origin().place());
            for (Privilege one : own)
                if (one.role().equals(other)) hold(held, role, one.privilege(), through, one.grantable(), one.place());
            for (String privilege : PREDEFINED.getOrDefault(other, List.of()))
                hold(held, role, privilege, through, false, table.origin().place());
            Role reached = schema.roles().get(other);
            if (reached != null && reached.superuser())
                for (String privilege : Grants.ON_TABLES)
                    hold(held, role, privilege, through, true, reached.origin().place());
        }
    }

    private static void hold(
            Map<String, Map<String, Held>> held,
            String role,
            String privilege,
            @Nullable String through,
            boolean grantable,
            Provenance.File place) {
        Map<String, Held> privileges = held.computeIfAbsent(role, key -> new TreeMap<>());
        Held before = privileges.get(privilege);
        if (before == null) privileges.put(privilege, new Held(through, grantable, place));
        else if (grantable && !before.grantable())
            privileges.put(privilege, new Held(before.through(), true, before.place()));
    }

    /** Every role that a table's privileges or owner name. */
    static Set<String> named(Schema schema) {
        Set<String> names = new TreeSet<>();
        for (List<Privilege> privileges : schema.privileges().values())
            for (Privilege one : privileges) names.add(one.role());
        schema.relations().forEach((id, relation) -> {
            if (relation instanceof Table table && table.owner() != null) names.add(table.owner());
        });
        List<String> all = new ArrayList<>(schema.memberships().keys());
        names.addAll(all);
        return names;
    }
}
