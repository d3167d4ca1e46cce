package io.github.assaymark.facts.routes;

import io.github.assaymark.model.fact.GuardKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a guard is for by the words of its name, split where letters change case and at {@code . _ -}. The first
 * row that fits decides. A name that says requests may pass ({@code optionalAuth}, {@code skipAuth},
 * {@code passport.initialize}) names no guard: it is OTHER.
 *
 * <table>
 * <caption>Words and kinds</caption>
 * <tr><th>kind</th><th>words</th></tr>
 * <tr><td>IDEMPOTENCY</td><td>words that begin with {@code idempot}</td></tr>
 * <tr><td>AUDIT</td><td>words that begin with {@code audit}</td></tr>
 * <tr><td>RATE_LIMIT</td><td>{@code rate} with {@code limit…}, {@code ratelimit…}, {@code throttle…}, {@code limiter},
 *     {@code slowdown}, {@code slow} with {@code down}</td></tr>
 * <tr><td>SCOPE</td><td>{@code scope}, {@code scopes}, {@code scoped}, {@code permission}, {@code permissions},
 *     {@code permit}, {@code can}, {@code ability}, {@code abilities}, {@code policies}</td></tr>
 * <tr><td>ROLE</td><td>{@code role}, {@code roles}, {@code admin}</td></tr>
 * <tr><td>AUTHENTICATION</td><td>words that begin with {@code auth} but for {@code author…} without
 *     {@code authoriz…}/{@code authoris…}; {@code oauth}, {@code jwt}, {@code bearer}, {@code login},
 *     {@code logged}, {@code signed} with {@code in}, {@code apikey}, {@code api} with {@code key};
 *     {@code session}, {@code sessions} or {@code passport} with a word that demands ({@code require}, {@code guard}); {@code verify} or {@code validate} or {@code check} with
 *     {@code token}, {@code signature}, {@code key} or {@code user}; {@code require} with {@code user}</td></tr>
 * <tr><td>VALIDATION</td><td>words that begin with {@code validat}, {@code valid}</td></tr>
 * <tr><td>OTHER</td><td>anything else</td></tr>
 * </table>
 */
final class GuardWords {
    private static final Pattern OPTIONAL =
            Pattern.compile("\\b(optional:\\s*true|required:\\s*false|credentialsRequired:\\s*false)\\b");
    /** Words of what lets requests pass, or only prepares for a guard. */
    private static final Set<String> LETTING = Set.of(
            "optional",
            "optionally",
            "maybe",
            "no",
            "skip",
            "skips",
            "without",
            "allow",
            "allows",
            "anonymous",
            "initialize",
            "initialise",
            "deserialize",
            "error",
            "errors",
            "deserialise");
    /** Words of what demands something of a request. */
    private static final Set<String> DEMANDS = Set.of(
            "require",
            "requires",
            "required",
            "verify",
            "verified",
            "check",
            "validate",
            "assert",
            "ensure",
            "enforce",
            "must",
            "guard",
            "protect");

    private GuardWords() {}

    static GuardKind kind(String name) {
        List<String> words = words(name);
        if (lets(words)) return GuardKind.OTHER;
        if (begins(words, "idempot")) return GuardKind.IDEMPOTENCY;
        if (begins(words, "audit")) return GuardKind.AUDIT;
        if (rateLimit(words)) return GuardKind.RATE_LIMIT;
        if (any(
                words,
                "scope",
                "scopes",
                "scoped",
                "permission",
                "permissions",
                "permit",
                "can",
                "ability",
                "abilities",
                "policies")) return GuardKind.SCOPE;
        if (any(words, "role", "roles", "admin")) return GuardKind.ROLE;
        if (authentication(words)) return GuardKind.AUTHENTICATION;
        if (begins(words, "validat") || any(words, "valid")) return GuardKind.VALIDATION;
        return GuardKind.OTHER;
    }

    /** Whether a guard lets requests pass that do not meet its demand, told by its name or arguments. */
    static boolean optional(String name, List<String> arguments) {
        if (any(words(name), "optional", "optionally", "maybe")) return true;
        return arguments.stream()
                .anyMatch(argument -> OPTIONAL.matcher(argument).find());
    }

    private static boolean lets(List<String> words) {
        return words.stream().anyMatch(LETTING::contains);
    }

    static boolean demands(List<String> words) {
        return words.stream().anyMatch(word -> DEMANDS.contains(word) || auth(word));
    }

    /** Whether a word demands something. */
    static boolean demanding(String word) {
        return DEMANDS.contains(word);
    }

    /** Whether a name says that what it names stops no request, whatever the result is called later. */
    static boolean harmless(String name) {
        List<String> words = words(name);
        return lets(words) || (any(words, "session", "sessions", "passport") && kind(name) == GuardKind.OTHER);
    }

    private static boolean rateLimit(List<String> words) {
        if (begins(words, "ratelimit") || begins(words, "throttl") || any(words, "limiter", "slowdown")) return true;
        return (any(words, "rate") && begins(words, "limit")) || (any(words, "slow") && any(words, "down"));
    }

    private static boolean authentication(List<String> words) {
        if (any(words, "oauth", "jwt", "bearer", "login", "logged", "apikey")) return true;
        if (any(words, "session", "sessions", "passport") && demands(words)) return true;
        if (any(words, "api") && any(words, "key")) return true;
        if (any(words, "signed") && any(words, "in")) return true;
        if (any(words, "require") && any(words, "user")) return true;
        if (any(words, "verify", "validate", "check") && any(words, "token", "signature", "key", "user")) return true;
        return words.stream().anyMatch(GuardWords::auth);
    }

    private static boolean auth(String word) {
        if (!word.startsWith("auth")) return false;
        return !word.startsWith("author") || word.startsWith("authoriz") || word.startsWith("authoris");
    }

    private static boolean any(List<String> words, String... wanted) {
        for (String one : wanted) if (words.contains(one)) return true;
        return false;
    }

    private static boolean begins(List<String> words, String start) {
        return words.stream().anyMatch(word -> word.startsWith(start));
    }

    /** The words of a name in lower case: {@code requireJWTScope} gives require, jwt, scope. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c)) {
                close(words, word);
                continue;
            }
            if (Character.isUpperCase(c) && startsWord(name, i)) close(words, word);
            word.append(c);
        }
        close(words, word);
        return words;
    }

    private static boolean startsWord(String name, int at) {
        if (at == 0) return false;
        if (Character.isLowerCase(name.charAt(at - 1))) return true;
        return at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    }

    private static void close(List<String> words, StringBuilder word) {
        if (word.length() > 0) words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
    }
}
