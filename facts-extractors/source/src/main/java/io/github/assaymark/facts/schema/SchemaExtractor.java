package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;

/** Reads tables, columns and indexes that TypeScript declares with Drizzle and TypeORM. */
public final class SchemaExtractor extends SourceExtractor {
    /** Found through {@link java.util.ServiceLoader}. */
    public SchemaExtractor() {
        super("schema", 2, DrizzleSchema.TYPES);
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        new DrizzleSchema(program, facts).emit(program);
        EntitySchema.emit(program, facts);
    }
}
