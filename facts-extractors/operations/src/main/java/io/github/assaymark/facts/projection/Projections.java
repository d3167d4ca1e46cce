package io.github.assaymark.facts.projection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every list of fields, by kind of export. */
final class Projections {
    private static final Map<String, ExportProjection> BY_KIND = Stream.of(
                    AwsProjections.all(),
                    KubernetesProjections.all(),
                    GitHubProjections.all(),
                    PagerDutyProjections.all(),
                    AlertingProjections.all(),
                    ProbeProjections.all(),
                    RegistryProjections.all())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(ExportProjection::kind, Function.identity()));

    private Projections() {}

    static @Nullable ExportProjection of(String kind) {
        return BY_KIND.get(kind);
    }

    /** The kinds that have a list. */
    static Set<String> kinds() {
        return BY_KIND.keySet();
    }

    static ExportProjection json(String kind, int version, String... paths) {
        return new ExportProjection(kind, version, Shape.Inner.JSON, paths);
    }
}
