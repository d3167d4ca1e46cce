package io.github.assaymark.facts.catalog;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.ConstraintKind;
import io.github.assaymark.model.fact.DbAccess;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbExtension;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.SchemaSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns one exported catalogue into facts. Used by one thread. */
final class CatalogFacts {
    /** More privileges than this are no sane database. */
    private static final int MAX_GRANTS = 500_000;

    private static final SchemaSource SOURCE = SchemaSource.OBSERVED;
    private static final String AT = "@OBSERVED";

    private final ExportedCatalog export;
    private final Map<String, String> owners;
    private final Set<String> alone;
    private final Consumer<Fact> facts;
    private final Gaps gaps;
    private final SortedMap<String, CatalogTable> tables = new TreeMap<>();
    private final Map<String, String> referred = new HashMap<>();

    /** Told of rows that are not understood, and of what there is too much of. */
    @FunctionalInterface
    interface Gaps {
        void gap(String part, int line, String reason);
    }

    /**
     * Facts of an export.
     *
     * @param owners service of each schema
     * @param alone the services that have one export only: the keys of others begin with the name of the export
     */
    CatalogFacts(
            ExportedCatalog export, Map<String, String> owners, Set<String> alone, Consumer<Fact> facts, Gaps gaps) {
        this.export = export;
        this.owners = owners;
        this.alone = alone;
        this.facts = facts;
        this.gaps = gaps;
    }

    void extract() {
        for (CatalogRow row : rows("tables")) table(row);
        Map<String, List<DbConstraint>> constraints = new HashMap<>();
        for (CatalogRow row : rows("constraints")) constraint(row, constraints);
        for (CatalogRow row : rows("columns")) column(row, constraints);
        for (CatalogRow row : rows("indexes")) index(row);
        for (CatalogRow row : rows("policies")) policy(row);
        RoleGraph roles = roles();
        grants(roles);
        for (String service : new TreeSet<>(owners.values())) cluster(service, roles);
        if (roles.exhausted()) gaps.gap("members", 1, "more memberships than are followed");
    }

    private List<CatalogRow> rows(String part) {
        return export.document().part(part).rows();
    }

    /** Whether a row was understood; otherwise that is told. */
    private boolean understood(String part, CatalogRow row) {
        String problem = row.problem();
        if (problem != null) gaps.gap(part, row.line(), problem + " in the part `" + part + "`");
        return problem == null;
    }

    private String prefix(String service) {
        return alone.contains(service) ? "" : export.name() + ":";
    }

    private static String id(String schema, String name) {
        return schema + "\0" + name;
    }

    private @Nullable CatalogTable tableOf(CatalogRow row) {
        return tables.get(id(row.text("schema"), row.text("table")));
    }

    private Provenance place(CatalogRow row) {
        return export.at(row.pointer());
    }

    private static @Nullable String expression(@Nullable String text) {
        return text == null ? null : Secrets.redacted(text);
    }

    private void table(CatalogRow row) {
        String schema = row.text("schema");
        String name = row.text("name");
        String owner = row.text("owner");
        boolean enabled = row.flag("row_security");
        boolean forced = row.flag("row_security_forced");
        String extension = row.optional("extension");
        // the tables of an extension are not the service's
        if (!understood("tables", row) || extension != null) return;
        String service = owners.getOrDefault(schema, "");
        String key = prefix(service) + CatalogTable.key(schema, name);
        String shown = schema.equals("public") ? null : schema;
        tables.put(id(schema, name), new CatalogTable(service, key, row));
        Provenance place = place(row);
        String file = export.file();
        facts.accept(new DbTable(key, service, place, name, shown, SOURCE, QueryApi.SQL, null, file));
        facts.accept(new RowSecurity(key + AT, service, place, key, enabled, forced, SOURCE, file));
        facts.accept(new DbOwner(key + AT, service, place, key, owner, SOURCE, file));
    }

