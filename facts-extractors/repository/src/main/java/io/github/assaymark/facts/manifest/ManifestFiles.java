package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.structured.DuplicateEntry;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.FileKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads structured files for the extractors of this package and keeps account of what was not understood. */
final class ManifestFiles {
    private final ScanContext context;
    private final CoverageAccount account;
    private final Consumer<Fact> facts;

    ManifestFiles(ScanContext context, CoverageAccount account, Consumer<Fact> facts) {
        this.context = context;
        this.account = account;
        this.facts = facts;
    }

    /** Whether a file speaks of the software itself, not of a test or another project. */
    static boolean ours(SourceFile file) {
        FileKind kind = file.kind();
        return kind != FileKind.TEST
                && kind != FileKind.STUB
                && kind != FileKind.GENERATED
                && kind != FileKind.VENDORED;
    }

    /** The file; null when it cannot be read, which is then in the account. */
    @Nullable
    StructuredFile read(SourceFile file) {
        try {
            return StructuredFile.read(file, context.source().commit(), context.limits());
        } catch (UnreadableFileException e) {
            account.matched(file.path());
            account.gap(file.path(), 0, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Counts the file and puts its problems and repeated keys down. */
    void enter(StructuredFile file, String owner) {
        account.matched(file.path());
        for (Problem problem : file.tree().problems()) {
            account.gap(file.path(), problem.line(), problem.message());
        }
        Map<String, Integer> seen = new HashMap<>();
        for (DuplicateEntry duplicate : file.tree().duplicates()) {
            String key = String.join(".", duplicate.path());
            facts.accept(new DuplicateKey(
                    distinct(file.path() + "#" + key, seen),
                    owner,
                    file.place(duplicate.repeated().keySpan()),
                    file.path(),
                    key));
        }
        if (file.tree().documents().size() > 1) {
            account.gap(
                    file.path(),
                    file.tree().documents().get(1).span().startLine(),
                    "a second document, which was not read");
        }
    }

    /** The key with a number behind it from its second use on. */
    static String distinct(String key, Map<String, Integer> seen) {
        int count = seen.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + "~" + count;
    }
}
