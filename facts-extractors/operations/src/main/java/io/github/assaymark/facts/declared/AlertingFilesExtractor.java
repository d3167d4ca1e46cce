package io.github.assaymark.facts.declared;

import io.github.assaymark.facts.exports.ServiceNames;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.DuplicateEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.Dashboard;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.SloDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what a repository declares of alerting: routes of Alertmanager, rules of Prometheus, alert rules and dashboards
 * of Grafana, objectives of service level. A file is one of these by what it holds, wherever it lies; one that looks
 * like one and is not understood is a gap. Tests, stand-ins, copies of other projects and folders of exported state
 * declare nothing.
 */
public final class AlertingFilesExtractor implements FactExtractor {
    private static final String ID = "alerting-files";
    private static final Set<String> EXTENSIONS = Set.of("yaml", "yml", "json", "rules");
    private static final String LOOKED = "*.yaml, *.yml, *.json, *.rules that hold it";

    /** What the coverage of a type is limited to, beside what is declared. */
    private static final Map<Class<? extends Fact>, List<String>> LIMITS = new LinkedHashMap<>();

    static {
        LIMITS.put(AlarmDef.class, List.of("provider=grafana,prometheus"));
        LIMITS.put(Dashboard.class, List.of("tool=grafana"));
        LIMITS.put(PagerRoute.class, List.of("system=alertmanager"));
        LIMITS.put(SloDef.class, List.of());
    }

    /**
     * A file that may be of some kinds.
     *
     * @param kinds those whose marks it bears; empty for most files
     */
    private record Marked(LocatedTree tree, List<DeclaredKind> kinds) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.copyOf(LIMITS.keySet());
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        Map<Class<? extends Fact>, CoverageAccount> accounts = new LinkedHashMap<>();
        for (Class<? extends Fact> type : LIMITS.keySet()) accounts.put(type, new CoverageAccount(context, ID, LOOKED));
        ServiceNames services = new ServiceNames(context);
        Map<String, Integer> keys = new HashMap<>();
        List<SourceFile> files = context.source().files().stream()
                .filter(file -> EXTENSIONS.contains(Paths.extension(file.path())) && declares(context, file))
                .toList();
        for (FileWork.Outcome<Marked> outcome : FileWork.over(
                files,
                context.limits(),
                file -> context.cache().get(Marked.class, 1, file, one -> marked(one, context)))) {
            String path = outcome.file().path();
            Marked marked = outcome.value();
            if (marked == null) {
                // What cannot be read at all may be any of them; of those in JSON only dashboards are read.
                boolean dashboard = Paths.extension(path).equals("json");
                accounts.forEach((type, account) -> {
                    if (dashboard != type.equals(Dashboard.class)) return;
                    account.matched(path);
                    account.gap(path, 0, String.valueOf(outcome.failure()));
                });
                continue;
            }
            for (DeclaredKind kind : marked.kinds()) {
                CoverageAccount account = accounts.get(kind.types().get(0));
                if (account == null) throw new IllegalStateException("no account of " + kind.name());
                read(
                        marked.tree(),
                        kind,
                        account,
                        new DeclaredFile(path, context.source().commit(), services, account, keys, facts),
                        path);
            }
        }
        LIMITS.forEach((type, limits) -> close(accounts, type, limits, facts));
        for (String owner : context.owners())
            facts.accept(Coverage.missing(
                            ID,
                            AlarmDef.class.getSimpleName(),
                            owner,
                            Coverage.Status.NOT_ATTEMPTED,
                            "alarms that are declared for other systems are not read")
                    .limitedTo(List.of("source=DECLARED", "provider!=grafana,prometheus")));
    }

    private static void close(
            Map<Class<? extends Fact>, CoverageAccount> accounts,
            Class<? extends Fact> type,
            List<String> limits,
            Consumer<Fact> facts) {
        List<String> about = new ArrayList<>(limits);
        about.add("source=DECLARED");
        CoverageAccount account = accounts.get(type);
        if (account == null) throw new IllegalStateException("no account of " + type);
        // Files for all services lie anywhere, and what they would say may be of any.
        account.closeForEveryOwner(
                fact -> facts.accept(fact instanceof Coverage coverage ? coverage.limitedTo(about) : fact),
                List.of(type));
    }

    private static boolean declares(ScanContext context, SourceFile file) {
        FileKind kind = file.kind();
        if (kind == FileKind.TEST || kind == FileKind.STUB || kind == FileKind.VENDORED) return false;
        return !context.isExported(file.path());
    }

    private static Marked marked(SourceFile file, ScanContext context) throws UnreadableFileException {
        String text = file.text(context.limits());
        List<DeclaredKind> kinds =
                DeclaredKinds.ALL.stream().filter(kind -> kind.marked(text)).toList();
        LocatedTree tree = kinds.isEmpty()
                ? LocatedTree.json("null", context.limits())
                : LocatedTree.ofFile(file.path(), text, context.limits());
        return new Marked(tree, kinds);
    }

    private static void read(
            LocatedTree tree, DeclaredKind kind, CoverageAccount account, DeclaredFile file, String path) {
        List<LocatedNode> documents =
                tree.documents().stream().filter(kind.reads()).toList();
        if (documents.isEmpty() && tree.complete()) return;
        account.matched(path);
        for (Problem problem : tree.problems()) account.gap(path, problem.line(), problem.message());
        for (DuplicateEntry duplicate : tree.duplicates())
            account.gap(
                    path,
                    duplicate.repeated().keySpan().startLine(),
                    "`" + String.join(".", duplicate.path()) + "` stands there twice");
        // Of a file with damage, the rest may change what the read part means; and with a key twice it is refused.
        if (tree.complete() && tree.duplicates().isEmpty())
            for (LocatedNode document : documents) kind.reader().accept(document, file);
    }
}
