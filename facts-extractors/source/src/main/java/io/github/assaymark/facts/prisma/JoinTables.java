package io.github.assaymark.facts.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the tables that Prisma makes by itself for relations of many to many. */
final class JoinTables {
    private final PrismaSchema schema;

    JoinTables(PrismaSchema schema) {
        this.schema = schema;
    }

    /**
     * A table without a model, with the columns {@code A} and {@code B}.
     *
     * @param first the model that column A refers to
     * @param path file of the field it was found by
     */
    record JoinTable(String name, PrismaBlock first, PrismaBlock second, String path, PrismaField field) {}

    List<JoinTable> all() {
        Map<String, JoinTable> tables = new TreeMap<>();
        if (!schema.relational()) return List.of();
        for (PrismaSchema.Placed placed : schema.models()) {
            for (PrismaField field : placed.block().fields()) {
                JoinTable table = of(placed, field);
                if (table != null) tables.putIfAbsent(table.name(), table);
            }
        }
        return new ArrayList<>(tables.values());
    }

    private @Nullable JoinTable of(PrismaSchema.Placed placed, PrismaField field) {
        PrismaBlock model = placed.block();
        PrismaBlock other = schema.block(field.type());
        if (!field.list() || other == null || !other.model()) return null;
        String relation = relation(field);
        for (PrismaField back : other.fields()) {
            boolean opposite = back.type().equals(model.name())
                    && back.list()
                    && !(other.name().equals(model.name()) && back.name().equals(field.name()))
                    && relation(back).equals(relation);
            if (!opposite) continue;
            boolean ordered = model.name().compareTo(other.name()) <= 0;
            PrismaBlock first = ordered ? model : other;
            PrismaBlock second = ordered ? other : model;
            String name = relation.isEmpty() ? first.name() + "To" + second.name() : relation;
            return new JoinTable("_" + name, first, second, placed.path(), field);
        }
        return null;
    }

    private static String relation(PrismaField field) {
        PrismaAttribute relation = field.attribute("relation");
        String name = relation == null ? null : relation.argument("name");
        return name == null || !name.startsWith("\"") ? "" : PrismaAttribute.unquoted(name);
    }
}
