package io.github.assaymark.facts.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up configurations of Alertmanager, and labels that their conditions speak of. */
final class RouteTrees {
    private static final List<String> LABELS = List.of("severity", "service", "team", "alertname");
    private static final List<String> VALUES = List.of("critical", "warn", "a", "ab", "b.c", "", "x-y", "A b");
    private static final List<String> EXPRESSIONS = List.of(
            "a|ab", "(?i)CRIT.*", "warn(ing)?", "[ab]+", ".*", ".+", "b\\\\.c", "^a$", "", "x.y|", "(?:critical)");

    private final Random random;
    private int receivers;

    RouteTrees(Random random) {
        this.random = random;
    }

    String config() {
        receivers = 1;
        StringBuilder routes = new StringBuilder("route:\n  receiver: r0\n");
        children(routes, "  ", 0);
        StringBuilder config = new StringBuilder(routes).append("receivers:\n");
        for (int i = 0; i < receivers; i++) config.append("- name: r").append(i).append('\n');
        return config.toString();
    }

    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        for (String label : LABELS) if (random.nextInt(3) > 0) labels.put(label, pick(VALUES));
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    private void children(StringBuilder out, String indent, int depth) {
        int many = depth > 3 ? 0 : random.nextInt(depth == 0 ? 5 : 4);
        if (many == 0) return;
        out.append(indent).append("routes:\n");
        for (int i = 0; i < many; i++) {
            out.append(indent)
                    .append("- continue: ")
                    .append(random.nextInt(3) == 0)
                    .append('\n');
            String inner = indent + "  ";
            if (random.nextInt(4) > 0)
                out.append(inner).append("receiver: r").append(receivers++).append('\n');
            conditions(out, inner);
            children(out, inner, depth + 1);
        }
    }

    private void conditions(StringBuilder out, String indent) {
        switch (random.nextInt(6)) {
            case 0 ->
                out.append(indent)
                        .append("match: {")
                        .append(pick(LABELS))
                        .append(": '")
                        .append(pick(VALUES))
                        .append("'}\n");
            case 1 ->
                out.append(indent)
                        .append("match_re: {")
                        .append(pick(LABELS))
                        .append(": '")
                        .append(pick(EXPRESSIONS).replace("\\\\", "\\"))
                        .append("'}\n");
            default -> {
                List<String> entries = new ArrayList<>();
                int many = random.nextInt(3);
                for (int i = 0; i < many; i++) entries.add(entry());
                out.append(indent)
                        .append("matchers: [")
                        .append(String.join(", ", entries))
                        .append("]\n");
            }
        }
    }

    /** One or two conditions in a text, written in the ways that are allowed. */
    private String entry() {
        String text = condition();
        if (random.nextInt(4) == 0) text = text + pick(List.of(",", " , ")) + condition();
        if (random.nextInt(6) == 0) text = "{" + text + pick(List.of("}", ",}"));
        return "'" + text.replace("'", "''") + "'";
    }

    private String condition() {
        String space = pick(List.of("", " "));
        boolean expression = random.nextBoolean();
        String sign = expression ? pick(List.of("=~", "!~")) : pick(List.of("=", "!="));
        String value = expression ? pick(EXPRESSIONS) : pick(VALUES);
        boolean plain = value.matches("[a-z-]+") && random.nextBoolean();
        return pick(LABELS) + space + sign + space + (plain ? value : "\"" + value + "\"");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
