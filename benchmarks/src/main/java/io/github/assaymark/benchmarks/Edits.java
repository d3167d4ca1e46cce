package io.github.assaymark.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.extract.LiveScan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Edits of files that are followed, from the path to the facts that changed, and on to new verdicts. */
final class Edits {
    private final LiveScan scan;
    private final @Nullable LiveAssessment live;
    private final int warmUp;
    private final int measured;
    private final long[] reading;
    private final long[] whole;
    private final long[] work;
    private long facts;
    private long verdicts;
    private long cpu;

    /** Makes the next edit; numbers begin at 0. */
    @FunctionalInterface
    interface Edit {
        /** The path of the file that is another one now. */
        String make(int number) throws IOException;
    }

    /** {@code live} is null where only facts are asked for. */
    Edits(LiveScan scan, @Nullable LiveAssessment live, int warmUp, int measured) {
        this.scan = scan;
        this.live = live;
        this.warmUp = warmUp;
        this.measured = measured;
        this.reading = new long[measured];
        this.whole = new long[measured];
        this.work = new long[measured];
    }

    void run(Edit edit) throws IOException {
        for (int i = 0; i < warmUp + measured; i++) {
            if (i == warmUp) cpu = cpuNanos();
            String path = edit.make(i);
            long busy = threadNanos();
            long start = System.nanoTime();
            FactDelta delta = scan.update(List.of(path));
            long read = System.nanoTime();
            int changes = live == null ? 0 : live.apply(delta).changes().size();
            long end = System.nanoTime();
            if (i < warmUp) continue;
            reading[i - warmUp] = read - start;
            whole[i - warmUp] = end - start;
            work[i - warmUp] = threadNanos() - busy;
            facts += delta.added().size() + delta.removed().size();
            verdicts += changes;
        }
        cpu = cpuNanos() - cpu;
    }

    void print() {
        System.out.println("  " + facts / measured + " facts, " + verdicts / measured + " verdicts changed an edit; "
                + scan.rescans() + " rescans");
        System.out.println("    to the facts:    " + Timing.of(reading).micros());
        if (live != null)
            System.out.println("    to the verdicts: " + Timing.of(whole).micros());
        System.out.println("    processor time:  " + Timing.of(work).micros());
        System.out.println("    whole process:   " + cpu / measured / 1000
                + " us an edit, compiler, collector and writing the file included");
    }

    /**
     * Processor time of all threads of Java, so that others on the machine do not count; compiler and collector are
     * none.
     */
    private static long threadNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) sum += Math.max(0, threads.getThreadCpuTime(id));
        return sum;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
