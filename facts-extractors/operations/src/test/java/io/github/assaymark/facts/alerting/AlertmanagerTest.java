package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertmanagerTest {
    private static final String RECEIVERS = """
            receivers:
            - name: nobody
            - name: page
              pagerduty_configs: [{routing_key: secret}]
            - name: chat
              slack_configs: [{channel: '#a'}]
            - name: both
              opsgenie_configs: [{api_key: x}]
              email_configs: [{to: a@example.org}]
            - name: hook
              webhook_configs: [{url: https://example.org}]
            """;

    private static RecordedFile read(String route) {
        return RecordedFile.of("route:\n" + route.indent(2) + RECEIVERS, AlertmanagerReader::read);
    }

    private static List<String> lines(RecordedFile file) {
        assertThat(file.gaps).isEmpty();
        return file.facts(PagerRoute.class).stream()
                .map(route -> route.severity()
                        + (route.service() == null ? "" : " of " + route.service())
                        + (route.condition() == null ? "" : " if " + route.condition())
                        + " -> " + route.receiver() + " " + route.target()
                        + (route.silencedBy().isEmpty() ? "" : " but " + route.silencedBy()))
                .toList();
    }

    @Test
    void critical_pages_and_warnings_go_to_chat() {
        RecordedFile file = read("""
                receiver: nobody
                routes:
                - {receiver: page, matchers: ['severity="critical"']}
                - {receiver: chat, match_re: {severity: warn|warning}}
                """);
        assertThat(lines(file)).containsExactly("critical -> page PAGE", "warn -> chat CHAT", "warning -> chat CHAT");
        PagerRoute critical = file.facts(PagerRoute.class).get(0);
        assertThat(critical.key()).isEqualTo("alertmanager:critical/page/PAGE");
        assertThat(critical.matcher()).isEqualTo("severity=\"critical\"");
        assertThat(critical.system()).isEqualTo("alertmanager");
        assertThat(critical.source()).isEqualTo(StateSource.DECLARED);
        assertThat(critical.at()).isNull();
        assertThat(critical.provenance().place())
                .extracting(place -> place.startLine())
                .isEqualTo(4);
    }

    @Test
    void receiver_without_a_channel_is_nowhere_and_one_with_two_is_both() {
        assertThat(lines(read("""
                        receiver: nobody
                        routes:
                        - {receiver: both, match: {severity: critical}}
                        - {receiver: hook, match: {severity: info}}
                        """)))
                .containsExactly(
                        "critical -> both PAGE",
                        "critical -> both EMAIL",
                        "info -> hook OTHER",
                        "warn -> nobody NONE",
                        "warning -> nobody NONE");
    }

    @Test
    void ways_that_other_labels_decide_about_are_told_with_their_condition() {
        assertThat(lines(read("""
                        receiver: chat
                        routes:
                        - receiver: nobody
                          matchers: [team="lab"]
                        - receiver: page
                          matchers: [severity="critical", "team!~\\"x.*\\""]
                        """)))
                .containsExactly(
                        "critical if team!~\"x.*\" -> page PAGE",
                        "critical if team=\"lab\" -> nobody NONE",
                        "critical -> chat CHAT",
                        "warn -> chat CHAT",
                        "warn if team=\"lab\" -> nobody NONE",
                        "warning -> chat CHAT",
                        "warning if team=\"lab\" -> nobody NONE");
    }

    @Test
    void services_that_the_tree_names_have_ways_of_their_own() {
        RecordedFile file = read("""
                receiver: chat
                routes:
                - matchers: [service="billing"]
                  receiver: hook
                  routes:
                  - {receiver: page, continue: true, matchers: [severity="critical"]}
                  - {receiver: both, matchers: [severity="critical"]}
                """);
        assertThat(lines(file))
                .containsExactly(
                        "critical -> chat CHAT",
                        "critical of billing -> page PAGE",
                        "critical of billing -> both PAGE",
                        "critical of billing -> both EMAIL",
                        "warn -> chat CHAT",
                        "warn of billing -> hook OTHER",
                        "warning -> chat CHAT",
                        "warning of billing -> hook OTHER");
        assertThat(file.facts(PagerRoute.class).get(1).owner()).isEqualTo("services/billing");
    }

    @Test
    void service_that_is_not_named_one_by_one_is_a_condition() {
        assertThat(lines(read("""
                        receiver: chat
                        routes:
                        - {receiver: page, matchers: ['service=~"pay.*"', severity="critical"]}
                        """))).contains("critical if service=~\"pay.*\" -> page PAGE", "critical -> chat CHAT");
    }

    @Test
    void what_keeps_a_way_silent_is_told() {
        RecordedFile file = RecordedFile.of("""
                route:
                  receiver: page
                  routes:
                  - {receiver: page, matchers: [severity=critical], mute_time_intervals: [nights]}
                  - {receiver: page, matchers: [severity=warn], active_time_intervals: [office]}
                inhibit_rules:
                - source_matchers: [severity="critical"]
                  target_matchers: [severity=~"warn|warning"]
                  equal: [service]
                receivers: [{name: page, victorops_configs: [{}]}]
                """, AlertmanagerReader::read);
        assertThat(lines(file))
                .containsExactly(
                        "critical -> page PAGE but [silent in nights]",
                        "warn -> page PAGE but [only in office, silent while severity=\"critical\"]",
                        "warning -> page PAGE but [silent while severity=\"critical\"]");
    }

    private static List<String> refused(String route) {
        RecordedFile file = read(route);
        assertThat(file.facts).isEmpty();
        return file.gaps;
    }

    @Test
    void what_alertmanager_refuses_gives_no_routes_but_a_reason() {
        assertThat(refused("receiver: ghost"))
                .containsExactly("2: no receiver is called `ghost`: Alertmanager refuses it");
        assertThat(refused("group_by: [a]"))
                .containsExactly("2: the first route has no receiver: Alertmanager refuses it");
        assertThat(refused("receiver: page\nmatchers: [a=b]"))
                .containsExactly("2: the first route has conditions or goes on: Alertmanager refuses it");
        assertThat(refused("receiver: page\nroutes: [{matcher: a}]"))
                .containsExactly("3: `matcher` is nothing that a route has: Alertmanager refuses it");
        assertThat(refused("receiver: page\nroutes: [{matchers: ['a=~\"(\"']}]"))
                .containsExactly("3: `(` is no expression");
        assertThat(refused("receiver: page\nroutes: [{matchers: ['a~b']}]"))
                .containsExactly("3: `a~b` is no condition");
        assertThat(refused("receiver: page\nroutes: [{matchers: ['a=\"b']}]"))
                .containsExactly("3: `a=\"b` has a quote that does not close");
        assertThat(refused("receiver: page\nroutes: [{matchers: a=b}]")).containsExactly("3: matchers is no list");
        assertThat(refused("receiver: page\nroutes: [{match: {a-b: c}}]"))
                .containsExactly("3: `a-b` is no label with a value");
        assertThat(refused("receiver: page\nroutes: [{continue: perhaps}]"))
                .containsExactly("3: continue is neither true nor false");
        assertThat(refused("receiver: page\nroutes: [{matchers: ['a=~\"((a{100}){100}){100}\"']}]"))
                .containsExactly("3: the expression for a is too large to be tried");
        assertThat(RecordedFile.of(
                                "route: {receiver: a}\nreceivers: [{name: a}, {name: a}, {}, {name: b, to: c}]",
                                AlertmanagerReader::read)
                        .gaps)
                .containsExactly(
                        "2: two receivers are called `a`: Alertmanager refuses it",
                        "2: a receiver has no name",
                        "2: `to` is nothing that a receiver has");
    }

    @Test
    void condition_with_two_meanings_is_none() {
        assertThat(refused("receiver: page\nroutes: [{matchers: ['a=\"\\t\"']}]"))
                .containsExactly("3: `a=\"\\t\"` means one thing to Alertmanager in its classic mode"
                        + " and another to it with UTF-8 matchers");
        // Only the newer reader understands a name in quotes.
        assertThat(lines(read("receiver: page\nroutes: [{matchers: ['\"severity\"=\"critical\"'], receiver: chat}]")))
                .contains("critical -> chat CHAT", "warn -> page PAGE");
    }

    @Test
    void bomb_of_aliases_is_given_up() {
        StringBuilder routes = new StringBuilder("receiver: page\nroutes:\n- &r0 {matchers: [a=b]}\n");
        for (int i = 1; i < 30; i++) routes.append("- &r" + i + " {routes: [*r" + (i - 1) + ", *r" + (i - 1) + "]}\n");
        assertThat(refused(routes.toString())).containsExactly("8: more than 5000 routes");
    }
}
