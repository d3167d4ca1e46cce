package io.github.assaymark.facts.alerting;

import java.util.List;
import java.util.Random;

/** Makes up rule files of Prometheus, and damages them. */
final class RuleFiles {
    private static final List<String> METRICS =
            List.of("up", "job:a_seconds", "request_duration_seconds_bucket", "errors_total", "queue_messages");
    private static final List<String> LABELS = List.of("", "{}", "{a=\"b\"}", "{a=~\"b.*\",c!=\"\"}", "{a!~'x|y',}");
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "5m",
            "[5m]",
            " ",
            ",",
            "by",
            "on(a)",
            "bool",
            ">",
            "==",
            "!",
            "-",
            "and",
            "unless",
            "1",
            "0x",
            "e",
            ".",
            ":",
            "@",
            "offset 5m",
            "sum",
            "rate",
            "time()",
            "§",
            "#",
            "_");

    private final Random random;

    RuleFiles(Random random) {
        this.random = random;
    }

    String file(String... queries) {
        StringBuilder file = new StringBuilder("groups:\n- name: g\n  rules:\n");
        for (int i = 0; i < queries.length; i++)
            file.append("  - alert: A")
                    .append(i)
                    .append("\n    expr: '")
                    .append(queries[i].replace("'", "''"))
                    .append("'\n    for: 5m\n    labels: {severity: critical}\n");
        return file.toString();
    }

    String query() {
        return vector(3) + pick(List.of(" > ", " >= ", " < ", " == ")) + pick(List.of("1", "0.5", "-1", "1e3", "Inf"));
    }

    private String vector(int depth) {
        if (depth == 0) return series();
        return switch (random.nextInt(11)) {
            case 0 ->
                pick(List.of("sum", "avg", "max")) + pick(List.of("", " by (a, b) ", " without () ")) + "("
                        + vector(depth - 1) + ")";
            case 1 -> "topk(3, " + vector(depth - 1) + ") by (a)";
            case 2 ->
                pick(List.of("rate", "increase", "avg_over_time")) + "(" + series() + "[5m]"
                        + pick(List.of("", " offset 1h", " @ end()")) + ")";
            case 3 -> "max_over_time((" + vector(depth - 1) + ")[1h:5m])";
            case 4 -> "histogram_quantile(0.99, " + vector(depth - 1) + ")";
            case 5 ->
                vector(depth - 1)
                        + pick(List.of(" / ", " + ", " * on (a) group_left (c) ", " and ", " unless on(a) "))
                        + vector(depth - 1);
            case 6 -> vector(depth - 1) + pick(List.of(" - 1", " ^ 2", " % 3", " > bool 1", " > 1"));
            case 7 -> "-" + vector(depth - 1);
            case 8 -> "(" + vector(depth - 1) + ")";
            case 9 -> pick(List.of("abs", "absent", "ceil", "sort")) + "(" + vector(depth - 1) + ")";
            default -> series();
        };
    }

    private String series() {
        return pick(METRICS) + pick(LABELS);
    }

    /** The text with a few pieces lost, repeated or put in. */
    String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(3)));
                case 1 -> damaged.insert(at, pick(PIECES));
                default -> damaged.replace(at, at + 1, pick(PIECES));
            }
            if (damaged.isEmpty()) damaged.append('x');
        }
        return damaged.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
