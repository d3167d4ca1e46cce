package io.github.assaymark.facts.prisma;

import io.github.assaymark.facts.schema.TableFacts;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The models of a schema by the names the client gives them. Immutable. */
public final class PrismaModels {
    private static final int MAX_DEPTH = 100;

    private final Map<String, Model> models = new TreeMap<>();

    private PrismaModels() {}

    /** A model: its table and the columns of its fields. */
    public static final class Model {
        private final String table;
        private final Map<String, String> columns;

        private Model(String table, Map<String, String> columns) {
            this.table = table;
            this.columns = columns;
        }

        /** Key of the table. */
        public String table() {
            return table;
        }

        /** The column of a field; null when the field is none. */
        public @Nullable String column(String field) {
            return columns.get(field);
        }
    }

    /** The models in the text of a schema. */
    public static PrismaModels of(String text) {
        PrismaSchema schema = new PrismaSchema();
        schema.add("", PrismaParser.parse(text, MAX_DEPTH).blocks());
        PrismaModels models = new PrismaModels();
        for (PrismaSchema.Placed placed : schema.models()) {
            PrismaBlock block = placed.block();
            Map<String, String> columns = new TreeMap<>();
            for (PrismaField field : block.fields()) {
                if (schema.sort(field) != PrismaSchema.Sort.RELATION) columns.put(field.name(), field.column());
            }
            String name =
                    Character.toLowerCase(block.name().charAt(0)) + block.name().substring(1);
            models.models.put(name, new Model(TableFacts.key(schema.schemaOf(block), block.table()), columns));
        }
        return models;
    }

    /** The model the client names so; null when there is none. */
    public @Nullable Model model(String property) {
        return models.get(property);
    }
}
