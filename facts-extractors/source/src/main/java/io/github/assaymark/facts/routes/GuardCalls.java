package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.model.fact.GuardKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which calls within a handler guard it. The words are those of {@link GuardWords}, but a name that begins with a
 * verb that makes or reads something ({@code createRole}, {@code getSession}, {@code login}) guards nothing, and who
 * only names a session or key must also require, verify, check or validate it.
 */
final class GuardCalls {
    private static final Set<String> MAKERS = Set.of(
            "get",
            "set",
            "create",
            "make",
            "new",
            "build",
            "add",
            "remove",
            "delete",
            "list",
            "find",
            "fetch",
            "load",
            "read",
            "save",
            "store",
            "update",
            "upsert",
            "insert",
            "query",
            "select",
            "sign",
            "issue",
            "generate",
            "revoke",
            "refresh",
            "rotate",
            "parse",
            "format",
            "to",
            "from",
            "use",
            "render",
            "send",
            "login",
            "logout",
            "log",
            "with",
            "init",
            "register",
            "encode",
            "decode",
            "connect",
            "clear",
            "reset",
            "grant",
            "assign",
            "map",
            "sync",
            "on",
            "handle",
            "show",
            "print",
            "count",
            "start",
            "end",
            "session",
            "sessions",
            "push",
            "clone");
    private static final Set<String> KINDLESS = Set.of("valid", "isvalid");

    private GuardCalls() {}

    /** What a call guards against; null when it is no guard. */
    static @Nullable GuardKind kind(Callee callee) {
        String name = callee.last();
        if (name.isEmpty() || name.endsWith(")")) return null;
        List<String> words = GuardWords.words(name);
        if (words.isEmpty() || KINDLESS.contains(name.toLowerCase(java.util.Locale.ROOT))) return null;
        GuardKind kind = GuardWords.kind(name);
        if (kind == GuardKind.AUDIT) return kind;
        if (MAKERS.contains(words.get(0)) || words.contains("login")) return null;
        return switch (kind) {
            case OTHER -> null;
            case AUTHENTICATION -> GuardWords.demands(words) ? kind : null;
            default -> kind;
        };
    }
}
