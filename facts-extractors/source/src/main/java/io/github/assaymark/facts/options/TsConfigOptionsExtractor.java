package io.github.assaymark.facts.options;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.ConfigOption;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.Unresolved;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code tsconfig.json} files: {@code compilerOptions.strict} and each flag it stands for, as they take effect
 * through the files that are extended. Files that only others extend, and files that compile nothing, are no projects
 * and have no options.
 */
public final class TsConfigOptionsExtractor implements FactExtractor {
    private static final Pattern NAME = Pattern.compile("tsconfig(?:[.-][\\w.-]+)?\\.json");
    private static final Pattern TESTS =
            Pattern.compile("tsconfig[.-](?:.*[.-])?(?:spec|test|tests|e2e|jest|vitest)\\.json");
    private static final int MAX_SHOWN = 200;

    /** What {@code strict} stands for (TypeScript manual, TSConfig reference). */
    private static final List<String> FAMILY = List.of(
            "alwaysStrict",
            "noImplicitAny",
            "noImplicitThis",
            "strictBindCallApply",
            "strictBuiltinIteratorReturn",
            "strictFunctionTypes",
            "strictNullChecks",
            "strictPropertyInitialization",
            "useUnknownInCatchVariables");

    /** Found through {@link java.util.ServiceLoader}. */
    public TsConfigOptionsExtractor() {}

    @Override
    public String id() {
        return "tsconfig-options";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(ConfigOption.class, Unresolved.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> all) {
        Consumer<Fact> facts = Redaction.before(all);
        CoverageAccount account = new CoverageAccount(context, id(), "tsconfig*.json");
        TsConfigFiles files = new TsConfigFiles(context);
        TreeMap<String, FileKind> found = new TreeMap<>();
        for (SourceFile file : context.source().files()) {
            if (NAME.matcher(Paths.name(file.path())).matches() && read(file, context))
                found.put(file.path(), kind(file));
        }
        Set<String> bases = new HashSet<>();
        for (String path : List.copyOf(found.keySet())) {
            bases.addAll(named(files, path, "extends"));
            for (String referenced : named(files, path, "references")) {
                SourceFile file = context.source().file(referenced);
                if (file != null) found.putIfAbsent(referenced, kind(file));
            }
        }
        Places places = new Places(context.source());
        found.forEach((path, kind) -> {
            boolean project = Paths.name(path).equals("tsconfig.json") || !bases.contains(path);
            TsConfigFiles.Read read = files.read(path);
            if (!project || (read.root() != null && compilesNothing(read.root()))) return;
            account.matched(path);
            if (read.root() == null) account.gap(path, read.line(), String.valueOf(read.problem()));
            emit(new Project(path, context.ownerOf(path), kind, places), files, facts);
        });
        account.close(facts, List.of(ConfigOption.class, Unresolved.class));
    }

    private static boolean read(SourceFile file, ScanContext context) {
        return (file.kind() == FileKind.CONFIGURATION || file.kind() == FileKind.TEST)
                && context.templates().stream().noneMatch(t -> file.path().startsWith(t + "/"));
    }

    private static FileKind kind(SourceFile file) {
        return TESTS.matcher(Paths.name(file.path())).matches() ? FileKind.TEST : file.kind();
    }

    /** The files of the repository that a file extends, or that it names as other projects. */
    private static Set<String> named(TsConfigFiles files, String path, String entry) {
        Set<String> named = new HashSet<>();
        LocatedNode root = files.read(path).root();
        LocatedNode node = root == null ? null : root.get(entry);
        if (node == null) return named;
        for (LocatedNode each : node.isList() ? node.items() : List.of(node)) {
            if (entry.equals("extends")) {
                String base = files.base(each.text(), path).path();
                if (base != null) named.add(base);
                continue;
            }
            LocatedNode to = each.get("path");
            String target = to == null ? null : Paths.resolve(Paths.directory(path), to.text());
            if (target != null)
                named.add(target.endsWith(".json") ? target : TsConfigFiles.join(target, "tsconfig.json"));
        }
        return named;
    }

    /** A file that only lists other projects. */
    private static boolean compilesNothing(LocatedNode root) {
        LocatedNode list = root.get("files");
        LocatedNode include = root.get("include");
        return list != null
                && list.isList()
                && list.items().isEmpty()
                && (include == null || (include.isList() && include.items().isEmpty()));
    }

    private record Project(String path, String owner, FileKind kind, Places places) {
        Provenance.File place(String file, @Nullable LocatedNode at) {
            return at == null
                    ? places.whole(file)
                    : at.span().in(places.source().commit(), file, null);
        }
    }

    private static void emit(Project project, TsConfigFiles files, Consumer<Fact> facts) {
        CompilerOptions options = new CompilerOptions(files, project.path());
        CompilerOptions.Said strict = options.option("strict");
        Boolean byDefault = TypeScriptVersion.strictByDefault(files, project.path());
        if (strict instanceof CompilerOptions.Absent && byDefault == null)
            strict = new CompilerOptions.Open(
                    "nobody writes `strict`, and its default depends on the version of TypeScript, which is not known",
                    project.path(),
                    null);
        Set<String> told = new HashSet<>();
        emit(project, "strict", strict, strict, byDefault, told, facts);
        for (String flag : FAMILY) emit(project, flag, options.option(flag), strict, byDefault, told, facts);
    }

    private static void emit(
            Project project,
            String name,
            CompilerOptions.Said own,
            CompilerOptions.Said strict,
            @Nullable Boolean byDefault,
            Set<String> told,
            Consumer<Fact> facts) {
        CompilerOptions.Said said = own instanceof CompilerOptions.Absent ? strict : own;
        Boolean value = said instanceof CompilerOptions.Written written ? (Boolean) written.value() : null;
        Provenance.File place = project.place(project.path(), null);
        if (said instanceof CompilerOptions.Written written) place = project.place(written.file(), written.at());
        else if (said instanceof CompilerOptions.Open open) {
            place = project.place(open.file(), open.at());
            if (told.add(open.reason())) facts.accept(unresolved(project, open, place, told.size()));
        } else value = byDefault;
        facts.accept(new ConfigOption(
                "typescript " + project.path() + " compilerOptions." + name,
                project.owner(),
                place,
                "typescript",
                "compilerOptions." + name,
                value == null ? null : value.toString(),
                value != null,
                own instanceof CompilerOptions.Written,
                null,
                project.kind(),
                project.path()));
    }

    /** No fact is missing because of it: the options are there, and say that their values are not known. */
    private static Fact unresolved(Project project, CompilerOptions.Open open, Provenance.File place, int number) {
        String lookedFor = "options of TypeScript";
        LocatedNode at = open.at();
        return new Unresolved(
                project.path() + "#" + lookedFor + (number == 1 ? "" : "#" + number),
                project.owner(),
                place,
                lookedFor,
                Secrets.shown(at == null ? Paths.name(open.file()) : at.text(), MAX_SHOWN),
                open.reason(),
                List.of(),
                project.path());
    }
}
