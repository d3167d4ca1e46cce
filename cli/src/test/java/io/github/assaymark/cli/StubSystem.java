package io.github.assaymark.cli;

import io.github.assaymark.collect.CollectFailure;
import io.github.assaymark.collect.CollectRequest;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.CollectorOption;
import io.github.assaymark.collect.CollectorOptions;
import io.github.assaymark.collect.EntryRequest;
import io.github.assaymark.collect.ExportWriter;
import io.github.assaymark.collect.SecretVariable;
import java.util.List;
import java.util.Set;

/** A system that answers without a network: public, as a service loader makes it. */
public final class StubSystem implements Collector {
    private static final String KIND = "github.check-runs";

    /** For a service loader. */
    public StubSystem() {}

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public String help() {
        return "Checks of a system that is none";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of("of", CollectorOption.Type.TEXT, "NAME", "What to collect")
                        .needed()
                        .repeated(),
                CollectorOption.of("last", CollectorOption.Type.DURATION, "TIME", "How far back")
                        .otherwise("14d"),
                CollectorOption.flag("deny", "Say that some of it is not allowed"));
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(new SecretVariable("STUB_TOKEN", "a token that may read checks", true));
    }

    @Override
    public String example() {
        return "--of shop --to state";
    }

    @Override
    public String subject(CollectorOptions options) {
        return String.join(" ", options.texts("of"));
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return Set.of(KIND);
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        for (String of : request.options().texts("of"))
            writer.entry(EntryRequest.of(KIND, "ask for " + of).scope("repository", of), pages -> {
                if (request.options().flag("deny"))
                    throw new CollectFailure(CollectFailure.Code.DENIED, 403, "it may not be read");
                pages.add("{\"check_runs\": []}");
            });
    }
}
