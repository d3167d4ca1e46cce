package io.github.assaymark.testkit;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanPreview;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tree that cases change, read once. */
final class GoodTree implements AutoCloseable {
    private final Extractors extractors = Extractors.standard();
    private final Instant now;
    private final ScanRequest request;
    private final RepositorySource good;
    private @Nullable ScanPreview alone;
    private @Nullable ScanPreview compared;

    /** Most cases speak of {@code now}. */
    GoodTree(Path directory, Instant now) {
        this.now = now;
        this.request = ScanRequest.of(directory).at(now);
        this.good = extractors.open(request);
    }

    /** The facts of the tree as it is; with {@code base} compared with itself. */
    Snapshot good(boolean base) {
        return preview(base).snapshot();
    }

    /**
     * What a case, which changes no base, changes in the facts of the tree.
     *
     * @throws CaseException when a change does not fit the tree
     */
    FactDelta delta(ItemCase c) {
        ScanPreview preview = preview(c.base() != null);
        FactDelta read = preview.delta(patches(c, c.edits()));
        Set<Fact> removed = new LinkedHashSet<>(read.removed());
        Set<Fact> added = new LinkedHashSet<>();
        read.added().forEach(fact -> addIfLeft(altered(c, fact), added));
        if (!c.lost().isEmpty() || !c.params().isEmpty())
            for (Fact fact : preview.snapshot().facts()) {
                Fact left = altered(c, fact);
                if (!fact.equals(left) && removed.add(fact)) addIfLeft(left, added);
            }
        if (!c.now().equals(now)) removed.add(Now.at(now));
        addInputs(c, added);
        return new FactDelta(List.copyOf(removed), List.copyOf(added));
    }

    /**
     * The facts of the tree as a case changes it, read anew.
     *
     * @throws CaseException when a change does not fit the tree
     */
    Snapshot changed(ItemCase c) {
        RepositorySource source = patched(c, c.edits());
        List<FileEdit> baseEdits = c.base();
        RepositorySource base = baseEdits == null ? null : patched(c, baseEdits);
        Snapshot snapshot = extractors.scan(request, source, base).snapshot();
        Set<Fact> facts = new LinkedHashSet<>();
        snapshot.facts().forEach(fact -> addIfLeft(altered(c, fact), facts));
        if (!c.now().equals(now)) facts.remove(Now.at(now));
        addInputs(c, facts);
        return new Snapshot(List.copyOf(facts), snapshot.baseFacts(), snapshot.hasBase());
    }

    private ScanPreview preview(boolean base) {
        ScanPreview known = base ? compared : alone;
        if (known != null) return known;
        ScanPreview opened = extractors.preview(request, good, base ? good : null);
        if (base) compared = opened;
        else alone = opened;
        return opened;
    }

    /** Null for what a case says that nobody looks for, and for a parameter that it sets. */
    private static @Nullable Fact altered(ItemCase c, Fact fact) {
        if (fact instanceof Param param && c.params().containsKey(param.name())) return null;
        if (c.lost().contains(fact.getClass().getSimpleName())) return null;
        boolean lost = fact instanceof Coverage coverage && c.lost().contains(coverage.factType());
        return lost ? lost((Coverage) fact) : fact;
    }

    private static void addIfLeft(@Nullable Fact fact, Set<Fact> facts) {
        if (fact != null) facts.add(fact);
    }

    private void addInputs(ItemCase c, Set<Fact> facts) {
        if (!c.now().equals(now)) facts.add(Now.at(c.now()));
        c.params().forEach((name, values) -> {
            if (!values.isEmpty()) facts.add(Param.of(name, values.toArray(String[]::new)));
        });
    }

    private static Coverage lost(Coverage coverage) {
        return Coverage.missing(
                coverage.extractor(),
                coverage.factType(),
                coverage.owner(),
                Coverage.Status.NOT_ATTEMPTED,
                "the case says that nobody looks");
    }

    @Override
    public void close() {
        if (alone != null) alone.close();
        if (compared != null) compared.close();
    }

    private RepositorySource patched(ItemCase c, List<FileEdit> edits) {
        return edits.isEmpty() ? good : extractors.patched(good, patches(c, edits));
    }

    private List<FilePatch> patches(ItemCase c, List<FileEdit> edits) {
        Map<String, FilePatch> patches = new TreeMap<>();
        for (FileEdit edit : edits) {
            if (edit instanceof FileEdit.Delete delete) delete(c, delete, patches);
            else patches.put(edit.path(), patch(c, edit, text(edit.path(), patches)));
        }
        return List.copyOf(patches.values());
    }

    private void delete(ItemCase c, FileEdit.Delete delete, Map<String, FilePatch> patches) {
        int before = patches.size();
        for (SourceFile file : good.files())
            if (file.path().equals(delete.path())
                    || (delete.path().endsWith("/") && file.path().startsWith(delete.path())))
                patches.put(file.path(), FilePatch.deleted(file.path()));
        if (patches.size() == before) throw wrong(c, delete.path(), "there is no such file to delete");
    }

    private static FilePatch patch(ItemCase c, FileEdit edit, @Nullable String text) {
        String path = edit.path();
        if (edit instanceof FileEdit.Write write) return FilePatch.written(path, write.text());
        if (text == null) throw wrong(c, path, "there is no such file with text");
        if (edit instanceof FileEdit.Append append) return FilePatch.written(path, text + append.text());
        if (edit instanceof FileEdit.Unreadable broken) return FilePatch.unreadable(path, broken.reason());
        FileEdit.Replace replace = (FileEdit.Replace) edit;
        int at = text.indexOf(replace.text());
        if (at < 0) throw wrong(c, path, "the text `" + replace.text() + "` is not there");
        int end = at + replace.text().length();
        if (text.indexOf(replace.text(), end) >= 0)
            throw wrong(c, path, "the text `" + replace.text() + "` is there more than once");
        return FilePatch.written(path, text.substring(0, at) + replace.by() + text.substring(end));
    }

    private @Nullable String text(String path, Map<String, FilePatch> patches) {
        FilePatch patch = patches.get(path);
        byte[] content = patch == null ? null : patch.content();
        if (content != null) return new String(content, StandardCharsets.UTF_8);
        SourceFile file = good.file(path);
        if (patch != null || file == null) return null;
        try {
            return file.text(Limits.DEFAULT);
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    private static CaseException wrong(ItemCase c, String path, String what) {
        return new CaseException(List.of(c.place() + ": " + path + ": " + what
                + "\n  Maybe the good tree was changed; look at the file and mend the case"));
    }
}
