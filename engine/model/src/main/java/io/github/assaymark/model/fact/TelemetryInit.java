package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Code that starts telemetry. */
@Describe("Code that starts telemetry")
public record TelemetryInit(
        @Describe("path, `#`, tool and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("what is started") TelemetryTool tool,

        @Describe("signals it sends, sorted: errors, logs, metrics, traces")
        List<String> signals,

        @Describe("name it reports, absent when it is not constant") @Nullable
        String serviceName,

        @Describe(
                "name of the variable or secret that holds the address, never its value; `constant` when it is written in the code")
        @Nullable
        String dsn,

        @Describe("stages it is started in, empty when it is started in all")
        List<String> stages,

        @Describe("whether it is only started under a condition")
        boolean conditional,

        @Describe("whether it is started before anything else is imported")
        boolean first,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public TelemetryInit {
        signals = List.copyOf(signals);
        stages = List.copyOf(stages);
    }
}
