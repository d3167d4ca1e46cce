package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.ConfigurationReader;
import io.github.assaymark.facts.repository.source.Listing;
import io.github.assaymark.facts.repository.source.LiveTree;
import io.github.assaymark.facts.repository.source.ObservedTree;
import io.github.assaymark.facts.repository.source.Reads;
import io.github.assaymark.facts.repository.source.StoredFile;
import io.github.assaymark.facts.repository.source.Subtree;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts of a tree as long as its services stay where they are. Used by one thread. */
final class Followed {
    private final LiveTree tree;
    private final Scan scan;
    private final ServiceDetection detection;
    private final ExecutorService pool;
    private final Map<String, TreeMap<String, StoredFile>> owned = new HashMap<>();
    private final Map<String, List<StoredFile>> listed = new HashMap<>();
    private final Map<Family, List<Unit>> units = new LinkedHashMap<>();
    private final UnitIndex index = new UnitIndex();
    private final FactCounts counts = new FactCounts();

    /** {@code fixed} are facts that no extractor says. */
    Followed(
            LiveTree tree,
            Scan scan,
            ServiceDetection detection,
            List<Fact> fixed,
            List<FactExtractor> extractors,
            ScanRequest.Progress progress,
            ExecutorService pool) {
        this.tree = tree;
        this.scan = scan;
        this.detection = detection;
        this.pool = pool;
        for (String owner : scan.owners()) owned.put(owner, new TreeMap<>());
        for (SourceFile file : tree.files()) files(file.path()).put(file.path(), (StoredFile) file);
        counts.add(fixed);
        List<Unit> all = new ArrayList<>();
        for (Family family : Family.all(extractors)) {
            List<Unit> parts = new ArrayList<>();
            if (family.byOwner()) scan.owners().forEach(owner -> parts.add(new Unit(family, owner)));
            else parts.add(new Unit(family, null));
            units.put(family, parts);
            all.addAll(parts);
        }
        run(all, null, progress);
        counts.take();
    }

    FactCounts facts() {
        return counts;
    }

    /** Whether another commit is checked out, or git tracks other files. */
    boolean isOutdated() {
        return tree.isOutdated();
    }

    /** What changed; null when everything must be read again. */
    @Nullable
    FactDelta update(Collection<String> changed) {
        Set<String> paths = new TreeSet<>(changed);
        for (String path : paths) if (decides(path) || isExportOnDisk(path)) return null;
        paths.addAll(tree.linked(paths));
        Set<Unit> again = new LinkedHashSet<>();
        Set<String> edited = new TreeSet<>();
        boolean shape = false;
        for (String path : paths) {
            if (path.equals(".git") || path.startsWith(".git/")) continue;
            LiveTree.Fate fate = follow(path, again);
            if (fate == LiveTree.Fate.UNSURE) return null;
            shape |= fate == LiveTree.Fate.SHAPE;
            if (fate == LiveTree.Fate.CONTENT) edited.add(path);
        }
        for (String path : edited) exchange(path);
        run(again, shape ? null : edited, (stage, done, total) -> {});
        return counts.take();
    }

