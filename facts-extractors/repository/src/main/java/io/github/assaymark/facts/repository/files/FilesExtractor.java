package io.github.assaymark.facts.repository.files;

import io.github.assaymark.facts.repository.source.StoredFile;
import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.FileByFile;
import io.github.assaymark.facts.repository.work.FileWork;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.repository.work.Places;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One {@link RepoFile} for every file, and one {@link Unreadable} for every file that is meant to be text and is none,
 * whose content is somewhere else, or that cannot be opened. Pictures and archives are binary but not unreadable.
 */
public final class FilesExtractor implements FactExtractor {
    private static final String LOOKED = "every file that git does not ignore";

    /**
     * What one file is.
     *
     * @param unreadable null when it can be read
     * @param whole whether lines and object id are known all the same
     */
    private record Look(
            int lines,
            boolean binary,
            @Nullable String blob,
            @Nullable String unreadable,
            boolean whole) {}

    @Override
    public String id() {
        return "files";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(RepoFile.class, Unreadable.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount files = new CoverageAccount(context, id(), LOOKED);
        Limits limits = context.limits();
        new FileByFile<>(context, Look.class, version(), file -> look(file, limits), outcome -> piece(context, outcome))
                .tell(file -> true, facts, files);
        CoverageAccount unreadable = files.ofSameFiles();
        for (Coverage.Gap gap : context.source().gaps()) {
            facts.accept(unreadable(context, gap.path(), gap.reason()));
        }
        files.close(facts, List.of(RepoFile.class));
        unreadable.close(facts, List.of(Unreadable.class));
    }

    private static FileByFile.Piece piece(ScanContext context, FileWork.Outcome<Look> outcome) {
        String path = outcome.file().path();
        Look look = outcome.value();
        boolean seen = look != null;
        if (look == null) look = new Look(0, false, null, outcome.failure(), false);
        List<Fact> facts = new ArrayList<>(List.of(repoFile(context, outcome.file(), look)));
        List<Coverage.Gap> gaps = new ArrayList<>();
        String reason = look.unreadable();
        if (reason != null) {
            if (!look.whole()) gaps.add(new Coverage.Gap(path, 0, reason));
            facts.add(unreadable(context, path, reason));
        }
        return new FileByFile.Piece(facts, gaps, seen);
    }

    private static Look look(SourceFile file, Limits limits) throws UnreadableFileException {
        if (!(file instanceof StoredFile stored)) {
            String text = file.text(limits);
            int lines = (int) text.lines().count();
            return new Look(lines, false, file.blob(), null, true);
        }
        StoredFile.Inspection seen = stored.inspect();
        boolean text = !seen.binary() && !seen.pointer();
        String problem = null;
        if (seen.pointer()) problem = "Git LFS pointer without its content";
        else if (file.size() > limits.maxBytes() || stored.namedAsText()) problem = textProblem(file, limits);
        return new Look(text ? seen.lines() : 0, !text, seen.blob(), problem, true);
    }

    private static @Nullable String textProblem(SourceFile file, Limits limits) {
        try {
            String unused = file.text(limits);
            return null;
        } catch (UnreadableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static RepoFile repoFile(ScanContext context, SourceFile file, Look look) {
        String path = file.path();
        return new RepoFile(
                path,
                context.ownerOf(path),
                new Provenance.File(context.source().commit(), path, 0, 0, 0, 0, look.blob()),
                path,
                Paths.name(path),
                Paths.directory(path),
                Paths.extension(path),
                file.size(),
                look.lines(),
                file.kind(),
                look.binary(),
                file.tracked(),
                look.blob(),
                changed(context.base(), path, look.blob()));
    }

    private static @Nullable Boolean changed(@Nullable RepositorySource base, String path, @Nullable String blob) {
        if (base == null || blob == null) return null;
        SourceFile before = base.file(path);
        return before == null || !blob.equals(before.blob());
    }

    private static Unreadable unreadable(ScanContext context, String path, String reason) {
        return new Unreadable(path, context.ownerOf(path), new Places(context.source()).whole(path), path, reason);
    }
}
