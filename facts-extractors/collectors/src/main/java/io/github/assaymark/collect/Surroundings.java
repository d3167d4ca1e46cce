package io.github.assaymark.collect;

import io.github.assaymark.model.extract.ScanRequest;
import java.time.Clock;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The world that a run of a collector sees.
 *
 * @param environment value of an environment variable; null when it is not set
 * @param clock moments of answers
 * @param sleeper waits between attempts
 * @param random decides a part of how long is waited
 * @param patience with systems that do not answer
 * @param progress told of the work
 */
public record Surroundings(
        UnaryOperator<@Nullable String> environment,
        Clock clock,
        Sleeper sleeper,
        RandomGenerator random,
        Http.Patience patience,
        ScanRequest.Progress progress) {

    /** The real world. */
    public static Surroundings real(UnaryOperator<@Nullable String> environment, ScanRequest.Progress progress) {
        return new Surroundings(
                environment,
                Clock.systemUTC(),
                Sleeper.real(),
                RandomGenerator.getDefault(),
                Http.Patience.DEFAULT,
                progress);
    }
}
