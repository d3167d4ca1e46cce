package io.github.assaymark.facts.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.BackgroundJob;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final String FILE = "services/jobs/src/jobs/registry.ts";
    private static final String MANIFEST = "name: jobs\n";

    private static SourceFixture registry(String text) {
        return SourceFixture.of("services/jobs/service.yaml", MANIFEST, FILE, text);
    }

    private static Coverage coverage(SourceFixture fixture) {
        return fixture.coverage("jobs", BackgroundJob.class, "services/jobs");
    }

    @Test
    void a_registry_says_what_a_job_calls_and_when() {
        SourceFixture fixture = registry("""
                export const registry: JobDefinition[] = [
                  { id: 'purge', target: 'billing', method: 'post', path: '/v1/admin/purge', schedule: '0 2 * * *',
                    urlSecret: 'PurgeUrl', retry: 3, failureAlarm: 'purge-failed' },
                  { id: 'expire', target: secret('IDENTITY_URL'), path: '/v1/admin/expire', schedule: rate('1 hour'), enabled: false },
                  // { id: 'later', target: 'billing', schedule: '0 3 * * *' },
                ];
                """);
        assertThat(fixture.facts(BackgroundJob.class))
                .extracting(
                        BackgroundJob::jobId,
                        BackgroundJob::registered,
                        BackgroundJob::enabled,
                        BackgroundJob::target,
                        BackgroundJob::method,
                        BackgroundJob::path,
                        BackgroundJob::schedule,
                        BackgroundJob::urlSecret)
                .containsExactly(
                        tuple("expire", true, false, null, null, "/v1/admin/expire", "rate(1 hour)", "IDENTITY_URL"),
                        tuple("purge", true, true, "billing", "POST", "/v1/admin/purge", "0 2 * * *", "PurgeUrl"));
        BackgroundJob purge = fixture.facts(BackgroundJob.class).get(1);
        assertThat(purge.owner()).isEqualTo("services/jobs");
        assertThat(purge.retry()).isEqualTo("3");
        assertThat(purge.failureAlarm()).isEqualTo("purge-failed");
        assertThat(purge.provenance().place()).extracting("path", "startLine").containsExactly(FILE, 2);
        assertThat(coverage(fixture).status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_hard_coded_address_has_no_secret() {
        SourceFixture fixture =
                registry("export const jobs = { purge: { url: 'https://billing.example/purge', cron: '* * * * *' } };");
        BackgroundJob job = fixture.only(BackgroundJob.class);
        assertThat(job.jobId()).isEqualTo("purge");
        assertThat(job.urlSecret()).isNull();
        assertThat(job.target()).isEqualTo("https://billing.example/purge");
    }

    @Test
    void the_environment_and_linked_resources_name_the_secret() {
        SourceFixture fixture = registry("""
                export const jobs = [
                  { id: 'a', url: process.env.A_URL, cron: '1 * * * *' },
                  { id: 'b', url: Resource.BUrl.value, cron: '2 * * * *' },
                ];
                """);
        assertThat(fixture.facts(BackgroundJob.class))
                .extracting(BackgroundJob::jobId, BackgroundJob::urlSecret)
                .containsExactly(tuple("a", "A_URL"), tuple("b", "BUrl"));
    }

    @Test
    void an_id_that_stands_twice_is_two_facts() {
        SourceFixture fixture = registry("""
                export const jobs = [
                  { id: 'a', path: '/one', schedule: '1 * * * *' },
                  { id: 'a', path: '/two', schedule: '2 * * * *' },
                ];
                """);
        assertThat(fixture.facts(BackgroundJob.class))
                .extracting(BackgroundJob::key, BackgroundJob::jobId, BackgroundJob::path)
                .containsExactly(tuple("a", "a", "/one"), tuple("a#2", "a", "/two"));
    }

    @Test
    void definitions_made_by_calls_are_jobs() {
        SourceFixture fixture = registry("""
                export const purge = defineJob('purge', { schedule: '0 2 * * *', path: '/purge' });
                registerJob({ id: 'sweep', schedule: '0 3 * * *', handler: sweep });
                """);
        assertThat(fixture.facts(BackgroundJob.class))
                .extracting(BackgroundJob::jobId)
                .containsExactly("purge", "sweep");
    }

    @Test
    void what_the_configuration_and_a_registry_know_is_one_job() {
        SourceFixture fixture = registry(
                        "export const jobs = [{ id: 'purge', path: '/purge', schedule: '0 2 * * *' }];")
                .with("assay.yaml", """
                        services: ['services/*']
                        subjects:
                          - {kind: BackgroundJob, key: purge, owner: services/jobs, target: billing}
                          - {kind: BackgroundJob, key: manual, owner: services/jobs}
                        """);
        assertThat(fixture.facts(BackgroundJob.class))
                .extracting(BackgroundJob::jobId, BackgroundJob::target, BackgroundJob::path, BackgroundJob::registered)
                .containsExactly(tuple("manual", null, null, false), tuple("purge", "billing", "/purge", true));
        assertThat(fixture.facts(BackgroundJob.class).get(1).provenance().place())
                .extracting("path")
                .isEqualTo(FILE);
        assertThat(fixture.facts(Coverage.class))
                .filteredOn(coverage -> coverage.factType().equals("BackgroundJob"))
                .extracting(Coverage::status)
                .containsOnly(Coverage.Status.COMPLETE);
    }

    @Test
    void without_a_registry_and_a_configuration_nobody_knows_the_jobs() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", "export const x = 1;");
        Coverage coverage = fixture.coverage("jobs", BackgroundJob.class, "");
        assertThat(coverage.status()).isEqualTo(Coverage.Status.NOT_ATTEMPTED);
        assertThat(coverage.gaps())
                .extracting(Coverage.Gap::reason)
                .containsExactly("no registry of jobs was found, and no jobs are declared in assay.yaml");
    }

    @Test
    void the_configuration_alone_is_enough() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", "export const x = 1;", "assay.yaml", "subjects: []\n");
        assertThat(fixture.coverage("jobs", BackgroundJob.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_registry_that_is_computed_or_damaged_is_not_complete() {
        assertThat(coverage(registry("export const jobs = loadJobs();")).status())
                .isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage(registry(
                                "export const jobs = [{ id: 'a', path: '/a', schedule: '1 * * * *' }, ...more()];"))
                        .status())
                .isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage(registry(
                                "export const jobs = [{ id: 'a', path: '/a', schedule: '1 * * * *' }];\n<<<<<<< ((("))
                        .status())
                .isEqualTo(Coverage.Status.PARTIAL);
    }
}
