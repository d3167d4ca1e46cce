package io.github.assaymark.facts.generated;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileByFile;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.GeneratedArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds files that tools wrote. A file says so ahead of everything else, in a comment, its front matter or the first
 * keys of JSON; it may name what it was made from, each path followed by {@code sha256:} and the digest of its bytes,
 * and record after {@code content} the digest of its own text, taken with 64 zeros in that place.
 */
public final class GeneratedExtractor implements FactExtractor {
    private static final Set<FileKind> KINDS =
            Set.of(FileKind.PRODUCTION, FileKind.GENERATED, FileKind.DOCUMENT, FileKind.CONFIGURATION);
    private static final Set<String> LEFT_OUT = Set.of("lock", "map", "snap", "svg", "txt");

    private record Found(
            Header header, List<String> names, @Nullable Boolean intact) {}

    private record Read(@Nullable Found found) {}

    @Override
    public String id() {
        return "generated";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(GeneratedArtifact.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> all) {
        Consumer<Fact> facts = Redaction.before(all);
        CoverageAccount account = new CoverageAccount(context, id(), "first lines of sources, documents and settings");
        new FileByFile<>(
                        context, Read.class, version(), file -> read(file, context), outcome -> piece(context, outcome))
                .tell(GeneratedExtractor::mayBeMade, facts, account);
        account.close(facts, List.of(GeneratedArtifact.class));
    }

    /** What is said of a made file depends on the files it was made from. */
    private static FileByFile.Piece piece(ScanContext context, FileWork.Outcome<Read> outcome) {
        SourceFile file = outcome.file();
        Read read = outcome.value();
        if (read == null)
            return new FileByFile.Piece(
                    List.of(), List.of(new Coverage.Gap(file.path(), 0, String.valueOf(outcome.failure()))), false);
        if (read.found() == null) return new FileByFile.Piece(List.of(), List.of(), true);
        List<Coverage.Gap> gaps = new ArrayList<>();
        return new FileByFile.Piece(List.of(artifact(file, read.found(), context, gaps)), gaps, false);
    }

    private static boolean mayBeMade(SourceFile file) {
        String name = Paths.name(file.path());
        return KINDS.contains(file.kind())
                && !LEFT_OUT.contains(Paths.extension(file.path()))
                && !name.endsWith("-lock.yaml")
                && !name.endsWith("-lock.json");
    }

    private static Read read(SourceFile file, ScanContext context) throws UnreadableFileException {
        String text = file.text(context.limits());
        Header header = Header.of(file.path(), text);
        if (header == null) return new Read(null);
        String own = header.content();
        Boolean intact = own == null ? null : Digest.ofTextWithout(own, text).equals(own);
        return new Read(new Found(header, ListedNames.of(file.path(), text, context.limits()), intact));
    }

    private static GeneratedArtifact artifact(
            SourceFile file, Found found, ScanContext context, List<Coverage.Gap> gaps) {
        List<String> stale = new ArrayList<>();
        Set<String> inputs = new TreeSet<>();
        boolean unrecorded = found.header().inputs().isEmpty();
        for (Map.Entry<String, String> input : found.header().inputs().entrySet()) {
            SourceFile source = context.source().file(input.getKey());
            if (source == null && input.getValue().isEmpty() && !input.getKey().contains("/")) continue;
            inputs.add(input.getKey());
            if (source == null) {
                stale.add(input.getKey());
                continue;
            }
            if (input.getValue().isEmpty()) {
                unrecorded = true;
                continue;
            }
            try {
                if (!Digest.of(source.read(context.limits())).equals(input.getValue())) stale.add(input.getKey());
            } catch (UnreadableFileException e) {
                unrecorded = true;
                gaps.add(new Coverage.Gap(file.path(), found.header().line(), input.getKey() + " cannot be read"));
            }
        }
        Boolean current = !stale.isEmpty() ? Boolean.FALSE : (unrecorded || inputs.isEmpty()) ? null : Boolean.TRUE;
        return new GeneratedArtifact(
                file.path(),
                context.ownerOf(file.path()),
                new Places(context.source())
                        .lines(
                                file.path(),
                                found.header().line(),
                                found.header().line()),
                file.path(),
                Paths.stem(Paths.name(file.path())),
                found.header().generator(),
                List.copyOf(inputs),
                stale,
                current,
                found.intact(),
                found.names(),
                file.tracked());
    }
}
