package io.github.assaymark.facts.exports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results of JMeter's samples: a JTL file in CSV with a header. A percentile is the nearest rank: the smallest time
 * that at least so many of the samples did not exceed, over all samples, failed ones too. Times are counted by their
 * milliseconds, so that no sample is kept; more than {@value #MAX_SAMPLES} are not read.
 *
 * <p>{@code timeStamp} is taken for the start of a sample, as JMeter's own {@code jmeter.properties} sets it
 * ({@code sampleresult.timestamp.start}). Samples of transactions, which JMeter marks by their message, are no requests
 * and not in the total.
 */
final class JtlReading {
    private static final int MAX_SAMPLES = 2_000_000;
    private static final int MAX_LABELS = 500;
    private static final int MAX_TOLD = 10;
    private static final String TRANSACTION = "Number of samples in transaction";
    private static final String[] STATISTICS = {"p50", "p90", "p95", "p99"};
    private static final int[] RANKS = {50, 90, 95, 99};

    private final Exported file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Samples> labels = new TreeMap<>();
    private final Samples total = new Samples();
    private int samples;
    private int unread;
    private boolean moreLabels;

    private static final class Samples {
        private final TreeMap<Integer, Integer> times = new TreeMap<>();
        private long sum;
        private int count;
        private int failed;
        private long first = Long.MAX_VALUE;
        private long last = -1;
        private int line;

        void add(long start, int elapsed, boolean success, int at) {
            times.merge(elapsed, 1, Integer::sum);
            sum += elapsed;
            count++;
            if (!success) failed++;
            first = Math.min(first, start);
            last = Math.max(last, start + elapsed);
            if (line == 0) line = at;
        }

        int rank(int percent) {
            long rank = ((long) count * percent + 99) / 100;
            long seen = 0;
            for (Map.Entry<Integer, Integer> time : times.entrySet()) {
                seen += time.getValue();
                if (seen >= rank) return time.getKey();
            }
            return times.lastKey();
        }
    }

    private JtlReading(Exported file) {
        this.file = file;
    }

    static void read(Exported file) {
        new JtlReading(file).read();
    }

    private void read() {
        CsvRows rows = new CsvRows(file.text());
        List<String> header = rows.next();
        if (header == null) file.gap("", "there is no header in it");
        if (header == null || !columns(header)) return;
        List<String> row = rows.next();
        while (row != null) {
            if (samples++ >= MAX_SAMPLES) {
                file.gap("#L" + rows.line(), "more than " + MAX_SAMPLES + " samples: the rest was not read");
                break;
            }
            if (row.size() != header.size() || !sample(row, rows.line())) unread(rows.line());
            row = rows.next();
        }
        if (unread > MAX_TOLD) file.gap("", unread + " samples were not understood");
        if (moreLabels) file.gap("", "more than " + MAX_LABELS + " labels: the others are in the total only");
        PerfRun run = new PerfRun(file);
        if (columns.containsKey("responseMessage")) tell(run, run.scenario("all"), total);
        else
            file.gap(
                    "#L1",
                    "there is no column responseMessage, so that samples of transactions cannot be told from requests:"
                            + " there is no total");
        labels.forEach((label, of) -> tell(run, label, of));
        run.close();
    }

    private boolean columns(List<String> header) {
        for (int i = 0; i < header.size(); i++)
            columns.putIfAbsent(header.get(i).strip(), i);
        boolean known = columns.keySet().containsAll(List.of("timeStamp", "elapsed", "label", "success"));
        if (!known)
            file.gap(
                    "#L1",
                    file.text().stripLeading().startsWith("<")
                            ? "it is XML, which is not read: jmeter.save.saveservice.output_format=csv"
                            : "its first line is no header with timeStamp, elapsed, label and success:"
                                    + " jmeter.save.saveservice.print_field_names=true");
        return known;
    }

    private void unread(int line) {
        if (unread++ < MAX_TOLD) file.gap("#L" + line, "a sample that was not understood");
    }

    private boolean sample(List<String> row, int line) {
        String start = value(row, "timeStamp");
        String elapsed = value(row, "elapsed");
        String success = value(row, "success").toLowerCase(Locale.ROOT);
        boolean held = success.equals("true");
        if (!start.matches("\\d{1,15}") || !elapsed.matches("\\d{1,9}") || !(held || success.equals("false")))
            return false;
        String label = Exported.shown(value(row, "label"));
        boolean transaction = columns.containsKey("responseMessage")
                && value(row, "responseMessage").startsWith(TRANSACTION);
        long from = Long.parseLong(start);
        int took = Integer.parseInt(elapsed);
        if (!transaction) total.add(from, took, held, line);
        Samples of = labels.get(label);
        if (of == null && labels.size() < MAX_LABELS) {
            of = new Samples();
            labels.put(label, of);
        }
        if (of == null) moreLabels = true;
        else of.add(from, took, held, line);
        return true;
    }

    private String value(List<String> row, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : row.get(at);
    }

    private void tell(PerfRun run, String scenario, @Nullable Samples of) {
        if (of == null || of.count == 0) return;
        long took = of.last - of.first;
        PerfRun.Load load = new PerfRun.Load(
                PerfRun.rate(of.count, took),
                PerfRun.duration(BigDecimal.valueOf(took)),
                PerfRun.share(of.failed, of.count),
                of.count);
        String place = "#L" + of.line;
        for (int i = 0; i < RANKS.length; i++)
            run.milliseconds(place, scenario, "elapsed", STATISTICS[i], BigDecimal.valueOf(of.rank(RANKS[i])), load);
        run.milliseconds(place, scenario, "elapsed", "min", BigDecimal.valueOf(of.times.firstKey()), load);
        run.milliseconds(place, scenario, "elapsed", "max", BigDecimal.valueOf(of.times.lastKey()), load);
        BigDecimal mean = BigDecimal.valueOf(of.sum).divide(BigDecimal.valueOf(of.count), 3, RoundingMode.UP);
        run.milliseconds(place, scenario, "elapsed", "mean", mean, load);
    }
}
