package io.github.assaymark.facts.prisma;

import io.github.assaymark.facts.program.DistinctKeys;
import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.PartialParse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads {@code *.prisma}. Files below the directory of a {@code datasource} are one schema; so are all files of an
 * owner that has one datasource only. Views are no tables.
 */
public final class PrismaExtractor implements FactExtractor {
    private record Read(String path, PrismaParser.Parsed parsed) {
        boolean declaresSource() {
            return parsed.blocks().stream().anyMatch(b -> b.keyword().equals("datasource"));
        }
    }

    @Override
    public String id() {
        return "prisma";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(DbTable.class, DbColumn.class, DbIndex.class, PartialParse.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> all) {
        Consumer<Fact> facts = Redaction.before(all);
        CoverageAccount tables = new CoverageAccount(context, id(), "models of *.prisma");
        CoverageAccount parts = new CoverageAccount(context, id(), "models of *.prisma");
        CoverageAccount damage = new CoverageAccount(context, id(), "*.prisma");
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> schemaOfOurs(file, context))
                .toList();
        Places places = new Places(context.source());
        Map<String, Map<String, Read>> byOwner = new TreeMap<>();
        FileWork.Work<PrismaParser.Parsed> parse = file ->
                PrismaParser.parse(file.text(context.limits()), context.limits().maxDepth());
        for (FileWork.Outcome<PrismaParser.Parsed> outcome : FileWork.over(files, context.limits(), parse)) {
            String path = outcome.file().path();
            tables.matched(path);
            parts.matched(path);
            damage.matched(path);
            PrismaParser.Parsed parsed = outcome.value();
            if (parsed == null) {
                String reason = String.valueOf(outcome.failure());
                tables.gap(path, 0, reason);
                parts.gap(path, 0, reason);
                damage.gap(path, 0, reason);
                continue;
            }
            for (PrismaProblem problem : parsed.problems()) {
                tables.gap(path, problem.line(), problem.reason());
                parts.gap(path, problem.line(), problem.reason());
            }
            String owner = context.ownerOf(path);
            if (!parsed.problems().isEmpty()) facts.accept(partial(path, owner, parsed, places));
            byOwner.computeIfAbsent(owner, o -> new TreeMap<>()).put(path, new Read(path, parsed));
        }
        byOwner.forEach((owner, read) -> {
            DistinctKeys keys = new DistinctKeys();
            for (PrismaSchema schema : schemas(read))
                new PrismaTables(schema, owner, places, keys, facts, parts::gap).emit();
        });
        tables.close(facts, List.of(DbTable.class));
        parts.close(facts, List.of(DbColumn.class, DbIndex.class));
        damage.close(facts, List.of(PartialParse.class));
    }

    private static boolean schemaOfOurs(SourceFile file, ScanContext context) {
        String path = file.path();
        return path.endsWith(".prisma")
                && file.kind() == FileKind.PRODUCTION
                && context.templates().stream().noneMatch(t -> path.startsWith(t + "/"));
    }

    private static PartialParse partial(String path, String owner, PrismaParser.Parsed parsed, Places places) {
        String reasons = parsed.problems().stream()
                .limit(3)
                .map(p -> "line " + p.line() + ": " + p.reason())
                .collect(Collectors.joining("; "));
        int line = parsed.problems().get(0).line();
        return new PartialParse(path, owner, places.lines(path, line, line), path, reasons);
    }

    private static Iterable<PrismaSchema> schemas(Map<String, Read> read) {
        Map<String, Integer> roots = new TreeMap<>();
        for (Read each : read.values()) {
            if (each.declaresSource()) roots.merge(Paths.directory(each.path()), 1, Integer::sum);
        }
        Map<String, PrismaSchema> schemas = new TreeMap<>();
        for (Read each : read.values()) {
            String directory = Paths.directory(each.path());
            // two complete schemas side by side, for example for two kinds of database
            boolean alone = each.declaresSource() && roots.getOrDefault(directory, 0) > 1;
            String root = alone ? each.path() : rootOf(directory, roots.keySet());
            schemas.computeIfAbsent(root, r -> new PrismaSchema())
                    .add(each.path(), each.parsed().blocks());
        }
        return schemas.values();
    }

    private static String rootOf(String directory, Set<String> roots) {
        String at = directory;
        while (true) {
            if (roots.contains(at)) return at;
            if (at.isEmpty()) break;
            at = Paths.directory(at);
        }
        return roots.size() == 1 ? roots.iterator().next() : "";
    }
}
