package io.github.assaymark.collect;

import io.github.assaymark.model.extract.ScanRequest;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a collector works with: nothing of it is global, so that tests need neither network nor time.
 *
 * @param options what the collector was told
 * @param environment value of an environment variable; null when it is not set
 * @param http how systems are asked
 * @param clock moments of answers
 * @param progress told of the work, from the thread that collects
 */
public record CollectRequest(
        CollectorOptions options,
        UnaryOperator<@Nullable String> environment,
        Http http,
        Clock clock,
        ScanRequest.Progress progress) {

    /** The value of a variable that holds a credential; null when it is not set or empty. */
    public @Nullable String secret(SecretVariable variable) {
        String value = environment.apply(variable.name());
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * The value of a variable that holds a credential, without which nothing can be collected.
     *
     * @throws CollectException when it is not set or empty
     */
    public String requiredSecret(SecretVariable variable) {
        String value = secret(variable);
        if (value == null)
            throw new CollectException("the environment variable " + variable.name() + " is not set: "
                    + variable.description() + "\n  Maybe export " + variable.name()
                    + "=...; a credential is never given on the command line, where others can read it");
        return value;
    }
}
