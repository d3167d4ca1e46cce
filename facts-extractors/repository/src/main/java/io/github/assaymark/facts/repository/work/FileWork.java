package io.github.assaymark.facts.repository.work;

import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a piece of work on many files, so that a file that takes too long, nests too deep or breaks the work costs that
 * file only.
 */
public final class FileWork {
    /** Deep recursion in a parser ends on such a stack only after the depth limits have spoken. */
    static final long STACK_BYTES = 16L << 20;

    /** Threads that no longer answer cannot be stopped; after this many the rest of the files is given up. */
    private static final int MAX_STUCK = 4;

    private FileWork() {}

    /** Work on one file, without side effects. */
    @FunctionalInterface
    public interface Work<T> {
        /** The result for one file. */
        T on(SourceFile file) throws UnreadableFileException;
    }

    /**
     * What came of one file: a value, or the reason why there is none.
     *
     * @param value null when the work failed
     * @param failure in a few words; null when the work did not fail
     */
    public record Outcome<T>(
            SourceFile file, @Nullable T value, @Nullable String failure) {}

    /** The outcomes in the order of the files. */
    public static <T> List<Outcome<T>> over(List<SourceFile> files, Limits limits, Work<T> work) {
        if (files.isEmpty()) return List.of();
        List<Outcome<T>> outcomes = new ArrayList<>(files.size());
        int stuck = 0;
        while (outcomes.size() < files.size()) {
            if (stuck >= MAX_STUCK) {
                outcomes.add(new Outcome<>(
                        files.get(outcomes.size()), null, "not tried, because several files before took too long"));
                continue;
            }
            Worker<T> worker = new Worker<>(files.subList(outcomes.size(), files.size()), work);
            worker.start();
            boolean ended = worker.await(limits.perFile().toNanos());
            outcomes.addAll(worker.take());
            if (ended) continue;
            stuck++;
            outcomes.add(new Outcome<>(
                    files.get(outcomes.size()),
                    null,
                    "it took longer than " + limits.perFile().toSeconds() + " seconds"));
        }
        return outcomes;
    }

    /**
     * The same for work whose result follows from the path and the content of a file alone: what is kept of a file that
     * did not change is not worked out again.
     *
     * @param version of the work: another version never gets this one's results
     */
    public static <T> List<Outcome<T>> over(
            List<SourceFile> files, ScanContext context, Class<T> kind, int version, Work<T> work) {
        ContentCache cache = context.cache();
        List<Outcome<T>> kept = new ArrayList<>(files.size());
        List<SourceFile> rest = new ArrayList<>();
        for (SourceFile file : files) {
            Outcome<T> known = new Outcome<>(file, kept(cache, kind, version, file), null);
            kept.add(known);
            if (known.value() == null) rest.add(file);
        }
        if (rest.isEmpty()) return kept;
        Iterator<Outcome<T>> worked = over(rest, context.limits(), file -> cache.get(kind, version, file, work::on))
                .iterator();
        kept.replaceAll(known -> known.value() == null ? worked.next() : known);
        return kept;
    }

    private static <T> @Nullable T kept(ContentCache cache, Class<T> kind, int version, SourceFile file) {
        try {
            return cache.get(kind, version, file, f -> {
                throw new UnreadableFileException("not kept");
            });
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    private static final class Worker<T> {
        private final List<SourceFile> files;
        private final Work<T> work;
        private final List<Outcome<T>> done = new ArrayList<>();
        private final Thread thread;
        private boolean abandoned;
        private boolean ended;

        Worker(List<SourceFile> files, Work<T> work) {
            this.files = files;
            this.work = work;
            this.thread = new Thread(null, this::run, "assay-files", STACK_BYTES);
            thread.setDaemon(true);
        }

        void start() {
            thread.start();
        }

        private void run() {
            for (SourceFile file : files) {
                Outcome<T> outcome = one(file);
                synchronized (this) {
                    if (abandoned) return;
                    done.add(outcome);
                    notifyAll();
                }
            }
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }

        private Outcome<T> one(SourceFile file) {
            try {
                return new Outcome<>(file, work.on(file), null);
            } catch (UnreadableFileException e) {
                return new Outcome<>(file, null, String.valueOf(e.getMessage()));
            } catch (StackOverflowError e) {
                return new Outcome<>(file, null, "nested too deeply");
            } catch (OutOfMemoryError e) {
                return new Outcome<>(file, null, "it needs more memory than there is");
            } catch (RuntimeException e) {
                return new Outcome<>(
                        file,
                        null,
                        "the extractor failed on it: " + e.getClass().getSimpleName());
            }
        }

        /** Waits until all is done, or one file takes longer than the limit; false in that case. */
        synchronized boolean await(long nanos) {
            int seen = -1;
            long since = System.nanoTime();
            while (!ended) {
                if (done.size() != seen) {
                    seen = done.size();
                    since = System.nanoTime();
                }
                long left = nanos - (System.nanoTime() - since);
                if (left <= 0) {
                    abandoned = true;
                    thread.interrupt();
                    return false;
                }
                try {
                    wait(left / 1_000_000 + 1);
                } catch (InterruptedException e) {
                    abandoned = true;
                    thread.interrupt();
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while files were read", e);
                }
            }
            return true;
        }

        synchronized List<Outcome<T>> take() {
            return List.copyOf(done);
        }
    }
}
