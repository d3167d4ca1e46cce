package io.github.assaymark.facts.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that make one schema together. */
final class PrismaSchema {
    private static final Set<String> SCALARS =
            Set.of("String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes");

    private final Map<String, PrismaBlock> blocks = new TreeMap<>();
    private final List<Placed> models = new ArrayList<>();
    private @Nullable String provider;

    /** A block and the file it stands in. */
    record Placed(String path, PrismaBlock block) {}

    /** What the type of a field is. */
    enum Sort {
        /** A value, an enum or a part of a document. */
        COLUMN,
        /** Another model or a view. */
        RELATION,
        /** Not declared in the schema. */
        UNKNOWN
    }

    void add(String path, List<PrismaBlock> added) {
        for (PrismaBlock block : added) {
            if (block.keyword().equals("datasource")) {
                String value = block.setting("provider");
                if (value != null) provider = PrismaAttribute.unquoted(value);
            } else if (!block.keyword().equals("generator")) {
                blocks.putIfAbsent(block.name(), block);
                if (block.model()) models.add(new Placed(path, block));
            }
        }
    }

    List<Placed> models() {
        return models;
    }

    @Nullable
    PrismaBlock block(String name) {
        return blocks.get(name);
    }

    Sort sort(PrismaField field) {
        String type = field.type();
        if (SCALARS.contains(type) || type.startsWith("Unsupported")) return Sort.COLUMN;
        PrismaBlock block = blocks.get(type);
        if (block == null) return Sort.UNKNOWN;
        return switch (block.keyword()) {
            case "model", "view" -> Sort.RELATION;
            default -> Sort.COLUMN;
        };
    }

    /** Whether relations without fields of their own make tables, as they do in all but document databases. */
    boolean relational() {
        return !"mongodb".equals(provider);
    }

    /** The schema in the database; null for the default one. */
    @Nullable
    String schemaOf(PrismaBlock model) {
        PrismaAttribute attribute = PrismaBlock.first(model.attributes(), "schema");
        String argument = attribute == null ? null : attribute.argument("map");
        if (argument == null) return null;
        String schema = PrismaAttribute.unquoted(argument);
        boolean usual = "sqlserver".equals(provider) ? schema.equals("dbo") : schema.equals("public");
        return usual ? null : schema;
    }
}
