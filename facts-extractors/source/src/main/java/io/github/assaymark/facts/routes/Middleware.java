package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.model.fact.GuardKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs before a handler.
 *
 * @param arguments as resolved texts
 * @param at where it is named or written
 * @param resolved whether it is known what it is
 * @param condition why it does not guard every request, in words; null when it does
 * @param exempt paths it lets pass, as patterns of Hono
 * @param exemptPublic whether it lets the paths listed in {@code publicPaths} pass
 */
record Middleware(
        String name,
        GuardKind kind,
        List<String> arguments,
        Located at,
        boolean resolved,
        @Nullable String condition,
        List<String> exempt,
        boolean exemptPublic) {

    Middleware {
        arguments = List.copyOf(arguments);
        exempt = List.copyOf(exempt);
        boolean lax = kind != GuardKind.OTHER && GuardWords.optional(name, arguments);
        if (condition == null && lax) condition = "it lets requests pass that do not meet it";
    }

    static Middleware of(String name, List<String> arguments, Located at) {
        return new Middleware(name, GuardWords.kind(name), arguments, at, true, null, List.of(), false);
    }

    /** The same with a reason why it does not guard every request. */
    Middleware under(@Nullable String reason) {
        if (reason == null || condition != null) return this;
        return new Middleware(name, kind, arguments, at, resolved, reason, exempt, exemptPublic);
    }

    Middleware letting(List<String> paths) {
        return new Middleware(name, kind, arguments, at, resolved, condition, paths, exemptPublic);
    }

    Middleware lettingPublic() {
        return new Middleware(name, kind, arguments, at, resolved, condition, exempt, true);
    }
}
