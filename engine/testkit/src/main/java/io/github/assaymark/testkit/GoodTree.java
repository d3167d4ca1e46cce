package io.github.assaymark.testkit;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tree that cases change, read once. */
final class GoodTree {
    private final Extractors extractors = Extractors.standard();
    private final ScanRequest request;
    private final RepositorySource good;

    GoodTree(Path directory) {
        this.request = ScanRequest.of(directory);
        this.good = extractors.open(request);
    }

    /** The facts of the tree as it is; with {@code base} compared with itself. */
    Snapshot good(Instant now, boolean base) {
        return extractors.scan(request.at(now), good, base ? good : null).snapshot();
    }

    /**
     * The facts of the tree as a case changes it.
     *
     * @throws CaseException when a change does not fit the tree
     */
    Snapshot changed(ItemCase c) {
        RepositorySource source = patched(c, c.edits());
        List<FileEdit> baseEdits = c.base();
        RepositorySource base = baseEdits == null ? null : patched(c, baseEdits);
        Snapshot snapshot = extractors.scan(request.at(c.now()), source, base).snapshot();
        if (c.params().isEmpty() && c.lost().isEmpty()) return snapshot;
        return new Snapshot(altered(c, snapshot.facts()), snapshot.baseFacts(), snapshot.hasBase());
    }

    private static List<Fact> altered(ItemCase c, List<Fact> facts) {
        List<Fact> altered = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Param param && c.params().containsKey(param.name())) continue;
            if (c.lost().contains(fact.getClass().getSimpleName())) continue;
            boolean lost = fact instanceof Coverage coverage && c.lost().contains(coverage.factType());
            altered.add(lost ? lost((Coverage) fact) : fact);
        }
        c.params().forEach((name, values) -> {
            if (!values.isEmpty()) altered.add(Param.of(name, values.toArray(String[]::new)));
        });
        return altered;
    }

    private static Coverage lost(Coverage coverage) {
        return Coverage.missing(
                coverage.extractor(),
                coverage.factType(),
                coverage.owner(),
                Coverage.Status.NOT_ATTEMPTED,
                "the case says that nobody looks");
    }

    private RepositorySource patched(ItemCase c, List<FileEdit> edits) {
        if (edits.isEmpty()) return good;
        Map<String, FilePatch> patches = new TreeMap<>();
        for (FileEdit edit : edits) {
            if (edit instanceof FileEdit.Delete delete) delete(c, delete, patches);
            else patches.put(edit.path(), patch(c, edit, text(edit.path(), patches)));
        }
        return extractors.patched(good, List.copyOf(patches.values()));
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
