package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.ContractVerification;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PactsTest {
    private static final String SHA = "4be1c7a09d3f5e21b7c8a6d4e3f2019a8b7c6d5e";

    private static StateFixture broker(String kind, String text, String... scope) {
        return new StateFixture()
                .export(kind, "file", text, "\"complete\": true, \"scope\": {" + String.join(", ", scope) + "}");
    }

    @Test
    void pair_without_a_result_is_not_verified() {
        StateFixture state = broker("pact.matrix", """
                {"matrix": [
                  {"consumer": {"name": "checkout", "version": {"number": "%s"}},
                   "provider": {"name": "billing", "version": {"number": "1.4.0"}},
                   "verificationResult": {"success": true, "verifiedAt": "2026-03-01T08:00:00+00:00"}, "pact": {"createdAt": "x"}},
                  {"consumer": {"name": "portal", "version": {"number": "7"}}, "provider": {"name": "billing"},
                   "verificationResult": {"success": false}},
                  {"consumer": {"name": "mobile", "version": {"number": "8"}}, "provider": {"name": "billing", "version": null},
                   "verificationResult": null},
                  {"consumer": {"name": "odd"}, "provider": {"name": "elsewhere"}, "verificationResult": {}},
                  {"consumer": {}}]}""".formatted(SHA), "\"environment\": \"production\"");
        assertThat(state.facts(ContractVerification.class))
                .extracting(
                        ContractVerification::consumer,
                        ContractVerification::consumerVersion,
                        ContractVerification::providerVersion,
                        ContractVerification::success,
                        ContractVerification::verified,
                        ContractVerification::owner)
                .containsExactlyInAnyOrder(
                        tuple("checkout", SHA, "1.4.0", true, true, "services/billing"),
                        tuple("portal", "7", null, false, true, "services/billing"),
                        tuple("mobile", "8", null, false, false, "services/billing"),
                        tuple("odd", null, null, false, false, ""));
        assertThat(state.facts(ContractVerification.class))
                .allMatch(fact -> fact.source() == StateSource.DEPLOYED)
                .allMatch(fact -> "prod".equals(fact.environment()))
                .allMatch(fact -> StateFixture.AT.equals(fact.at()))
                .allMatch(fact -> fact.interactions() == -1);
        assertThat(state.gaps(ContractVerification.class, ""))
                .containsExactlyInAnyOrder(
                        "/matrix/3/verificationResult: it has no success",
                        "/matrix/4: it has no consumer.name and provider.name");
    }

    @Test
    void broker_that_says_no_without_a_reason_is_not_believed_to_say_yes() {
        StateFixture state = broker("pact.can-i-deploy", """
                {"summary": {"deployable": false, "reason": "no pact", "unknown": 1}, "matrix": []}""");
        assertThat(state.facts(ContractVerification.class)).isEmpty();
        assertThat(state.gaps(ContractVerification.class, ""))
                .containsExactly(
                        "/summary: it says that something is missing or failed, which the matrix does not list");
        assertThat(broker("pact.can-i-deploy", "{\"summary\": {\"deployable\": true}, \"matrix\": []}")
                        .coverage(ContractVerification.class, ""))
                .containsExactly("[source=DEPLOYED] COMPLETE");
        assertThat(broker("pact.matrix", "[]").gaps(ContractVerification.class, ""))
                .containsExactly("there is no list matrix in it");
        StateFixture denied = new StateFixture()
                .entry("\"kind\": \"pact.matrix\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 401");
        assertThat(denied.coverage(ContractVerification.class, ""))
                .containsExactly("[source=DEPLOYED] DENIED [access was denied]");
    }

    @Test
    void pact_in_the_repository_says_what_is_expected_and_never_that_it_holds() {
        StateFixture state = new StateFixture()
                .file("services/billing/pacts/checkout-billing.json", """
                        {"consumer": {"name": "checkout"}, "provider": {"name": "billing"},
                         "interactions": [{"description": "kanari"}, {"request": {"headers": {"Authorization": "kanari"}}}],
                         "metadata": {"pactSpecification": {"version": "3.0.0"}}}""")
                .file("services/orders/pacts/mail-orders.json", """
                        {"consumer": {"name": "mail"}, "provider": {"name": "orders"}, "messages": [{}]}""")
                .file("services/orders/pacts/broken.json", "{\"consumer\": {\"name\": \"x\"}}")
                .file("services/orders/other.json", "{\"consumer\": {\"name\": \"x\"}}");
        List<ContractVerification> pacts = state.facts(ContractVerification.class);
        assertThat(pacts)
                .extracting(
                        ContractVerification::key,
                        ContractVerification::owner,
                        ContractVerification::interactions,
                        ContractVerification::verified,
                        ContractVerification::success,
                        ContractVerification::source,
                        ContractVerification::at)
                .containsExactlyInAnyOrder(
                        tuple(
                                "checkout/billing@services/billing/pacts/checkout-billing.json",
                                "services/billing",
                                2,
                                false,
                                false,
                                StateSource.DECLARED,
                                null),
                        tuple(
                                "mail/orders@services/orders/pacts/mail-orders.json",
                                "services/orders",
                                1,
                                false,
                                false,
                                StateSource.DECLARED,
                                null));
        assertThat(pacts.toString()).doesNotContain("kanari");
        assertThat(state.declared("pact-files", ContractVerification.class, "services/billing"))
                .containsExactly("[source=DECLARED] COMPLETE");
        assertThat(state.declared("pact-files", ContractVerification.class, "services/orders"))
                .containsExactly(
                        "[source=DECLARED] PARTIAL [it is no pact: it has no consumer, provider and interactions or messages]");
    }
}
