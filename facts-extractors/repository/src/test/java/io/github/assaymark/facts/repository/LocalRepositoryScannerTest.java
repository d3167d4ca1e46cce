package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.files.FilesExtractor;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.PartnerIntegration;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.Unreadable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoryScannerTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private Path directory = Path.of("");

    private TempRepository repository() {
        return new TempRepository(directory);
    }

    private static RepositoryConfiguration configuration(List<String> services, List<String> templates) {
        return new RepositoryConfiguration(
                "assay.yaml",
                List.of("loop"),
                List.of(Param.of("tenantColumn", "brand_id")),
                services,
                templates,
                List.of(new RepositoryConfiguration.Job(
                        "nightly", "services/jobs", "billing", Provenance.File.line("assay.yaml", 4))),
                List.of(new RepositoryConfiguration.Partner(
                        "acme", "services/billing/acme", true, Provenance.File.line("assay.yaml", 6))),
                new TreeMap<>(Map.of("jobs", List.of(), "partners", List.of(), "waivers", List.of("w/*.yaml"))),
                List.of("configuration assay.yaml"));
    }

    private ScanResult scan(RepositoryConfiguration configuration, ScanRequest request, FactExtractor... extractors) {
        return new LocalRepositoryScanner(List.of(extractors), (source, file, limits) -> configuration)
                .scan(request.at(NOW));
    }

    private ScanResult scan(RepositoryConfiguration configuration) {
        return scan(configuration, ScanRequest.of(directory), new FilesExtractor());
    }

    private static List<String> services(Snapshot snapshot) {
        return snapshot.facts(Service.class).stream()
                .map(s -> s.key() + " by " + s.detectedBy())
                .toList();
    }

    private static Coverage coverage(Snapshot snapshot, String type, String owner) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.factType().equals(type) && c.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void services_are_found_by_their_manifests_and_templates_are_not_services() {
        repository()
                .file("services/billing/service.yaml", "name: billing\n")
                .file("services/billing/src/index.ts", "x\n")
                .file("services/billing/worker/service.yml", "name: worker\n")
                .file("services/_template/service.yaml", "name: template\n")
                .file("deploy/service.yaml", "apiVersion: v1\nkind: Service\n")
                .file("chart/templates/service.yaml", "name: {{ .Values.name }}\n")
                .file("tests/fixtures/x/service.yaml", "name: x\n")
                .file("README.md", "r\n");
        ScanResult result = scan(RepositoryConfiguration.NONE);
        assertThat(services(result.snapshot()))
                .containsExactly(
                        "services/billing by services/billing/service.yaml",
                        "services/billing/worker by services/billing/worker/service.yml");
        assertThat(result.detection())
                .containsExactly(
                        "not in a git repository: every file is read that no .gitignore names",
                        "chart/templates/service.yaml is no service manifest: it describes a Kubernetes object",
                        "deploy/service.yaml is no service manifest: it describes a Kubernetes object",
                        "service services/billing: manifest services/billing/service.yaml",
                        "service services/billing/worker: manifest services/billing/worker/service.yml",
                        "tests/fixtures/x/service.yaml is no service manifest: it belongs to tests, stubs or copied"
                                + " files",
                        "template services/_template: copied to make services, not judged itself");
        Map<String, String> owners = new TreeMap<>();
        result.snapshot().facts(RepoFile.class).forEach(f -> owners.put(f.path(), f.owner()));
        assertThat(owners)
                .containsEntry("README.md", "")
                .containsEntry("services/_template/service.yaml", "")
                .containsEntry("services/billing/src/index.ts", "services/billing")
                .containsEntry("services/billing/worker/service.yml", "services/billing/worker");
        assertThat(coverage(result.snapshot(), "Service", "").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(coverage(result.snapshot(), "BackgroundJob", "").status()).isEqualTo(Coverage.Status.NOT_ATTEMPTED);
    }

    @Test
    void a_repository_without_manifests_is_one_service() {
        repository().file("src/index.ts", "x");
        ScanResult result = scan(RepositoryConfiguration.NONE);
        Service service = result.snapshot().facts(Service.class).get(0);
        assertThat(service.key()).isEqualTo(".");
        assertThat(service.owner()).isEmpty();
        assertThat(service.directory()).isEmpty();
        assertThat(service.name()).isEqualTo(String.valueOf(directory.getFileName()));
        assertThat(service.sha()).isNull();
        assertThat(result.snapshot().facts(Now.class)).containsExactly(Now.at(NOW));
    }

    @Test
    void the_configuration_names_services_templates_jobs_and_partners() {
        repository()
                .file("apps/one/index.ts", "x")
                .file("apps/two/index.ts", "x")
                .file("apps/starter/index.ts", "x")
                .file("service.yaml", "name: not asked for\n");
        ScanResult result = scan(configuration(List.of("apps/*", "missing/*"), List.of("apps/starter")));
        assertThat(services(result.snapshot()))
                .containsExactly("apps/one by configuration: apps/*", "apps/two by configuration: apps/*");
        assertThat(result.detection()).contains("services: `missing/*` matches no directory");
        Coverage services = coverage(result.snapshot(), "Service", "");
        assertThat(services.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(services.gaps())
                .containsExactly(new Coverage.Gap("assay.yaml", 0, "services: `missing/*` matches no directory"));
        assertThat(result.packs()).containsExactly("loop");
        assertThat(result.snapshot().facts(Param.class)).hasSize(1);
        assertThat(result.snapshot().facts(BackgroundJob.class))
                .extracting(BackgroundJob::key, BackgroundJob::owner, BackgroundJob::target)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("nightly", "services/jobs", "billing"));
        assertThat(result.snapshot().facts(PartnerIntegration.class)).hasSize(1);
        assertThat(coverage(result.snapshot(), "PartnerIntegration", "apps/one").status())
                .isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void the_extractor_of_jobs_says_those_of_the_configuration() {
        repository().file("apps/one/index.ts", "x");
        List<List<BackgroundJob>> declared = new ArrayList<>();
        FactExtractor jobs = new FactExtractor() {
            @Override
            public String id() {
                return "jobs";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public Set<Class<? extends Fact>> factTypes() {
                return Set.of(BackgroundJob.class);
            }

            @Override
            public void extract(ScanContext context, Consumer<Fact> facts) {
                List<BackgroundJob> found = context.declared(BackgroundJob.class);
                declared.add(found == null ? List.of() : found);
                assertThat(context.declared(Service.class)).isNull();
            }
        };
        ScanResult result = scan(configuration(List.of("apps/*"), List.of()), ScanRequest.of(directory), jobs);
        assertThat(declared).hasSize(1);
        assertThat(declared.get(0)).extracting(BackgroundJob::jobId).containsExactly("nightly");
        assertThat(result.snapshot().facts(BackgroundJob.class)).isEmpty();
        assertThat(result.snapshot().facts(Coverage.class).stream()
                        .filter(coverage -> coverage.factType().equals("BackgroundJob"))
                        .map(Coverage::extractor))
                .containsOnly("jobs");
        scan(RepositoryConfiguration.NONE, ScanRequest.of(directory), jobs);
        assertThat(declared.get(1)).isEmpty();
    }

    @Test
    void a_revision_is_compared_with_a_base() {
        TempRepository repository = repository().file("a.md", "a\n").file("service.yaml", "name: x\n");
        String first = repository.commit("2026-01-02T03:04:05Z");
        String second = repository.file("a.md", "b\n").file("c.md", "c\n").commit("2026-02-02T03:04:05Z");
        repository.file("a.md", "not committed\n");
        ScanResult result = scan(
                RepositoryConfiguration.NONE,
                ScanRequest.of(directory).atRevision("main").comparedWith("HEAD~1"),
                new FilesExtractor());
        Snapshot snapshot = result.snapshot();
        assertThat(snapshot.hasBase()).isTrue();
        assertThat(snapshot.facts(RepoFile.class))
                .extracting(RepoFile::path, RepoFile::changed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.md", true),
                        org.assertj.core.groups.Tuple.tuple("c.md", true),
                        org.assertj.core.groups.Tuple.tuple("service.yaml", false));
        assertThat(snapshot.baseFacts().stream().filter(RepoFile.class::isInstance))
                .hasSize(2);
        assertThat(snapshot.baseFacts().stream().filter(Now.class::isInstance)).isEmpty();
        assertThat(snapshot.facts(Repository.class).get(0).sha()).isEqualTo(second);
        assertThat(result.detection())
                .contains("commit " + second + ", read from git without a checkout", "compared with commit " + first);
    }

    @Test
    void a_bare_repository_needs_a_revision() throws Exception {
        repository().file("a.md", "a\n").commit("2026-01-02T03:04:05Z");
        Path bare = directory.resolve("bare.git");
        org.eclipse.jgit.api.Git.cloneRepository()
                .setBare(true)
                .setURI(directory.toUri().toString())
                .setDirectory(bare.toFile())
                .call()
                .close();
        assertThatThrownBy(() -> scan(RepositoryConfiguration.NONE, ScanRequest.of(bare)))
                .isInstanceOf(ScanException.class)
                .hasMessage("`" + bare + "` is a bare git repository without files"
                        + "\n  Maybe name a revision, for example HEAD");
        ScanResult result =
                scan(RepositoryConfiguration.NONE, ScanRequest.of(bare).atRevision("HEAD"), new FilesExtractor());
        assertThat(result.snapshot().facts(RepoFile.class)).hasSize(1);
    }

    @Test
    void what_cannot_be_scanned_is_said_with_a_way_out() {
        repository().file("a.md", "a");
        Path none = directory.resolve("none");
        Path file = directory.resolve("a.md");
        assertThatThrownBy(() -> scan(RepositoryConfiguration.NONE, ScanRequest.of(none)))
                .isInstanceOf(ScanException.class)
                .hasMessage("`" + none + "` is not a directory"
                        + "\n  Maybe there is a slip in the path: nothing exists there");
        assertThatThrownBy(() -> scan(RepositoryConfiguration.NONE, ScanRequest.of(file)))
                .isInstanceOf(ScanException.class)
                .hasMessage("`" + file + "` is not a directory\n  Maybe give the directory it lies in");
        assertThatThrownBy(() -> scan(
                        RepositoryConfiguration.NONE, ScanRequest.of(directory).atRevision("HEAD")))
                .isInstanceOf(ScanException.class)
                .hasMessage("revision `HEAD` needs git, but `" + directory + "` is in no git repository"
                        + "\n  Maybe leave the revision out to read the files as they are");
        repository().file("assay.yaml", "packs: []");
        assertThatThrownBy(() -> new LocalRepositoryScanner(List.of(), null).scan(ScanRequest.of(directory)))
                .isInstanceOf(ScanException.class)
                .hasMessageContaining("nothing on the class path that reads it\n  Maybe the jar");
    }

    @Test
    void hidden_directories_make_every_coverage_below_them_partial() throws Exception {
        repository()
                .file("services/a/service.yaml", "name: a\n")
                .file("services/b/service.yaml", "name: b\n")
                .commit("2026-01-02T03:04:05Z");
        repository().file("services/a/inner/b.md", "b");
        org.eclipse.jgit.api.Git.init()
                .setDirectory(directory.resolve("services/a/inner").toFile())
                .call()
                .close();
        Snapshot snapshot = scan(RepositoryConfiguration.NONE).snapshot();
        Coverage hidden = coverage(snapshot, "RepoFile", "services/a");
        assertThat(hidden.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(hidden.matched()).isEqualTo(2);
        assertThat(hidden.failed()).isEqualTo(1);
        assertThat(hidden.gaps())
                .containsExactly(new Coverage.Gap("services/a/inner", 0, "a git repository of its own"));
        assertThat(coverage(snapshot, "RepoFile", "services/b").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(snapshot.facts(Unreadable.class))
                .extracting(Unreadable::path, Unreadable::owner)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("services/a/inner", "services/a"));
    }
}
