package io.github.assaymark.collect.aws;

import io.github.assaymark.collect.CollectRun;
import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Http;
import io.github.assaymark.collect.Surroundings;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An account whose services stand somewhere else, and a repository that reads what was collected of it. */
record Account(Path repository, Map<AwsPart, URI> endpoints) {
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIDKANARI4711", "AWS_SECRET_ACCESS_KEY", "kanari-secret-key-0815");

    CollectSummary collect(String... options) throws InterruptedException, IOException {
        Files.createDirectories(repository.resolve("services/billing"));
        Files.writeString(repository.resolve("services/billing/service.yaml"), "name: billing\n");
        Files.writeString(repository.resolve("assay.yaml"), "state: [state]\n");
        Map<String, List<String>> given = new TreeMap<>();
        given.put("region", List.of("eu-central-1"));
        for (int i = 0; i < options.length; i += 2)
            given.computeIfAbsent(options[i], name -> new ArrayList<>()).add(options[i + 1]);
        Surroundings world = new Surroundings(
                KEYS::get,
                Clock.fixed(NOW, ZoneOffset.UTC),
                duration -> {},
                new Random(7),
                Http.Patience.DEFAULT,
                (stage, done, total) -> {});
        return new CollectRun(world)
                .run(new AwsCollector(endpoints), given, repository.resolve("state"), Duration.ZERO);
    }

    Snapshot facts() {
        return Extractors.standard().scan(ScanRequest.of(repository).at(NOW)).snapshot();
    }

    /** Everything that was written. */
    String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(repository.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) all.append(Files.readString(file));
        }
        return all.toString();
    }
}
