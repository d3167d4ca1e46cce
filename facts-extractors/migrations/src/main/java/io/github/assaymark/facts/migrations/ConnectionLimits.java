package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.TimeoutScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time limits that the settings of a tool written in JavaScript give each connection: options of the driver (the manual
 * of node-postgres, Client), {@code -c name=value} in its {@code options}, and SET in a function that is called for
 * each new connection.
 */
final class ConnectionLimits {
    private static final String NAMES = "(lock_timeout|statement_timeout|idle_in_transaction_session_timeout)";
    private static final Pattern OPTION = Pattern.compile("\\b" + NAMES + "[\"']?\\s*:\\s*([0-9][0-9_]{0,17})\\b");
    private static final Pattern FLAG = Pattern.compile("-c\\s*" + NAMES + "\\s*=\\s*([0-9]{1,18}[a-z]{0,3})");
    private static final Pattern SET =
            Pattern.compile("(?i)\\bset\\s+(?:session\\s+)?" + NAMES + "\\s*(?:=|to)\\s*('[^'\\n]{1,40}'|\\w{1,40})");
    private static final Pattern REMARK = Pattern.compile("(?m)(?:^|\\s)//[^\\n]*|/\\*[^*]*(?:\\*(?!/)[^*]*)*\\*/");
    /** Each set of connections begins with one of these; they stand in for each other by environment. */
    private static final Pattern CONNECTION = Pattern.compile("\\bclient\\s*:|\\bnew\\s+DataSource\\b");

    private ConnectionLimits() {}

    /** Nothing when there are several connections and not all have the limit. */
    static List<ToolTimeout> of(MigrationText settings) {
        String text = REMARK.matcher(settings.text()).replaceAll(" ");
        Matcher connections = CONNECTION.matcher(text);
        int count = 0;
        while (connections.find()) count++;
        Map<String, List<Quantity>> found = new TreeMap<>();
        for (Pattern pattern : List.of(OPTION, FLAG, SET)) {
            Matcher limit = pattern.matcher(text);
            while (limit.find()) {
                Quantity value = Timeouts.value(limit.group(2).replace("_", ""));
                if (value != null)
                    found.computeIfAbsent(limit.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                            .add(value);
            }
        }
        List<ToolTimeout> limits = new ArrayList<>();
        for (Map.Entry<String, List<Quantity>> entry : found.entrySet()) {
            if (entry.getValue().size() < Math.max(1, count)) continue;
            limits.add(new ToolTimeout(
                    entry.getKey(),
                    entry.getValue().get(0),
                    TimeoutScope.TOOL,
                    null,
                    settings.path(),
                    settings.path(),
                    0));
        }
        return limits;
    }
}
