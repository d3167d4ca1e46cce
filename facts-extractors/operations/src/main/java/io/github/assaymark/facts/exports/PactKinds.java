package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.ContractVerification;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Pact broker says of contracts: the matrix of consumers and providers, which the broker's command prints too
 * (Pact Broker, {@code /matrix} and {@code can-i-deploy --output json}). A pair without a result is not verified, which
 * is no success.
 */
final class PactKinds {
    private PactKinds() {}

    static List<ExportKind> all() {
        List<String> kept = List.of(
                "matrix[].consumer.name, version.number; provider.name, version.number",
                "matrix[].verificationResult.success",
                "summary.deployable: whether the matrix agrees with it");
        return List.of(
                new ExportKind(
                        "pact.can-i-deploy",
                        "contracts of one service with what is deployed; the scope may name the `environment`",
                        "pact-broker can-i-deploy --pacticipant NAME --version SHA --to-environment ENVIRONMENT"
                                + " --output json",
                        ExportKind.Format.JSON,
                        kept,
                        List.of(ContractVerification.class),
                        PactKinds::read),
                new ExportKind(
                        "pact.matrix",
                        "contracts and their verifications; the scope may name the `environment`",
                        "curl -f 'BROKER/matrix?q[][pacticipant]=CONSUMER&q[][pacticipant]=PROVIDER&latestby=cvpv'",
                        ExportKind.Format.JSON,
                        kept,
                        List.of(ContractVerification.class),
                        PactKinds::read));
    }

    private static void read(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        JsonValue matrix = root.get("matrix");
        if (matrix == null || !matrix.node().isList()) {
            file.gap("", "there is no list matrix in it");
            return;
        }
        int open = 0;
        int failed = 0;
        for (JsonValue row : matrix.items()) {
            JsonValue consumer = row.get("consumer");
            JsonValue provider = row.get("provider");
            String asks = consumer == null ? null : consumer.text("name");
            String answers = provider == null ? null : provider.text("name");
            if (asks == null || answers == null) {
                file.gap(row.pointer(), "it has no consumer.name and provider.name");
                continue;
            }
            JsonValue result = row.get("verificationResult");
            String success = result == null ? null : result.text("success");
            if (result != null && success == null) file.gap(result.pointer(), "it has no success");
            if (success == null) open++;
            else if (!success.equals("true")) failed++;
            tell(file, row, asks, answers, version(consumer), version(provider), success);
        }
        JsonValue summary = root.get("summary");
        // What the broker did not list it may still count.
        if (summary != null && "false".equals(summary.text("deployable")) && open + failed == 0)
            file.gap(summary.pointer(), "it says that something is missing or failed, which the matrix does not list");
    }

    private static @Nullable String version(@Nullable JsonValue side) {
        JsonValue version = side == null ? null : side.get("version");
        return version == null ? null : Exported.identity(version.text("number"));
    }

    private static void tell(
            Exported file,
            JsonValue row,
            String consumer,
            String provider,
            @Nullable String consumerVersion,
            @Nullable String providerVersion,
            @Nullable String success) {
        String asks = Exported.shown(consumer);
        String answers = Exported.shown(provider);
        file.fact(new ContractVerification(
                file.key(asks + "/" + answers + "/" + consumerVersion + "/" + providerVersion),
                owner(file, answers),
                file.at(row),
                asks,
                answers,
                consumerVersion,
                providerVersion,
                environment(file),
                "true".equals(success),
                success != null,
                -1,
                StateSource.DEPLOYED,
                file.observedAt()));
    }

    /** The provider is judged by its contracts; a provider of another repository leaves it to the entry. */
    private static String owner(Exported file, String provider) {
        String owner = file.owner(provider);
        return owner.isEmpty() ? file.owner(file.service(null)) : owner;
    }

    private static @Nullable String environment(Exported file) {
        String named = file.entry().scope().get("environment");
        return named == null ? file.entry().stage() : Stages.normal(named);
    }
}
