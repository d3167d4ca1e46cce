package io.github.assaymark.facts.repository;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs extractors side by side; one that fails or never ends costs its own fact types only. */
final class ExtractorRun {
    /** Recursive parsers need more than the usual stack. */
    private static final long STACK_BYTES = 16L << 20;

    /** How many files' time an extractor may take as a whole. */
    private static final int FILES_OF_TIME = 60;

    private final ScanContext context;
    private final ScanRequest.Progress progress;
    private final AtomicInteger done = new AtomicInteger();

    ExtractorRun(ScanContext context, ScanRequest.Progress progress) {
        this.context = context;
        this.progress = progress;
    }

    /**
     * What came of one extractor.
     *
     * @param failed whether it failed or was given up, so that there is nothing but coverage that says so
     */
    record Ran(List<Fact> facts, boolean failed) {}

    /** Threads to run extractors on. */
    static ExecutorService pool() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(null, work, "assay-extractor", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** All facts and coverage, in no particular order. */
    List<Fact> run(List<FactExtractor> extractors) {
        ExecutorService pool = pool();
        try {
            List<Supplier<Ran>> running = new ArrayList<>();
            for (FactExtractor extractor : extractors) running.add(start(extractor, extractors.size(), pool));
            List<Fact> facts = new ArrayList<>();
            for (Supplier<Ran> ran : running) facts.addAll(ran.get().facts());
            return facts;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Starts one of some extractors; what is given waits for its end. */
    Supplier<Ran> start(FactExtractor extractor, int total, ExecutorService pool) {
        Future<List<Fact>> running = pool.submit(task(extractor, total));
        return () -> result(extractor, running);
    }

    private Callable<List<Fact>> task(FactExtractor extractor, int total) {
        return () -> {
            List<Fact> facts = new ArrayList<>();
            try {
                extractor.extract(context, fact -> {
                    synchronized (facts) {
                        facts.add(fact);
                    }
                });
            } finally {
                progress.at(extractor.id(), done.incrementAndGet(), total);
            }
            synchronized (facts) {
                return List.copyOf(facts);
            }
        };
    }

    private Ran result(FactExtractor extractor, Future<List<Fact>> running) {
        Duration limit = context.limits().perFile().multipliedBy(FILES_OF_TIME);
        try {
            return new Ran(covered(extractor, running.get(limit.toMillis(), TimeUnit.MILLISECONDS)), false);
        } catch (TimeoutException e) {
            running.cancel(true);
            return new Ran(failed(extractor, "it took longer than " + limit.toSeconds() + " seconds"), true);
        } catch (ExecutionException e) {
            return new Ran(failed(extractor, "it failed: " + words(e.getCause())), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while facts were extracted", e);
        }
    }

    private static String words(@Nullable Throwable cause) {
        if (cause == null) return "no reason known";
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** Nothing a failed extractor said counts: it may have claimed to be complete before it failed. */
    private List<Fact> failed(FactExtractor extractor, String reason) {
        List<Fact> coverage = new ArrayList<>();
        for (Class<? extends Fact> type : extractor.factTypes()) {
            for (String owner : context.owners()) {
                coverage.add(
                        Coverage.missing(extractor.id(), type.getSimpleName(), owner, Coverage.Status.FAILED, reason));
            }
        }
        return coverage;
    }

    private List<Fact> covered(FactExtractor extractor, List<Fact> facts) {
        List<Fact> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Coverage coverage) {
                said.add(coverage.factType() + "/" + coverage.owner());
                all.add(withSourceGaps(coverage));
            } else {
                all.add(fact);
            }
        }
        for (Class<? extends Fact> type : extractor.factTypes()) {
            for (String owner : context.owners()) {
                if (said.contains(type.getSimpleName() + "/" + owner)) continue;
                all.add(Coverage.missing(
                        extractor.id(),
                        type.getSimpleName(),
                        owner,
                        Coverage.Status.NOT_ATTEMPTED,
                        "the extractor does not say how completely it looked"));
            }
        }
        return all;
    }

    /** What could not even be listed may hold facts of any type. */
    private Coverage withSourceGaps(Coverage coverage) {
        List<Coverage.Gap> hidden = context.source().gaps().stream()
                .filter(gap -> concerns(gap, coverage.owner()))
                .toList();
        boolean searched =
                coverage.status() == Coverage.Status.COMPLETE || coverage.status() == Coverage.Status.PARTIAL;
        if (hidden.isEmpty() || !searched) return coverage;
        List<Coverage.Gap> gaps = new ArrayList<>(coverage.gaps());
        gaps.addAll(hidden);
        return new Coverage(
                coverage.key(),
                coverage.owner(),
                coverage.provenance(),
                coverage.extractor(),
                coverage.factType(),
                Coverage.Status.PARTIAL,
                coverage.matched() + hidden.size(),
                coverage.read(),
                coverage.failed() + hidden.size(),
                coverage.looked(),
                gaps);
    }

    private boolean concerns(Coverage.Gap gap, String owner) {
        return gap.path().isEmpty()
                || context.ownerOf(gap.path() + "/").equals(owner)
                || owner.startsWith(gap.path() + "/");
    }
}
