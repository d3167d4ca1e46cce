package io.github.assaymark.facts.exports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results of JMeter's samples: a JTL file in CSV with a header, or in XML (JMeter's user manual, listeners). A
 * percentile is the nearest rank: the smallest time that at least so many of the samples did not exceed, over all
 * samples, failed ones too. Times are counted by their milliseconds, so that no sample is kept; more than
 * {@value #MAX_SAMPLES} are not read.
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
    private static final Set<String> SAMPLES = Set.of("httpSample", "sample");
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
        boolean messages = file.text().stripLeading().startsWith("<") ? xml() : csv();
        if (samples == 0 && !file.gaps().isEmpty()) return;
        if (unread > MAX_TOLD) file.gap("", unread + " samples were not understood");
        if (moreLabels) file.gap("", "more than " + MAX_LABELS + " labels: the others are in the total only");
        PerfRun run = new PerfRun(file);
        if (messages) tell(run, run.scenario("all"), total);
        labels.forEach((label, of) -> tell(run, label, of));
        run.close();
    }

    /** Reads lines; gives whether they have messages, without which there is no total. */
    private boolean csv() {
        CsvRows rows = new CsvRows(file.text());
        List<String> header = rows.next();
        if (header == null) file.gap("", "there is no header in it");
        if (header == null || !columns(header)) return false;
        List<String> row = rows.next();
        while (row != null) {
            if (samples++ >= MAX_SAMPLES) {
                file.gap("#L" + rows.line(), "more than " + MAX_SAMPLES + " samples: the rest was not read");
                break;
            }
            if (row.size() != header.size() || !sample(row, rows.line())) unread(rows.line());
            row = rows.next();
        }
        boolean messages = columns.containsKey("responseMessage");
        if (!messages)
            file.gap(
                    "#L1",
                    "there is no column responseMessage, so that samples of transactions cannot be told from requests:"
                            + " there is no total");
        return messages;
    }

    /**
     * Reads elements. Samples inside of a transaction are requests of their own; those inside of a request, such as
     * what it was redirected to, are parts of it and of its time.
     */
    private boolean xml() {
        Deque<Boolean> transactions = new ArrayDeque<>();
        boolean[] messages = {true};
        XmlReport.walk(file, new XmlReport.Visitor() {
            @Override
            public void begin(XmlReport.Element element, Deque<String> path) {
                boolean one = SAMPLES.contains(element.name());
                if (path.isEmpty() && !element.name().equals("testResults"))
                    file.gap("#L" + element.line(), "it is no testResults of JMeter");
                if (!one) return;
                boolean inner = !transactions.isEmpty() && !transactions.contains(false);
                String message = element.get("rm");
                boolean transaction = message != null && message.startsWith(TRANSACTION);
                boolean counts = inner || transactions.isEmpty();
                transactions.push(transaction);
                if (!counts || !"testResults".equals(path.peekLast()) || samples++ >= MAX_SAMPLES) return;
                messages[0] &= message != null;
                boolean read = take(
                        element.get("lb"),
                        element.get("ts"),
                        element.get("t"),
                        element.get("s"),
                        transaction,
                        element.line());
                if (!read) unread(element.line());
            }

            @Override
            public void end(String name) {
                if (SAMPLES.contains(name)) transactions.pop();
            }
        });
        if (samples > MAX_SAMPLES) file.gap("", "more than " + MAX_SAMPLES + " samples: the rest was not read");
        if (!messages[0])
            file.gap(
                    "",
                    "there are samples without rm, so that those of transactions cannot be told from requests: there is no"
                            + " total");
        return messages[0];
    }

    private boolean columns(List<String> header) {
        for (int i = 0; i < header.size(); i++)
            columns.putIfAbsent(header.get(i).strip(), i);
        boolean known = columns.keySet().containsAll(List.of("timeStamp", "elapsed", "label", "success"));
        if (!known)
            file.gap(
                    "#L1",
                    "its first line is no header with timeStamp, elapsed, label and success:"
                            + " jmeter.save.saveservice.print_field_names=true");
        return known;
    }

    private void unread(int line) {
        if (unread++ < MAX_TOLD) file.gap("#L" + line, "a sample that was not understood");
    }

    private boolean sample(List<String> row, int line) {
        boolean transaction = columns.containsKey("responseMessage")
                && value(row, "responseMessage").startsWith(TRANSACTION);
        return take(
                value(row, "label"),
                value(row, "timeStamp"),
                value(row, "elapsed"),
                value(row, "success"),
                transaction,
                line);
    }

    private boolean take(
            @Nullable String name,
            @Nullable String start,
            @Nullable String elapsed,
            @Nullable String success,
            boolean transaction,
            int line) {
        if (name == null || start == null || elapsed == null || success == null) return false;
        boolean held = success.equalsIgnoreCase("true");
        if (!start.matches("\\d{1,15}") || !elapsed.matches("\\d{1,9}") || !(held || success.equalsIgnoreCase("false")))
            return false;
        String label = Exported.shown(name);
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
