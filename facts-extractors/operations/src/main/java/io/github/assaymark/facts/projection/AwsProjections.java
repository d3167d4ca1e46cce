package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.List;

/** What services of AWS say. Pages name the next one; of that nothing is copied, as all are in one entry. */
final class AwsProjections {
    private AwsProjections() {}

    static List<ExportProjection> all() {
        return List.of(
                json(
                        "aws.cloudwatch.describe-alarms",
                        1,
                        "MetricAlarms[].AlarmName",
                        "MetricAlarms[].Namespace",
                        "MetricAlarms[].MetricName",
                        "MetricAlarms[].Statistic",
                        "MetricAlarms[].ExtendedStatistic",
                        "MetricAlarms[].Threshold",
                        "MetricAlarms[].Unit",
                        "MetricAlarms[].ComparisonOperator",
                        "MetricAlarms[].Period",
                        "MetricAlarms[].EvaluationPeriods",
                        "MetricAlarms[].DatapointsToAlarm",
                        "MetricAlarms[].ActionsEnabled",
                        "MetricAlarms[].AlarmActions[]",
                        "MetricAlarms[].StateValue",
                        "MetricAlarms[].Dimensions[].Name",
                        "MetricAlarms[].Dimensions[].Value",
                        "MetricAlarms[].Metrics[].Expression",
                        "MetricAlarms[].Metrics[].ReturnData",
                        "MetricAlarms[].Metrics[].MetricStat.Metric.Namespace",
                        "MetricAlarms[].Metrics[].MetricStat.Metric.MetricName",
                        "MetricAlarms[].Metrics[].MetricStat.Metric.Dimensions[].Name",
                        "MetricAlarms[].Metrics[].MetricStat.Metric.Dimensions[].Value",
                        "MetricAlarms[].Metrics[].MetricStat.Period",
                        "MetricAlarms[].Metrics[].MetricStat.Stat",
                        "MetricAlarms[].Metrics[].MetricStat.Unit",
                        "CompositeAlarms[].AlarmName",
                        "CompositeAlarms[].AlarmRule",
                        "CompositeAlarms[].ActionsEnabled",
                        "CompositeAlarms[].AlarmActions[]",
                        "CompositeAlarms[].StateValue"),
                json(
                        "aws.cloudwatch.describe-alarm-history",
                        1,
                        "AlarmHistoryItems[].AlarmName",
                        "AlarmHistoryItems[].Timestamp",
                        "AlarmHistoryItems[].HistoryItemType",
                        "AlarmHistoryItems[].HistoryData<json>.oldState.stateValue",
                        "AlarmHistoryItems[].HistoryData<json>.newState.stateValue"),
                json(
                        "aws.sqs.queue-attributes",
                        1,
                        "[].Attributes.QueueArn",
                        "[].Attributes.ApproximateNumberOfMessages",
                        "[].Attributes.RedrivePolicy<json>.deadLetterTargetArn",
                        "[].Attributes.RedrivePolicy<json>.maxReceiveCount"),
                json(
                        "aws.application-autoscaling",
                        1,
                        "ScalableTargets[].ResourceId",
                        "ScalableTargets[].MinCapacity",
                        "ScalableTargets[].MaxCapacity",
                        "ScalingPolicies[].ResourceId",
                        "ScalingPolicies[].TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType"),
                json(
                        "aws.ecs.services",
                        1,
                        "services[].serviceName",
                        "services[].clusterArn",
                        "services[].status",
                        "services[].desiredCount",
                        "services[].taskDefinition",
                        "services[].deployments[].status",
                        "services[].deployments[].rolloutState",
                        "services[].deployments[].desiredCount",
                        "services[].deployments[].runningCount",
                        "failures[].reason",
                        "taskDefinition.taskDefinitionArn",
                        "taskDefinition.family",
                        "taskDefinition.revision",
                        "taskDefinition.memory",
                        "taskDefinition.containerDefinitions[].image",
                        "taskDefinition.containerDefinitions[].memory",
                        "taskDefinition.containerDefinitions[].user",
                        "taskDefinition.containerDefinitions[].privileged",
                        "taskDefinition.containerDefinitions[].healthCheck.command!",
                        "taskDefinition.containerDefinitions[].secrets[].valueFrom",
                        "ScalableTargets[].ResourceId"),
                json(
                        "aws.ssm.describe-parameters",
                        1,
                        "Parameters[].Name",
                        "Parameters[].Type",
                        "Parameters[].LastModifiedDate"),
                json(
                        "aws.secretsmanager.list-secrets",
                        1,
                        "SecretList[].Name",
                        "SecretList[].LastChangedDate",
                        "SecretList[].DeletedDate",
                        "SecretList[].SecretVersionsToStages.*[]"),
                json(
                        "aws.sns.subscriptions",
                        1,
                        "Topics[].TopicArn",
                        "Subscriptions[].SubscriptionArn",
                        "Subscriptions[].TopicArn",
                        "Subscriptions[].Protocol",
                        "Subscriptions[].Endpoint",
                        "Attributes.SubscriptionArn",
                        "Attributes.FilterPolicy"));
    }
}
