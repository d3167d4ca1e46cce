package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.WorkflowJob;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowsTest {
    private static final String PATH = ".github/workflows/release.yml";

    private static StateFixture workflow(String text) {
        return new StateFixture().file(PATH, text);
    }

    private static List<String> coverage(StateFixture state) {
        return state.coverage("workflows", WorkflowJob.class, StateFixture.BILLING);
    }

    @Test
    void jobs_are_read_with_triggers_commands_and_environments() {
        StateFixture state = workflow("""
                name: Release
                on:
                  push: {branches: [main]}
                  workflow_dispatch:
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - run: |
                          # a comment
                          npm ci
                          npm test -- \\
                            --coverage
                      - run: npm run lint
                        if: ${{ false }}
                  deploy:
                    needs: build
                    environment: {name: production, url: https://example.org}
                    steps:
                      - run: npx sst deploy --stage production
                  disabled:
                    if: false
                    steps: [{run: rm -rf /}]
                """);
        List<WorkflowJob> jobs = state.facts(WorkflowJob.class);
        assertThat(jobs).extracting(WorkflowJob::job).containsExactly("build", "deploy");
        assertThat(jobs.get(0).workflow()).isEqualTo("Release");
        assertThat(jobs.get(0).triggers()).containsExactly("push", "workflow_dispatch");
        assertThat(jobs.get(0).commands()).containsExactly("npm ci", "npm test -- --coverage");
        assertThat(jobs.get(1).environments()).containsExactly("production");
        assertThat(jobs.get(1).provenance().place()).isNotNull();
        assertThat(coverage(state)).containsExactly("[] COMPLETE");
    }

    @Test
    void on_is_a_key_and_no_boolean_and_may_be_a_word_or_a_list() {
        assertThat(workflow("on: push\njobs: {a: {steps: []}}\n")
                        .only(WorkflowJob.class)
                        .triggers())
                .containsExactly("push");
        assertThat(workflow("\"on\": [release, push]\njobs: {a: {steps: []}}\n")
                        .only(WorkflowJob.class)
                        .triggers())
                .containsExactly("push", "release");
    }

    @Test
    void what_a_file_calls_and_what_is_known_when_it_runs_are_gaps() {
        StateFixture state = workflow("""
                on: push
                jobs:
                  called: {uses: ./.github/workflows/other.yml}
                  spread:
                    strategy: {matrix: {stage: [dev, prod]}}
                    environment: ${{ matrix.stage }}
                    steps:
                      - run: npx sst deploy --stage ${{ matrix.stage }}
                      - uses: ./.github/actions/notify
                  odd: 7
                """);
        assertThat(state.facts(WorkflowJob.class)).extracting(WorkflowJob::job).containsExactly("called", "spread");
        assertThat(coverage(state))
                .containsExactly("[] PARTIAL [the jobs of the workflow that job called calls are not read,"
                        + " the matrix of job spread is not expanded,"
                        + " the environment of job spread is known when it runs only,"
                        + " the steps of the action that job spread uses are not read, job odd is no map]");
    }

    @Test
    void file_that_is_no_workflow_is_told_and_no_credential_is_shown() {
        assertThat(coverage(workflow("name: x\n")))
                .containsExactly("[] PARTIAL [it is no workflow: it has no `on` and `jobs`]");
        assertThat(workflow(
                                "on: push\njobs: {a: {steps: [{run: 'curl -H \"Authorization: Bearer abcdefgh12345678ABCDEFGH\"'}]}}\n")
                        .only(WorkflowJob.class)
                        .commands()
                        .toString())
                .contains("curl")
                .doesNotContain("abcdefgh12345678ABCDEFGH");
    }

    @Test
    void broken_file_is_partial() {
        assertThat(coverage(workflow("on: push\njobs:\n  a: {steps: [\n")))
                .first()
                .asString()
                .contains("PARTIAL");
    }
}
