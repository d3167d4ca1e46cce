package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.Deployment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedFactsTest {
    private static StateFixture raised(String alarms) {
        return new StateFixture()
                .export("records.alarm-transition", "history.json", """
                        {"records": [{"alarm": "latency-7", "stage": "staging", "before": "OK", "after": "ALARM",
                          "occurredAt": "2026-03-01T11:00:00Z"}]}""")
                .export("aws.cloudwatch.describe-alarms", "alarms.json", "{\"MetricAlarms\": [" + alarms + "]}");
    }

    private static String alarm(String service, String stage) {
        return """
                {"AlarmName": "latency-7", "Namespace": "Own", "MetricName": "Latency", "ActionsEnabled": false,
                 "Dimensions": [{"Name": "Service", "Value": "%s"}, {"Name": "Stage", "Value": "%s"}]}""".formatted(service, stage);
    }

    @Test
    void alarm_of_a_history_belongs_to_the_service_that_the_list_of_alarms_names() {
        AlarmTransition transition = raised(alarm("billing", "staging")).only(AlarmTransition.class);
        assertThat(transition.service()).isEqualTo("billing");
        assertThat(transition.owner()).isEqualTo(StateFixture.BILLING);
    }

    @Test
    void alarm_of_another_stage_or_of_two_services_says_nothing() {
        assertThat(raised(alarm("billing", "prod")).only(AlarmTransition.class).service())
                .isNull();
        AlarmTransition both = raised(alarm("billing", "staging") + "," + alarm("orders", "staging"))
                .only(AlarmTransition.class);
        assertThat(both.service()).isNull();
        assertThat(both.owner()).isEmpty();
    }

    @Test
    void deployment_ends_when_the_next_of_its_service_and_stage_begins_whichever_file_holds_it() {
        List<Deployment> deployments = new StateFixture()
                .export("records.deployment", "monday.json", """
                        {"records": [
                          {"service": "billing", "stage": "dev", "status": "success", "startedAt": "2026-02-23T08:00:00Z"},
                          {"service": "orders", "stage": "dev", "status": "success", "startedAt": "2026-02-23T09:00:00Z"},
                          {"service": "billing", "stage": "prod", "status": "success", "startedAt": "2026-02-23T10:00:00Z"}]}""")
                .export("records.deployment", "tuesday.json", """
                        {"records": [
                          {"service": "billing", "stage": "dev", "status": "failure", "startedAt": "2026-02-24T08:30:00Z"},
                          {"service": "billing", "stage": "dev", "status": "success", "startedAt": "2026-02-24T11:30:00Z"}]}""")
                .facts(Deployment.class);
        assertThat(deployments)
                .filteredOn(d -> d.supersededAt() != null)
                .extracting(Deployment::startedAt, Deployment::supersededAt)
                .containsExactlyInAnyOrder(
                        tuple(Instant.parse("2026-02-23T08:00:00Z"), Instant.parse("2026-02-24T08:30:00Z")),
                        tuple(Instant.parse("2026-02-24T08:30:00Z"), Instant.parse("2026-02-24T11:30:00Z")));
        assertThat(deployments).hasSize(5);
    }

    @Test
    void deployment_takes_the_place_of_the_last_one_that_succeeded() {
        List<Deployment> deployments = new StateFixture()
                .export("records.deployment", "week.json", """
                {"records": [
                  {"service": "billing", "stage": "dev", "sha": "aa11", "status": "success", "startedAt": "2026-02-23T08:00:00Z"},
                  {"service": "billing", "stage": "dev", "sha": "bb22", "status": "failure", "startedAt": "2026-02-23T09:00:00Z"},
                  {"service": "billing", "stage": "dev", "sha": "cc33", "status": "running", "startedAt": "2026-02-23T10:00:00Z"},
                  {"service": "billing", "stage": "dev", "sha": "dd44", "status": "success", "startedAt": "2026-02-23T11:00:00Z"}]}""")
                .facts(Deployment.class);
        assertThat(deployments)
                .extracting(Deployment::sha, Deployment::previousSha)
                .containsExactlyInAnyOrder(
                        tuple("aa11", null), tuple("bb22", "aa11"), tuple("cc33", "aa11"), tuple("dd44", null));
    }
}
