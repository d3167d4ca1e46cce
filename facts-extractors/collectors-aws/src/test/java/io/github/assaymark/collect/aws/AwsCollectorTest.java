package io.github.assaymark.collect.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.collect.CollectException;
import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.EntryOutcome;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.Workload;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsCollectorTest {
    private static final String ALARM = """
            {"AlarmName": "%s", "AlarmDescription": "KANARI", "Namespace": "AWS/ApplicationELB", "MetricName": "TargetResponseTime",
             "ExtendedStatistic": "p99", "Threshold": 0.75, "ComparisonOperator": "GreaterThanThreshold", "Period": 60,
             "EvaluationPeriods": 3, "ActionsEnabled": true, "AlarmActions": ["arn:aws:sns:eu-central-1:1:critical"],
             "Dimensions": [{"Name": "Service", "Value": "billing"}], "StateValue": "OK", "StateReason": "KANARI"}""";

    @TempDir
    Path repository;

    private AwsStub stub = open();

    private static AwsStub open() {
        try {
            return new AwsStub();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void whole_account() {
        stub.answer(
                        "DescribeAlarms",
                        "{\"NextToken\": \"more\", \"MetricAlarms\": [" + ALARM.formatted("slow-1") + "]}")
                .answer(
                        "DescribeAlarms",
                        "{\"MetricAlarms\": [" + ALARM.formatted("slow-2") + "], \"CompositeAlarms\": ["
                                + "{\"AlarmName\": \"all\", \"AlarmRule\": \"ALARM(slow-1)\", \"ActionsEnabled\": false}]}")
                .answer("DescribeAlarmHistory", """
                        {"AlarmHistoryItems": [{"AlarmName": "slow-1", "Timestamp": "2026-03-01T08:15:30Z", "HistoryItemType": "StateUpdate",
                          "HistorySummary": "KANARI", "HistoryData":
                          "{\\"oldState\\":{\\"stateValue\\":\\"OK\\",\\"stateReason\\":\\"KANARI\\"},\\"newState\\":{\\"stateValue\\":\\"ALARM\\"}}"}]}""")
                .answer("ListQueues", "{\"QueueUrls\": [\"http://127.0.0.1/1/jobs\"]}")
                .answer("GetQueueAttributes", """
                        {"Attributes": {"QueueArn": "arn:aws:sqs:eu-central-1:1:jobs", "ApproximateNumberOfMessages": "12", "Policy": "KANARI"}}""")
                .answer("DescribeScalableTargets", """
                        {"ScalableTargets": [{"ResourceId": "service/main/billing", "MinCapacity": 2, "MaxCapacity": 8, "RoleARN": "KANARI",
                          "ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount", "CreationTime": 1}]}""")
                .answer("DescribeScalingPolicies", """
                        {"ScalingPolicies": [{"ResourceId": "service/main/billing", "PolicyName": "KANARI", "TargetTrackingScalingPolicyConfiguration":
                          {"TargetValue": 60.0, "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}}]}""")
                .answer("ListClusters", "{\"clusterArns\": [\"arn:aws:ecs:eu-central-1:1:cluster/main\"]}")
                .answer("ListServices", "{\"serviceArns\": [\"arn:aws:ecs:eu-central-1:1:service/main/billing\"]}")
                .answer("DescribeServices", """
                        {"services": [{"serviceName": "billing", "clusterArn": "arn:aws:ecs:eu-central-1:1:cluster/main", "status": "ACTIVE",
                          "desiredCount": 3, "taskDefinition": "arn:aws:ecs:eu-central-1:1:task-definition/billing:8", "deployments":
                          [{"status": "PRIMARY", "rolloutState": "COMPLETED", "desiredCount": 3, "runningCount": 3}],
                          "events": [{"message": "KANARI"}]}]}""")
                .answer("DescribeTaskDefinition", """
                        {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:eu-central-1:1:task-definition/billing:8", "family": "billing",
                          "revision": 8, "containerDefinitions": [{"image": "registry.example.org/billing:1", "memory": 256, "command": ["KANARI"],
                          "environment": [{"name": "A", "value": "KANARI"}], "secrets": [{"name": "B", "valueFrom":
                          "arn:aws:ssm:eu-central-1:1:parameter/loop/stripe"}]}]}}""")
                .answer("DescribeParameters", """
                        {"Parameters": [{"Name": "/loop/mail", "Type": "SecureString", "LastModifiedDate": 1767225600.5, "Description": "KANARI"}]}""")
                .answer("ListSecrets", """
                        {"SecretList": [{"Name": "loop/db", "Description": "KANARI", "LastChangedDate": 1767225600,
                          "SecretVersionsToStages": {"1": ["AWSCURRENT"]}}]}""")
                .answer("ListTopics", """
                        <ListTopicsResponse><ListTopicsResult><Topics><member><TopicArn>arn:aws:sns:eu-central-1:1:critical</TopicArn></member>
                        </Topics></ListTopicsResult></ListTopicsResponse>""")
                .answer("ListSubscriptions", """
                        <ListSubscriptionsResponse><ListSubscriptionsResult><Subscriptions><member>
                        <TopicArn>arn:aws:sns:eu-central-1:1:critical</TopicArn><Protocol>https</Protocol><Owner>KANARI</Owner>
                        <SubscriptionArn>arn:aws:sns:eu-central-1:1:critical:a1</SubscriptionArn>
                        <Endpoint>https://user:KANARI@events.pagerduty.com/integration/KANARI/enqueue</Endpoint></member></Subscriptions>
                        </ListSubscriptionsResult></ListSubscriptionsResponse>""")
                .answer("GetSubscriptionAttributes", """
                        <GetSubscriptionAttributesResponse><GetSubscriptionAttributesResult><Attributes>
                        <entry><key>SubscriptionArn</key><value>arn:aws:sns:eu-central-1:1:critical:a1</value></entry>
                        <entry><key>Endpoint</key><value>KANARI</value></entry></Attributes>
                        </GetSubscriptionAttributesResult></GetSubscriptionAttributesResponse>""");
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private Account account() {
        return new Account(repository, stub.everything());
    }

    @Test
    void account_is_written_as_the_command_of_aws_prints_it_and_read_by_the_same_kinds() throws Exception {
        Account account = account();
        CollectSummary summary = account.collect("stage", "production");
        assertThat(summary.lines()).allMatch(CollectSummary.Line::isEvidence).hasSize(AwsPart.values().length);
        Snapshot facts = account.facts();
        assertThat(facts.facts(AlarmDef.class))
                .extracting(alarm -> alarm.name() + " " + alarm.enabled() + " " + alarm.stage() + " " + alarm.owner())
                .containsExactly(
                        "all false prod ", "slow-1 true prod services/billing", "slow-2 true prod services/billing");
        assertThat(facts.facts(AlarmDef.class).get(1).threshold())
                .isEqualTo(new Quantity(new BigDecimal("0.75"), Quantity.Unit.SECONDS));
        AlarmTransition transition = facts.facts(AlarmTransition.class).get(0);
        assertThat(transition.before() + " " + transition.after() + " " + transition.occurredAt())
                .isEqualTo("OK ALARM 2026-03-01T08:15:30Z");
        assertThat(facts.facts(QueueState.class))
                .extracting(queue -> queue.name() + " " + queue.visible())
                .containsExactly("jobs 12");
        assertThat(facts.facts(ScalingPolicy.class))
                .extracting(scaling -> scaling.minimum() + "-" + scaling.maximum() + " " + scaling.metric())
                .containsExactly("2-8 ECSServiceAverageCPUUtilization");
        assertThat(facts.facts(Workload.class))
                .extracting(workload -> workload.name() + " " + workload.ready() + " " + workload.autoscaled() + " "
                        + workload.images())
                .containsExactly("billing 3 true [registry.example.org/billing:1]");
        assertThat(facts.facts(SecretState.class))
                .extracting(SecretState::name)
                .containsExactlyInAnyOrder("/loop/mail", "/loop/stripe", "loop/db");
        PagerRoute route = facts.facts(PagerRoute.class).get(0);
        assertThat(route.target()).isEqualTo(NoticeTarget.PAGE);
        assertThat(route.condition()).isNull();
    }

    @Test
    void no_value_that_is_not_listed_is_written() throws Exception {
        Account account = account();
        account.collect();
        assertThat(account.written())
                .contains("events.pagerduty.com")
                .doesNotContain("KANARI")
                .doesNotContain("NextToken")
                .doesNotContain(Account.KEYS.values());
    }

    @Test
    void part_that_is_denied_costs_no_other() throws Exception {
        stub.close();
        stub = open();
        stub.answer(
                        "DescribeAlarms",
                        403,
                        "{\"__type\": \"com.amazon#AccessDeniedException\", \"message\": \"KANARI\"}")
                .answer("ListSecrets", 400, "{\"__type\": \"UnrecognizedClientException\", \"message\": \"KANARI\"}")
                .answer("DescribeParameters", "{}");
        Account account = account();
        CollectSummary summary = account.collect("part", "alarms", "part", "secrets", "part", "parameters");
        assertThat(summary.lines())
                .extracting(line -> line.kind() + " " + line.state() + " " + line.reason())
                .containsExactly(
                        "aws.cloudwatch.describe-alarms " + EntryOutcome.State.DENIED
                                + " cloudwatch:DescribeAlarms: AccessDeniedException (HTTP 403)",
                        "aws.ssm.describe-parameters " + EntryOutcome.State.COMPLETE + " null",
                        "aws.secretsmanager.list-secrets " + EntryOutcome.State.DENIED
                                + " secretsmanager:ListSecrets: UnrecognizedClientException (HTTP 400)");
        assertThat(account.written()).doesNotContain("KANARI");
        assertThat(account.facts().facts(AlarmDef.class)).isEmpty();
    }

    @Test
    void pages_beyond_the_limit_leave_a_partial_entry() throws Exception {
        Account account = account();
        CollectSummary summary = account.collect("part", "alarms", "max-pages", "1");
        assertThat(summary.lines())
                .extracting(line -> line.state() + " " + line.reason())
                .containsExactly("PARTIAL cloudwatch:DescribeAlarms: there are more than 1 pages");
        assertThat(account.facts().facts(AlarmDef.class)).hasSize(1);
    }

    @Test
    void nobody_there_leaves_failed_entries() throws Exception {
        stub.close();
        CollectSummary summary = account().collect("part", "parameters");
        assertThat(summary.lines())
                .extracting(line -> line.state() + " " + line.reason())
                .containsExactly("FAILED ssm:DescribeParameters: nobody can be reached there");
        stub = open();
    }

    @Test
    void policy_holds_exactly_the_actions_that_are_asked_for() throws Exception {
        account().collect();
        TreeSet<String> allowed = new TreeSet<>();
        for (AwsPart part : AwsPart.values())
            for (String action : part.actions()) allowed.add(action.substring(action.indexOf(':') + 1));
        assertThat(stub.asked).isEqualTo(allowed);
        assertThat(AwsPart.policy()).doesNotContain("GetParameter", "GetSecretValue", "*\",");
        assertThat(Files.readString(Path.of("../../docs/collect-aws-policy.json")))
                .isEqualTo(AwsPart.policy());
        assertThat(String.join("\n", new AwsCollector().notes())).contains("\"ssm:DescribeParameters\"");
    }

    @Test
    void what_cannot_be_asked_is_refused_with_a_hint() {
        assertThatThrownBy(() -> account().collect("part", "lambda"))
                .isInstanceOf(CollectException.class)
                .hasMessage(
                        "--part: lambda is none\n  Maybe one of alarms, history, queues, scaling, services, parameters,"
                                + " secrets, topics");
    }

    @Test
    void service_loader_finds_it() {
        assertThat(ServiceLoader.load(Collector.class).stream()
                        .map(found -> found.type().getSimpleName()))
                .contains("AwsCollector");
        assertThat(List.of(new AwsCollector().example())).allMatch(example -> example.contains("--region"));
    }
}
