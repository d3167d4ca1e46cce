package io.github.assaymark.facts.prisma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a schema.
 *
 * @param keyword {@code model}, {@code enum} and so on
 * @param fields of a model, view or type
 * @param attributes {@code @@} attributes, in order
 * @param attributeLines line of each attribute
 * @param settings {@code name = value} lines of a datasource or generator
 */
record PrismaBlock(
        String keyword,
        String name,
        int line,
        int endLine,
        List<PrismaField> fields,
        List<PrismaAttribute> attributes,
        List<Integer> attributeLines,
        List<PrismaAttribute.Argument> settings) {

    static @Nullable PrismaAttribute first(List<PrismaAttribute> attributes, String name) {
        for (PrismaAttribute attribute : attributes) if (attribute.name().equals(name)) return attribute;
        return null;
    }

    /** What {@code @map} or {@code @@map} says, else the name itself. */
    static String mapped(List<PrismaAttribute> attributes, String name) {
        PrismaAttribute map = first(attributes, "map");
        String mapped = map == null ? null : map.argument("name");
        return mapped == null ? name : PrismaAttribute.unquoted(mapped);
    }

    /** Whether it becomes a table. */
    boolean model() {
        return keyword.equals("model");
    }

    /** Name in the database. */
    String table() {
        return mapped(attributes, name);
    }

    /** The field of a name. */
    @Nullable
    PrismaField field(String field) {
        for (PrismaField each : fields) if (each.name().equals(field)) return each;
        return null;
    }

    /** The value of a setting. */
    @Nullable
    String setting(String setting) {
        for (PrismaAttribute.Argument each : settings) if (setting.equals(each.name())) return each.value();
        return null;
    }
}
