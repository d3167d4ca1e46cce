package io.github.assaymark.core.drl;

import io.github.assaymark.core.facts.ContentDigest;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.SignatureStatus;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What printed DRL calls where the rule language itself would treat absent values, regular expressions, quantities or
 * times otherwise than the checklist language. An absent value makes a test false and a value absent.
 */
public final class DrlFunctions {
    private static final SourcePlace NOWHERE = new SourcePlace("drl", 1, 1, "");

    private DrlFunctions() {}

    /** Equality of values of any kind; absent equals absent. */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        return Linker.same(plain(a), plain(b));
    }

    /** {@code a < b}. */
    public static boolean less(@Nullable Object a, @Nullable Object b) {
        return ordered(Expr.Comparison.LESS, a, b);
    }

    /** {@code a <= b}. */
    public static boolean atMost(@Nullable Object a, @Nullable Object b) {
        return ordered(Expr.Comparison.LESS_OR_EQUAL, a, b);
    }

    /** {@code a > b}. */
    public static boolean greater(@Nullable Object a, @Nullable Object b) {
        return ordered(Expr.Comparison.GREATER, a, b);
    }

    /** {@code a >= b}. */
    public static boolean atLeast(@Nullable Object a, @Nullable Object b) {
        return ordered(Expr.Comparison.GREATER_OR_EQUAL, a, b);
    }

    /** Whether a value is one of a list; constants of enumerations by name. */
    public static boolean oneOf(@Nullable Object value, @Nullable List<String> options) {
        Object plain = plain(value);
        return plain != null && options != null && options.contains(plain);
    }

    /** Whether a text holds a match of a regular expression in RE2 syntax. */
    public static boolean matchesRe2(@Nullable String text, String pattern) {
        Expr test = new Expr.Matches(constant(text, ValueType.TEXT), pattern, NOWHERE);
        return truth(test);
    }

    /** Whether an element of a list holds a match of a regular expression in RE2 syntax. */
    public static boolean anyMatches(@Nullable List<String> list, String pattern) {
        return list != null && list.stream().anyMatch(element -> matchesRe2(element, pattern));
    }

    /** Whether every element of a list holds a match of a regular expression in RE2 syntax. */
    public static boolean allMatch(@Nullable List<String> list, String pattern) {
        return list != null && list.stream().allMatch(element -> matchesRe2(element, pattern));
    }

    /** Whether a path matches a glob. */
    public static boolean glob(@Nullable String path, @Nullable String pattern) {
        return call(Function.GLOB, path, pattern);
    }

    /** Whether a route answers a request. */
    public static boolean requestsText(@Nullable String request, @Nullable String route) {
        return call(Function.REQUESTS_TEXT, request, route);
    }

    /** Whether a route answers a request of a list. */
    public static boolean requestsItem(@Nullable List<String> requests, @Nullable String route) {
        return requests != null && requests.stream().anyMatch(request -> requestsText(request, route));
    }

    public static boolean startsWith(@Nullable String text, @Nullable String start) {
        return text != null && start != null && text.startsWith(start);
    }

    public static boolean endsWith(@Nullable String text, @Nullable String end) {
        return text != null && end != null && text.endsWith(end);
    }

    /** Whether a text holds another one. */
    public static boolean containsText(@Nullable String text, @Nullable String part) {
        return text != null && part != null && text.contains(part);
    }

    /** Whether a list holds an element. */
    public static boolean containsItem(@Nullable List<String> list, @Nullable String item) {
        return list != null && item != null && list.contains(item);
    }

    public static boolean equalsIgnoreCase(@Nullable String a, @Nullable String b) {
        return a != null && b != null && a.equalsIgnoreCase(b);
    }

    public static boolean isBlank(@Nullable String text) {
        return text != null && text.isBlank();
    }

    public static boolean isEmpty(@Nullable List<String> list) {
        return list != null && list.isEmpty();
    }

    public static boolean containsAll(@Nullable List<String> list, @Nullable List<String> items) {
        return list != null && items != null && list.containsAll(items);
    }

    public static boolean containsAny(@Nullable List<String> list, @Nullable List<String> items) {
        return list != null && items != null && list.stream().anyMatch(items::contains);
    }

    public static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    public static @Nullable Long length(@Nullable String text) {
        return text == null ? null : (long) text.length();
    }

    public static @Nullable Long size(@Nullable List<String> list) {
        return list == null ? null : (long) list.size();
    }

    /** {@code a + b}. */
    public static @Nullable Object plus(@Nullable Object a, @Nullable Object b) {
        return arithmetic(false, a, b);
    }

    /** {@code a - b}. */
    public static @Nullable Object minus(@Nullable Object a, @Nullable Object b) {
        return arithmetic(true, a, b);
    }

    /** Two texts joined. */
    public static @Nullable String join(@Nullable String a, @Nullable String b) {
        return a == null || b == null ? null : a + b;
    }

    public static List<String> list(String... items) {
        return Arrays.asList(items);
    }

    public static Duration duration(String iso) {
        return Duration.parse(iso);
    }

    public static Instant instant(String iso) {
        return Instant.parse(iso);
    }

    public static Quantity quantity(String amount, String unit) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.valueOf(unit));
    }

    /** The value of a parameter; null when it is unset. */
    public static @Nullable Object param(Environment env, String name) {
        return env.value(name);
    }

    /** The value of a TEXT parameter; null when it is unset. */
    public static @Nullable String text(Environment env, String name) {
        return (String) env.value(name);
    }

    /** The value of a TEXT_LIST parameter; null when it is unset. */
    @SuppressWarnings("unchecked") // the reader of parameters gives lists of texts
    public static @Nullable List<String> texts(Environment env, String name) {
        return (List<String>) env.value(name);
    }

    /** Whether a revision is known and the subject's. */
    public static boolean isSameRevision(@Nullable Object revision, @Nullable Object subject) {
        return revision != null && revision.equals(subject);
    }

    /** Whether a moment is known and at most {@code age} ago. */
    public static boolean isFresh(Instant now, @Nullable Instant at, String age) {
        return at != null && Duration.between(at, now).compareTo(duration(age)) <= 0;
    }

    /** Whether {@code age} has not passed since a moment that is known. */
    public static boolean isPending(Instant now, @Nullable Instant at, String age) {
        return at != null && now.isBefore(at.plus(duration(age)));
    }

    /** Whether an attestation no longer holds: by its own date, or because it is older than {@code within}. */
    public static boolean isExpired(Instant now, Instant at, @Nullable Instant expires, @Nullable String within) {
        if (expires != null && !now.isBefore(expires)) return true;
        return within != null && Duration.between(at, now).compareTo(duration(within)) > 0;
    }

    /** Whether somebody in this role may speak, of a role or a list of them. */
    public static boolean speaksAs(@Nullable String role, @Nullable Object roles) {
        if (role == null || roles == null) return false;
        return roles instanceof List<?> list ? list.contains(role) : roles.equals(role);
    }

    /**
     * Whether those whom a directory of people knows hold a role and commit under no other address than theirs;
     * everybody does where nobody is known.
     */
    public static boolean isBorneOut(Collection<?> people, String by, @Nullable String role, List<String> authors) {
        if (people.isEmpty()) return true;
        List<TeamMember> named = people.stream()
                .map(TeamMember.class::cast)
                .filter(member -> member.active() && member.handle().equalsIgnoreCase(by))
                .toList();
        List<String> addresses =
                named.stream().flatMap(member -> member.addresses().stream()).toList();
        return !named.isEmpty()
                && (role == null
                        || named.stream().anyMatch(member -> member.roles().contains(role)))
                && (addresses.isEmpty() || (!authors.isEmpty() && addresses.containsAll(authors)));
    }

    /** Whether a commit is signed, where somebody says who may sign. */
    public static boolean isSigned(@Nullable SignatureStatus signature) {
        return signature == null || signature == SignatureStatus.VALID;
    }

    /** What an attestation that is bound to facts must name. */
    public static String contentDigest(FactCatalogue catalogue, Collection<?> facts) {
        return ContentDigest.of(facts.stream().map(Fact.class::cast).toList(), catalogue);
    }

    /** The id of a verdict's item. */
    public static String itemOf(Verdict verdict) {
        return verdict.item().id();
    }

    /** The name of a verdict's outcome. */
    public static String outcomeOf(Verdict verdict) {
        return verdict.outcome().kind().name();
    }

    public static boolean isWaived(Verdict verdict) {
        return verdict.disposition() instanceof Disposition.Waived;
    }

    /**
     * Whether an item judged on {@code subject} looks at a verdict: the one on the same subject, those of the same
     * owner, or all where one of the two speaks of the whole repository.
     */
    public static boolean concerns(Verdict verdict, Fact subject) {
        SubjectRef of = verdict.subject();
        String kind = subject.getClass().getSimpleName();
        if (of.kind().equals(kind))
            return of.key().equals(subject.key()) && of.owner().equals(subject.owner());
        if (kind.equals("Repository") || of.kind().equals("Repository")) return true;
        return of.key().equals(SubjectRef.NONE_FOUND) || of.owner().equals(subject.owner());
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer i) return (long) i;
        return value instanceof Enum<?> e ? e.name() : value;
    }

    private static boolean ordered(Expr.Comparison comparison, @Nullable Object a, @Nullable Object b) {
        return truth(new Expr.Compare(
                comparison, constant(plain(a), ValueType.TEXT), constant(plain(b), ValueType.TEXT), NOWHERE));
    }

    private static @Nullable Object arithmetic(boolean minus, @Nullable Object a, @Nullable Object b) {
        Expr sum = new Expr.Arithmetic(
                minus,
                constant(plain(a), ValueType.INTEGER),
                constant(plain(b), ValueType.INTEGER),
                ValueType.INTEGER,
                NOWHERE);
        return Linker.link(sum).get(null, null, null, NO_ENVIRONMENT);
    }

    private static boolean call(Function function, @Nullable Object receiver, @Nullable Object argument) {
        return truth(new Expr.Call(
                constant(receiver, ValueType.TEXT), function, List.of(constant(argument, ValueType.TEXT)), NOWHERE));
    }

    private static final Environment NO_ENVIRONMENT = Environment.of(Instant.EPOCH, java.util.Map.of());

    private static boolean truth(Expr expr) {
        return Linker.link(expr).test(null, null, null, NO_ENVIRONMENT);
    }

    private static Expr constant(@Nullable Object value, ValueType type) {
        return new Expr.Const(value, type, NOWHERE);
    }
}
