package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.Glob;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the services of a source. Used by one thread. */
final class ServiceDetection {
    private static final List<String> MANIFESTS = List.of("service.yaml", "service.yml", "service.json");
    private static final Set<String> TEMPLATES = Set.of("_template", "_templates", "__template__");
    private static final Set<FileKind> NOT_SHIPPED =
            Set.of(FileKind.TEST, FileKind.STUB, FileKind.VENDORED, FileKind.GENERATED);

    /** A Kubernetes object is called service.yaml just as often. */
    private static final Pattern KUBERNETES_API = Pattern.compile("(?m)^\\s{0,2}\"?apiVersion\"?\\s*:");

    private static final Pattern KUBERNETES_KIND = Pattern.compile("(?m)^\\s{0,2}\"?kind\"?\\s*:");

    private final RepositorySource source;
    private final RepositoryConfiguration configuration;
    private final Limits limits;
    private final Places places;
    private final SortedSet<String> directories = new TreeSet<>();
    private final SortedMap<String, ServiceLayout.Found> services = new TreeMap<>();
    private final SortedSet<String> templates = new TreeSet<>();
    private final List<String> detection = new ArrayList<>();
    private final List<Coverage.Gap> gaps = new ArrayList<>();
    private final Map<String, Boolean> kubernetes = new HashMap<>();

    ServiceDetection(RepositorySource source, RepositoryConfiguration configuration, Limits limits) {
        this.source = source;
        this.configuration = configuration;
        this.limits = limits;
        this.places = new Places(source);
    }

    ServiceLayout detect() {
        for (SourceFile file : source.files()) {
            String directory = Paths.directory(file.path());
            while (!directory.isEmpty() && directories.add(directory)) directory = Paths.directory(directory);
        }
        templates();
        if (configuration.services().isEmpty()) byManifest();
        else byConfiguration();
        if (services.isEmpty()) {
            services.put("", new ServiceLayout.Found("the repository as a whole", derived()));
            detection.add("no service manifest found: the repository is judged as one service");
        }
        templates.forEach(t -> detection.add("template " + t + ": copied to make services, not judged itself"));
        return new ServiceLayout(services, List.copyOf(templates), detection, gaps);
    }

    private static Provenance derived() {
        return new Provenance.Derived("subjects", List.of());
    }

    private void templates() {
        List<Glob> globs = configuration.templates().stream().map(Glob::of).toList();
        for (String directory : directories) {
            boolean usual = configuration.templates().isEmpty() && TEMPLATES.contains(Paths.name(directory));
            if (inTemplate(directory)) continue;
            if (usual || globs.stream().anyMatch(g -> g.matches(directory))) templates.add(directory);
        }
        for (int i = 0; i < globs.size(); i++) {
            Glob glob = globs.get(i);
            if (directories.stream().noneMatch(glob::matches))
                detection.add("templates: `" + configuration.templates().get(i) + "` matches no directory");
        }
    }

    private boolean inTemplate(String path) {
        return templates.stream().anyMatch(t -> path.equals(t) || path.startsWith(t + "/"));
    }

    private void byConfiguration() {
        for (String pattern : configuration.services()) {
            Glob glob = Glob.of(pattern);
            int before = services.size();
            if (pattern.equals(".") || pattern.equals("./")) service("", "configuration: " + pattern);
            for (String directory : directories) {
                if (glob.matches(directory) && !inTemplate(directory)) service(directory, "configuration: " + pattern);
            }
            if (services.size() > before) continue;
            if (directories.stream().anyMatch(d -> glob.matches(d) && services.containsKey(d))) continue;
            String path = configuration.path() == null ? "" : configuration.path();
            gaps.add(new Coverage.Gap(path, 0, "services: `" + pattern + "` matches no directory"));
            detection.add("services: `" + pattern + "` matches no directory");
        }
    }

    private void service(String directory, String by) {
        if (services.containsKey(directory)) return;
        String path = configuration.path();
        Provenance provenance = path == null ? derived() : places.whole(path);
        services.put(directory, new ServiceLayout.Found(by, provenance));
        detection.add("service " + (directory.isEmpty() ? "." : directory) + ": " + by);
    }

    /** Names of manifest files. */
    static List<String> manifests(RepositoryConfiguration configuration) {
        return configuration.lists().getOrDefault("manifests", MANIFESTS);
    }

    private void byManifest() {
        List<String> manifests = manifests(configuration);
        for (SourceFile file : source.files()) {
            String path = file.path();
            if (!manifests.contains(Paths.name(path)) || inTemplate(path)) continue;
            String directory = Paths.directory(path);
            if (NOT_SHIPPED.contains(file.kind())) {
                detection.add(path + " is no service manifest: it belongs to tests, stubs or copied files");
            } else if (kubernetes.computeIfAbsent(path, p -> kubernetes(file))) {
                detection.add(path + " is no service manifest: it describes a Kubernetes object");
            } else if (!services.containsKey(directory)) {
                services.put(directory, new ServiceLayout.Found(path, places.whole(path)));
                detection.add("service " + (directory.isEmpty() ? "." : directory) + ": manifest " + path);
            }
        }
    }

    /** Whether a file that came, went, or changed its kind may change which services there are. */
    boolean asksForFile(String path) {
        return configuration.services().isEmpty() && manifests(configuration).contains(Paths.name(path));
    }

    /** Whether a directory that came or went may change which services there are. */
    boolean asksForDirectory(String directory) {
        List<String> templates = configuration.templates();
        if (templates.isEmpty() && TEMPLATES.contains(Paths.name(directory))) return true;
        return templates.stream().anyMatch(t -> Glob.of(t).matches(directory))
                || configuration.services().stream().anyMatch(s -> Glob.of(s).matches(directory));
    }

    /** Whether what a file holds now changes which services there are. */
    boolean isChangedBy(SourceFile file) {
        Boolean before = kubernetes.get(file.path());
        return before != null && before != kubernetes(file);
    }

    /** A manifest that cannot be read still gives its service away. */
    private boolean kubernetes(SourceFile file) {
        try {
            String text = file.text(limits);
            return text.contains("{{")
                    || (KUBERNETES_API.matcher(text).find()
                            && KUBERNETES_KIND.matcher(text).find());
        } catch (UnreadableFileException e) {
            return false;
        }
    }
}
