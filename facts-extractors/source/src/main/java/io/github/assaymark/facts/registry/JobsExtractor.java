package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says which scheduled jobs there are: those of registries in source code and those the configuration declares, one
 * fact for a job that both know. What jobs there are is known as soon as one of the two speaks of them.
 */
public final class JobsExtractor implements FactExtractor {
    private final JobReader reader = new JobReader();

    @Override
    public String id() {
        return reader.id();
    }

    @Override
    public int version() {
        return reader.version();
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(BackgroundJob.class, Unresolved.class);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> all) {
        Consumer<Fact> facts = Redaction.before(all);
        List<Fact> read = new ArrayList<>();
        reader.extract(new NarrowedScan(context, JobReader::reads), read::add);
        List<BackgroundJob> declared = context.declared(BackgroundJob.class);
        Map<String, BackgroundJob> configured = new LinkedHashMap<>();
        if (declared != null) for (BackgroundJob job : declared) configured.putIfAbsent(job.jobId(), job);
        boolean speaks = declared != null;
        for (Fact fact : read) {
            if (fact instanceof BackgroundJob job) {
                speaks = true;
                facts.accept(job(job, configured.remove(job.jobId()), context.sha()));
            }
            if (fact instanceof Unresolved open) {
                speaks |= open.factTypes().contains("BackgroundJob");
                facts.accept(open);
            }
        }
        configured.values().forEach(facts);
        for (Fact fact : read) {
            if (fact instanceof Coverage coverage) facts.accept(coverage(coverage, speaks, declared != null));
        }
    }

    /** The configuration wins where both say something: it was written for this purpose. */
    private static BackgroundJob job(BackgroundJob read, @Nullable BackgroundJob declared, @Nullable String sha) {
        Provenance provenance = declared == null
                ? read.provenance()
                : new Provenance.Derived("jobs", List.of(read.provenance(), declared.provenance()));
        return new BackgroundJob(
                read.key(),
                declared == null ? read.owner() : declared.owner(),
                provenance,
                read.jobId(),
                true,
                read.enabled(),
                declared != null && declared.target() != null ? declared.target() : read.target(),
                read.method(),
                read.path(),
                read.schedule(),
                read.urlSecret(),
                read.retry(),
                read.failureAlarm(),
                sha);
    }

    private Coverage coverage(Coverage read, boolean speaks, boolean declared) {
        if (!read.factType().equals("BackgroundJob")) return read;
        String looked =
                "registries in source files that speak of jobs" + (declared ? ", subjects of the configuration" : "");
        if (read.status() == Coverage.Status.FAILED) return read;
        if (!speaks)
            return Coverage.missing(
                    id(),
                    read.factType(),
                    read.owner(),
                    Coverage.Status.NOT_ATTEMPTED,
                    "no registry of jobs was found, and no jobs are declared in assay.yaml");
        return Coverage.of(
                id(),
                read.factType(),
                read.owner(),
                read.matched() + (declared ? 1 : 0),
                read.failed(),
                looked,
                read.gaps());
    }
}
