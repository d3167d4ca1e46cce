package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.QueryUse;
import java.util.List;

/** Finds the queries of TypeScript: those of Drizzle, Prisma and TypeORM, and SQL texts. */
public final class QueryExtractor extends SourceExtractor {
    /** Found through {@link java.util.ServiceLoader}. */
    public QueryExtractor() {
        super("queries", 3, List.of(QueryUse.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> {
            List<Located> calls = module.all(SyntaxKind.CALL_EXPRESSION);
            if (!calls.isEmpty()) queries(program, calls, facts);
        });
    }

    private static void queries(Program program, List<Located> calls, FactSink facts) {
        QuerySink sink = new QuerySink(program, facts);
        DrizzleQueries drizzle = new DrizzleQueries(program, sink);
        PrismaQueries prisma = new PrismaQueries(program, sink);
        EntityQueries entities = new EntityQueries(program, sink);
        RawQueries raw = new RawQueries(program, sink);
        for (Located call : calls) {
            SyntaxNode function = call.node().child("function");
            SyntaxNode property = function == null ? null : function.child("property");
            String name = property != null ? property.text() : function == null ? "" : function.text();
            if (drizzle.query(call, name) || prisma.query(call, name) || entities.query(call, name)) continue;
            raw.query(call, name);
        }
    }
}
