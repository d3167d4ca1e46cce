package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.PartnerIntegration;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts about what is judged. */
final class SubjectFacts {
    private static final String ID = "subjects";

    private SubjectFacts() {}

    /** {@code extractors} say the facts and the coverage of their types. */
    static List<Fact> of(Scan scan, @Nullable String branch, List<FactExtractor> extractors) {
        boolean jobs = extractors.stream().noneMatch(one -> one.factTypes().contains(BackgroundJob.class));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Repository(
                "", "", new Provenance.Derived(ID, List.of()), scan.source().name(), scan.sha(), branch));
        scan.layout().services().forEach((directory, found) -> facts.add(service(scan, directory, found)));
        if (jobs) facts.addAll(jobs(scan));
        for (RepositoryConfiguration.Partner partner : scan.configuration().partners()) {
            facts.add(new PartnerIntegration(
                    partner.directory(),
                    scan.ownerOf(partner.directory() + "/"),
                    partner.provenance(),
                    partner.name(),
                    partner.directory(),
                    partner.userInterface(),
                    scan.sha()));
        }
        for (String owner : scan.owners()) {
            facts.add(Coverage.of(ID, "Repository", owner, 1, 0, "the repository", List.of()));
            facts.add(services(scan, owner));
            if (jobs) facts.add(declared(scan, "BackgroundJob", "jobs", owner));
            facts.add(declared(scan, "PartnerIntegration", "partners", owner));
        }
        return facts;
    }

    /** The scheduled jobs of the configuration. */
    static List<BackgroundJob> jobs(Scan scan) {
        return scan.configuration().jobs().stream()
                .map(job -> new BackgroundJob(
                        job.id(),
                        job.owner(),
                        job.provenance(),
                        job.id(),
                        false,
                        true,
                        job.target(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        scan.sha()))
                .toList();
    }

    private static Service service(Scan scan, String directory, ServiceLayout.Found found) {
        return new Service(
                directory.isEmpty() ? "." : directory,
                directory,
                found.provenance(),
                directory.isEmpty() ? scan.source().name() : Paths.name(directory),
                directory,
                found.by(),
                scan.sha());
    }

    private static Coverage services(Scan scan, String owner) {
        String looked = scan.configuration().services().isEmpty()
                ? String.join(", ", ServiceDetection.manifests(scan.configuration()))
                : "services of the configuration";
        List<Coverage.Gap> gaps = owner.isEmpty() ? scan.layout().gaps() : List.of();
        int matched = scan.layout().services().size() + gaps.size();
        return Coverage.of(ID, "Service", owner, matched, gaps.size(), looked, gaps);
    }

    /** What the configuration does not speak of is not known to be absent. */
    private static Coverage declared(Scan scan, String type, String name, String owner) {
        RepositoryConfiguration configuration = scan.configuration();
        if (configuration.lists().containsKey(name))
            return Coverage.of(ID, type, owner, 1, 0, "subjects of the configuration", List.of());
        return Coverage.missing(
                ID, type, owner, Coverage.Status.NOT_ATTEMPTED, "no " + name + " are declared in assay.yaml");
    }
}
