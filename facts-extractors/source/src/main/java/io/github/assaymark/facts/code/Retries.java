package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How retries wait. Known libraries are read with their documented defaults (p-retry doubles the time and scatters it
 * only when asked, async-retry does both unless told not to); helpers of the house by the names of their settings and
 * by the arithmetic in their bodies.
 */
final class Retries {
    private static final Pattern GROWING = Pattern.compile(
            "\\*\\*|Math\\.pow\\s*\\(|\\*=\\s*\\w|<<|\\b(delay|wait|backoff|timeout|ms)\\w*\\s*\\*\\s*\\(?\\w"
                    + "|\\b(attempt|tries|retry|retries|retryCount|i|n)\\b\\s*(\\+\\s*1\\s*\\))?\\s*\\*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANDOM =
            Pattern.compile("Math\\.random\\s*\\(|randomInt\\s*\\(|getRandomValues\\s*\\(");
    private static final Pattern WAITING =
            Pattern.compile("setTimeout|sleep|delay|wait|backoff", Pattern.CASE_INSENSITIVE);

    private final Resolver resolver;
    private final Settings settings;

    Retries(Resolver resolver, Settings settings) {
        this.resolver = resolver;
        this.settings = settings;
    }

    /** Retries by a function called {@code name} of a package; {@code declaration} is its source when it is known. */
    Protection of(Located call, @Nullable String module, @Nullable Located declaration) {
        Value.Struct options = options(call);
        if (module != null) {
            switch (module) {
                case "p-retry", "promise-retry", "retry" -> {
                    return Protection.retry(!is(options, "factor", "1"), on(options, "randomize"));
                }
                case "async-retry" -> {
                    return Protection.retry(
                            !is(options, "factor", "1"), !has(options, "randomize") || on(options, "randomize"));
                }
                case "exponential-backoff" -> {
                    return Protection.retry(!is(options, "timeMultiple", "1"), on(options, "jitter"));
                }
                default -> {
                    // read below
                }
            }
        }
        boolean growth = options != null && settings.growth(options);
        boolean scatter = options != null && settings.scatter(options);
        if (declaration != null) {
            String body = declaration.node().text();
            boolean off = options != null && has(options, "jitter") && !scatter;
            if (WAITING.matcher(body).find()) {
                growth |= GROWING.matcher(body).find();
                scatter |= RANDOM.matcher(body).find() && !off;
            }
        }
        return Protection.retry(growth, scatter);
    }

    /** Retries by a loop around a call that starts over when it fails; nothing when there is none. */
    Protection loop(SyntaxNode call) {
        boolean caught = false;
        for (SyntaxNode at = call.parent(); at != null && !Syntax.function(at); at = at.parent()) {
            if (at.is(SyntaxKind.TRY_STATEMENT)) caught = true;
            boolean loop = at.is(SyntaxKind.FOR_STATEMENT)
                    || at.is(SyntaxKind.WHILE_STATEMENT)
                    || at.is(SyntaxKind.DO_STATEMENT);
            if (!loop) continue;
            String text = at.text();
            boolean tries = caught || text.contains("continue");
            boolean counted = Pattern.compile("attempt|tries|retr", Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find();
            if (!tries || !counted) continue;
            boolean waits = WAITING.matcher(text).find();
            return Protection.retry(
                    waits && GROWING.matcher(text).find(),
                    waits && RANDOM.matcher(text).find());
        }
        return Protection.NONE;
    }

    private Value.@Nullable Struct options(Located call) {
        Value.Struct last = null;
        for (SyntaxNode argument : Syntax.arguments(call.node())) {
            if (Syntax.function(Syntax.bare(argument))) continue;
            Value.Struct struct = settings.struct(call.at(argument));
            if (struct != null) last = struct;
        }
        return last;
    }

    private boolean has(Value.@Nullable Struct options, String key) {
        return options != null && options.get(key) != null;
    }

    private boolean on(Value.@Nullable Struct options, String key) {
        return options != null && settings.on(options.get(key));
    }

    private boolean is(Value.@Nullable Struct options, String key, String number) {
        Located value = options == null ? null : options.get(key);
        return value != null
                && resolver.value(value) instanceof Value.Number given
                && given.raw().equals(number);
    }

    /** Whether a text reads as arithmetic that makes waiting times grow, and whether it scatters them. */
    static Protection arithmetic(String text) {
        return WAITING.matcher(text).find()
                ? Protection.retry(
                        GROWING.matcher(text).find(), RANDOM.matcher(text).find())
                : Protection.retry(false, false);
    }
}
