package io.github.assaymark.cli;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.report.SnapshotCodec;
import io.github.assaymark.report.SourceLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads facts and packs as the options say, and judges. */
final class Judge {
    static final String STARTER = "starter";

    private final Workshop workshop;
    private final Console console;

    Judge(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    /** The verdicts; {@code path} is the repository, null for the current directory. */
    Judged judge(JudgeOptions options, @Nullable Path path) {
        ScanResult scan = facts(options, path);
        if (options.snapshot == null && scan.snapshot().facts(RepoFile.class).isEmpty())
            throw new UsageException("nothing to judge: there is no file in " + directory(path)
                    + " that git does not ignore\n  Maybe another directory was meant");
        List<Pack> packs = packs(options, path, scan);
        Snapshot snapshot = configured(scan.snapshot(), options, packs);
        Assessment assessment = workshop.assess(packs, snapshot, options.upTo());
        if (assessment.verdicts().isEmpty())
            throw new UsageException(
                    "nothing was judged: the packs hold no item\n  Maybe name another pack with --pack");
        String repository =
                options.snapshot != null ? options.snapshot.toString() : path == null ? "." : path.toString();
        return new Judged(
                repository,
                options.revision,
                options.base,
                snapshot,
                scan.detection(),
                packs,
                assessment,
                options.snapshot != null ? SourceLines.none() : SourceLines.below(directory(path)),
                (path == null ? "" : " -C " + Shell.quoted(path.toString())) + options.asArguments());
    }

    /** The facts a repository, revision or snapshot file holds. */
    ScanResult facts(JudgeOptions options, @Nullable Path path) {
        Instant moment = options.moment();
        if (options.snapshot != null) return stored(options, path, options.snapshot, moment);
        Path repository = directory(path);
        if (!Files.exists(repository))
            throw new UsageException(
                    "no such directory: " + repository + "\n  Maybe run `assay` from another directory");
        if (!Files.isDirectory(repository))
            throw new UsageException("not a directory: " + repository
                    + "\n  Maybe name the repository it lies in; a snapshot file is read with --snapshot");
        if (options.config != null && !Files.isRegularFile(console.directory().resolve(options.config)))
            throw new UsageException("--config: no such file: " + options.config + "\n  Maybe leave it out: assay.yaml"
                    + " of the repository is read by itself");
        for (Path folder : options.state)
            if (!Files.isDirectory(console.directory().resolve(folder)))
                throw new UsageException("--state: no such directory: " + folder
                        + "\n  Maybe there is a slip in the path, or it is still to be exported");
        Map<String, String> shadow = options.shadowSettings();
        try (Progress progress = new Progress(console)) {
            ScanRequest request = new ScanRequest(
                    repository,
                    options.revision,
                    options.base,
                    moment,
                    options.config == null ? null : console.directory().resolve(options.config),
                    options.state.stream().map(console.directory()::resolve).toList(),
                    Limits.DEFAULT,
                    progress);
            return workshop.scan(shadow == null ? request : request.alsoBy(workshop.shadow(shadow, progress)));
        }
    }

    private ScanResult stored(JudgeOptions options, @Nullable Path path, Path file, @Nullable Instant moment) {
        if (path != null
                || options.revision != null
                || options.base != null
                || options.config != null
                || options.shadow
                || !options.state.isEmpty())
            throw new UsageException("--snapshot stands for a repository: it cannot be joined with a path, --revision,"
                    + " --base, --config, --state or --shadow\n  Maybe leave one of them out");
        Snapshot snapshot = SnapshotCodec.standard().read(console.directory().resolve(file));
        if (moment != null) snapshot = with(snapshot, Now.at(moment));
        return new ScanResult(snapshot, List.of(), List.of("facts were read from " + file));
    }

    /** The packs that are named on the command line, else in the configuration, else the starter. */
    List<Pack> packs(JudgeOptions options, @Nullable Path path, ScanResult scan) {
        List<String> names = !options.packs.isEmpty() ? options.packs : scan.packs();
        Path from = options.packs.isEmpty() ? directory(path) : console.directory();
        List<Pack> packs = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(STARTER) : names) {
            Pack pack = pack(name, from);
            if (packs.stream().noneMatch(known -> known.name().equals(pack.name()))) packs.add(pack);
        }
        return packs;
    }

    /** The pack of a name, or at a path below {@code from}. */
    Pack pack(String name, Path from) {
        boolean path = name.indexOf('/') >= 0 || name.startsWith(".") || name.endsWith(".groovy");
        if (!path) return workshop.pack(name);
        Path place = from.resolve(name);
        if (!Files.exists(place))
            throw new UsageException("no such pack: " + place + "\n  Maybe name a directory with a pack.groovy, a"
                    + " .groovy file with one checklist, or a shipped pack such as " + STARTER);
        return workshop.pack(place);
    }

    /** The snapshot with the parameters of the command line instead of those of the configuration. */
    private static Snapshot configured(Snapshot snapshot, JudgeOptions options, List<Pack> packs) {
        if (options.params.isEmpty()) return snapshot;
        Map<String, ParamDecl> declared = declared(packs);
        for (Map.Entry<String, String> param : options.params.entrySet()) {
            ParamDecl decl = declared.get(param.getKey());
            if (decl == null)
                throw new UsageException("--param: no checklist has a parameter " + param.getKey()
                        + Suggestion.line(
                                param.getKey(),
                                declared.keySet(),
                                declared.isEmpty()
                                        ? "leave it out: these packs have no parameters"
                                        : "one of " + String.join(", ", declared.keySet())));
            String value = param.getValue();
            String[] values = decl.type().kind() == ValueType.Kind.TEXT_LIST
                    ? value.isEmpty() ? new String[0] : value.split(",", -1)
                    : new String[] {value};
            snapshot = with(snapshot, Param.of(param.getKey(), values));
        }
        return snapshot;
    }

    /** Parameters of packs by name. */
    static SortedMap<String, ParamDecl> declared(List<Pack> packs) {
        TreeMap<String, ParamDecl> declared = new TreeMap<>();
        for (Pack pack : packs)
            for (Checklist checklist : pack.checklists())
                for (ParamDecl decl : checklist.params()) declared.putIfAbsent(decl.name(), decl);
        return declared;
    }

    private static Snapshot with(Snapshot snapshot, Fact fact) {
        return new Snapshot(replaced(snapshot.facts(), fact), snapshot.baseFacts(), snapshot.hasBase());
    }

    private static List<Fact> replaced(List<Fact> facts, Fact by) {
        List<Fact> changed = new ArrayList<>(facts);
        changed.removeIf(fact -> fact.getClass() == by.getClass() && fact.key().equals(by.key()));
        changed.add(by);
        return changed;
    }

    private Path directory(@Nullable Path path) {
        return path == null ? console.directory() : console.directory().resolve(path);
    }
}
