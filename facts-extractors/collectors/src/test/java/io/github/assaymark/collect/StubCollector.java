package io.github.assaymark.collect;

import java.util.List;
import java.util.Set;

/** A collector that does what a test says. */
final class StubCollector implements Collector {
    /** Does it. */
    interface Work {
        void collect(CollectRequest request, ExportWriter writer) throws InterruptedException;
    }

    static final SecretVariable TOKEN = new SecretVariable("STUB_TOKEN", "a token that may read checks", false);

    private final Set<String> kinds;
    private final Work work;

    StubCollector(Set<String> kinds, Work work) {
        this.kinds = kinds;
        this.work = work;
    }

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public String help() {
        return "Nothing in particular";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of("of", CollectorOption.Type.TEXT, "NAME", "What to collect")
                        .otherwise("all"),
                CollectorOption.of("sha", CollectorOption.Type.TEXT, "SHA", "A commit")
                        .repeated(),
                CollectorOption.of("base", CollectorOption.Type.URL, "URL", "Where"),
                CollectorOption.of("last", CollectorOption.Type.DURATION, "TIME", "How far back")
                        .otherwise("14d"),
                CollectorOption.of("pages", CollectorOption.Type.NUMBER, "N", "How many pages")
                        .otherwise("50"),
                CollectorOption.of("since", CollectorOption.Type.INSTANT, "INSTANT", "From when"),
                CollectorOption.flag("deep", "More of it"));
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public String example() {
        return "--of all --to state";
    }

    @Override
    public String subject(CollectorOptions options) {
        return options.required("of");
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return kinds;
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        work.collect(request, writer);
    }
}
