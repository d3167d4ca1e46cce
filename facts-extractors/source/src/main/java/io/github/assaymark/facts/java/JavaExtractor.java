package io.github.assaymark.facts.java;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.AssertedOutcome;
import io.github.assaymark.model.fact.ClassDecl;
import io.github.assaymark.model.fact.CodeCall;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.EnvVarUse;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.LogStatement;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.QueryUse;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.TestCase;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads {@code *.java}: routes and their guards, calls, classes, log statements, entities and tests. */
public final class JavaExtractor implements FactExtractor {
    private static final int VERSION = 4;
    private static final Set<Class<? extends Fact>> TYPES = Set.of(
            Route.class,
            RouteGuard.class,
            HandlerCall.class,
            ErrorPath.class,
            CodeCall.class,
            ClassDecl.class,
            LogStatement.class,
            EnvVarUse.class,
            TestCase.class,
            AssertedOutcome.class,
            DbTable.class,
            DbColumn.class,
            DbIndex.class,
            QueryUse.class,
            PartialParse.class,
            Unresolved.class);

    @Override
    public String id() {
        return "java";
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return TYPES;
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> all) {
        Consumer<Fact> facts = Redaction.before(all);
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> read(file, context))
                .toList();
        Map<String, List<FileWork.Outcome<JavaUnit>>> byOwner = new TreeMap<>();
        for (String owner : context.owners()) byOwner.put(owner, new ArrayList<>());
        for (FileWork.Outcome<JavaUnit> outcome : FileWork.over(files, context.limits(), file -> unit(file, context))) {
            byOwner.computeIfAbsent(context.ownerOf(outcome.file().path()), o -> new ArrayList<>())
                    .add(outcome);
        }
        Map<String, List<SourceFile>> settings = new TreeMap<>();
        for (SourceFile file : context.source().files()) {
            if (Settings.reads(file, context))
                settings.computeIfAbsent(context.ownerOf(file.path()), o -> new ArrayList<>())
                        .add(file);
        }
        Places places = new Places(context.source());
        byOwner.forEach((owner, outcomes) -> {
            JavaFacts sink = new JavaFacts(owner, places, context.sha(), TYPES, facts);
            Settings read = outcomes.isEmpty()
                    ? Settings.of(List.of(), context)
                    : Settings.of(settings.getOrDefault(owner, List.of()), context);
            owner(outcomes, sink, new OtherUnits(context), read);
            sink.close(id());
        });
    }

    static boolean read(SourceFile file, ScanContext context) {
        String path = file.path();
        return path.endsWith(".java")
                && (file.kind() == FileKind.PRODUCTION || file.kind() == FileKind.TEST)
                && context.templates().stream().noneMatch(t -> path.startsWith(t + "/"));
    }

    static JavaUnit unit(SourceFile file, ScanContext context) throws UnreadableFileException {
        return context.cache()
                .get(JavaUnit.class, VERSION, file, f -> JavaReader.read(f.path(), f.kind(), f.text(context.limits())));
    }

    private static void owner(
            List<FileWork.Outcome<JavaUnit>> outcomes, JavaFacts facts, OtherUnits elsewhere, Settings settings) {
        List<JavaUnit> production = new ArrayList<>();
        List<JavaUnit> tests = new ArrayList<>();
        for (FileWork.Outcome<JavaUnit> outcome : outcomes) {
            String path = outcome.file().path();
            facts.matched(path);
            JavaUnit unit = outcome.value();
            if (unit == null) {
                String reason = String.valueOf(outcome.failure());
                for (Class<? extends Fact> type : of(outcome.file().kind())) facts.gap(type, path, 0, reason);
                facts.gap(PartialParse.class, path, 0, reason);
                continue;
            }
            damage(unit, facts);
            (unit.kind() == FileKind.TEST ? tests : production).add(unit);
        }
        JavaIndex index = new JavaIndex(production, elsewhere);
        ErrorFacts errors =
                new ErrorFacts(index, facts, production, new RouteFacts(index, facts, settings).emit(production));
        production.forEach(errors::emit);
        JavaQueries queries = new JavaQueries(index, new EntityFacts(index, facts).emit(production), facts);
        production.forEach(queries::emit);
        for (JavaUnit unit : production) {
            new CallFacts(index, facts, unit).emit();
            ClassFacts.emit(facts, unit);
        }
        List<JavaUnit> all = new ArrayList<>(production);
        all.addAll(tests);
        JavaIndex withTests = new JavaIndex(all, elsewhere);
        for (JavaUnit unit : tests) new TestFacts(withTests, facts, unit).emit();
    }

    /** The facts a file of a kind may give. */
    private static List<Class<? extends Fact>> of(FileKind kind) {
        return TYPES.stream()
                .filter(type -> type != PartialParse.class && type != Unresolved.class)
                .filter(type -> (type == TestCase.class || type == AssertedOutcome.class) == (kind == FileKind.TEST))
                .toList();
    }

    private static void damage(JavaUnit unit, JavaFacts facts) {
        if (unit.problems().isEmpty()) return;
        for (JavaUnit.Problem problem : unit.problems()) {
            for (Class<? extends Fact> type : of(unit.kind()))
                facts.gap(type, unit.path(), problem.line(), problem.reason());
        }
        facts.fact(new PartialParse(
                unit.path(),
                facts.owner(),
                facts.place(unit.path(), unit.problems().get(0).line()),
                unit.path(),
                unit.problems().stream()
                        .limit(3)
                        .map(p -> "line " + p.line() + ": " + p.reason())
                        .collect(Collectors.joining("; "))));
    }
}
