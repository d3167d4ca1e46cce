package io.github.assaymark.facts.prisma;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.schema.TableFacts;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.QueryApi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the models of one schema into tables, columns and indexes. */
final class PrismaTables {
    private final PrismaSchema schema;
    private final String owner;
    private final Places places;
    private final DistinctKeys keys;
    private final Consumer<Fact> facts;
    private final Gaps gaps;

    /** Told what could not be resolved. */
    @FunctionalInterface
    interface Gaps {
        /** A column or an index of a file stays open. */
        void at(String path, int line, String reason);
    }

    PrismaTables(PrismaSchema schema, String owner, Places places, DistinctKeys keys, Consumer<Fact> facts, Gaps gaps) {
        this.schema = schema;
        this.owner = owner;
        this.places = places;
        this.keys = keys;
        this.facts = facts;
        this.gaps = gaps;
    }

    void emit() {
        for (PrismaSchema.Placed placed : schema.models()) table(placed);
        for (JoinTables.JoinTable table : new JoinTables(schema).all()) joinTable(table);
    }

    private void table(PrismaSchema.Placed placed) {
        PrismaBlock model = placed.block();
        Provenance.File place = places.lines(placed.path(), model.line(), model.endLine());
        String name = model.table();
        String namespace = schema.schemaOf(model);
        TableFacts table = TableFacts.table(
                facts,
                keys::key,
                TableFacts.declared(
                        keys.key(TableFacts.key(namespace, name)),
                        owner,
                        place,
                        name,
                        namespace,
                        QueryApi.PRISMA,
                        model.name()));
        Map<String, String> references = references(model);
        Set<String> primary = new LinkedHashSet<>();
        Set<String> unique = new LinkedHashSet<>();
        singles(model, primary, unique);
        for (PrismaField field : model.fields()) {
            switch (schema.sort(field)) {
                case RELATION -> {}
                case UNKNOWN ->
                    gaps.at(
                            placed.path(),
                            field.line(),
                            "the type " + field.type() + " of " + model.name() + "." + field.name()
                                    + " is not declared in this schema");
                case COLUMN -> column(table, placed.path(), field, primary, unique, references);
            }
        }
        indexes(table, placed.path(), model);
    }

    /** Fields of the primary key, and fields that are unique alone. */
    private static void singles(PrismaBlock model, Set<String> primary, Set<String> unique) {
        for (PrismaField field : model.fields()) {
            if (field.attribute("id") != null) primary.add(field.name());
            if (field.attribute("unique") != null) unique.add(field.name());
        }
        for (PrismaAttribute attribute : model.attributes()) {
            List<String> names = attribute.names("fields");
            if (attribute.name().equals("id")) primary.addAll(names);
            if (attribute.name().equals("unique") && names.size() == 1) unique.addAll(names);
        }
        if (primary.size() == 1) unique.addAll(primary);
    }

    private void column(
            TableFacts table,
            String path,
            PrismaField field,
            Set<String> primary,
            Set<String> unique,
            Map<String, String> references) {
        PrismaAttribute byDefault = field.attribute("default");
        table.column(
                places.lines(path, field.line(), field.line()),
                new TableFacts.Column(
                        field.column(),
                        field.name(),
                        field.declaredType(),
                        // lists become array columns without NOT NULL
                        field.optional() || (field.list() && schema.relational()),
                        byDefault == null ? null : byDefault.argument("value"),
                        primary.contains(field.name()),
                        unique.contains(field.name()),
                        references.get(field.name())));
    }

    /** What the fields of relations refer to: field to table and column. */
    private Map<String, String> references(PrismaBlock model) {
        Map<String, String> references = new TreeMap<>();
        for (PrismaField field : model.fields()) {
            PrismaAttribute relation = field.attribute("relation");
            PrismaBlock other = schema.block(field.type());
            if (relation == null || other == null || relation.named("fields") == null) continue;
            List<String> from = relation.names("fields");
            List<String> to = relation.names("references");
            for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
                PrismaField target = other.field(to.get(i));
                String column = target == null ? to.get(i) : target.column();
                references.putIfAbsent(
                        from.get(i), TableFacts.key(schema.schemaOf(other), other.table()) + "." + column);
            }
        }
        return references;
    }

    private void indexes(TableFacts table, String path, PrismaBlock model) {
        for (PrismaField field : model.fields()) {
            for (PrismaAttribute attribute : field.attributes()) {
                if (attribute.name().equals("id") || attribute.name().equals("unique"))
                    table.index(
                            places.lines(path, field.line(), field.line()),
                            nameOf(attribute),
                            List.of(field.column()),
                            true,
                            null,
                            null);
            }
        }
        for (int i = 0; i < model.attributes().size(); i++) {
            PrismaAttribute attribute = model.attributes().get(i);
            if (!Set.of("id", "unique", "index", "fulltext").contains(attribute.name())) continue;
            int line = model.attributeLines().get(i);
            List<String> columns = new ArrayList<>();
            for (String name : attribute.names("fields")) {
                PrismaField field = model.field(name);
                if (field == null && !name.contains("."))
                    gaps.at(path, line, "the index names " + name + ", which " + model.name() + " does not have");
                columns.add(field == null ? name : field.column());
            }
            if (columns.isEmpty()) {
                gaps.at(path, line, "the index names no fields");
                continue;
            }
            boolean unique = attribute.name().equals("id") || attribute.name().equals("unique");
            String type = attribute.named("type");
            table.index(
                    places.lines(path, line, line),
                    nameOf(attribute),
                    columns,
                    unique,
                    attribute.name().equals("fulltext") ? "fulltext" : type,
                    attribute.named("where"));
        }
    }

    private static @Nullable String nameOf(PrismaAttribute attribute) {
        String map = attribute.named("map");
        return map == null ? null : PrismaAttribute.unquoted(map);
    }

    private void joinTable(JoinTables.JoinTable join) {
        int line = join.field().line();
        Provenance.File place = places.lines(join.path(), line, line);
        String namespace = schema.schemaOf(join.first());
        if (!Objects.equals(namespace, schema.schemaOf(join.second())))
            gaps.at(join.path(), line, "the models of this relation stand in two schemas, the table of it in either");
        TableFacts table = TableFacts.table(
                facts,
                keys::key,
                TableFacts.declared(
                        keys.key(TableFacts.key(namespace, join.name())),
                        owner,
                        place,
                        join.name(),
                        namespace,
                        QueryApi.PRISMA,
                        null));
        end(table, place, "A", join.first(), join);
        end(table, place, "B", join.second(), join);
        table.index(place, null, List.of("A", "B"), true, null, null);
        table.index(place, null, List.of("B"), false, null, null);
    }

    private void end(
            TableFacts table, Provenance.File place, String name, PrismaBlock model, JoinTables.JoinTable join) {
        for (PrismaField field : model.fields()) {
            if (field.attribute("id") == null) continue;
            String target = TableFacts.key(schema.schemaOf(model), model.table()) + "." + field.column();
            table.column(
                    place, new TableFacts.Column(name, null, field.declaredType(), false, null, true, false, target));
            return;
        }
        gaps.at(
                join.path(),
                join.field().line(),
                "the type of column " + name + " of " + join.name() + ": " + model.name() + " has no @id");
    }
}
