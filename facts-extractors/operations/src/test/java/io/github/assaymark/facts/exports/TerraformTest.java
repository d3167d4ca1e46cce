package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.CloudResource;
import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.InfraAction;
import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerraformTest {
    static final String STATE = """
            {"format_version": "1.0", "terraform_version": "1.9.5", "values": {
              "outputs": {"password": {"sensitive": true, "value": "KANARI"}},
              "root_module": {"resources": [
                {"address": "aws_cloudwatch_metric_alarm.latency", "mode": "managed", "type": "aws_cloudwatch_metric_alarm",
                 "name": "latency", "provider_name": "registry.terraform.io/hashicorp/aws", "values": {
                   "alarm_name": "billing-p99", "alarm_description": "KANARI", "namespace": "AWS/ApplicationELB",
                   "metric_name": "TargetResponseTime", "statistic": "", "extended_statistic": "p99", "threshold": 0.75,
                   "unit": "", "comparison_operator": "GreaterThanThreshold", "period": 60, "evaluation_periods": 3,
                   "datapoints_to_alarm": 0, "alarm_actions": ["arn:aws:sns:eu-central-1:000000000000:critical"],
                   "actions_enabled": true, "dimensions": {"Service": "billing", "LoadBalancer": "app/billing", "Customer": "KANARI"}, "tags": {"a": "KANARI"}}},
                {"address": "data.aws_secretsmanager_secret_version.db", "mode": "data", "type": "aws_secretsmanager_secret_version",
                 "name": "db", "values": {"secret_string": "KANARI"}},
                {"address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
                 "values": {"password": "KANARI", "username": "KANARI"}, "sensitive_values": {"password": true}},
                {"address": "aws_lambda_function.old", "mode": "managed", "type": "aws_lambda_function", "name": "old",
                 "deposed_key": "1a2b3c4d", "values": {"environment": [{"variables": {"secret_key": "KANARI"}}]}},
                {"address": "cloudflare_record.web", "mode": "managed", "type": "cloudflare_record", "name": "web",
                 "values": {"name": "billing", "hostname": "billing.platform.example.org", "type": "CNAME",
                   "content": "lb.example.net", "proxied": true, "comment": "KANARI"}}],
               "child_modules": [{"address": "module.jobs", "resources": [
                {"address": "module.jobs.aws_sqs_queue.dead", "mode": "managed", "type": "aws_sqs_queue", "name": "dead",
                 "values": {"name": "graveyard", "policy": "KANARI", "redrive_policy": ""}},
                {"address": "module.jobs.aws_sqs_queue.jobs", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs",
                 "values": {"name": "jobs", "redrive_policy":
                   "{\\"deadLetterTargetArn\\":\\"arn:aws:sqs:eu-central-1:000000000000:graveyard\\",\\"maxReceiveCount\\":4}"}}],
                "child_modules": [{"address": "module.jobs.module.scale", "resources": [
                {"address": "module.jobs.module.scale.aws_appautoscaling_policy.cpu", "mode": "managed",
                 "type": "aws_appautoscaling_policy", "name": "cpu", "values": {"resource_id": "service/main/orders",
                   "target_tracking_scaling_policy_configuration": [{"target_value": 60, "predefined_metric_specification":
                     [{"predefined_metric_type": "ECSServiceAverageMemoryUtilization"}]}]}},
                {"address": "module.jobs.module.scale.aws_appautoscaling_target.t", "mode": "managed",
                 "type": "aws_appautoscaling_target", "name": "t",
                 "values": {"resource_id": "service/main/orders", "min_capacity": 3, "max_capacity": 9, "role_arn": "KANARI"}},
                {"address": "module.jobs.module.scale.aws_ecs_service.s", "mode": "managed", "type": "aws_ecs_service", "name": "s",
                 "values": {"name": "orders", "cluster": "arn:aws:ecs:eu-central-1:000000000000:cluster/main", "desired_count": 4,
                   "task_definition": "arn:aws:ecs:eu-central-1:000000000000:task-definition/orders:17"}},
                {"address": "module.jobs.module.scale.aws_ecs_task_definition.d", "mode": "managed",
                 "type": "aws_ecs_task_definition", "name": "d", "values": {"family": "orders", "revision": 17, "memory": "512",
                   "arn": "arn:aws:ecs:eu-central-1:000000000000:task-definition/orders:17", "container_definitions":
                   "[{\\"name\\":\\"app\\",\\"image\\":\\"registry.example.org/orders:5\\",\\"environment\\":[{\\"name\\":\\"KEY\\",\\"value\\":\\"KANARI\\"}],\\"user\\":\\"1000:1000\\"}]"}},
                {"address": "module.jobs.module.scale.aws_sns_topic_subscription.p", "mode": "managed",
                 "type": "aws_sns_topic_subscription", "name": "p", "values": {"protocol": "https", "pending_confirmation": false,
                   "topic_arn": "arn:aws:sns:eu-central-1:000000000000:critical",
                   "endpoint": "https://events.pagerduty.com/integration/KANARI/enqueue"}}]}]}]}}}""";

    static final String PLAN = """
            {"format_version": "1.2", "terraform_version": "1.9.5", "variables": {"token": {"value": "KANARI"}}, "complete": true,
             "planned_values": {"root_module": {"resources": [{"values": {"x": "KANARI"}}]}},
             "prior_state": {"values": {"root_module": {"resources": [{"values": {"password": "KANARI"}}]}}},
             "resource_changes": [
              {"address": "aws_cloudwatch_metric_alarm.errors", "mode": "managed", "type": "aws_cloudwatch_metric_alarm",
               "name": "errors", "change": {"actions": ["create"], "before": null, "after": {"alarm_name": "orders-errors",
                 "comparison_operator": "GreaterThanOrEqualToThreshold", "threshold": 1, "evaluation_periods": 2,
                 "alarm_actions": ["arn:aws:sns:eu-central-1:000000000000:warn"], "actions_enabled": null,
                 "metric_query": [{"id": "m", "return_data": false, "metric": [{"metric_name": "KANARI"}]},
                   {"id": "e", "expression": "100*m5/m1", "return_data": true, "metric": []}]},
                 "after_unknown": {"id": true, "arn": true, "metric_query": [{"metric": [{"dimensions": {"Load": true}}]}]},
                 "after_sensitive": {"alarm_actions": [false]}}},
              {"address": "aws_cloudwatch_metric_alarm.unknown", "mode": "managed", "type": "aws_cloudwatch_metric_alarm",
               "name": "unknown", "change": {"actions": ["delete", "create"], "after": {"alarm_name": "later", "threshold": 5},
                 "after_unknown": {"alarm_actions": true}}},
              {"address": "cloudflare_dns_record.web", "mode": "managed", "type": "cloudflare_dns_record", "name": "web",
               "change": {"actions": ["update"], "before": {"content": "KANARI"}, "after": {"name": "Orders.example.org", "type": "A",
                 "content": "192.0.2.44", "proxied": false}, "after_sensitive": {"content": true}}},
              {"address": "aws_sqs_queue.gone", "mode": "managed", "type": "aws_sqs_queue", "name": "gone",
               "change": {"actions": ["delete"], "before": {"name": "KANARI"}, "after": null}},
              {"address": "aws_route53_record.api", "mode": "managed", "type": "aws_route53_record", "name": "api",
               "change": {"actions": ["no-op"], "after": {"fqdn": "api.example.org", "type": "A", "records": [],
                 "alias": [{"name": "lb.eu.example.net", "zone_id": "KANARI"}]}, "after_unknown": {}}},
              {"address": "null_resource.left", "mode": "managed", "type": "null_resource", "name": "left",
               "change": {"actions": ["forget"]}},
              {"address": "data.x.y", "mode": "data", "type": "x", "name": "y", "change": {"actions": ["read"]}}]}""";

    private static StateFixture export(String kind, String text) {
        return new StateFixture().export(kind, "t.json", text);
    }

    private static StateFixture staged(String kind, String text) {
        return new StateFixture()
                .export(kind, "t.json", text, "\"complete\": true, \"scope\": {\"workspace\": \"production\"}");
    }

    @Test
    void state_gives_every_managed_resource_of_every_module() {
        StateFixture state = staged("terraform.state", STATE);
        assertThat(state.facts(CloudResource.class))
                .extracting(resource -> resource.address() + " " + resource.action())
                .contains(
                        "aws_lambda_function.old " + InfraAction.DELETE,
                        "aws_db_instance.main " + InfraAction.PRESENT,
                        "module.jobs.module.scale.aws_ecs_service.s " + InfraAction.PRESENT)
                .noneMatch(line -> line.startsWith("data."))
                .hasSize(11);
        assertThat(state.facts(CloudResource.class)).allMatch(resource -> "prod".equals(resource.stage()));
        assertThat(state.coverage(CloudResource.class, "")).containsExactly("[] COMPLETE");
    }

    @Test
    void alarm_of_a_state_is_what_is_meant_to_be_in_its_unit() {
        AlarmDef alarm = staged("terraform.state", STATE).only(AlarmDef.class);
        assertThat(alarm.name()).isEqualTo("billing-p99");
        assertThat(alarm.source()).isEqualTo(StateSource.DECLARED);
        assertThat(alarm.signal()).isEqualTo(AlarmSignal.LATENCY);
        assertThat(alarm.statistic()).isEqualTo("p99");
        assertThat(alarm.threshold()).isEqualTo(new Quantity(new BigDecimal("0.75"), Quantity.Unit.SECONDS));
        assertThat(alarm.periods()).isEqualTo(3);
        assertThat(alarm.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(alarm.stage()).isEqualTo("prod");
        assertThat(alarm.state()).isNull();
        assertThat(alarm.enabled()).isTrue();
    }

    @Test
    void other_resources_of_a_state_are_read_where_their_type_tells() {
        StateFixture state = staged("terraform.state", STATE);
        assertThat(state.facts(QueueState.class))
                .extracting(queue -> queue.key() + " " + queue.deadLetterOf() + " " + queue.maxReceives())
                .containsExactly("graveyard/prod [jobs] 0", "jobs/prod [] 4");
        ScalingPolicy scaling = state.only(ScalingPolicy.class);
        assertThat(List.of(scaling.minimum(), scaling.maximum())).containsExactly(3, 9);
        assertThat(scaling.metric()).isEqualTo("ECSServiceAverageMemoryUtilization");
        assertThat(scaling.source()).isEqualTo(StateSource.DECLARED);
        DnsRecord record = state.only(DnsRecord.class);
        assertThat(record.name()).isEqualTo("billing.platform.example.org");
        assertThat(record.proxied()).isTrue();
        Workload workload = state.only(Workload.class);
        assertThat(workload.images()).containsExactly("registry.example.org/orders:5");
        assertThat(workload.replicas()).isEqualTo(4);
        assertThat(workload.ready()).isEqualTo(-1);
        assertThat(workload.limited()).isTrue();
        assertThat(workload.unprivileged()).isTrue();
        PagerRoute route = state.only(PagerRoute.class);
        assertThat(route.target()).isEqualTo(NoticeTarget.PAGE);
        assertThat(route.matcher()).isEqualTo("arn:aws:sns:eu-central-1:000000000000:critical");
        assertThat(route.condition()).isNull();
        assertThat(state.coverage(QueueState.class, ""))
                .containsExactly("[] PARTIAL [an export of kind terraform.state holds some of them only]");
    }

    @Test
    void plan_says_what_will_be_and_what_is_not_known_yet_is_no_fact() {
        StateFixture state = staged("terraform.plan", PLAN);
        assertThat(state.facts(CloudResource.class))
                .extracting(resource -> resource.name() + " " + resource.action())
                .containsExactlyInAnyOrder("errors CREATE", "unknown REPLACE", "web UPDATE", "gone DELETE", "api NONE");
        AlarmDef alarm = state.only(AlarmDef.class);
        assertThat(alarm.signal()).isEqualTo(AlarmSignal.OTHER);
        assertThat(alarm.expression()).isEqualTo("100*m5/m1");
        assertThat(alarm.threshold()).isEqualTo(new Quantity(BigDecimal.ONE, Quantity.Unit.PERCENT));
        assertThat(alarm.enabled()).isTrue();
        assertThat(state.only(DnsRecord.class).target()).isEqualTo("lb.eu.example.net");
        assertThat(state.facts(QueueState.class)).isEmpty();
        assertThat(state.gaps(CloudResource.class, ""))
                .containsExactlyInAnyOrder(
                        "/resource_changes/1: its alarm_actions is not known yet, or not to be read",
                        "/resource_changes/2: its content is not known yet, or not to be read",
                        "/resource_changes/5: what happens to it is not understood: [forget]");
    }

    @Test
    void plan_is_no_state_and_a_state_no_plan() {
        assertThat(export("terraform.state", PLAN).gaps(CloudResource.class, ""))
                .containsExactly("it is a plan, and a plan is no state: its kind is terraform.plan");
        assertThat(export("terraform.plan", STATE).gaps(CloudResource.class, ""))
                .containsExactly("there is no plan in it: the kind of a state is terraform.state");
        StateFixture empty = export("terraform.state", "{\"format_version\": \"1.0\"}");
        assertThat(empty.gaps(CloudResource.class, "")).isEmpty();
        assertThat(empty.coverage(CloudResource.class, "")).containsExactly("[] COMPLETE");
    }

    @Test
    void plan_that_failed_or_was_cut_is_partial() {
        assertThat(export(
                                "terraform.plan",
                                "{\"format_version\": \"1.2\", \"planned_values\": {}, \"errored\": true, \"complete\": false}")
                        .gaps(CloudResource.class, ""))
                .containsExactlyInAnyOrder(
                        "planning failed: it is not the whole plan", "changes were left for another plan");
    }

    @Test
    void hostile_and_unknown_formats_are_gaps() {
        assertThat(export("terraform.state", "{\"values\": {}}").gaps(CloudResource.class, ""))
                .containsExactly("it has no format_version: terraform show -json writes one");
        assertThat(export("terraform.state", "{\"format_version\": \"2.0\"}").gaps(CloudResource.class, ""))
                .containsExactly("format_version 2.0 is not known");
        assertThat(export("terraform.state", """
                        {"format_version": "0.1", "values": {"root_module": {"resources": [7, {"type": "aws_sqs_queue"},
                          {"address": "aws_sqs_queue.a", "type": "aws_sqs_queue", "name": "a", "values": {"name": "a", "redrive_policy": "{"}},
                          {"address": "aws_ecs_service.b", "type": "aws_ecs_service", "name": "b",
                           "values": {"name": "b", "task_definition": "b:1"}},
                          {"address": "aws_ecs_task_definition.c", "type": "aws_ecs_task_definition", "name": "c", "values": {"family": "c"}},
                          {"address": "aws_appautoscaling_target.d", "type": "aws_appautoscaling_target", "name": "d",
                           "values": {"resource_id": "x"}},
                          {"address": "aws_route53_record.e", "type": "aws_route53_record", "name": "e",
                           "values": {"fqdn": "e.example.org", "type": "A"}},
                          {"address": "cloudflare_record.f", "type": "cloudflare_record", "name": "f",
                           "values": {"name": "f", "type": "A", "value": "192.0.2.1"}}], "child_modules": "no"}}}""").gaps(CloudResource.class, ""))
                .contains(
                        "/values/root_module/resources/0: it has no address, type and name",
                        "/values/root_module/resources/1: it has no address, type and name",
                        "/values/root_module/resources/2/values/redrive_policy: it holds no JSON",
                        "/values/root_module/resources/3: its task definition is not in it: b:1",
                        "/values/root_module/resources/4: its container_definitions are not known yet, or not to be read",
                        "/values/root_module/resources/5: it has no min_capacity and max_capacity",
                        "/values/root_module/resources/6: it has no records and no alias",
                        "/values/root_module/resources/7: it has no hostname");
    }

    @Test
    void attempt_that_was_refused_is_no_state() {
        StateFixture state = new StateFixture()
                .entry("\"kind\": \"terraform.state\", \"command\": \"terraform show -json\", \"finishedAt\": \""
                        + StateFixture.AT + "\", \"complete\": false, \"httpStatus\": 403");
        assertThat(state.coverage(CloudResource.class, "")).hasSize(1).allMatch(line -> line.startsWith("[] DENIED"));
    }

    @Test
    void resources_of_pulumi_give_the_same_facts() {
        StateFixture state = export("pulumi.stack", """
                {"version": 3, "deployment": {"resources": [
                  {"urn": "urn:pulumi:production::loop::aws:cloudwatch/metricAlarm:MetricAlarm::Slow",
                   "type": "aws:cloudwatch/metricAlarm:MetricAlarm", "inputs": {"name": "before"}, "outputs": {"name": "orders-slow",
                     "comparisonOperator": "GreaterThanThreshold", "evaluationPeriods": 5, "threshold": 900, "period": 30,
                     "metricQueries": [{"id": "m", "returnData": true, "metric": {"namespace": "AWS/ApiGateway", "metricName": "Latency",
                       "stat": "p95", "period": 120, "dimensions": {"service": "orders"}}}],
                     "alarmActions": ["arn:aws:sns:eu-central-1:000000000000:warn"]}},
                  {"urn": "urn:pulumi:production::loop::aws:sqs/queue:Queue::Dead", "type": "aws:sqs/queue:Queue",
                   "outputs": {"name": "dead-4f"}},
                  {"urn": "urn:pulumi:production::loop::aws:sqs/queue:Queue::Work", "type": "aws:sqs/queue:Queue",
                   "inputs": {"name": "work-2c", "redrivePolicy":
                     "{\\"deadLetterTargetArn\\":\\"arn:aws:sqs:eu-central-1:000000000000:dead-4f\\",\\"maxReceiveCount\\":6}"}},
                  {"urn": "urn:pulumi:production::loop::cloudflare:index/dnsRecord:DnsRecord::Dns",
                   "type": "cloudflare:index/dnsRecord:DnsRecord",
                   "outputs": {"name": "orders.example.org", "type": "CNAME", "content": "d1.cloudfront.example.net"}},
                  {"urn": "urn:pulumi:production::loop::aws:appautoscaling/target:Target::T",
                   "type": "aws:appautoscaling/target:Target",
                   "outputs": {"resourceId": "service/main/billing", "minCapacity": 2, "maxCapacity": 7}},
                  {"urn": "urn:pulumi:production::loop::aws:appautoscaling/policy:Policy::P",
                   "type": "aws:appautoscaling/policy:Policy", "outputs": {"resourceId": "service/main/billing",
                     "targetTrackingScalingPolicyConfiguration": {"predefinedMetricSpecification":
                       {"predefinedMetricType": "ECSServiceAverageCPUUtilization"}}}},
                  {"urn": "urn:pulumi:production::loop::aws:sns/topicSubscription:TopicSubscription::S",
                   "type": "aws:sns/topicSubscription:TopicSubscription", "outputs": {"topic": "arn:aws:sns:eu-central-1:000000000000:warn",
                     "protocol": "https", "endpoint": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                       "ciphertext": "v1:xyz"}}},
                  {"urn": "urn:pulumi:production::loop::aws:sqs/queue:Queue::New", "type": "aws:sqs/queue:Queue",
                   "inputs": {"name": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}]}}""");
        AlarmDef alarm = state.only(AlarmDef.class);
        assertThat(alarm.key()).isEqualTo("cloudwatch:orders-slow/prod");
        assertThat(alarm.threshold()).isEqualTo(new Quantity(new BigDecimal(900), Quantity.Unit.MILLISECONDS));
        assertThat(alarm.statistic()).isEqualTo("p95");
        assertThat(alarm.period()).hasSeconds(120);
        assertThat(alarm.owner()).isEqualTo(StateFixture.ORDERS);
        assertThat(state.facts(QueueState.class))
                .extracting(queue -> queue.name() + " " + queue.deadLetterOf() + " " + queue.stage())
                .containsExactly("dead-4f [work-2c] prod", "work-2c [] prod");
        assertThat(state.only(DnsRecord.class).target()).isEqualTo("d1.cloudfront.example.net");
        assertThat(state.only(ScalingPolicy.class).metric()).isEqualTo("ECSServiceAverageCPUUtilization");
        assertThat(state.facts(PagerRoute.class)).isEmpty();
        assertThat(state.gaps(CloudResource.class, ""))
                .containsExactlyInAnyOrder(
                        "/deployment/resources/6: its endpoint is not known yet, or not to be read",
                        "/deployment/resources/7: its name is not known yet, or not to be read");
    }
}