    private void constraint(CatalogRow row, Map<String, List<DbConstraint>> constraints) {
        CatalogTable table = tableOf(row);
        String name = row.text("name");
        String kind = row.text("kind");
        List<String> columns = row.texts("columns", "");
        String expression = expression(row.optional("expression"));
        String schema = row.optional("references_schema");
        String other = row.optional("references_table");
        List<String> others = row.texts("references_columns", "");
        boolean validated = row.flag("validated");
        if (!understood("constraints", row) || table == null) return;
        ConstraintKind known = kind(kind);
        if (known == null) {
            gaps.gap("constraints", row.line(), "a constraint of the unknown kind `" + kind + "`");
            return;
        }
        String references =
                schema == null || other == null ? null : prefix(table.service()) + CatalogTable.key(schema, other);
        DbConstraint constraint = new DbConstraint(
                table.key() + "#" + known + " " + name + AT,
                table.service(),
                place(row),
                table.key(),
                name,
                known,
                columns,
                expression,
                references,
                validated,
                SOURCE,
                export.file());
        facts.accept(constraint);
        constraints.computeIfAbsent(table.key(), key -> new ArrayList<>()).add(constraint);
        if (references != null && columns.size() == 1 && others.size() == 1)
            referred.put(table.key() + "\0" + columns.get(0), references + "." + others.get(0));
    }

    private static @Nullable ConstraintKind kind(String words) {
        String name = words.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (ConstraintKind kind : ConstraintKind.values()) if (kind.name().equals(name)) return kind;
        return null;
    }

    private void column(CatalogRow row, Map<String, List<DbConstraint>> constraints) {
        CatalogTable table = tableOf(row);
        String name = row.text("name");
        String type = row.text("type");
        boolean notNull = row.flag("not_null");
        String value = expression(row.optional("default"));
        String generated = row.optional("generated");
        String identity = row.optional("identity");
        if (!understood("columns", row) || table == null) return;
        boolean primary = false;
        boolean unique = false;
        for (DbConstraint constraint : constraints.getOrDefault(table.key(), List.of())) {
            if (!constraint.columns().contains(name)) continue;
            boolean key = constraint.kind() == ConstraintKind.PRIMARY_KEY;
            primary |= key;
            unique |= (key || constraint.kind() == ConstraintKind.UNIQUE)
                    && constraint.columns().size() == 1;
            // rows that were there before may still be empty
            notNull &= constraint.kind() != ConstraintKind.NOT_NULL || constraint.validated();
        }
        facts.accept(new DbColumn(
                table.key() + "." + name + AT,
                table.service(),
                place(row),
                table.key(),
                name,
                null,
                type.startsWith("public.") ? type.substring("public.".length()) : type,
                !notNull,
                identity != null ? "generated " + identity + " as identity" : generated == null ? value : null,
                primary,
                unique,
                referred.get(table.key() + "\0" + name),
                null,
                null,
                generated != null,
                SOURCE,
                export.file()));
    }

    private void index(CatalogRow row) {
        CatalogTable table = tableOf(row);
        String name = row.text("name");
        String method = row.text("method");
        boolean unique = row.flag("unique");
        boolean valid = row.flag("valid");
        List<String> columns = row.texts("columns", "(expression)");
        String predicate = expression(row.optional("predicate"));
        if (!understood("indexes", row) || table == null) return;
        facts.accept(new DbIndex(
                table.key() + "#" + name + AT,
                table.service(),
                place(row),
                table.key(),
                name,
                columns,
                row.beginsWithNothing("columns") ? null : columns.get(0),
                unique,
                method,
                predicate,
                valid,
                SOURCE,
                export.file()));
    }

    private void policy(CatalogRow row) {
        CatalogTable table = tableOf(row);
        String name = row.text("name");
        String command = row.text("command");
        List<String> roles = row.texts("roles", "");
        boolean permissive = row.flag("permissive");
        String using = expression(row.optional("using"));
        String check = expression(row.optional("check"));
        if (!understood("policies", row) || table == null) return;
        facts.accept(new DbPolicy(
                table.key() + "#" + name + AT,
                table.service(),
                place(row),
                table.key(),
                name,
                command,
                roles.stream().sorted().toList(),
                permissive,
                using,
                check,
                holdsAlways(using) || holdsAlways(check),
                SOURCE,
                export.file()));
    }

    /** PostgreSQL gives expressions in one form: with parentheses around every operation. */
    private static boolean holdsAlways(@Nullable String expression) {
        return expression != null && (expression.equals("true") || expression.matches("\\((\\d{1,9}) = \\1\\)"));
    }

