package io.github.assaymark.facts.configuration;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code assay.yaml} of a repository says. Every key is optional:
 *
 * <pre>{@code
 * packs: [loop, ./checklists/ours]     # names of packs, or paths of pack directories or files
 * params:                              # values of checklist parameters: texts, numbers, or lists of them
 *   platformDomain: platform.example.org
 *   requiredDocuments: [README.md, RUNBOOK.md]
 * services: ['services/*']             # globs of service directories
 * templates: ['services/_template']    # globs of directories that are copied to make services
 * manifests: [service.yaml]            # names of manifest files; default service.yaml, service.yml, service.json
 * people: [people.yaml]                # files that list people
 * attestations: [attestations.yaml]    # files, also globs
 * waivers: [waivers.yaml]              # files, also globs
 * baseline: [baseline.yaml]            # files, also globs
 * criticalPaths: [src/payments, src/routes]
 * subjects:                            # what no file gives away; an empty list says that there is none
 *   - kind: BackgroundJob
 *     key: nightly-export              # id of the job
 *     owner: services/billing          # optional, directory of the owning service
 *     target: billing                  # optional, service the job calls
 *   - kind: PartnerIntegration
 *     directory: integrations/maps     # also its key, unless `key` says otherwise
 *     name: Maps
 *     owner: services/geo              # optional
 *     userInterface: true              # optional, default false
 * }</pre>
 *
 * <p>Where a list is wanted, one text does as well. Paths are relative to the repository root, with {@code /} between
 * parts, and stay inside of it. Immutable and safe for use by many threads.
 *
 * @param params in the order they are written, with the line of each
 * @param subjects null when the key is missing: then nobody said whether there are any
 * @param lists the lists of texts by key, only those that are written
 */
public record AssayConfiguration(
        List<String> packs,
        List<Param> params,
        @Nullable List<DeclaredSubject> subjects,
        Map<String, List<String>> lists) {

    /** Id under which the facts of the configuration are covered. */
    public static final String EXTRACTOR = "configuration";

    private static final List<String> MANIFESTS = List.of("service.yaml", "service.yml", "service.json");

    /** Copies the lists. */
    public AssayConfiguration {
        packs = List.copyOf(packs);
        params = List.copyOf(params);
        subjects = subjects == null ? null : List.copyOf(subjects);
        Map<String, List<String>> copy = new TreeMap<>();
        lists.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        lists = Collections.unmodifiableMap(copy);
    }

    /** The configuration of a repository without {@code assay.yaml}. */
    public static AssayConfiguration none() {
        return new AssayConfiguration(List.of(), List.of(), null, Map.of());
    }

    /**
     * Reads a configuration.
     *
     * @param file its path, for messages and places
     * @param commit the commit it was read at; null for the working tree
     * @param blob git object id of the text; null when unknown
     * @throws ScanException with all problems at once, each with {@code file:line:column}
     */
    public static AssayConfiguration parse(
            String file, String text, @Nullable String commit, @Nullable String blob, Limits limits) {
        return new ConfigurationParser(file, commit, blob).read(text, limits);
    }

    /** Texts of a list by its key, for example {@code attestations}; empty when it is not written. */
    public List<String> configured(String key) {
        return key.equals("packs") ? packs : lists.getOrDefault(key, List.of());
    }

    /** Globs of service directories; empty when not written. */
    public List<String> services() {
        return configured("services");
    }

    /** Globs of template directories; empty when not written. */
    public List<String> templates() {
        return configured("templates");
    }

    /** Names of manifest files; {@code service.yaml}, {@code service.yml} and {@code service.json} when not written. */
    public List<String> manifests() {
        return lists.getOrDefault("manifests", MANIFESTS);
    }

    /**
     * The parameters and declared subjects as facts, with the coverage of the declared types for every owner: complete
     * when the key {@code subjects} is written, not attempted otherwise.
     *
     * @param sha the judged commit; null for a working tree without one
     */
    public List<Fact> facts(@Nullable String sha, List<String> owners) {
        List<Fact> facts = new ArrayList<>(params);
        List<DeclaredSubject> declared = subjects;
        if (declared != null) declared.forEach(subject -> facts.add(subject.fact(sha)));
        for (DeclaredSubject.Kind kind : DeclaredSubject.Kind.values()) {
            for (String owner : owners) facts.add(coverage(kind.name(), owner));
        }
        return facts;
    }

    private Coverage coverage(String type, String owner) {
        if (subjects != null) {
            return Coverage.of(EXTRACTOR, type, owner, 1, 0, "`subjects` of the configuration", List.of());
        }
        return Coverage.missing(
                EXTRACTOR, type, owner, Coverage.Status.NOT_ATTEMPTED, "the configuration has no key `subjects`");
    }
}
