package io.github.assaymark.facts.alerting;

import java.util.Map;
import java.util.TreeMap;

/**
 * Functions of queries, each with the types of its arguments ({@code v} vector, {@code m} matrix, {@code s} scalar,
 * {@code t} text; after {@code ?} they may be left out, {@code *} repeats the last one) and, after {@code >}, of its
 * result (documentation of Prometheus, querying/functions).
 */
final class PromqlFunctions {
    private static final Map<String, String> ALL = new TreeMap<>();

    static {
        for (String name : ("abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_count"
                        + " histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp")
                .split(" ", -1)) ALL.put(name, "v>v");
        for (String name : ("absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate"
                        + " last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time"
                        + " stdvar_over_time sum_over_time")
                .split(" ", -1)) ALL.put(name, "m>v");
        for (String name : "day_of_month day_of_week day_of_year days_in_month hour minute month year".split(" ", -1))
            ALL.put(name, "?v>v");
        ALL.put("clamp", "vss>v");
        ALL.put("clamp_max", "vs>v");
        ALL.put("clamp_min", "vs>v");
        ALL.put("histogram_fraction", "ssv>v");
        ALL.put("histogram_quantile", "sv>v");
        ALL.put("holt_winters", "mss>v");
        ALL.put("label_join", "vttt*>v");
        ALL.put("label_replace", "vtttt>v");
        ALL.put("pi", ">s");
        ALL.put("predict_linear", "ms>v");
        ALL.put("quantile_over_time", "sm>v");
        ALL.put("round", "v?s>v");
        ALL.put("scalar", "v>s");
        ALL.put("time", ">s");
        ALL.put("vector", "s>v");
    }

    private PromqlFunctions() {}

    static boolean known(String name) {
        return ALL.containsKey(name);
    }

    /** The type of the result. */
    static Promql.Type result(String name) {
        return signature(name).endsWith(">s") ? Promql.Type.SCALAR : Promql.Type.VECTOR;
    }

    /** Whether a function takes arguments of these types, one letter each. */
    static boolean takes(String name, String types) {
        String wanted = signature(name);
        wanted = wanted.substring(0, wanted.indexOf('>'));
        int needed = wanted.indexOf('?') >= 0
                ? wanted.indexOf('?')
                : wanted.replace("*", "").length();
        boolean repeats = wanted.endsWith("*");
        String all = wanted.replace("?", "").replace("*", "");
        if (types.length() < needed || (!repeats && types.length() > all.length())) return false;
        for (int i = 0; i < types.length(); i++)
            if (types.charAt(i) != all.charAt(Math.min(i, all.length() - 1))) return false;
        return true;
    }

    private static String signature(String name) {
        return ALL.getOrDefault(name, ">v");
    }
}
