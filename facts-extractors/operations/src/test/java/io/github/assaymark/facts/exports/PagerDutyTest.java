package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.OnCallSchedule;
import io.github.assaymark.model.fact.PagerRoute;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagerDutyTest {
    private static final String OF_BILLING = "\"complete\": true, \"scope\": {\"service\": \"billing\"}";

    private static List<String> routes(StateFixture state) {
        return state.facts(PagerRoute.class).stream()
                .map(route -> route.service() + " " + route.severity()
                        + (route.condition() == null ? "" : " if " + route.condition())
                        + " -> " + route.receiver() + " " + route.target()
                        + (route.silencedBy().isEmpty() ? "" : " but " + route.silencedBy()))
                .toList();
    }

    private static List<String> onCalls(StateFixture state) {
        return state.facts(OnCallSchedule.class).stream()
                .map(one -> one.schedule() + " " + one.layer() + " " + one.people() + " of " + one.escalation()
                        + " for " + one.service()
                        + (one.from() == null ? "" : " from " + one.from() + " until " + one.until()))
                .toList();
    }

    @Test
    void services_page_by_their_urgency() {
        StateFixture state = new StateFixture().export("pagerduty.services", "services.json", """
                {"services": [
                  {"name": "billing", "status": "active", "escalation_policy": {"id": "P1", "summary": "Billing"}},
                  {"name": "orders", "status": "maintenance", "escalation_policy": {"id": "P2", "summary": "Orders"},
                   "incident_urgency_rule": {"type": "constant", "urgency": "severity_based"}},
                  {"name": "old", "status": "disabled", "escalation_policy": {"id": "P3"},
                   "incident_urgency_rule": {"type": "constant", "urgency": "high"}},
                  {"name": "shop", "status": "active", "escalation_policy": {"id": "P4"},
                   "incident_urgency_rule": {"type": "use_support_hours",
                     "during_support_hours": {"type": "constant", "urgency": "high"},
                     "outside_support_hours": {"type": "constant", "urgency": "low"}}}]}""");
        assertThat(routes(state))
                .containsExactlyInAnyOrder(
                        "billing null -> Billing PAGE",
                        "orders critical -> Orders PAGE but [in maintenance]",
                        "orders error -> Orders PAGE but [in maintenance]",
                        "orders warning -> Orders OTHER but [in maintenance]",
                        "orders info -> Orders OTHER but [in maintenance]",
                        "old null -> P3 NONE",
                        "shop null if during support hours -> P4 PAGE",
                        "shop null if outside support hours -> P4 OTHER");
        assertThat(state.facts(PagerRoute.class))
                .filteredOn(route -> "billing".equals(route.service()))
                .extracting(PagerRoute::owner, PagerRoute::key)
                .containsExactly(tuple(StateFixture.BILLING, "pagerduty:billing/*/Billing"));
        assertThat(state.gaps(PagerRoute.class, "")).isEmpty();
    }

    @Test
    void people_on_call_are_told_by_level_and_never_by_their_addresses() {
        StateFixture state = new StateFixture().export("pagerduty.oncalls", "oncalls.json", """
                {"oncalls": [
                  {"escalation_level": 1, "escalation_policy": {"id": "P1", "summary": "Billing"}, "schedule": {"id": "S1"},
                   "user": {"id": "U1", "summary": "Some Person", "email": "some.person@example.org"},
                   "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00+00:00"},
                  {"escalation_level": 1, "escalation_policy": {"id": "P1", "summary": "Billing"}, "schedule": {"id": "S1"},
                   "user": {"id": "U3", "summary": "@lee"},
                   "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00+00:00"},
                  {"escalation_level": 2, "escalation_policy": {"id": "P1", "summary": "Billing"}, "schedule": null,
                   "user": {"id": "U2"}, "start": null, "end": null},
                  {"escalation_level": 3, "escalation_policy": {"id": "P1"}, "user": {"id": "U2"}, "start": "soon"}]}""", OF_BILLING);
        assertThat(onCalls(state))
                .containsExactly(
                        "P1 secondary [U2] of Billing for billing",
                        "S1 primary [@lee, U1] of Billing for billing from 2026-03-02T08:00:00Z until 2026-03-09T08:00:00Z");
        assertThat(state.facts(OnCallSchedule.class))
                .extracting(OnCallSchedule::owner)
                .containsOnly(StateFixture.BILLING);
        assertThat(state.gaps(OnCallSchedule.class, StateFixture.BILLING))
                .containsExactly("/oncalls/3: it does not say level, escalation policy, user and times");
    }

    @Test
    void policies_tell_who_is_asked_directly() {
        StateFixture state = new StateFixture().export("pagerduty.escalation-policies", "policies.json", """
                [{"escalation_policies": [{"id": "P1", "name": "Billing", "services": [{"id": "X", "summary": "billing"}],
                  "escalation_rules": [
                    {"targets": [{"id": "S1", "type": "schedule_reference"}]},
                    {"targets": [{"id": "U2", "type": "user_reference"}, {"id": "U1", "type": "user"}]},
                    {"targets": [{"id": "U3", "type": "user_reference"}]}]}], "more": true},
                 {"escalation_policies": [{"name": "lost"}], "more": true}]""");
        assertThat(onCalls(state))
                .containsExactly(
                        "P1 level-3 [U3] of Billing for billing", "P1 secondary [U1, U2] of Billing for billing");
        assertThat(state.gaps(OnCallSchedule.class, ""))
                .containsExactlyInAnyOrder(
                        "/1/escalation_policies/0: it has no id", "/1: there are more pages, which were not exported");
    }

    @Test
    void schedule_is_told_as_it_is_rendered() {
        StateFixture state = new StateFixture().export("pagerduty.schedule", "schedule.json", """
                {"schedule": {"id": "S1", "escalation_policies": [{"id": "P1", "summary": "Billing"}], "final_schedule":
                  {"rendered_schedule_entries": [
                    {"start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z", "user": {"id": "U1"}},
                    {"start": "2026-03-09T08:00:00Z", "end": "later", "user": {"id": "U2"}}]}}}""", OF_BILLING);
        OnCallSchedule one = state.only(OnCallSchedule.class);
        assertThat(one.layer()).isEqualTo("rendered");
        assertThat(one.until()).isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(one.escalation()).isEqualTo("Billing");
        assertThat(state.gaps(OnCallSchedule.class, StateFixture.BILLING))
                .containsExactly(
                        "/schedule/final_schedule/rendered_schedule_entries/1: its end is no moment with a zone");
        assertThat(new StateFixture()
                        .export("pagerduty.schedule", "s.json", "{\"schedule\": {\"id\": \"S1\"}}")
                        .gaps(OnCallSchedule.class, ""))
                .containsExactly("there is no schedule with final_schedule.rendered_schedule_entries:"
                        + " ask for it with since and until");
    }

    @Test
    void router_tells_where_events_go_and_which_are_lost() {
        StateFixture state = new StateFixture().export("pagerduty.orchestration-router", "router.json", """
                {"orchestration_path": {"sets": [{"id": "start", "rules": [
                   {"conditions": [{"expression": "event.severity matches 'critical'"}], "actions": {"route_to": "PS1"}},
                   {"conditions": [{"expression": "event.summary matches part 'db'"}], "actions": {"route_to": "PS2"}},
                   {"conditions": [], "disabled": true, "actions": {"route_to": "PS3"}},
                   {"conditions": [], "actions": {"dynamic_route_to": {}}}]}],
                  "catch_all": {"actions": {"route_to": "unrouted"}}}}""");
        assertThat(routes(state))
                .containsExactlyInAnyOrder(
                        "null critical -> PS1 OTHER",
                        "null null if event.summary matches part 'db' -> PS2 OTHER",
                        "null null if no rule matches -> unrouted NONE");
        assertThat(state.gaps(PagerRoute.class, ""))
                .containsExactly("/orchestration_path/sets/0/rules/3: it does not say where events go");
    }

    @Test
    void answers_of_something_else_and_denied_ones_are_told() {
        assertThat(new StateFixture()
                        .export("pagerduty.services", "a.json", "{\"error\": {\"code\": 2010}}")
                        .gaps(PagerRoute.class, ""))
                .containsExactly("it has no list services");
        assertThat(new StateFixture()
                        .export("pagerduty.orchestration-router", "a.json", "{}")
                        .gaps(PagerRoute.class, ""))
                .containsExactly("there is no orchestration_path with sets");
        assertThat(new StateFixture()
                        .export(
                                "pagerduty.services",
                                "a.json",
                                "{\"services\": [{\"name\": \"a\", \"status\": \"active\"},"
                                        + " {\"name\": \"b\", \"status\": \"active\", \"escalation_policy\": {\"id\": \"P\"},"
                                        + " \"incident_urgency_rule\": {\"urgency\": \"?\"}}]}")
                        .gaps(PagerRoute.class, ""))
                .containsExactly(
                        "/services/0: it has no escalation_policy",
                        "/services/1: its incident_urgency_rule does not say how urgent incidents are");
        assertThat(new StateFixture()
                        .entry("\"kind\": \"pagerduty.oncalls\", \"command\": \"c\", \"finishedAt\": \""
                                + StateFixture.AT + "\", \"httpStatus\": 401, \"error\": \"unauthorized\"")
                        .coverage(OnCallSchedule.class, ""))
                .singleElement()
                .asString()
                .contains("DENIED");
    }
}
