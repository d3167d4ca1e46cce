package io.github.assaymark.facts.repository;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final AtomicInteger done;

    ExtractorRun(ScanContext context, ScanRequest.Progress progress) {
        this(context, progress, new AtomicInteger());
    }

    private ExtractorRun(ScanContext context, ScanRequest.Progress progress, AtomicInteger done) {
        this.context = context;
        this.progress = progress;
        this.done = done;
    }

    /**
     * What came of some extractors.
     *
     * @param facts by extractor
     * @param failed whether one failed or was given up, so that there is nothing but coverage that says so
     */
    record Ran(List<List<Fact>> facts, boolean failed) {}

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
            for (Family family : Family.all(extractors)) {
                if (family.shares()) running.addAll(startByOwner(family, extractors.size(), pool));
                else running.add(start(family, extractors.size(), pool));
            }
            List<Fact> facts = new ArrayList<>();
            for (Supplier<Ran> ran : running) ran.get().facts().forEach(facts::addAll);
            return facts;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Supplier<Ran>> startByOwner(Family family, int total, ExecutorService pool) {
        Map<String, List<SourceFile>> owned = new LinkedHashMap<>();
        for (String owner : context.owners()) owned.put(owner, new ArrayList<>());
        for (SourceFile file : context.source().files()) {
            List<SourceFile> files = owned.get(context.ownerOf(file.path()));
            if (files != null) files.add(file);
        }
        Map<String, Integer> told = new ConcurrentHashMap<>();
        ScanRequest.Progress last = (stage, number, all) -> {
            if (told.merge(stage, 1, Integer::sum) == owned.size()) progress.at(stage, done.incrementAndGet(), total);
        };
        List<Supplier<Ran>> running = new ArrayList<>();
        owned.forEach((owner, files) -> {
            RepositorySource source = new OwnedFiles(context.source(), List.copyOf(files));
            SharedValues shared = new SharedValues();
            ScanContext part = new PartialScan(context, List.of(owner), source, context.whole(), shared, null);
            Task task = new Task(family, part, last);
            Future<?> future = pool.submit(() -> {
                task.run();
                shared.clear();
            });
            running.add(() -> new ExtractorRun(part, last).result(task, future));
        });
        return running;
    }

    /** Starts some extractors, one after another; what is given waits for their end. */
    Supplier<Ran> start(Family family, int total, ExecutorService pool) {
        Task task =
                new Task(family, context, (stage, number, all) -> progress.at(stage, done.incrementAndGet(), total));
        Future<?> running = pool.submit(task);
        return () -> result(task, running);
    }

    /** Asks extractors one after another; what they said can be read as soon as they are done. */
    private static final class Task implements Runnable {
        private final List<FactExtractor> extractors;
        private final ScanContext context;
        private final ScanRequest.Progress progress;
        private final Map<Integer, Outcome> outcomes = new ConcurrentHashMap<>();

        private record Outcome(List<Fact> facts, @Nullable Throwable failure) {}

        Task(Family family, ScanContext context, ScanRequest.Progress progress) {
            this.extractors = family.extractors();
            this.context = context;
            this.progress = progress;
        }

        @Override
        public void run() {
            for (int i = 0; i < extractors.size() && !Thread.currentThread().isInterrupted(); i++) {
                FactExtractor extractor = extractors.get(i);
                Outcome outcome;
                try {
                    outcome = new Outcome(said(extractor), null);
                } catch (Throwable e) {
                    outcome = new Outcome(List.of(), e);
                } finally {
                    progress.at(extractor.id(), i + 1, extractors.size());
                }
                outcomes.put(i, outcome);
            }
        }

        private List<Fact> said(FactExtractor extractor) {
            List<Fact> facts = new ArrayList<>();
            extractor.extract(context, fact -> {
                synchronized (facts) {
                    facts.add(fact);
                }
            });
            synchronized (facts) {
                return List.copyOf(facts);
            }
        }
    }

    private Ran result(Task task, Future<?> running) {
        Duration limit = context.limits().perFile().multipliedBy((long) FILES_OF_TIME * task.extractors.size());
        String reason = "";
        Map<Integer, Task.Outcome> outcomes = task.outcomes;
        try {
            running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // whoever is told to stop may still say something
            outcomes = Map.copyOf(task.outcomes);
            running.cancel(true);
            reason = "it took longer than " + limit.toSeconds() + " seconds";
        } catch (ExecutionException e) {
            reason = "it failed: " + words(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while facts were extracted", e);
        }
        List<List<Fact>> facts = new ArrayList<>();
        boolean failed = false;
        for (int i = 0; i < task.extractors.size(); i++) {
            FactExtractor extractor = task.extractors.get(i);
            Task.Outcome outcome = outcomes.get(i);
            Throwable failure = outcome == null ? null : outcome.failure();
            failed |= outcome == null || failure != null;
            if (outcome == null) facts.add(failed(extractor, reason));
            else if (failure != null) facts.add(failed(extractor, "it failed: " + words(failure)));
            else facts.add(covered(extractor, outcome.facts()));
        }
        return new Ran(facts, failed);
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
        return hidden.isEmpty() || !searched ? coverage : coverage.lacking(hidden);
    }

    private boolean concerns(Coverage.Gap gap, String owner) {
        return gap.path().isEmpty()
                || context.ownerOf(gap.path() + "/").equals(owner)
                || owner.startsWith(gap.path() + "/");
    }
}
