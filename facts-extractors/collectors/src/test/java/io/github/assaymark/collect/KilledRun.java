package io.github.assaymark.collect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A run in a process of its own, which a test kills. */
public final class KilledRun {
    private KilledRun() {}

    /** Collects check runs from the address of the first argument into the folder of the second. */
    public static void main(String[] arguments) throws InterruptedException {
        CollectSummary summary = new CollectRun(Surroundings.real(name -> null, (stage, done, total) -> {}))
                .run(new GitHubCollector(), options(arguments[0]), Path.of(arguments[1]), Duration.ofMinutes(15));
        System.out.println(summary);
    }

    static Map<String, List<String>> options(String url) {
        return Map.of(
                "repository",
                List.of("acme/shop"),
                "url",
                List.of(url),
                "sha",
                List.of("aaaaaaa1", "bbbbbbb2", "ccccccc3"));
    }
}
