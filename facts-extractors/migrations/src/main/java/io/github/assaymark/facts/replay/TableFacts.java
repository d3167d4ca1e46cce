package io.github.assaymark.facts.replay;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.ConstraintKind;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbExtension;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.SchemaSource;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables and roles of the schema that a history leads to, as facts. Used by one thread. */
final class TableFacts {
    private static final SchemaSource SOURCE = SchemaSource.MIGRATIONS;
    private static final String AT = "@" + SOURCE;
    private static final int MAX_TEXT = 200;

    private final String owner;
    private final Schema schema;
    private final Sites sites;
    private final Consumer<Fact> facts;

    TableFacts(String owner, Schema schema, Sites sites, Consumer<Fact> facts) {
        this.owner = owner;
        this.schema = schema;
        this.sites = sites;
        this.facts = facts;
    }

    /** What is no part of a table. */
    void others() {
        roles();
        for (Extension extension : schema.extensions().values()) {
            Provenance.File place = sites.file(extension.origin());
            facts.accept(new DbExtension(
                    extension.name() + AT, owner, place, extension.name(), extension.version(), SOURCE, place.path()));
        }
    }

    void table(Table table) {
        String key = table.key();
        Provenance.File place = sites.file(table.origin());
        String path = place.path();
        facts.accept(new DbTable(
                key,
                owner,
                place,
                table.name(),
                table.schema().equals(Relation.PUBLIC) ? null : table.schema(),
                SOURCE,
                QueryApi.SQL,
                null,
                path));
        for (Column column : table.columns()) column(table, column);
        for (int id : table.indexes()) if (schema.relation(id) instanceof Index index) index(table, index);
        for (Constraint constraint : table.constraints()) constraint(table, constraint);
        for (Policy policy : table.security().policies()) policy(table, policy);
        facts.accept(new RowSecurity(
                key + AT,
                owner,
                place,
                key,
                table.security().enabled(),
                table.security().forced(),
                SOURCE,
                path));
        if (table.owner() != null) facts.accept(new DbOwner(key + AT, owner, place, key, table.owner(), SOURCE, path));
    }

    private void column(Table table, Column column) {
        Provenance.File place = sites.file(column.site());
        boolean primary = false;
        boolean unique = false;
        String references = null;
        for (Constraint constraint : table.constraints()) {
            if (!constraint.columns().contains(column.name())) continue;
            boolean key = constraint.kind() == ConstraintKind.PRIMARY_KEY;
            boolean alone = constraint.columns().size() == 1;
            primary |= key;
            unique |= (key || constraint.kind() == ConstraintKind.UNIQUE) && alone;
            if (constraint.foreignKey() && alone && references == null) references = references(constraint);
        }
        for (int id : table.indexes())
            if (schema.relation(id) instanceof Index index)
                unique |= index.unique()
                        && index.predicate() == null
                        && index.columns().equals(List.of(column.name()));
        facts.accept(new DbColumn(
                table.key() + "." + column.name() + AT,
                owner,
                place,
                table.key(),
                column.name(),
                null,
                shortened(schema.type(column)),
                !column.notNull(),
                given(column),
                primary,
                unique,
                references,
                column.addedIn(),
                column.nullabilityIn(),
                column.generation() == Column.Generation.STORED || column.generation() == Column.Generation.VIRTUAL,
                SOURCE,
                place.path()));
    }

    private static @Nullable String given(Column column) {
        if (column.generation() == Column.Generation.IDENTITY) return "generated as identity";
        return column.defaultExpression() == null ? null : shortened(column.defaultExpression());
    }

    private @Nullable String references(Constraint constraint) {
        Relation table = schema.relation(constraint.references());
        if (table == null) return null;
        return constraint.referenced().size() == 1
                ? table.key() + "." + constraint.referenced().get(0)
                : table.key();
    }

    private void index(Table table, Index index) {
        Provenance.File place = sites.file(index.origin());
        String first = index.columns().isEmpty() ? "(" : index.columns().get(0);
        facts.accept(new DbIndex(
                table.key() + "#" + index.name() + AT,
                owner,
                place,
                table.key(),
                index.name(),
                index.columns(),
                first.startsWith("(") ? null : first,
                index.unique(),
                index.method(),
                index.predicate() == null ? null : shortened(index.predicate()),
                index.valid(),
                SOURCE,
                place.path()));
    }

    private void constraint(Table table, Constraint constraint) {
        Provenance.File place = sites.file(constraint.site());
        Relation references = schema.relation(constraint.references());
        facts.accept(new DbConstraint(
                table.key() + "#" + constraint.kind() + " " + constraint.name() + AT,
                owner,
                place,
                table.key(),
                constraint.name(),
                constraint.kind(),
                constraint.columns(),
                constraint.expression() == null ? null : shortened(constraint.expression()),
                references == null ? null : references.key(),
                constraint.validated(),
                SOURCE,
                place.path()));
    }

    private void policy(Table table, Policy policy) {
        Provenance.File place = sites.file(policy.site());
        boolean open = always(policy.using()) || always(policy.check());
        facts.accept(new DbPolicy(
                table.key() + "#" + policy.name() + AT,
                owner,
                place,
                table.key(),
                policy.name(),
                policy.command(),
                policy.roles(),
                policy.permissive(),
                policy.using(),
                policy.check(),
                open,
                SOURCE,
                place.path()));
    }

    private static boolean always(@Nullable String expression) {
        return expression != null && Expressions.alwaysTrue(expression);
    }

    private void roles() {
        for (Role role : schema.roles().values()) {
            List<String> of = schema.memberships().get(role.name());
            Provenance.File place = sites.file(role.origin());
            facts.accept(new DbRole(
                    role.name() + AT,
                    owner,
                    place,
                    role.name(),
                    role.superuser(),
                    role.bypassesRowSecurity(),
                    role.login(),
                    of == null ? List.of() : List.copyOf(new TreeSet<>(of)),
                    SOURCE,
                    place.path()));
        }
    }

    private static String shortened(String text) {
        String line = text.indexOf('\n') < 0 && text.length() <= MAX_TEXT ? text : Expressions.oneLine(text);
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT - 1) + "…" : line;
    }
}
