package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.List;

/** Answers of PagerDuty's REST API. Names of users are not copied: people are told by their ids. */
final class PagerDutyProjections {
    private PagerDutyProjections() {}

    static List<ExportProjection> all() {
        return List.of(
                json(
                        "pagerduty.services",
                        1,
                        "more",
                        "services[].id",
                        "services[].name",
                        "services[].status",
                        "services[].escalation_policy.id",
                        "services[].escalation_policy.summary",
                        "services[].incident_urgency_rule.type",
                        "services[].incident_urgency_rule.urgency",
                        "services[].incident_urgency_rule.during_support_hours.urgency",
                        "services[].incident_urgency_rule.outside_support_hours.urgency"),
                json(
                        "pagerduty.escalation-policies",
                        1,
                        "more",
                        "escalation_policies[].id",
                        "escalation_policies[].name",
                        "escalation_policies[].escalation_rules[].targets[].id",
                        "escalation_policies[].escalation_rules[].targets[].type",
                        "escalation_policies[].services[].summary"),
                json(
                        "pagerduty.oncalls",
                        2,
                        "more",
                        "oncalls[].escalation_level",
                        "oncalls[].escalation_policy.id",
                        "oncalls[].escalation_policy.summary",
                        "oncalls[].schedule.id",
                        "oncalls[].schedule.type",
                        "oncalls[].user.id",
                        "oncalls[].start",
                        "oncalls[].end"),
                json(
                        "pagerduty.schedule",
                        1,
                        "schedule.id",
                        "schedule.escalation_policies[].id",
                        "schedule.escalation_policies[].summary",
                        "schedule.final_schedule.rendered_schedule_entries[].start",
                        "schedule.final_schedule.rendered_schedule_entries[].end",
                        "schedule.final_schedule.rendered_schedule_entries[].user.id"),
                json(
                        "pagerduty.orchestration-router",
                        1,
                        "orchestration_path.sets[].rules[].conditions[].expression",
                        "orchestration_path.sets[].rules[].disabled",
                        "orchestration_path.sets[].rules[].actions.route_to",
                        "orchestration_path.catch_all.actions.route_to"));
    }
}
