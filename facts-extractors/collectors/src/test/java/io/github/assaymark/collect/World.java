package io.github.assaymark.collect;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A world in which waiting takes no time and moves the clock. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    final List<Duration> waits = new ArrayList<>();

    /** What was told of the work, as in {@code collecting github.pulls 0/3}. */
    final List<String> progress = new ArrayList<>();

    final Map<String, String> environment = new TreeMap<>();
    Http.Patience patience = Http.Patience.DEFAULT;
    Instant now = NOW;

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    Surroundings surroundings() {
        return new Surroundings(
                environment::get,
                clock,
                this::sleep,
                new Random(7),
                patience,
                (stage, done, total) -> progress.add(stage + " " + done + "/" + total));
    }

    private void sleep(Duration duration) {
        waits.add(duration);
        now = now.plus(duration);
    }

    Http http() {
        return new Http(patience, clock, this::sleep, new Random(7));
    }

    CollectSummary run(Collector collector, Path folder, String... options) throws InterruptedException {
        return run(collector, folder, Duration.ofMinutes(15), options);
    }

    CollectSummary run(Collector collector, Path folder, Duration maxAge, String... options)
            throws InterruptedException {
        Map<String, List<String>> given = new TreeMap<>();
        for (int i = 0; i < options.length; i += 2)
            given.computeIfAbsent(options[i], name -> new ArrayList<>()).add(options[i + 1]);
        return new CollectRun(surroundings()).run(collector, given, folder, maxAge);
    }
}
