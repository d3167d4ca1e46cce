package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;

/** GRANT, REVOKE and ALTER DEFAULT PRIVILEGES on tables, and memberships. */
final class Grants {
    static final List<String> ON_TABLES =
            List.of("delete", "insert", "references", "select", "trigger", "truncate", "update");

    private final Step step;
    private final Draft draft;

    Grants(Step step) {
        this.step = step;
        this.draft = step.draft;
    }

    void grant(Ddl.Grant grant) {
        if (grant.objectKind().equals("role")) {
            members(grant);
            return;
        }
        if (!grant.objectKind().equals("table")) return;
        List<Relation> targets = new ArrayList<>();
        for (RelationName name : grant.objects()) {
            Relation found = draft.relation(name);
            Relation target = found == null ? step.table(name, false) : found;
            if (target != null) targets.add(target);
        }
        for (Relation relation : grant.schemas().isEmpty() ? List.<Relation>of() : draft.all()) {
            boolean table = relation instanceof Table || relation instanceof View;
            if (table && grant.schemas().contains(relation.schema())) targets.add(relation);
        }
        said();
        for (Relation target : targets) {
            StatementLocks.grant(step, target);
            step.change(
                    grant.revoke() ? SchemaOperation.REVOKE : SchemaOperation.GRANT,
                    target,
                    null,
                    String.join(",", grant.grantees()),
                    null,
                    String.join(",", grant.privileges()),
                    grant.revoke() ? SchemaPhase.CONTRACT : SchemaPhase.EXPAND,
                    false);
            List<Privilege> now = new ArrayList<>(of(draft, target.id()));
            for (String role : grant.grantees()) for (Privilege one : privileges(grant, role)) apply(now, one, grant);
            put(draft, target.id(), now);
        }
    }

    private void said() {
        draft.change(s -> s.grants() ? s : s.withDefaults(s.defaults(), true));
    }

    private List<Privilege> privileges(Ddl.Grant grant, String role) {
        List<Privilege> found = new ArrayList<>();
        for (String written : grant.privileges()) {
            int open = written.indexOf('(');
            String name = open < 0 ? written : written.substring(0, open);
            String columns = open < 0 ? "" : written.substring(open);
            List<String> names = name.equals("all") ? ON_TABLES : List.of(name);
            for (String one : names)
                found.add(new Privilege(named(role), one, columns, grant.option(), false, draft.site()));
        }
        return found;
    }

    private String named(String role) {
        boolean self = role.equals("current_user") || role.equals("current_role") || role.equals("session_user");
        String current = draft.role();
        return self && current != null ? current : role;
    }

    private static void apply(List<Privilege> now, Privilege one, Ddl.Grant grant) {
        if (!grant.revoke()) {
            boolean grantable = one.grantable();
            for (Privilege old : now)
                grantable |= same(old, one) && old.columns().equals(one.columns()) && old.grantable();
            now.removeIf(old -> same(old, one) && old.columns().equals(one.columns()));
            now.add(new Privilege(one.role(), one.privilege(), one.columns(), grantable, false, one.site()));
        } else if (grant.option()) {
            now.replaceAll(old -> same(old, one)
                    ? new Privilege(old.role(), old.privilege(), old.columns(), false, old.byDefault(), old.site())
                    : old);
        } else {
            // Taken from the table it is taken from the columns too, but not the other way round.
            now.removeIf(old ->
                    same(old, one) && (one.columns().isEmpty() || old.columns().equals(one.columns())));
        }
    }

    private static boolean same(Privilege a, Privilege b) {
        return a.role().equals(b.role()) && a.privilege().equals(b.privilege());
    }

    private void members(Ddl.Grant grant) {
        if (grant.revoke() && grant.option()) return;
        for (String member : grant.grantees())
            for (String role : grant.privileges()) {
                draft.change(s -> {
                    List<String> before = s.memberships().get(member);
                    List<String> now = new ArrayList<>(before == null ? List.of() : before);
                    now.remove(role);
                    if (!grant.revoke()) now.add(role);
                    return s.withMemberships(s.memberships().with(member, List.copyOf(now)));
                });
                step.change(
                        grant.revoke() ? SchemaOperation.REVOKE : SchemaOperation.GRANT,
                        role + " to " + member,
                        grant.revoke() ? SchemaPhase.CONTRACT : SchemaPhase.EXPAND,
                        false,
                        false);
            }
    }

    void defaults(Ddl.DefaultPrivileges defaults) {
        Ddl.Grant grant = defaults.grant();
        if (!grant.objectKind().equals("table")) return;
        said();
        String runner = draft.role() == null ? "" : draft.role();
        List<String> creators = defaults.roles().isEmpty() ? List.of(runner) : defaults.roles();
        List<String> schemas = defaults.schemas().isEmpty() ? List.of("") : defaults.schemas();
        for (String creator : creators)
            for (String schema : schemas)
                for (String role : grant.grantees()) {
                    for (Privilege one : privileges(grant, role)) remember(creator, schema, one, grant);
                    step.change(
                            grant.revoke() ? SchemaOperation.REVOKE : SchemaOperation.GRANT,
                            "default privileges of " + role,
                            grant.revoke() ? SchemaPhase.CONTRACT : SchemaPhase.EXPAND,
                            false,
                            false);
                }
    }

    private void remember(String creator, String schema, Privilege one, Ddl.Grant grant) {
        draft.change(s -> {
            List<Privilege.Default> now = new ArrayList<>(s.defaults());
            now.removeIf(
                    old -> old.creator().equals(creator) && old.schema().equals(schema) && same(old.privilege(), one));
            if (!grant.revoke() || grant.option())
                now.add(new Privilege.Default(
                        creator,
                        schema,
                        new Privilege(
                                one.role(),
                                one.privilege(),
                                "",
                                !grant.revoke() && one.grantable(),
                                true,
                                one.site())));
            return s.withDefaults(now, true);
        });
    }

    /** A new table or view gets what its creator's default privileges say. */
    static void byDefault(Draft draft, int id) {
        Relation relation = draft.relation(id);
        if (relation == null || draft.schema().defaults().isEmpty()) return;
        String creator = draft.role() == null ? "" : draft.role();
        List<Privilege> now = new ArrayList<>(of(draft, id));
        for (Privilege.Default one : draft.schema().defaults()) {
            if (!one.creator().equals(creator)) continue;
            if (!one.schema().isEmpty() && !one.schema().equals(relation.schema())) continue;
            now.removeIf(old -> same(old, one.privilege()));
            now.add(one.privilege());
        }
        put(draft, id, now);
    }

    static List<Privilege> of(Draft draft, int id) {
        List<Privilege> found = draft.schema().privileges().get(id);
        return found == null ? List.of() : found;
    }

    static void forget(Draft draft, int id) {
        if (draft.schema().privileges().has(id))
            draft.change(s -> s.withPrivileges(s.privileges().without(id)));
    }

    private static void put(Draft draft, int id, List<Privilege> now) {
        draft.change(s -> s.withPrivileges(s.privileges().with(id, List.copyOf(now))));
    }
}
