package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.ConfigurationReader;
import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.CommitTree;
import io.github.assaymark.facts.repository.source.GitFolder;
import io.github.assaymark.facts.repository.source.LiveTree;
import io.github.assaymark.facts.repository.source.MemoryTree;
import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.RepositoryScanner;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanPreview;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Scans repositories on the local disk. Safe for use by many threads. */
public final class LocalRepositoryScanner implements RepositoryScanner {
    private final List<FactExtractor> extractors;
    private final @Nullable ConfigurationReader reader;

    /** With every extractor on the class path. */
    public LocalRepositoryScanner() {
        this(
                ServiceLoader.load(FactExtractor.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(ConfigurationReader.class).findFirst().orElse(null));
    }

    LocalRepositoryScanner(List<FactExtractor> extractors, @Nullable ConfigurationReader reader) {
        this.extractors = extractors.stream()
                .sorted(Comparator.comparing(FactExtractor::id))
                .toList();
        this.reader = reader;
    }

    @Override
    public ScanResult scan(ScanRequest request) {
        Path directory = directory(request);
        List<String> detection = new ArrayList<>();
        try (GitFolder git = GitFolder.find(directory, detection)) {
            RepositorySource source = source(request, git, detection);
            RepositorySource base = base(request, git, detection);
            String branch = git == null || request.revision() != null ? null : git.branch();
            return scan(request, source, base, branch, detection);
        }
    }

    @Override
    public RepositorySource open(ScanRequest request) {
        Path directory = directory(request);
        List<String> detection = new ArrayList<>();
        try (GitFolder git = GitFolder.find(directory, detection)) {
            return MemoryTree.of(source(request, git, detection), request.limits());
        }
    }

    @Override
    public LiveScan follow(ScanRequest request) {
        if (request.revision() != null)
            throw new ScanException(List.of("revision `" + request.revision()
                    + "` never changes, so it cannot be followed\n  Maybe scan it, or leave the revision out"));
        return new FollowedScan(this, request.at(now(request)));
    }

    /** A working tree whose facts can follow it; the caller closes its git folder. */
    FollowedScan.Opened opened(ScanRequest request, ExecutorService pool) {
        Path directory = directory(request);
        List<String> detection = new ArrayList<>();
        GitFolder git = GitFolder.find(directory, detection);
        boolean done = false;
        try {
            LiveTree tree = workingTree(request, git, detection).live(request.limits());
            RepositorySource base = base(request, git, detection);
            FollowedScan.Opened opened = opened(request, tree, base, git, detection, pool);
            done = true;
            return opened;
        } finally {
            if (!done && git != null) git.close();
        }
    }

    /** A tree whose facts can follow it. */
    FollowedScan.Opened opened(
            ScanRequest request,
            LiveTree tree,
            @Nullable RepositorySource base,
            @Nullable GitFolder git,
            List<String> detection,
            ExecutorService pool) {
        RepositoryConfiguration configuration = configuration(request, tree);
        Limits limits = request.limits();
        ServiceDetection services = new ServiceDetection(tree, configuration, limits);
        List<RepositorySource> exports = StateFolders.of(request, tree, configuration, detection);
        String sha = JudgedCommit.of(tree, configuration);
        Scan scan = new Scan(tree, base, services.detect(), configuration, sha, limits, exports);
        List<Fact> fixed =
                new ArrayList<>(SubjectFacts.of(scan, sha == null ? null : tree.branch(), extractors(request)));
        fixed.add(Now.at(now(request)));
        fixed.addAll(configuration.params());
        Snapshot before = base == null ? null : Snapshot.of(baseFacts(request, base, configuration));
        Followed facts = new Followed(tree, scan, services, fixed, extractors(request), request.progress(), pool);
        return new FollowedScan.Opened(facts, before, git);
    }

    @Override
    public ScanPreview preview(ScanRequest request, RepositorySource source, @Nullable RepositorySource base) {
        return new PreviewedScan(this, request.at(now(request)), MemoryTree.of(source, request.limits()), base);
    }

    @Override
    public RepositorySource patched(RepositorySource source, List<FilePatch> patches) {
        return MemoryTree.of(source, Limits.DEFAULT).patched(patches);
    }

    @Override
    public ScanResult scan(ScanRequest request, RepositorySource source, @Nullable RepositorySource base) {
        return scan(request, source, base, null, new ArrayList<>(List.of("files in memory")));
    }

    private static Path directory(ScanRequest request) {
        Path directory = request.repository();
        if (Files.isDirectory(directory)) return directory;
        throw new ScanException(List.of("`" + directory + "` is not a directory"
                + (Files.exists(directory)
                        ? "\n  Maybe give the directory it lies in"
                        : "\n  Maybe there is a slip in the path: nothing exists there")));
    }

    private ScanResult scan(
            ScanRequest request,
            RepositorySource source,
            @Nullable RepositorySource base,
            @Nullable String branch,
            List<String> detection) {
        RepositoryConfiguration configuration = configuration(request, source);
        detection.addAll(configuration.detection());
        Limits limits = request.limits();
        ServiceLayout layout = new ServiceDetection(source, configuration, limits).detect();
        detection.addAll(layout.detection());
        String sha = JudgedCommit.of(source, configuration);
        String said = JudgedCommit.said(source, configuration);
        if (said != null) detection.add(said);
        List<RepositorySource> exports = StateFolders.of(request, source, configuration, detection);
        Scan scan = new Scan(source, base, layout, configuration, sha, limits, exports);

        List<Fact> facts = facts(scan, sha == null ? null : branch, request);
        facts.add(Now.at(now(request)));
        facts.addAll(configuration.params());
        Snapshot snapshot = Snapshot.of(facts);
        if (base != null) {
            snapshot = snapshot.comparedWith(Snapshot.of(baseFacts(request, base, configuration)));
        }
        return new ScanResult(snapshot, configuration.packs(), detection);
    }

    private List<Fact> baseFacts(ScanRequest request, RepositorySource base, RepositoryConfiguration configuration) {
        ServiceLayout layout = new ServiceDetection(base, configuration, request.limits()).detect();
        Scan scan = new Scan(base, null, layout, configuration, base.commit(), request.limits(), List.of());
        return facts(scan, null, request);
    }

    private List<Fact> facts(Scan scan, @Nullable String branch, ScanRequest request) {
        List<FactExtractor> all = extractors(request);
        List<Fact> facts = new ArrayList<>(SubjectFacts.of(scan, branch, all));
        facts.addAll(new ExtractorRun(scan, request.progress()).run(all));
        return facts;
    }

    /** Those of the class path and those of a request; of equal ids, the one of the request. */
    private List<FactExtractor> extractors(ScanRequest request) {
        if (request.further().isEmpty()) return extractors;
        Map<String, FactExtractor> all = new TreeMap<>();
        for (FactExtractor extractor : extractors) all.put(extractor.id(), extractor);
        for (FactExtractor extractor : request.further()) all.put(extractor.id(), extractor);
        return List.copyOf(all.values());
    }

    private static Instant now(ScanRequest request) {
        Instant now = request.now();
        return now == null ? Instant.now() : now;
    }

    private static RepositorySource source(ScanRequest request, @Nullable GitFolder git, List<String> detection) {
        String revision = request.revision();
        if (revision != null) {
            String commit = required(git, request, revision).commit(revision);
            detection.add("commit " + commit + ", read from git without a checkout");
            return CommitTree.of(
                    request.repository(), required(git, request, revision), commit, request.limits(), true);
        }
        return workingTree(request, git, detection);
    }

    private static WorkingTree workingTree(ScanRequest request, @Nullable GitFolder git, List<String> detection) {
        if (git != null && git.bare())
            throw new ScanException(List.of("`" + request.repository()
                    + "` is a bare git repository without files\n  Maybe name a revision, for example HEAD"));
        WorkingTree tree = WorkingTree.of(request.repository(), git, request.limits());
        if (!tree.inGit()) detection.add("not in a git repository: every file is read that no .gitignore names");
        else if (tree.head() == null) detection.add("git repository without a commit");
        else detection.add("working tree on top of commit " + tree.head());
        tree.leftOut().forEach(path -> detection.add("left out " + path + ": installed or computed, not in git"));
        return tree;
    }

    private static @Nullable RepositorySource base(
            ScanRequest request, @Nullable GitFolder git, List<String> detection) {
        String revision = request.base();
        if (revision == null) return null;
        GitFolder present = required(git, request, revision);
        String commit = present.commit(revision);
        detection.add("compared with commit " + commit);
        return CommitTree.of(request.repository(), present, commit, request.limits(), false);
    }

    private static GitFolder required(@Nullable GitFolder git, ScanRequest request, String revision) {
        if (git != null) return git;
        throw new ScanException(List.of("revision `" + revision + "` needs git, but `" + request.repository()
                + "` is in no git repository\n  Maybe leave the revision out to read the files as they are"));
    }

    private RepositoryConfiguration configuration(ScanRequest request, RepositorySource source) {
        Path file = request.configuration();
        if (reader != null) return reader.read(source, file, request.limits());
        if (file == null && source.file(ConfigurationReader.FILE) == null) return RepositoryConfiguration.NONE;
        throw new ScanException(List.of("there is a configuration but nothing on the class path that reads it"
                + "\n  Maybe the jar of the repository facts is damaged"));
    }
}
