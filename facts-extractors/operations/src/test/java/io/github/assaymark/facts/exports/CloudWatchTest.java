package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.Comparison;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudWatchTest {
    private static StateFixture alarms(String alarms) {
        return new StateFixture()
                .export("aws.cloudwatch.describe-alarms", "alarms.json", "{\"MetricAlarms\": [" + alarms + "]}");
    }

    @Test
    void latency_of_a_load_balancer_is_in_seconds_and_of_a_gateway_in_milliseconds() {
        List<AlarmDef> alarms = alarms("""
                {"AlarmName": "billing-latency", "Namespace": "AWS/ApplicationELB", "MetricName": "TargetResponseTime",
                 "ExtendedStatistic": "p99", "Threshold": 1.0, "ComparisonOperator": "GreaterThanThreshold", "Period": 60,
                 "EvaluationPeriods": 5, "DatapointsToAlarm": 3, "ActionsEnabled": true, "StateValue": "OK",
                 "AlarmActions": ["arn:aws:sns:eu-central-1:000000000000:critical"],
                 "Dimensions": [{"Name": "ServiceName", "Value": "billing"}, {"Name": "Stage", "Value": "production"}]},
                {"AlarmName": "gateway", "Namespace": "AWS/ApiGateway", "MetricName": "Latency", "Statistic": "Average",
                 "Threshold": 900, "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Period": 30,
                 "EvaluationPeriods": 2, "ActionsEnabled": false, "AlarmActions": ["arn:x"]}""").facts(AlarmDef.class);
        AlarmDef balancer = alarms.get(1);
        assertThat(balancer.key()).isEqualTo("cloudwatch:billing-latency/prod");
        assertThat(balancer.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(balancer.signal()).isEqualTo(AlarmSignal.LATENCY);
        assertThat(balancer.statistic()).isEqualTo("p99");
        assertThat(balancer.threshold()).isEqualTo(Quantity.of(1, Quantity.Unit.SECONDS));
        assertThat(balancer.comparison()).isEqualTo(Comparison.GREATER);
        assertThat(balancer.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(balancer.periods()).isEqualTo(3);
        assertThat(balancer.enabled()).isTrue();
        assertThat(balancer.state()).isEqualTo("OK");
        assertThat(balancer.dimensions()).containsExactly("ServiceName=billing", "Stage=production");
        AlarmDef gateway = alarms.get(0);
        assertThat(gateway.threshold()).isEqualTo(Quantity.of(900, Quantity.Unit.MILLISECONDS));
        assertThat(gateway.enabled()).isFalse();
        assertThat(gateway.stage()).isNull();
    }

    @Test
    void count_of_errors_is_no_rate_and_a_threshold_without_a_known_unit_is_none() {
        List<AlarmDef> alarms = alarms("""
                {"AlarmName": "a-count", "Namespace": "AWS/ApplicationELB", "MetricName": "HTTPCode_Target_5XX_Count",
                 "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold", "ActionsEnabled": true,
                 "AlarmActions": []},
                {"AlarmName": "b-rate", "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold",
                 "ActionsEnabled": true, "AlarmActions": ["arn:x"],
                 "Metrics": [{"Id": "e", "Expression": "100 * errors / requests"},
                   {"Id": "errors", "MetricStat": {"Metric": {"Dimensions": [{"Name": "Service", "Value": "orders"}]}}}]},
                {"AlarmName": "c-share", "Threshold": 0.01, "ComparisonOperator": "GreaterThanThreshold",
                 "ActionsEnabled": true, "AlarmActions": ["arn:x"],
                 "Metrics": [{"Id": "e", "Expression": "errors/requests"}]}""").facts(AlarmDef.class);
        AlarmDef share = alarms.stream()
                .filter(a -> a.name().equals("c-share"))
                .findFirst()
                .orElseThrow();
        AlarmDef rate = alarms.stream()
                .filter(a -> a.name().equals("b-rate"))
                .findFirst()
                .orElseThrow();
        AlarmDef count = alarms.stream()
                .filter(a -> a.name().equals("a-count"))
                .findFirst()
                .orElseThrow();
        assertThat(count.signal()).isEqualTo(AlarmSignal.OTHER);
        assertThat(count.threshold()).isNull();
        assertThat(count.enabled()).isFalse();
        assertThat(rate.signal()).isEqualTo(AlarmSignal.ERROR_RATE);
        assertThat(rate.threshold()).isEqualTo(Quantity.of(1, Quantity.Unit.PERCENT));
        assertThat(rate.owner()).isEqualTo(StateFixture.ORDERS);
        assertThat(share.threshold()).isEqualByComparingTo(Quantity.of(1, Quantity.Unit.PERCENT));
    }

    @Test
    void queue_depth_and_composite_alarms_are_told_apart() {
        StateFixture state = new StateFixture().export("aws.cloudwatch.describe-alarms", "alarms.json", """
                {"MetricAlarms": [{"AlarmName": "dlq", "Namespace": "AWS/SQS",
                    "MetricName": "ApproximateNumberOfMessagesVisible", "Threshold": 0,
                    "ComparisonOperator": "GreaterThanThreshold", "ActionsEnabled": true, "AlarmActions": ["arn:x"]}],
                 "CompositeAlarms": [{"AlarmName": "both", "AlarmRule": "ALARM(a) AND ALARM(b)", "ActionsEnabled": true,
                    "AlarmActions": ["arn:x"]}]}""");
        assertThat(state.facts(AlarmDef.class))
                .extracting(AlarmDef::signal)
                .containsExactly(AlarmSignal.OTHER, AlarmSignal.QUEUE_DEPTH);
        assertThat(state.facts(AlarmDef.class).get(0).expression()).isEqualTo("ALARM(a) AND ALARM(b)");
    }

    @Test
    void history_is_read_with_the_window_it_covers() {
        String text = """
                {"AlarmHistoryItems": [
                  {"AlarmName": "orders-latency", "Timestamp": "2026-02-20T03:12:00Z", "HistoryItemType": "StateUpdate",
                   "HistoryData": "{\\"oldState\\": {\\"stateValue\\": \\"OK\\"}, \\"newState\\": {\\"stateValue\\": \\"ALARM\\"}}"},
                  {"AlarmName": "orders-latency", "Timestamp": "2026-02-20T03:13:00Z", "HistoryItemType": "Action"}]}""";
        StateFixture state = new StateFixture()
                .export(
                        "aws.cloudwatch.describe-alarm-history",
                        "history.json",
                        text,
                        "\"complete\": true, \"from\": \"2026-02-16T00:00:00Z\", \"until\": \"2026-03-02T09:30:00Z\","
                                + " \"scope\": {\"stage\": \"staging\", \"service\": \"orders\"}");
        AlarmTransition change = state.only(AlarmTransition.class);
        assertThat(change.before()).isEqualTo("OK");
        assertThat(change.after()).isEqualTo("ALARM");
        assertThat(change.stage()).isEqualTo("staging");
        assertThat(change.owner()).isEqualTo(StateFixture.ORDERS);
        assertThat(state.gaps(AlarmTransition.class, StateFixture.ORDERS))
                .containsExactly("nobody exported it: `assay collect --describe` lists the commands");
        assertThat(new StateFixture()
                        .export("aws.cloudwatch.describe-alarm-history", "h.json", "{\"AlarmHistoryItems\": []}")
                        .gaps(AlarmTransition.class, ""))
                .containsExactly("the manifest does not say from when until when the history is");
    }

    @Test
    void file_of_something_else_is_told() {
        assertThat(new StateFixture()
                        .export("aws.cloudwatch.describe-alarms", "a.json", "{\"Functions\": []}")
                        .gaps(AlarmDef.class, ""))
                .containsExactly("there is neither MetricAlarms nor CompositeAlarms in it");
    }

    @Test
    void threshold_in_a_unit_its_signal_is_not_measured_in_is_not_understood() {
        AlarmDef alarm = alarms("""
                {"AlarmName": "billing-errors", "Namespace": "Own", "MetricName": "ErrorRate", "Unit": "Count",
                 "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold", "ActionsEnabled": true,
                 "AlarmActions": ["arn:x"]}""").only(AlarmDef.class);
        assertThat(alarm.signal()).isEqualTo(AlarmSignal.ERROR_RATE);
        assertThat(alarm.threshold()).isNull();
    }

    @Test
    void an_alarm_watches_what_all_its_metrics_share_and_tells_known_dimensions_only() {
        String metric = "{\"Id\": \"m%1$s\", \"MetricStat\": {\"Metric\": {\"Dimensions\": ["
                + "{\"Name\": \"JobId\", \"Value\": \"%1$s\"}, {\"Name\": \"Service\", \"Value\": \"jobs\"},"
                + " {\"Name\": \"Customer\", \"Value\": \"%1$s\"}]}}}";
        AlarmDef sum = alarms("{\"AlarmName\": \"sum\", \"ActionsEnabled\": true, \"Metrics\": [{\"Id\": \"e\","
                        + " \"Expression\": \"m1 + m2\"}, " + metric.formatted("1") + "," + metric.formatted("2")
                        + "]}")
                .only(AlarmDef.class);
        assertThat(sum.dimensions()).containsExactly("Service=jobs");
        AlarmDef one = alarms("{\"AlarmName\": \"one\", \"ActionsEnabled\": true, \"Metrics\": [{\"Id\": \"e\","
                        + " \"Expression\": \"m1 * 1\"}, " + metric.formatted("1") + "]}")
                .only(AlarmDef.class);
        assertThat(one.dimensions()).containsExactly("JobId=1", "Service=jobs");
    }
}
