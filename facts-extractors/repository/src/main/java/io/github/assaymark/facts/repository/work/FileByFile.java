package io.github.assaymark.facts.repository.work;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Says something of many files, one by one. Where only the contents of some files may have changed since an owner was
 * asked for before, what was said of the others is said again, without a look at them. Used by one thread.
 *
 * @param <T> what is worked out of a file
 */
public final class FileByFile<T> {
    private static final Piece NOTHING = new Piece(List.of(), List.of(), true);

    private final ScanContext context;
    private final Class<T> kind;
    private final int version;
    private final FileWork.Work<T> work;
    private final Telling<T> telling;

    /**
     * What is said of one file.
     *
     * @param gaps what of it was not understood
     * @param alone whether this follows from the path, kind and content of the file, and from what never changes while
     *     files are followed
     */
    public record Piece(List<Fact> facts, List<Coverage.Gap> gaps, boolean alone) {
        /** Copies the lists. */
        public Piece {
            facts = List.copyOf(facts);
            gaps = List.copyOf(gaps);
        }
    }

    /** Says what follows from what was worked out of a file, without side effects. */
    @FunctionalInterface
    public interface Telling<T> {
        /** What is said of one file. */
        Piece of(FileWork.Outcome<T> outcome);
    }

    /** {@code kind} and {@code version} of the work are those of {@link FileWork}. */
    public FileByFile(ScanContext context, Class<T> kind, int version, FileWork.Work<T> work, Telling<T> telling) {
        this.context = context;
        this.kind = kind;
        this.version = version;
        this.work = work;
        this.telling = telling;
    }

    /**
     * Says all there is to say of the files of the source.
     *
     * @param wanted which of them; depends on their paths and kinds only
     */
    public void tell(Predicate<SourceFile> wanted, Consumer<Fact> facts, CoverageAccount account) {
        Pieces pieces = context.shared(Kept.class, Kept::new).of(kind);
        List<SourceFile> listed = context.source().files();
        Set<String> edited = context.edited();
        if (edited == null || pieces.listed != listed.size()) {
            pieces.begin(listed, wanted);
            pieces.put(pieces.all, told(listed, pieces.all, pieces));
            pieces.listed = listed.size();
        } else {
            List<Integer> stale = pieces.stale(edited);
            pieces.put(stale, told(listed, stale, pieces));
        }
        if (context.owners().size() == 1) account.matched(context.owners().get(0), pieces.files.size());
        else for (int file : pieces.files) account.matched(listed.get(file).path());
        for (Piece piece : pieces.told) {
            for (Fact fact : piece.facts()) facts.accept(fact);
            for (Coverage.Gap gap : piece.gaps()) account.gap(gap.path(), gap.line(), gap.reason());
        }
    }

    private List<Piece> told(List<SourceFile> listed, List<Integer> some, Pieces pieces) {
        List<SourceFile> files = new ArrayList<>(some.size());
        for (int piece : some) files.add(listed.get(pieces.files.get(piece)));
        List<Piece> told = new ArrayList<>(some.size());
        for (FileWork.Outcome<T> outcome : FileWork.over(files, context, kind, version, work))
            told.add(telling.of(outcome));
        return told;
    }

    /** By the kind of what is worked out. */
    private static final class Kept {
        private final Map<Class<?>, Pieces> byKind = new HashMap<>();

        Pieces of(Class<?> kind) {
            return byKind.computeIfAbsent(kind, k -> new Pieces());
        }
    }

    /** What was said last, in the order of the files. */
    private static final class Pieces {
        private final Map<String, Integer> positions = new HashMap<>();
        private final List<Integer> files = new ArrayList<>(); // their places in the source
        private final List<Integer> all = new ArrayList<>();
        private final List<Piece> told = new ArrayList<>();
        private final Set<Integer> dependent = new TreeSet<>();
        private int listed = -1;

        void begin(List<SourceFile> source, Predicate<SourceFile> wanted) {
            listed = -1; // until all is told
            positions.clear();
            files.clear();
            all.clear();
            told.clear();
            dependent.clear();
            for (int i = 0; i < source.size(); i++) {
                SourceFile file = source.get(i);
                if (!wanted.test(file)) continue;
                positions.put(file.path(), files.size());
                all.add(files.size());
                files.add(i);
                told.add(NOTHING);
            }
        }

        void put(List<Integer> which, List<Piece> pieces) {
            for (int i = 0; i < which.size(); i++) {
                Piece piece = pieces.get(i);
                told.set(which.get(i), piece);
                if (piece.alone()) dependent.remove(which.get(i));
                else dependent.add(which.get(i));
            }
        }

        /** What may be something else now. */
        List<Integer> stale(Set<String> edited) {
            Set<Integer> stale = new TreeSet<>(dependent);
            for (String path : edited) {
                Integer position = positions.get(path);
                if (position != null) stale.add(position);
            }
            return new ArrayList<>(stale);
        }
    }
}
