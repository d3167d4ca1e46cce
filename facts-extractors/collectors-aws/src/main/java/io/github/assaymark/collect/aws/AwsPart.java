package io.github.assaymark.collect.aws;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of an account, the kind of export that it is written as, and the actions that ask for it. */
enum AwsPart {
    ALARMS("aws.cloudwatch.describe-alarms", "cloudwatch:DescribeAlarms"),
    HISTORY("aws.cloudwatch.describe-alarm-history", "cloudwatch:DescribeAlarmHistory"),
    QUEUES("aws.sqs.queue-attributes", "sqs:GetQueueAttributes", "sqs:ListQueues"),
    SCALING(
            "aws.application-autoscaling",
            "application-autoscaling:DescribeScalableTargets",
            "application-autoscaling:DescribeScalingPolicies"),
    SERVICES(
            "aws.ecs.services",
            "application-autoscaling:DescribeScalableTargets",
            "ecs:DescribeServices",
            "ecs:DescribeTaskDefinition",
            "ecs:ListClusters",
            "ecs:ListServices"),
    /** Names of parameters; their values are never asked for. */
    PARAMETERS("aws.ssm.describe-parameters", "ssm:DescribeParameters"),
    /** Names of secrets; their values are never asked for. */
    SECRETS("aws.secretsmanager.list-secrets", "secretsmanager:ListSecrets"),
    TOPICS("aws.sns.subscriptions", "sns:GetSubscriptionAttributes", "sns:ListSubscriptions", "sns:ListTopics");

    private final String kind;
    private final List<String> actions;

    AwsPart(String kind, String... actions) {
        this.kind = kind;
        this.actions = List.of(actions);
    }

    String kind() {
        return kind;
    }

    List<String> actions() {
        return actions;
    }

    /** The word it is asked for by. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Stream.of(values()).map(AwsPart::word).collect(Collectors.joining(", "));
    }

    /** A policy of IAM that allows exactly what is asked for, and no value of a secret. */
    static String policy() {
        String all = Stream.of(values())
                .flatMap(part -> part.actions.stream())
                .distinct()
                .sorted()
                .map(action -> "        \"" + action + "\"")
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "AssayCollect",
                      "Effect": "Allow",
                      "Action": [
                %s
                      ],
                      "Resource": "*"
                    }
                  ]
                }
                """.formatted(all);
    }
}
