package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
    static final String TOPICS = """
            [{"Topics": [{"TopicArn": "arn:aws:sns:eu-central-1:1:critical"}, {"TopicArn": "arn:aws:sns:eu-central-1:1:silent"}]},
             {"Subscriptions": [
              {"TopicArn": "arn:aws:sns:eu-central-1:1:critical", "Protocol": "https", "Owner": "KANARI",
               "SubscriptionArn": "arn:aws:sns:eu-central-1:1:critical:a1",
               "Endpoint": "https://events.eu.pagerduty.com/integration/KANARI/enqueue"},
              {"TopicArn": "arn:aws:sns:eu-central-1:1:critical", "Protocol": "email", "Endpoint": "KANARI@example.org",
               "SubscriptionArn": "PendingConfirmation"},
              {"TopicArn": "arn:aws:sns:eu-central-1:1:warn", "Protocol": "https",
               "SubscriptionArn": "arn:aws:sns:eu-central-1:1:warn:b2", "Endpoint": "https://global.sns-api.chatbot.amazonaws.com"},
              {"TopicArn": "arn:aws:sns:eu-central-1:1:warn", "Protocol": "lambda",
               "SubscriptionArn": "arn:aws:sns:eu-central-1:1:warn:c3", "Endpoint": "arn:aws:lambda:eu-central-1:1:function:KANARI"}]},
             {"Attributes": {"SubscriptionArn": "arn:aws:sns:eu-central-1:1:critical:a1", "Endpoint": "KANARI"}},
             {"Attributes": {"SubscriptionArn": "arn:aws:sns:eu-central-1:1:warn:b2", "FilterPolicy": "{\\"stage\\":[\\"prod\\"]}"}}]""";

    static final String RULES = """
            [{"Rules": [{"Name": "alarms", "State": "ENABLED", "Description": "KANARI",
                "EventPattern": "{\\"source\\":[\\"aws.cloudwatch\\"],\\"detail-type\\":[\\"CloudWatch Alarm State Change\\"]}"},
               {"Name": "off", "State": "DISABLED", "EventPattern": "{\\"source\\":[\\"aws.cloudwatch\\"]}"},
               {"Name": "nightly", "ScheduleExpression": "cron(0 3 * * ? *)"},
               {"Name": "untargeted", "State": "ENABLED", "EventPattern": "{\\"source\\":[\\"aws.cloudwatch\\"],\\"account\\":[\\"1\\"]}"},
               {"Name": "deploys", "EventPattern": "{\\"source\\":[\\"aws.ecs\\"]}"}]},
             {"Rule": "alarms", "Targets": [{"Id": "KANARI", "Arn": "arn:aws:sns:eu-central-1:1:critical", "Input": "KANARI"}]},
             {"Rule": "off", "Targets": [{"Arn": "arn:aws:sns:eu-central-1:1:warn"}]},
             {"Rule": "deploys", "Targets": [{"Arn": "KANARI"}]}]""";

    static final String SLACK = """
            {"SlackChannelConfigurations": [
              {"SlackChannelName": "loop-warn", "SlackTeamId": "KANARI", "SnsTopicArns": ["arn:aws:sns:eu-central-1:1:warn"],
               "IamRoleArn": "KANARI", "State": "ENABLED"},
              {"SlackChannelName": "loop-old", "SnsTopicArns": ["arn:aws:sns:eu-central-1:1:silent"], "State": "DISABLED",
               "StateReason": "KANARI"}]}""";

    private static StateFixture export(String kind, String text) {
        return new StateFixture().export(kind, "n.json", text);
    }

    private static List<String> told(StateFixture state) {
        return state.facts(PagerRoute.class).stream()
                .map(route -> route.matcher() + " -> " + route.receiver() + " " + route.target() + " "
                        + route.condition() + " " + route.silencedBy())
                .sorted()
                .toList();
    }

    @Test
    void topic_notifies_whom_a_confirmed_subscription_names() {
        StateFixture state = export("aws.sns.subscriptions", TOPICS);
        assertThat(told(state))
                .containsExactly(
                        "arn:aws:sns:eu-central-1:1:critical -> email NONE a filter that is not exported"
                                + " [the subscription is not confirmed]",
                        "arn:aws:sns:eu-central-1:1:critical -> https events.eu.pagerduty.com PAGE null []",
                        "arn:aws:sns:eu-central-1:1:silent -> nobody NONE null []",
                        "arn:aws:sns:eu-central-1:1:warn -> https global.sns-api.chatbot.amazonaws.com CHAT"
                                + " {\"stage\":[\"prod\"]} []",
                        "arn:aws:sns:eu-central-1:1:warn -> lambda OTHER a filter that is not exported []");
        assertThat(state.facts(PagerRoute.class))
                .allMatch(route -> route.source() == StateSource.DEPLOYED && route.severity() == null);
        assertThat(state.gaps(PagerRoute.class, "")).isEmpty();
    }

    @Test
    void scope_may_say_for_which_severity_topics_are() {
        StateFixture state = new StateFixture()
                .export(
                        "aws.sns.subscriptions",
                        "n.json",
                        TOPICS,
                        "\"complete\": true, \"scope\": {\"severity\": \"critical\", \"stage\": \"prod\"}");
        assertThat(state.facts(PagerRoute.class))
                .allMatch(route -> "critical".equals(route.severity()) && "prod".equals(route.stage()));
    }

    @Test
    void host_that_only_looks_like_a_pager_is_none() {
        assertThat(told(export("aws.sns.subscriptions", """
                        [{"Topics": []}, {"Subscriptions": [
                         {"TopicArn": "t", "Protocol": "https", "SubscriptionArn": "arn:1", "Endpoint": "https://notpagerduty.com/x"},
                         {"TopicArn": "t", "Protocol": "https", "SubscriptionArn": "arn:2", "Endpoint": "https://pagerduty.com.example.org/"},
                         {"TopicArn": "t", "Protocol": "https", "SubscriptionArn": "arn:3", "Endpoint": "::"},
                         {"TopicArn": "t", "Protocol": "sms", "SubscriptionArn": "arn:4", "Endpoint": "+1"}]}]"""))).isNotEmpty().allMatch(line -> line.contains(" OTHER "));
    }

    @Test
    void topics_that_a_part_of_the_subscriptions_does_not_name_are_not_said_to_be_silent() {
        StateFixture state = export("aws.sns.subscriptions", """
                [{"Topics": [{"TopicArn": "arn:1"}]}, {"Subscriptions": [], "NextToken": "x"}]""");
        assertThat(state.facts(PagerRoute.class)).isEmpty();
        assertThat(state.gaps(PagerRoute.class, "")).containsExactly("/1: there are more pages of it");
        assertThat(export("aws.sns.subscriptions", "{\"Subscriptions\": [{\"Protocol\": \"sqs\"}, 5]}")
                        .gaps(PagerRoute.class, ""))
                .contains(
                        "/Subscriptions/0: it has no TopicArn",
                        "/Subscriptions/1: it has no Protocol",
                        "there are no Topics in it: put the outputs of all into one list with `jq --slurp`");
        assertThat(export("aws.sns.subscriptions", "{}").gaps(PagerRoute.class, ""))
                .containsExactly("there are no Subscriptions in it");
    }

    @Test
    void rules_about_alarms_lead_on_but_to_nobody_known() {
        StateFixture state = export("aws.events.rules", RULES);
        assertThat(state.facts(PagerRoute.class))
                .extracting(route -> route.key() + " " + route.target() + " " + route.silencedBy())
                .containsExactlyInAnyOrder(
                        "eventbridge:alarms/arn:aws:sns:eu-central-1:1:critical " + NoticeTarget.OTHER + " []",
                        "eventbridge:off/arn:aws:sns:eu-central-1:1:warn " + NoticeTarget.NONE
                                + " [the rule is switched off]",
                        "eventbridge:untargeted/nobody " + NoticeTarget.NONE + " []");
        assertThat(export("aws.events.rules", "[{\"Targets\": [{\"Arn\": \"a\"}]}, {\"Rules\": [{}]}]")
                        .gaps(PagerRoute.class, ""))
                .contains("/0: it does not say of which Rule the Targets are", "/1/Rules/0: it has no Name");
        assertThat(export("aws.events.rules", "[{\"Rules\": [{\"Name\": \"n\", \"EventPattern\": \"{\"}]}]")
                        .gaps(PagerRoute.class, ""))
                .contains("/0/Rules/0/EventPattern: it holds no JSON");
    }

    @Test
    void channel_of_slack_reads_its_topics_while_it_is_on() {
        assertThat(told(export("aws.chatbot.slack-channels", SLACK)))
                .containsExactly(
                        "arn:aws:sns:eu-central-1:1:silent -> #loop-old NONE null [the configuration is DISABLED]",
                        "arn:aws:sns:eu-central-1:1:warn -> #loop-warn CHAT null []");
        assertThat(export("aws.chatbot.slack-channels", "{\"SlackChannelConfigurations\": [{}], \"NextToken\": \"t\"}")
                        .gaps(PagerRoute.class, ""))
                .contains("/SlackChannelConfigurations/0: it has no SlackChannelName", "there are more pages of it");
    }
}
