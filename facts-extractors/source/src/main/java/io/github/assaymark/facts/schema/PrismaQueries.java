package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.prisma.PrismaModels;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads queries of the Prisma client. */
final class PrismaQueries {
    private static final Map<String, QueryOperation> METHODS = Map.ofEntries(
            Map.entry("findMany", QueryOperation.SELECT),
            Map.entry("findFirst", QueryOperation.SELECT),
            Map.entry("findFirstOrThrow", QueryOperation.SELECT),
            Map.entry("findUnique", QueryOperation.SELECT),
            Map.entry("findUniqueOrThrow", QueryOperation.SELECT),
            Map.entry("count", QueryOperation.SELECT),
            Map.entry("aggregate", QueryOperation.SELECT),
            Map.entry("groupBy", QueryOperation.SELECT),
            Map.entry("create", QueryOperation.INSERT),
            Map.entry("createMany", QueryOperation.INSERT),
            Map.entry("createManyAndReturn", QueryOperation.INSERT),
            Map.entry("update", QueryOperation.UPDATE),
            Map.entry("updateMany", QueryOperation.UPDATE),
            Map.entry("updateManyAndReturn", QueryOperation.UPDATE),
            Map.entry("upsert", QueryOperation.UPSERT),
            Map.entry("delete", QueryOperation.DELETE),
            Map.entry("deleteMany", QueryOperation.DELETE));
    private static final Set<String> SURE = Set.of(
            "findMany",
            "findFirst",
            "findFirstOrThrow",
            "findUnique",
            "findUniqueOrThrow",
            "createMany",
            "updateMany",
            "deleteMany",
            "upsert");
    private static final List<String> PLACES = List.of(
            "prisma/schema.prisma",
            "schema.prisma",
            "src/prisma/schema.prisma",
            "packages/db/prisma/schema.prisma",
            "packages/database/prisma/schema.prisma",
            "packages/prisma/schema.prisma",
            "packages/prisma/prisma/schema.prisma");

    private final Program program;
    private final Resolver resolver;
    private final QuerySink sink;
    private final Map<String, Optional<PrismaModels>> models = new TreeMap<>();

    PrismaQueries(Program program, QuerySink sink) {
        this.program = program;
        this.resolver = program.resolver();
        this.sink = sink;
    }

    /** Whether a call is a query of Prisma; it is handed over then. */
    boolean query(Located call, String name) {
        QueryOperation operation = METHODS.get(name);
        if (operation == null) return false;
        String[] names = resolver.callee(call).name().split("\\.", -1);
        if (names.length < 3 || names[names.length - 2].contains("(")) return false;
        String property = names[names.length - 2];
        PrismaModels schema = models(call.module().path());
        PrismaModels.Model model = schema == null ? null : schema.model(property);
        boolean client = names[names.length - 3].toLowerCase(Locale.ROOT).contains("prisma");
        if (model == null) {
            if (!client || !SURE.contains(name)) return false;
            sink.open(
                    "table of a query",
                    call,
                    schema == null ? "no schema of Prisma was found" : "the schema has no such model");
            return true;
        }
        List<Located> given = resolver.arguments(call).items();
        Value.Struct options =
                given.isEmpty() || !(resolver.value(given.get(0)) instanceof Value.Struct struct) ? null : struct;
        Set<String> filters = new LinkedHashSet<>();
        boolean open = !given.isEmpty() && options == null;
        Located where = options == null ? null : options.get("where");
        if (where != null) open |= !conditions(where, model, filters, 0);
        else if (options != null && !options.complete()) open = true;
        if (open) {
            sink.open("condition of a query", call, "a part of it is put together when the code runs");
            if (filters.isEmpty() && operation != QueryOperation.INSERT) return true;
        }
        List<String> written = new ArrayList<>();
        if (options != null && operation != QueryOperation.SELECT && operation != QueryOperation.DELETE) {
            WrittenKeys keys =
                    WrittenKeys.of(resolver, options.get(operation == QueryOperation.UPSERT ? "create" : "data"));
            for (String key : keys.keys()) {
                String column = model.column(key);
                if (column != null) written.add(column);
            }
            if (!keys.complete()) {
                sink.open("columns a query sets", call, "a part of them is put together when the code runs");
                if (written.isEmpty()) return true;
            }
        } else if (options == null && operation == QueryOperation.INSERT) {
            return true;
        }
        sink.query(
                call,
                new QuerySink.Query(model.table(), operation, QueryApi.PRISMA, filters, written, where != null, false));
        return true;
    }

    /** Whether all of a condition was understood. */
    private boolean conditions(Located where, PrismaModels.Model model, Set<String> filters, int depth) {
        if (depth > 6 || !(resolver.value(where) instanceof Value.Struct struct)) return false;
        boolean known = struct.complete();
        for (Map.Entry<String, Located> entry : struct.entries().entrySet()) {
            Value value = resolver.value(entry.getValue());
            if (entry.getKey().equals("AND")) {
                if (value instanceof Value.Items items) {
                    known &= items.complete();
                    for (Located item : items.items()) known &= conditions(item, model, filters, depth + 1);
                } else known &= conditions(entry.getValue(), model, filters, depth + 1);
                continue;
            }
            if (entry.getKey().equals("OR") || entry.getKey().equals("NOT") || value instanceof Value.Nothing) continue;
            String column = model.column(entry.getKey());
            boolean negated = value instanceof Value.Struct operators
                    && (operators.get("not") != null || operators.get("notIn") != null);
            if (column != null && !negated) filters.add(column);
            if (column == null
                    && value instanceof Value.Struct parts
                    && entry.getKey().contains("_")) {
                for (String part : parts.entries().keySet()) {
                    String key = model.column(part);
                    if (key != null) filters.add(key);
                }
            }
        }
        return known;
    }

    /** The models of the schema nearest to a file. */
    private @Nullable PrismaModels models(String path) {
        int slash = path.lastIndexOf('/');
        String directory = slash < 0 ? "" : path.substring(0, slash);
        Optional<PrismaModels> known = models.get(directory);
        if (known != null) return known.orElse(null);
        PrismaModels found = null;
        for (String at = directory; found == null; at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
            for (String place : PLACES) {
                String text = program.text(at.isEmpty() ? place : at + "/" + place);
                if (text != null) {
                    found = PrismaModels.of(text);
                    break;
                }
            }
            if (at.isEmpty()) break;
        }
        models.put(directory, Optional.ofNullable(found));
        return found;
    }
}
