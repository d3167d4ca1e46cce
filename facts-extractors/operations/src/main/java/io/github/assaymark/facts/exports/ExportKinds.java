package io.github.assaymark.facts.exports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every kind of export that is read, sorted by id. */
final class ExportKinds {
    private static final List<ExportKind> ALL = Stream.of(
                    AlertingKinds.all(),
                    AwsKinds.all(),
                    CloudWatchKinds.all(),
                    DirectoryKinds.all(),
                    EcsKinds.all(),
                    FreezeKinds.all(),
                    GitHubGateKinds.all(),
                    GitHubKinds.all(),
                    ImageKinds.all(),
                    FlagKinds.all(),
                    KubernetesKinds.all(),
                    LoadTestKinds.all(),
                    PactKinds.all(),
                    ProbeKinds.all(),
                    PublicationKinds.all(),
                    PulumiKinds.all(),
                    PagerDutyKinds.all(),
                    RecordKinds.all(),
                    ReportKinds.all(),
                    SnsKinds.all(),
                    TelemetryKinds.all(),
                    TerraformKinds.all(),
                    ZoneKinds.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(ExportKind::id))
            .toList();

    private static final Map<String, ExportKind> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ExportKind::id, Function.identity()));

    private ExportKinds() {}

    static List<ExportKind> all() {
        return ALL;
    }

    static @Nullable ExportKind of(String id) {
        return BY_ID.get(id);
    }

    /** Whether another extractor reads a file of an export folder. */
    static boolean readElsewhere(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith("postgres-catalog") && name.endsWith(".json");
    }
}
