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

    private record Held(@Nullable String through, boolean grantable, Site site) {}

    private final String owner;
    private final Schema schema;
    private final Map<String, Set<String>> roles = new TreeMap<>();

    GrantFacts(String owner, Schema schema) {
        this.owner = owner;
        this.schema = schema;
        for (String role : schema.roles().keys()) roles.put(role, reached(role));
        for (String role : schema.memberships().keys()) roles.put(role, reached(role));
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

    /** {@code logged} is the schema. */
    void table(Table table, Schema logged, Sites sites, Consumer<Fact> facts) {
        List<Privilege> granted = logged.privileges().get(table.id());
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
                        table.origin().site());
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
                            role.origin().site());
        for (Privilege one : own)
            if (!one.columns().isEmpty())
                hold(held, one.role(), one.privilege(), columns(one), one.grantable(), one.site());
        held.forEach((role, privileges) -> privileges.forEach((privilege, by) -> {
            Provenance.File place = sites.file(by.site());
            facts.accept(new DbGrant(
                    table.key() + " " + role + " " + privilege + "@" + SchemaSource.MIGRATIONS,
                    owner,
                    place,
                    table.key(),
                    role,
                    privilege,
                    by.grantable(),
                    by.through(),
                    SchemaSource.MIGRATIONS,
                    place.path()));
        }));
    }

    private static String columns(Privilege one) {
        return "columns " + one.columns().substring(1, one.columns().length() - 1);
    }

    private static void direct(Map<String, Map<String, Held>> held, Privilege one) {
        String through = one.byDefault() ? "default privileges" : null;
        hold(held, one.role(), one.privilege(), through, one.grantable(), one.site());
    }

    private void member(
            Map<String, Map<String, Held>> held, String role, Set<String> of, List<Privilege> own, Table table) {
        for (String other : of) {
            String through = "membership of " + other;
            if (other.equals(table.owner()))
                for (String privilege : Grants.ON_TABLES)
                    hold(held, role, privilege, through, true, table.origin().site());
            for (Privilege one : own)
                if (one.role().equals(other)) hold(held, role, one.privilege(), through, one.grantable(), one.site());
            for (String privilege : PREDEFINED.getOrDefault(other, List.of()))
                hold(held, role, privilege, through, false, table.origin().site());
            Role reached = schema.roles().get(other);
            if (reached != null && reached.superuser())
                for (String privilege : Grants.ON_TABLES)
                    hold(held, role, privilege, through, true, reached.origin().site());
        }
    }

    private static void hold(
            Map<String, Map<String, Held>> held,
            String role,
            String privilege,
            @Nullable String through,
            boolean grantable,
            Site site) {
        Map<String, Held> privileges = held.computeIfAbsent(role, key -> new TreeMap<>());
        Held before = privileges.get(privilege);
        if (before == null) privileges.put(privilege, new Held(through, grantable, site));
        else if (grantable && !before.grantable())
            privileges.put(privilege, new Held(before.through(), true, before.site()));
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
