package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.FeatureFlag;
import io.github.assaymark.model.fact.FlagStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static StateFixture export(String kind, String text) {
        return new StateFixture().export(kind, "file", text);
    }

    private static Quantity percent(String amount) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.PERCENT);
    }

    private static List<String> gaps(StateFixture state, Class<? extends Fact> type) {
        return state.gaps(type, "");
    }

    @Test
    void launchdarkly_tells_the_share_of_the_fallthrough() {
        StateFixture state = export("launchdarkly.flags", """
                {"items": [
                  {"key": "new-pricing", "kind": "boolean", "variations": [{"_id": "x", "value": true}, {"value": false}],
                   "environments": {
                     "production": {"on": true, "offVariation": 1, "rules": [], "targets": [{"values": ["someone"]}],
                       "fallthrough": {"rollout": {"variations": [{"variation": 0, "weight": 12500}, {"variation": 1, "weight": 87500}]}}},
                     "staging": {"on": true, "offVariation": 1, "fallthrough": {"variation": 0}},
                     "dev": {"on": false, "offVariation": 1, "fallthrough": {"variation": 0}},
                     "ruled": {"on": true, "rules": [{"clauses": []}], "fallthrough": {"variation": 0}},
                     "odd": {"on": true, "fallthrough": {"rollout": {"variations": [{"variation": 0, "weight": 5}]}}},
                     "short": {"on": true}}},
                  {"key": "theme", "variations": [{"value": "blue"}, {"value": "red"}],
                   "environments": {"production": {"on": true, "fallthrough": {"variation": 1}}}},
                  {"key": "gone", "archived": true, "variations": [{"value": true}],
                   "environments": {"production": {"on": true, "fallthrough": {"variation": 0}}}},
                  {"key": "bare"}]}""");
        assertThat(state.facts(FeatureFlag.class))
                .extracting(FeatureFlag::key, FeatureFlag::enabled, FeatureFlag::share)
                .containsExactlyInAnyOrder(
                        tuple("new-pricing/prod", true, percent("12.5")),
                        tuple("new-pricing/staging", true, percent("100")),
                        tuple("new-pricing/dev", false, percent("0")),
                        tuple("new-pricing/ruled", true, null),
                        tuple("new-pricing/odd", true, null),
                        tuple("new-pricing/short", true, null),
                        tuple("theme/prod", true, null),
                        tuple("gone/prod", false, percent("0")));
        assertThat(state.snapshot().facts().toString()).doesNotContain("someone");
        StateFixture broken = export("launchdarkly.flags", "{\"message\": \"unauthorized\"}");
        assertThat(gaps(broken, FeatureFlag.class)).contains("there is no list items in it");
        StateFixture one = export("launchdarkly.flags", """
                {"key": "f", "variations": [{"value": true}], "environments": {"test": {"on": true, "fallthrough": {"variation": 0}}}}""");
        assertThat(one.only(FeatureFlag.class).stage()).isEqualTo("test");
        assertThat(gaps(state, FeatureFlag.class))
                .containsExactlyInAnyOrder(
                        "/items/0/environments/odd/fallthrough/rollout: its weights are not 100000 together",
                        "/items/0/environments/short: it has no on and fallthrough: ask with summary=0",
                        "/items/3: it has no environments");
    }

    private static String entry(String date, String fallthrough) {
        return "{\"date\": " + date + ", \"member\": {\"email\": \"kanari\"}, \"currentVersion\": {\"key\": \"ladder\","
                + " \"variations\": [{\"value\": \"off\"}, {\"value\": \"shadow\"}, {\"value\": \"on\"}],"
                + " \"environments\": {\"production\": {\"on\": true, \"fallthrough\": " + fallthrough + "}}}}";
    }

    @Test
    void history_of_launchdarkly_becomes_steps_in_the_order_of_time() {
        String half =
                "{\"rollout\": {\"variations\": [{\"variation\": 2, \"weight\": 50000}, {\"variation\": 0, \"weight\": 50000}]}}";
        StateFixture state = export(
                "launchdarkly.auditlog",
                "[" + entry("1771200000000", half) + "," + entry("1770000000000", "{\"variation\": 1}") + ","
                        + entry("1771300000000", half) + "," + entry("1772000000000", "{\"variation\": 2}")
                        + ", {\"date\": 1772100000000, \"name\": \"ladder\"}, {\"date\": \"soon\"}]");
        assertThat(state.facts(FlagStep.class))
                .extracting(FlagStep::flag, FlagStep::stage, FlagStep::share, FlagStep::shadow, FlagStep::from)
                .containsExactly(
                        tuple("ladder", "prod", percent("100"), true, Instant.ofEpochMilli(1770000000000L)),
                        tuple("ladder", "prod", percent("50"), false, Instant.ofEpochMilli(1771200000000L)),
                        tuple("ladder", "prod", percent("100"), false, Instant.ofEpochMilli(1772000000000L)));
        assertThat(gaps(state, FlagStep.class))
                .containsExactlyInAnyOrder(
                        "/4: it has no currentVersion of a flag: the list of entries lacks it, each entry's own answer has it",
                        "/5: its date is no moment");
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        StateFixture ruled = export(
                "launchdarkly.auditlog",
                "[" + entry("1771200000000", half).replace("\"on\": true", "\"on\": true, \"rules\": [{}]") + "]");
        assertThat(gaps(ruled, FlagStep.class))
                .containsExactly(
                        "/0/currentVersion/environments/production: nobody can say from it which share gets the flag");
    }

    @Test
    void unleash_knows_the_share_of_one_strategy_without_conditions() {
        StateFixture state = export("unleash.features", """
                {"features": [{"name": "new-pricing", "environments": [
                  {"name": "production", "enabled": true, "strategies": [
                    {"name": "flexibleRollout", "constraints": [], "segments": [], "parameters": {"rollout": "25", "stickiness": "kanari"}},
                    {"name": "userWithId", "disabled": true, "parameters": {"userIds": "kanari"}}]},
                  {"name": "staging", "enabled": true, "strategies": [{"name": "userWithId"}, {"name": "default"}]},
                  {"name": "development", "enabled": false, "strategies": [{"name": "default"}]},
                  {"name": "two", "enabled": true, "strategies": [
                    {"name": "gradualRolloutUserId", "parameters": {"percentage": "10"}}, {"name": "remoteAddress"}]},
                  {"name": "asked", "enabled": true, "strategies": [
                    {"name": "flexibleRollout", "constraints": [{}], "parameters": {"rollout": "50"}}]},
                  {"name": "old", "enabled": true, "strategies": [{"name": "gradualRolloutRandom", "parameters": {"percentage": 5}}]},
                  {"name": "none", "enabled": true, "strategies": []},
                  {"name": "listed", "enabled": true}, {"name": "x"}]}, {}]}""");
        assertThat(state.facts(FeatureFlag.class))
                .extracting(FeatureFlag::stage, FeatureFlag::enabled, FeatureFlag::share)
                .containsExactlyInAnyOrder(
                        tuple("prod", true, percent("25")),
                        tuple("staging", true, percent("100")),
                        tuple("dev", false, percent("0")),
                        tuple("two", true, null),
                        tuple("asked", true, null),
                        tuple("old", true, percent("5")),
                        tuple("none", true, null),
                        tuple("listed", true, null));
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        assertThat(gaps(state, FeatureFlag.class))
                .containsExactlyInAnyOrder(
                        "/features/0/environments/8: it has no name and enabled", "/features/1: it has no name");
        assertThat(export("unleash.features", """
                        {"name": "one", "environments": [{"name": "production", "enabled": true, "strategies": [{"name": "default"}]}]}""").only(FeatureFlag.class).share())
                .isEqualTo(percent("100"));
    }

    private static String event(int id, String type, String more) {
        return "{\"id\": %d, \"type\": \"%s\", \"createdAt\": \"2026-02-%02dT09:00:00Z\", \"featureName\": \"ladder\", \"createdBy\": \"kanari\"%s}"
                .formatted(id, type, id, more);
    }

    @Test
    void events_of_unleash_are_followed_from_the_creation_on() {
        String production = ", \"environment\": \"production\"";
        String add =
                ", \"data\": {\"id\": \"s1\", \"name\": \"flexibleRollout\", \"parameters\": {\"rollout\": \"%s\"}}";
        StateFixture state = export(
                "unleash.events",
                "{\"events\": ["
                        + String.join(
                                ",",
                                event(20, "feature-strategy-remove", production + ", \"preData\": {\"id\": \"s1\"}"),
                                event(9, "feature-environment-disabled", production),
                                event(7, "feature-strategy-update", production + add.formatted("50")),
                                event(6, "feature-updated", ""),
                                event(5, "feature-environment-enabled", production),
                                event(3, "feature-strategy-add", production + add.formatted("1")),
                                event(1, "feature-created", ""))
                        + "]}");
        assertThat(state.facts(FlagStep.class))
                .extracting(FlagStep::stage, FlagStep::share, FlagStep::from)
                .containsExactly(
                        tuple("prod", percent("1"), Instant.parse("2026-02-05T09:00:00Z")),
                        tuple("prod", percent("50"), Instant.parse("2026-02-07T09:00:00Z")),
                        tuple("prod", percent("0"), Instant.parse("2026-02-09T09:00:00Z")));
        assertThat(gaps(state, FlagStep.class)).isEmpty();
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");

        StateFixture late = export(
                "unleash.events",
                "{\"events\": [" + event(5, "feature-environment-enabled", production) + ", {\"type\": \"x\"}]}");
        assertThat(late.facts(FlagStep.class)).isEmpty();
        assertThat(gaps(late, FlagStep.class))
                .containsExactlyInAnyOrder(
                        "/events/0: the creation of its feature is not among the events",
                        "/events/1: its createdAt is no moment with a zone");
        StateFixture lost = export(
                "unleash.events",
                "{\"events\": ["
                        + String.join(
                                ",",
                                event(1, "feature-created", ""),
                                event(2, "feature-strategy-add", production),
                                event(3, "feature-strategy-remove", production),
                                event(4, "feature-environment-enabled", production))
                        + "]}");
        assertThat(gaps(lost, FlagStep.class))
                .containsExactlyInAnyOrder(
                        "/events/1: it has no data.id",
                        "/events/2: it has no preData.id",
                        "/events/3: nobody can say from it which share gets the flag");
    }

    @Test
    void flagd_knows_the_share_of_fractions_alone() {
        StateFixture state = export("flagd", """
                {"flags": {
                  "half": {"state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "off",
                    "targeting": {"fractional": [{"var": "targetingKey"}, ["on", 1], ["off", 2]]}},
                  "even": {"state": "ENABLED", "variants": {"on": true, "off": false}, "targeting": {"fractional": [["on"], ["off"]]}},
                  "all": {"state": "ENABLED", "variants": {"on": true}, "defaultVariant": "on", "targeting": {}},
                  "asked": {"state": "ENABLED", "variants": {"on": true}, "defaultVariant": "on", "targeting": {"if": [1, "on"]}},
                  "colours": {"state": "ENABLED", "variants": {"red": "#f00"}, "defaultVariant": "red"},
                  "bad": {"state": "ENABLED", "variants": {"on": true}, "targeting": {"fractional": [["on", "many"]]}},
                  "off": {"state": "DISABLED", "variants": {"on": true}, "defaultVariant": "on"},
                  "broken": {"variants": {}}}}""");
        assertThat(state.facts(FeatureFlag.class))
                .extracting(FeatureFlag::name, FeatureFlag::enabled, FeatureFlag::share)
                .containsExactlyInAnyOrder(
                        tuple("half", true, percent("33.33333333")),
                        tuple("even", true, percent("50")),
                        tuple("all", true, percent("100")),
                        tuple("asked", true, null),
                        tuple("colours", true, null),
                        tuple("bad", true, null),
                        tuple("off", false, null));
        assertThat(gaps(state, FeatureFlag.class)).containsExactly("/flags: a flag without state and variants");
        assertThat(gaps(export("flagd", "[]"), FeatureFlag.class)).containsExactly("there are no flags in it");
        StateFixture denied = new StateFixture()
                .entry("\"kind\": \"flagd\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 403");
        assertThat(denied.coverage(FeatureFlag.class, "")).containsExactly("[] DENIED [access was denied]");
    }
}
