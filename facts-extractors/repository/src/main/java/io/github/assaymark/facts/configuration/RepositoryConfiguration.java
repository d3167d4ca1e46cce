package io.github.assaymark.facts.configuration;

import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code assay.yaml} says.
 *
 * @param path where it was read; null when there is none
 * @param packs names of packs, or paths of pack directories
 * @param params values of checklist parameters
 * @param services globs of service directories; empty when services are to be found by their manifests
 * @param templates globs of directories that are copied to make services; empty for the usual ones
 * @param jobs scheduled jobs it declares
 * @param partners integrations of third parties it declares
 * @param lists lists of texts for extractors by name, for example {@code attestations}, {@code waivers},
 *     {@code baseline} and {@code people}: globs or paths relative to the repository root; holds {@code jobs} and
 *     {@code partners}, even if empty, when the configuration speaks of such subjects at all: otherwise their absence
 *     is not known
 * @param detection lines for {@code assay doctor}
 */
public record RepositoryConfiguration(
        @Nullable String path,
        List<String> packs,
        List<Param> params,
        List<String> services,
        List<String> templates,
        List<Job> jobs,
        List<Partner> partners,
        SortedMap<String, List<String>> lists,
        List<String> detection) {

    /** No configuration at all. */
    public static final RepositoryConfiguration NONE = new RepositoryConfiguration(
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Collections.emptySortedMap(),
            List.of());

    /**
     * A scheduled job.
     *
     * @param owner directory of the owning service, empty when the configuration names none
     * @param target service the job calls; null when it is not said
     */
    public record Job(String id, String owner, @Nullable String target, Provenance.File provenance) {}

    /**
     * An integration of a third party.
     *
     * @param directory relative to the repository root
     * @param userInterface whether it shows anything to people
     */
    public record Partner(String name, String directory, boolean userInterface, Provenance.File provenance) {}

    /** Copies the collections. */
    public RepositoryConfiguration {
        packs = List.copyOf(packs);
        params = List.copyOf(params);
        services = List.copyOf(services);
        templates = List.copyOf(templates);
        jobs = List.copyOf(jobs);
        partners = List.copyOf(partners);
        lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
        detection = List.copyOf(detection);
    }
}
