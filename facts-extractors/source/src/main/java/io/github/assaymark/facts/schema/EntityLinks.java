package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.QueryApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over the tables between two entities of TypeORM. */
final class EntityLinks {
    /** Databases have a limit on names, behind which TypeORM makes others of them. */
    private static final int MAX_NAME = 59;

    private final Resolver resolver;
    private final FactSink facts;
    private final EntityTables tables;

    EntityLinks(Resolver resolver, FactSink facts, EntityTables tables) {
        this.resolver = resolver;
        this.facts = facts;
        this.tables = tables;
    }

    /** The table that a member with {@code @JoinTable} makes. */
    void emit(EntityTable table, EntityClass.Member member, EntityClass.Decorator between) {
        EntityClass.Decorator relation = member.decorator("ManyToMany");
        EntityClass target = relation == null || relation.arguments().isEmpty()
                ? null
                : EntityClass.of(resolver, relation.arguments().get(0));
        EntityTable other = target == null ? null : tables.table(target);
        Value value = between.arguments().isEmpty()
                ? null
                : resolver.value(between.arguments().get(0));
        Value.Struct options = value instanceof Value.Struct struct ? struct : null;
        boolean open = value != null && (options == null || !options.complete());
        Map<String, String> near = open ? null : ends(table, options, "joinColumn", "joinColumns");
        Map<String, String> far =
                open || other == null ? null : ends(other, options, "inverseJoinColumn", "inverseJoinColumns");
        String name = open || other == null ? null : name(table, member, other, options);
        Located schemaAt = options == null ? null : options.get("schema");
        String schema =
                schemaAt == null ? table.schema() : resolver.text(schemaAt).orElse(null);
        boolean schemaOpen = schemaAt != null && schema == null;
        if (name == null || near == null || far == null || schemaOpen || name.length() > MAX_NAME) {
            facts.unresolved(
                    "table between entities",
                    between.at(),
                    "its name or its columns are not known",
                    DrizzleSchema.TYPES);
            return;
        }
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        near.forEach((column, reference) -> first.add(far.containsKey(column) ? column + "_1" : column));
        far.forEach((column, reference) -> second.add(near.containsKey(column) ? column + "_2" : column));
        near.forEach((column, reference) -> columns.put(far.containsKey(column) ? column + "_1" : column, reference));
        far.forEach((column, reference) -> columns.put(near.containsKey(column) ? column + "_2" : column, reference));
        String shown = "public".equals(schema) ? null : schema;
        TableFacts sink = TableFacts.table(
                facts::fact,
                facts::key,
                TableFacts.declared(
                        facts.key(TableFacts.key(shown, name)),
                        facts.owner(),
                        facts.place(between.at()),
                        name,
                        shown,
                        QueryApi.TYPEORM,
                        null));
        columns.forEach((column, references) -> sink.column(
                facts.place(between.at()),
                new TableFacts.Column(column, null, "key", false, null, true, false, references)));
        sink.index(facts.place(between.at()), null, List.copyOf(columns.keySet()), true, null, null);
        sink.index(facts.place(between.at()), null, first, false, null, null);
        sink.index(facts.place(between.at()), null, second, false, null, null);
    }

    private @Nullable String name(
            EntityTable table, EntityClass.Member member, EntityTable other, Value.@Nullable Struct options) {
        EntityNaming naming = tables.naming();
        Located written = options == null ? null : options.get("name");
        String name = written == null
                ? naming.between(naming.bare(table.name()), member.name(), naming.bare(other.name()))
                : resolver.text(written).orElse(null);
        return name == null ? null : naming.prefixed(name);
    }

    /** The columns that refer to one side, with what they refer to; null when they are not known. */
    private @Nullable Map<String, String> ends(
            EntityTable table, Value.@Nullable Struct options, String one, String several) {
        List<Value.Struct> written = new ArrayList<>();
        for (String key : List.of(one, several)) {
            Located given = options == null ? null : options.get(key);
            if (given == null) continue;
            Value value = resolver.value(given);
            List<Located> all = value instanceof Value.Items items && items.complete() ? items.items() : List.of(given);
            for (Located each : all) {
                if (!(resolver.value(each) instanceof Value.Struct struct) || !struct.complete()) return null;
                written.add(struct);
            }
        }
        List<String> properties = new ArrayList<>();
        for (Value.Struct each : written) {
            Located referenced = each.get("referencedColumnName");
            String text = referenced == null ? null : resolver.text(referenced).orElse(null);
            if (referenced != null && text == null) return null;
            if (text != null) properties.add(text);
        }
        if (properties.isEmpty()) properties.addAll(EntityTables.keys(table));
        if (properties.isEmpty()) return null;
        Map<String, String> ends = new LinkedHashMap<>();
        for (String property : properties) {
            String column = table.column(property);
            if (column == null) return null;
            String name = tables.naming().end(tables.naming().bare(table.name()), column);
            for (Value.Struct each : written) {
                Located given = each.get("name");
                Located referenced = each.get("referencedColumnName");
                boolean meant = referenced == null
                        || resolver.text(referenced).orElse("").equals(property);
                if (given == null || !meant) continue;
                name = resolver.text(given).orElse(null);
                break;
            }
            if (name == null) return null;
            ends.put(name, table.key() + "." + column);
        }
        return ends;
    }
}
