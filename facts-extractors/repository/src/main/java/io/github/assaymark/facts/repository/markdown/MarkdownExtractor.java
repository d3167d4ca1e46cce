package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.ChecklistLine;
import io.github.assaymark.model.fact.DocField;
import io.github.assaymark.model.fact.DocLink;
import io.github.assaymark.model.fact.DocPlaceholder;
import io.github.assaymark.model.fact.DocRow;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.SignOff;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Documents with their sections, links, fields, left-overs, task lists and sign-off tables. */
public final class MarkdownExtractor implements FactExtractor {
    private static final String LOOKED = "*.md, *.mdx, *.markdown, without copied and generated files";
    private static final Set<String> EXTENSIONS = Set.of("md", "mdx", "markdown");

    /** No person writes a longer document, and the parser needs many times its size. */
    private static final int MAX_BYTES = 4 << 20;

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(
                Document.class,
                DocSection.class,
                DocLink.class,
                DocField.class,
                DocRow.class,
                DocPlaceholder.class,
                ChecklistLine.class,
                SignOff.class);
    }

    static boolean isDocument(SourceFile file) {
        return EXTENSIONS.contains(Paths.extension(file.path()))
                && file.kind() != FileKind.VENDORED
                && file.kind() != FileKind.GENERATED;
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        Limits given = context.limits();
        Limits limits =
                new Limits(Math.min(given.maxBytes(), MAX_BYTES), given.maxDepth(), given.maxFiles(), given.perFile());
        CoverageAccount text = new CoverageAccount(context, id(), LOOKED);
        CoverageAccount links = new CoverageAccount(context, id(), LOOKED);
        CoverageAccount signOffs = new CoverageAccount(context, id(), LOOKED);
        List<CoverageAccount> accounts = List.of(text, links, signOffs);
        List<SourceFile> files = context.source().files().stream()
                .filter(MarkdownExtractor::isDocument)
                .toList();
        List<ReadDocument> documents = new ArrayList<>();
        Map<String, Set<String>> anchors = new HashMap<>();
        Set<String> unread = new HashSet<>();
        for (FileWork.Outcome<ReadDocument> outcome :
                FileWork.over(files, limits, file -> read(context.base(), file, limits))) {
            String path = outcome.file().path();
            accounts.forEach(a -> a.matched(path));
            ReadDocument read = outcome.value();
            if (read == null) {
                unread.add(path);
                String reason = String.valueOf(outcome.failure());
                accounts.forEach(a -> a.gap(path, 0, reason));
                continue;
            }
            documents.add(read);
            anchors.put(path, read.text().anchors());
            for (MarkdownText.Problem problem : read.text().problems()) {
                accounts.forEach(a -> a.gap(path, problem.line(), problem.reason()));
            }
        }
        LinkTargets targets = new LinkTargets(context, limits, anchors, unread);
        for (ReadDocument read : documents) {
            List<Fact> own = new ArrayList<>();
            try {
                facts(context, read, targets, links, signOffs, own);
                own.forEach(facts);
            } catch (RuntimeException | StackOverflowError e) {
                String reason = "the extractor failed on it: " + e.getClass().getSimpleName();
                accounts.forEach(a -> a.gap(read.path(), 0, reason));
            }
        }
        text.close(
                facts,
                List.of(
                        Document.class,
                        DocSection.class,
                        DocField.class,
                        DocRow.class,
                        DocPlaceholder.class,
                        ChecklistLine.class));
        links.close(facts, List.of(DocLink.class));
        signOffs.close(facts, List.of(SignOff.class));
    }

    private static void facts(
            ScanContext context,
            ReadDocument read,
            LinkTargets targets,
            CoverageAccount links,
            CoverageAccount signOffs,
            List<Fact> own) {
        DocumentFacts of = new DocumentFacts(context, own::add, read);
        of.document();
        of.sections();
        of.links(targets, links);
        of.fields();
        of.rows();
        of.placeholders();
        of.checklist();
        of.signOffs(signOffs);
    }

    private static ReadDocument read(@Nullable RepositorySource base, SourceFile file, Limits limits)
            throws UnreadableFileException {
        String path = file.path();
        MarkdownText text = MarkdownReader.read(path, file.text(limits), limits);
        String sha256 = sha256(file.read(limits));
        if (base == null) return new ReadDocument(path, text, sha256, false, null);
        SourceFile before = base.file(path);
        if (before == null) return new ReadDocument(path, text, sha256, true, null);
        String blob = file.blob();
        if (blob != null && blob.equals(before.blob())) return new ReadDocument(path, text, sha256, false, null);
        return new ReadDocument(path, text, sha256, true, before(before, limits));
    }

    private static @Nullable MarkdownText before(SourceFile file, Limits limits) {
        try {
            return MarkdownReader.read(file.path(), file.text(limits), limits);
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
