package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts about what is judged. */
final class SubjectFacts {
    private static final String ID = "subjects";

    private SubjectFacts() {}

    static List<Fact> of(Scan scan, @Nullable String branch) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Repository(
                "", "", new Provenance.Derived(ID, List.of()), scan.source().name(), scan.sha(), branch));
        scan.layout().services().forEach((directory, found) -> facts.add(service(scan, directory, found)));
        facts.addAll(scan.configuration().facts(scan.sha(), scan.owners()));
        for (String owner : scan.owners()) {
            facts.add(Coverage.of(ID, "Repository", owner, 1, 0, "the repository", List.of()));
            facts.add(services(scan, owner));
        }
        return facts;
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
                ? String.join(", ", scan.configuration().manifests())
                : "services of the configuration";
        List<Coverage.Gap> gaps = owner.isEmpty() ? scan.layout().gaps() : List.of();
        int matched = scan.layout().services().size() + gaps.size();
        return Coverage.of(ID, "Service", owner, matched, gaps.size(), looked, gaps);
    }
}