    private RoleGraph roles() {
        RoleGraph graph = new RoleGraph();
        for (CatalogRow row : rows("roles")) {
            String name = row.text("name");
            boolean superuser = row.flag("superuser");
            boolean bypasses = row.flag("bypassrls");
            boolean login = row.flag("login");
            if (understood("roles", row))
                graph.role(name, new RoleGraph.Attributes(superuser, bypasses, login, row.pointer()));
        }
        for (CatalogRow row : rows("members")) {
            String role = row.text("role");
            String member = row.text("member");
            boolean inherits = row.flag("inherits");
            boolean becomes = row.flag("can_set");
            if (understood("members", row)) graph.member(role, member, inherits, becomes);
        }
        return graph;
    }

    private void grants(RoleGraph roles) {
        Set<List<String>> defaults = new HashSet<>();
        for (CatalogRow row : rows("defaults")) {
            String schema = row.optional("schema");
            List<String> entry =
                    List.of(row.text("owner"), schema == null ? "" : schema, row.text("role"), row.text("privilege"));
            if (understood("defaults", row)) defaults.add(entry);
        }
        Map<String, List<EffectiveGrants.Entry>> entries = new HashMap<>();
        for (CatalogRow row : rows("grants")) {
            CatalogTable table = tableOf(row);
            String column = row.optional("column");
            String role = row.text("role");
            String privilege = row.text("privilege");
            boolean grantable = row.flag("grantable");
            String grantor = row.text("grantor");
            String schema = row.text("schema");
            if (!understood("grants", row) || table == null) continue;
            boolean byDefault = defaults.contains(List.of(grantor, schema, role, privilege))
                    || defaults.contains(List.of(grantor, "", role, privilege));
            entries.computeIfAbsent(table.key(), key -> new ArrayList<>())
                    .add(new EffectiveGrants.Entry(column, role, privilege, grantable, byDefault, row.pointer()));
        }
        boolean readable = List.of("roles", "members", "grants").stream()
                .allMatch(part -> export.document().part(part).reason() == null);
        int told = 0;
        for (CatalogTable table : tables.values()) {
            List<EffectiveGrants.Grant> grants = new EffectiveGrants(
                            roles,
                            table.row().text("owner"),
                            table.row().pointer(),
                            entries.getOrDefault(table.key(), List.of()))
                    .grants();
            told += grants.size();
            if (told > MAX_GRANTS || roles.exhausted()) {
                gaps.gap("grants", 1, "more privileges or memberships than are followed, from table " + table.key());
                return;
            }
            for (EffectiveGrants.Grant grant : grants) facts.accept(grant(table, grant));
            if (readable) facts.accept(access(table, grants));
        }
    }

    /** Said only where everything is known that gives a privilege. */
    private DbAccess access(CatalogTable table, List<EffectiveGrants.Grant> grants) {
        return new DbAccess(
                table.key(),
                table.service(),
                place(table.row()),
                table.key(),
                table.row().text("name"),
                holders(grants, "insert"),
                holders(grants, "update"),
                holders(grants, "delete"),
                holders(grants, "truncate"),
                export.file());
    }

    private static List<String> holders(List<EffectiveGrants.Grant> grants, String privilege) {
        return grants.stream()
                .filter(grant -> grant.privilege().equals(privilege))
                .map(EffectiveGrants.Grant::role)
                .sorted()
                .toList();
    }

    private DbGrant grant(CatalogTable table, EffectiveGrants.Grant grant) {
        return new DbGrant(
                table.key() + " " + grant.role() + " " + grant.privilege() + AT,
                table.service(),
                export.at(grant.pointer()),
                table.key(),
                grant.role(),
                grant.privilege(),
                grant.grantable(),
                grant.through(),
                SOURCE,
                export.file());
    }

    /** Roles and extensions, which every service of the database shares. */
    private void cluster(String service, RoleGraph roles) {
        roles.roles().forEach((name, role) -> {
            if (name.startsWith("pg_")) return;
            facts.accept(new DbRole(
                    prefix(service) + name + AT,
                    service,
                    export.at(role.pointer()),
                    name,
                    role.superuser(),
                    role.bypassesRowSecurity(),
                    role.login(),
                    List.copyOf(roles.inheritedBy(name)),
                    SOURCE,
                    export.file()));
        });
        for (CatalogRow row : rows("extensions")) {
            String name = row.text("name");
            String version = row.optional("version");
            if (!understood("extensions", row)) continue;
            String key = prefix(service) + name + AT;
            facts.accept(new DbExtension(key, service, place(row), name, version, SOURCE, export.file()));
        }
    }
}
