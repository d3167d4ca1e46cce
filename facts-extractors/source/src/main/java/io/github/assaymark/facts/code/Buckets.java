package io.github.assaymark.facts.code;

import io.github.assaymark.model.fact.TestBucket;
import io.github.assaymark.model.fact.TestFramework;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of test a file holds. The words of the file name count first, from its end, then the directories,
 * from the nearest:
 *
 * <table>
 * <caption>Words</caption>
 * <tr><td>unit, spec-unit</td><td>UNIT</td></tr>
 * <tr><td>integration, int, it, db, api-test</td><td>INTEGRATION</td></tr>
 * <tr><td>contract, contracts, pact</td><td>CONTRACT</td></tr>
 * <tr><td>conformance, compliance, arch, architecture</td><td>CONFORMANCE</td></tr>
 * <tr><td>e2e, end-to-end, acceptance, playwright, cypress, system</td><td>END_TO_END</td></tr>
 * <tr><td>property, properties, fuzz, pbt</td><td>PROPERTY</td></tr>
 * <tr><td>performance, perf, load, bench, benchmark, benchmarks, stress, soak, k6</td><td>PERFORMANCE</td></tr>
 * <tr><td>security, redteam, red-team, pentest, abuse</td><td>SECURITY</td></tr>
 * <tr><td>compat, compatibility, backwards-compat, parity</td><td>COMPATIBILITY</td></tr>
 * <tr><td>smoke</td><td>SMOKE</td></tr>
 * </table>
 *
 * A test of Playwright without such a word is END_TO_END, anything else UNIT.
 */
final class Buckets {
    private static final Map<String, TestBucket> WORDS = Map.ofEntries(
            Map.entry("unit", TestBucket.UNIT),
            Map.entry("integration", TestBucket.INTEGRATION),
            Map.entry("int", TestBucket.INTEGRATION),
            Map.entry("contract", TestBucket.CONTRACT),
            Map.entry("contracts", TestBucket.CONTRACT),
            Map.entry("pact", TestBucket.CONTRACT),
            Map.entry("conformance", TestBucket.CONFORMANCE),
            Map.entry("compliance", TestBucket.CONFORMANCE),
            Map.entry("arch", TestBucket.CONFORMANCE),
            Map.entry("architecture", TestBucket.CONFORMANCE),
            Map.entry("e2e", TestBucket.END_TO_END),
            Map.entry("end-to-end", TestBucket.END_TO_END),
            Map.entry("acceptance", TestBucket.END_TO_END),
            Map.entry("playwright", TestBucket.END_TO_END),
            Map.entry("cypress", TestBucket.END_TO_END),
            Map.entry("system", TestBucket.END_TO_END),
            Map.entry("property", TestBucket.PROPERTY),
            Map.entry("properties", TestBucket.PROPERTY),
            Map.entry("fuzz", TestBucket.PROPERTY),
            Map.entry("pbt", TestBucket.PROPERTY),
            Map.entry("performance", TestBucket.PERFORMANCE),
            Map.entry("perf", TestBucket.PERFORMANCE),
            Map.entry("load", TestBucket.PERFORMANCE),
            Map.entry("bench", TestBucket.PERFORMANCE),
            Map.entry("benchmark", TestBucket.PERFORMANCE),
            Map.entry("benchmarks", TestBucket.PERFORMANCE),
            Map.entry("stress", TestBucket.PERFORMANCE),
            Map.entry("soak", TestBucket.PERFORMANCE),
            Map.entry("k6", TestBucket.PERFORMANCE),
            Map.entry("security", TestBucket.SECURITY),
            Map.entry("redteam", TestBucket.SECURITY),
            Map.entry("red-team", TestBucket.SECURITY),
            Map.entry("pentest", TestBucket.SECURITY),
            Map.entry("abuse", TestBucket.SECURITY),
            Map.entry("compat", TestBucket.COMPATIBILITY),
            Map.entry("compatibility", TestBucket.COMPATIBILITY),
            Map.entry("backwards-compat", TestBucket.COMPATIBILITY),
            Map.entry("parity", TestBucket.COMPATIBILITY),
            Map.entry("smoke", TestBucket.SMOKE));

    /** Words of directories that say too little about a file name. */
    private static final List<String> ONLY_DIRECTORIES =
            List.of("system", "load", "contracts", "abuse", "unit", "arch");

    private Buckets() {}

    static TestBucket of(String path, TestFramework framework) {
        String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
        TestBucket byName = byName(parts[parts.length - 1]);
        if (byName != null) return byName;
        // Above the directory of the tests stand names of packages and services, which say nothing.
        for (int i = parts.length - 2; i >= 0; i--) {
            TestBucket bucket = WORDS.get(parts[i].replaceAll("^_+|_+$", "").replaceAll("[-_.]?tests?$", ""));
            if (bucket != null && (i > 0 || parts.length == 2 || tests(parts, i))) return bucket;
            if (parts[i].equals("src") || parts[i].equals("services") || parts[i].equals("packages")) break;
        }
        return framework == TestFramework.PLAYWRIGHT ? TestBucket.END_TO_END : TestBucket.UNIT;
    }

    private static boolean tests(String[] parts, int index) {
        return index == 0 && parts.length > 1;
    }

    private static @Nullable TestBucket byName(String file) {
        String[] words = file.split("\\.", -1);
        for (int i = words.length - 2; i >= 0; i--) {
            // order.service.e2e-spec.ts, saga-property.ts
            String word = words[i].replaceAll("[-_](spec|test)s?$", "");
            TestBucket bucket = word(word, i > 0);
            if (bucket != null) return bucket;
            int dash = word.lastIndexOf('-');
            bucket = dash < 0 ? null : word(word.substring(dash + 1), false);
            if (bucket != null) return bucket;
        }
        return null;
    }

    private static @Nullable TestBucket word(String word, boolean infix) {
        return !infix && ONLY_DIRECTORIES.contains(word) ? null : WORDS.get(word);
    }
}