    /** Whether a path says which files there are, or how they are read. */
    private static boolean decides(String path) {
        if (path.equals(ConfigurationReader.FILE) || path.equals(".git/info/exclude")) return true;
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty() || part.equals(".") || part.equals("..") || (i > 0 && part.equals(".git"))) {
                if (!parts[0].equals(".git")) return true;
            }
        }
        return Paths.name(path).equals(".gitignore");
    }

    /** Whether a path lies in a folder of exported state that is listed by itself, tracked by git or not. */
    private boolean isExportOnDisk(String path) {
        return scan.exports().stream()
                .anyMatch(folder -> !(folder instanceof Subtree below && below.source() == tree)
                        && path.startsWith(folder.name() + "/"));
    }

    /** Sees the files as the tree holds them, after an update that could not be made. */
    void resume(Collection<String> changed) {
        for (String path : changed) {
            tree.follow(path);
            keep(path);
        }
    }

    /** What became of a path; {@code UNSURE} when everything must be read again. */
    private LiveTree.Fate follow(String path, Set<Unit> again) {
        LiveTree.Step step = tree.follow(path);
        StoredFile file = tree.file(path);
        if (scan.workspace().isChangedBy(path, file)) return LiveTree.Fate.UNSURE;
        switch (step.fate()) {
            case UNSURE, NOTHING -> {
                return step.fate();
            }
            case CONTENT -> {
                if (file != null && detection.isChangedBy(file)) return LiveTree.Fate.UNSURE;
                again.addAll(index.ofContent(path, scan.ownerOf(path)));
            }
            case SHAPE -> {
                if (detection.asksForFile(path)) return LiveTree.Fate.UNSURE;
                if (step.directories().stream().anyMatch(detection::asksForDirectory)) return LiveTree.Fate.UNSURE;
                again.addAll(index.ofShape(path, scan.ownerOf(path)));
                step.directories().forEach(directory -> again.addAll(index.ofDirectory(directory)));
            }
        }
        keep(path);
        return step.fate();
    }

    private void keep(String path) {
        StoredFile file = tree.file(path);
        if (file == null) files(path).remove(path);
        else files(path).put(path, file);
    }

    private Map<String, StoredFile> files(String path) {
        String owner = scan.ownerOf(path);
        listed.remove(owner);
        return owned.computeIfAbsent(owner, o -> new TreeMap<>());
    }

    /** Those who listed a file will see what it holds now, also when they are asked for another reason later. */
    private void exchange(String path) {
        StoredFile file = tree.file(path);
        if (file == null) return;
        for (Unit unit : index.listing(scan.ownerOf(path))) unit.listing().exchange(file);
    }

    /** {@code owner} null for the files of all. */
    private List<StoredFile> filesOf(@Nullable String owner) {
        if (owner == null) return List.copyOf(tree.stored());
        return listed.computeIfAbsent(
                owner, o -> List.copyOf(owned.getOrDefault(o, new TreeMap<>()).values()));
    }

    /** {@code edited} are the only files that changed; null when files came or went, or it is not known. */
    private void run(Collection<Unit> some, @Nullable Set<String> edited, ScanRequest.Progress progress) {
        record Running(
                Unit unit, boolean keepsReads, Reads reads, Listing listing, Supplier<ExtractorRun.Ran> result) {}
        List<Running> running = new ArrayList<>();
        for (Unit unit : some) {
            boolean goesOn = edited != null && unit.knows();
            boolean keepsReads = goesOn || (unit.family().shares() && unit.knows());
            Reads reads = new Reads();
            Listing listing = unit.listing();
            if (!goesOn || !listing.isAskedFor()) {
                if (keepsReads) listing.lookedAt(reads.contents()::add);
                listing = new Listing(filesOf(unit.owner()));
            }
            ExtractorRun run = new ExtractorRun(context(unit, listing, reads, goesOn ? edited : null), progress);
            running.add(new Running(unit, keepsReads, reads, listing, run.start(unit.family(), 1, pool)));
        }
        Set<Family> wider = new LinkedHashSet<>();
        for (Running one : running) {
            ExtractorRun.Ran ran = one.result().get();
            Unit unit = one.unit();
            Reads asked = unit.reads();
            List<List<Fact>> before = unit.facts();
            for (int i = 0; i < ran.facts().size(); i++)
                counts.replace(
                        before.isEmpty() ? List.of() : before.get(i),
                        ran.facts().get(i));
            if (one.keepsReads()) {
                unit.more(one.reads(), one.listing(), ran.facts());
                index.add(unit, one.reads());
            } else {
                unit.now(one.reads(), one.listing(), ran.facts());
                index.replace(unit, asked);
            }
            if (ran.failed()) unit.forget();
            if (unit.owner() == null || unit.family().shares()) continue;
            if (ran.failed() || isAboutOthers(unit)) wider.add(unit.family());
        }
        List<Unit> whole = new ArrayList<>();
        wider.forEach(family -> whole.add(widened(family)));
        if (!whole.isEmpty()) run(whole, null, progress);
    }

    /** Whether a unit accounts for files of another owner, so that only all units together say how many there are. */
    private static boolean isAboutOthers(Unit unit) {
        return unit.facts().stream()
                .flatMap(List::stream)
                .anyMatch(fact -> fact instanceof Coverage && !fact.owner().equals(unit.owner()));
    }

    private Unit widened(Family family) {
        for (Unit part : units.getOrDefault(family, List.of())) {
            index.remove(part);
            part.facts().forEach(counts::remove);
        }
        Unit whole = new Unit(family, null);
        units.put(family, List.of(whole));
        return whole;
    }

    private PartialScan context(Unit unit, Listing listing, Reads reads, @Nullable Set<String> edited) {
        String owner = unit.owner();
        ObservedTree own = new ObservedTree(tree, listing, owner == null, reads);
        if (owner == null) return new PartialScan(scan, scan.owners(), own, own, unit.shared(), edited);
        ObservedTree whole = new ObservedTree(tree, null, true, reads);
        return new PartialScan(scan, List.of(owner), own, whole, unit.shared(), edited);
    }
}
