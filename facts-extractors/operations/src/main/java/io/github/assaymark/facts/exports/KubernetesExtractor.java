package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests of Kubernetes that lie in the repository: what is meant to run. Templates of Helm charts are no
 * manifests before they are rendered, and a manifest that a kustomization changes is not what will run: both are gaps,
 * until somebody exports what they make (kind {@code kubernetes.manifests} with the directory as {@code chart}).
 */
public final class KubernetesExtractor implements FactExtractor {
    private static final String ID = "kubernetes";
    private static final Set<String> EXTENSIONS = Set.of("yaml", "yml", "json");

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
        return Set.of(Workload.class, ScalingPolicy.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        DeclaredAccount account =
                new DeclaredAccount(context, ID, "*.yaml, *.yml and *.json with apiVersion and kind, charts");
        Map<String, StructuredFile> files = read(context, account);
        RenderedCharts rendered = RenderedCharts.of(context);
        List<String> charts = charts(context, account, rendered);
        Set<String> changed = new Kustomizations(files, account, rendered).changed();
        ServiceNames services = new ServiceNames(context);
        Map<String, Integer> keys = new HashMap<>();
        files.forEach((path, file) -> {
            if (changed.contains(path) || Kustomizations.isOne(path)) return;
            if (charts.stream().anyMatch(chart -> path.startsWith(chart + "templates/"))) return;
            if (file.tree().templated()) {
                account.gap(path, 1, "it is a template, which is not read before it is rendered");
                return;
            }
            for (Problem problem : file.tree().problems()) account.gap(path, problem.line(), problem.message());
            DeclaredDocument document = new DeclaredDocument(context, services, file, account, facts, keys);
            KubernetesReading reading = new KubernetesReading(document, StateSource.DECLARED);
            documents(file).stream().filter(KubernetesReading::isObject).forEach(reading::take);
            reading.tell();
        });
        account.close(facts, List.of(ScalingPolicy.class, Workload.class), List.of("source=" + StateSource.DECLARED));
    }

    static List<JsonValue> documents(StructuredFile file) {
        List<JsonValue> documents = new ArrayList<>();
        file.tree().documents().forEach(root -> documents.add(new JsonValue(root, "")));
        return documents;
    }

    /** The files that hold anything of Kubernetes, by path. */
    private static Map<String, StructuredFile> read(ScanContext context, DeclaredAccount account) {
        List<SourceFile> candidates = context.source().files().stream()
                .filter(file -> (EXTENSIONS.contains(Paths.extension(file.path())) || Kustomizations.isOne(file.path()))
                        && DeclaredDocument.isOurs(context, file))
                .toList();
        Map<String, StructuredFile> files = new TreeMap<>();
        for (FileWork.Outcome<Optional<StructuredFile>> outcome : FileWork.over(
                candidates,
                context.limits(),
                file -> read(file, context.source().commit(), context.limits()))) {
            String path = outcome.file().path();
            Optional<StructuredFile> file = outcome.value();
            if (file == null) account.gap(path, 0, String.valueOf(outcome.failure()));
            else if (file.isPresent()) {
                account.matched(path);
                files.put(path, file.get());
            }
        }
        return files;
    }

    private static Optional<StructuredFile> read(SourceFile file, @Nullable String commit, Limits limits)
            throws UnreadableFileException {
        String text = file.text(limits);
        boolean one = Kustomizations.isOne(file.path()) || (text.contains("apiVersion") && text.contains("kind"));
        return one
                ? Optional.of(new StructuredFile(file, commit, LocatedTree.ofFile(file.path(), text, limits)))
                : Optional.empty();
    }

    /** Directories of charts, each with a {@code /} at its end. */
    private static List<String> charts(ScanContext context, DeclaredAccount account, RenderedCharts rendered) {
        List<String> charts = new ArrayList<>();
        for (SourceFile file : context.source().files()) {
            if (!Paths.name(file.path()).equals("Chart.yaml") || !DeclaredDocument.isOurs(context, file)) continue;
            String directory = Paths.directory(file.path());
            charts.add(directory.isEmpty() ? "" : directory + "/");
            if (!rendered.holds(directory))
                account.gap(
                        file.path(),
                        0,
                        "templates of a chart are not read: export what `helm template` makes of it as kind"
                                + " kubernetes.manifests with \"chart\": \"" + directory + "\" in its scope");
        }
        return charts;
    }
}
