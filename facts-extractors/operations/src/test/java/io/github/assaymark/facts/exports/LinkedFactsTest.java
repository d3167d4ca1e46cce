package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.Review;
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

    @Test
    void review_is_of_the_newest_commit_of_its_pull_request_or_of_an_older_one() {
        String pull =
                "[{\"number\": 318, \"head\": {\"sha\": \"%s\"}, \"base\": {\"ref\": \"main\"}, \"user\": {\"login\": \"ben\"}}]";
        assertThat(reviewed(pull.formatted("4be1c7a")).current()).isTrue();
        assertThat(reviewed(pull.formatted("9c20d15")).current()).isFalse();
        assertThat(reviewed(pull.formatted("4be1c7a").replace("318", "319")).current())
                .isNull();
        assertThat(reviewed(pull.formatted("")).current()).isNull();
    }

    @Test
    void two_pull_requests_of_a_number_say_nothing_and_a_record_says_it_itself() {
        String two = """
                [{"number": 318, "head": {"sha": "4be1c7a"}, "base": {"ref": "main"}, "user": {"login": "ben"}},
                 {"number": 318, "head": {"sha": "9c20d15"}, "base": {"ref": "main"}, "user": {"login": "ben"}}]""";
        assertThat(reviewed(two).current()).isNull();
        Review told =
                new StateFixture().export("records.review", "reviews.json", """
                {"records": [{"pullRequest": 7, "reviewer": "@ada", "human": true, "author": false, "latest": true,
                  "current": false, "state": "approved", "submittedAt": "2026-03-01T08:20:00Z"}]}""").only(Review.class);
        assertThat(told.current()).isFalse();
    }

    private static Review reviewed(String pulls) {
        return new StateFixture()
                .export("github.pulls", "pulls.json", pulls)
                .export(
                        "github.pull-reviews",
                        "reviews.json",
                        """
                [{"user": {"login": "ada", "type": "User"}, "state": "APPROVED", "commit_id": "4be1c7a",
                  "submitted_at": "2026-03-01T08:20:00Z"}]""",
                        "\"complete\": true, \"scope\": {\"pull\": \"318\", \"author\": \"ben\"}")
                .only(Review.class);
    }
}
