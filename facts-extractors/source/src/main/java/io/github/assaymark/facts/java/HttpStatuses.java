package io.github.assaymark.facts.java;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statuses of HTTP by the names that Java gives them. */
final class HttpStatuses {
    private static final int FIRST_ERROR = 400;

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("bad_request", 400),
            Map.entry("unauthorized", 401),
            Map.entry("payment_required", 402),
            Map.entry("forbidden", 403),
            Map.entry("not_found", 404),
            Map.entry("method_not_allowed", 405),
            Map.entry("not_acceptable", 406),
            Map.entry("request_timeout", 408),
            Map.entry("conflict", 409),
            Map.entry("gone", 410),
            Map.entry("length_required", 411),
            Map.entry("precondition_failed", 412),
            Map.entry("payload_too_large", 413),
            Map.entry("content_too_large", 413),
            Map.entry("request_entity_too_large", 413),
            Map.entry("unsupported_media_type", 415),
            Map.entry("expectation_failed", 417),
            Map.entry("i_am_a_teapot", 418),
            Map.entry("unprocessable_entity", 422),
            Map.entry("unprocessable_content", 422),
            Map.entry("locked", 423),
            Map.entry("failed_dependency", 424),
            Map.entry("too_early", 425),
            Map.entry("upgrade_required", 426),
            Map.entry("precondition_required", 428),
            Map.entry("too_many_requests", 429),
            Map.entry("unavailable_for_legal_reasons", 451),
            Map.entry("internal_server_error", 500),
            Map.entry("not_implemented", 501),
            Map.entry("bad_gateway", 502),
            Map.entry("service_unavailable", 503),
            Map.entry("gateway_timeout", 504),
            Map.entry("insufficient_storage", 507));

    /** Exceptions that carry a status: of Jakarta REST, by their names. */
    private static final Map<String, Integer> EXCEPTIONS = Map.of(
            "BadRequestException", 400,
            "NotAuthorizedException", 401,
            "ForbiddenException", 403,
            "NotFoundException", 404,
            "NotAllowedException", 405,
            "NotAcceptableException", 406,
            "NotSupportedException", 415,
            "InternalServerErrorException", 500,
            "ServiceUnavailableException", 503);

    private static final Pattern CONSTANT =
            Pattern.compile("(?:[\\w.]+\\.)?(?:SC_)?([A-Z]+(?:_[A-Z]+)*)(?:\\.(?:value|getStatusCode)\\(\\))?");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:\\w+\\.)*(?:HttpStatus|HttpStatusCode|Status)\\.(?:valueOf|fromStatusCode)\\()?([1-5]\\d\\d)\\)?");

    private HttpStatuses() {}

    /** The status an expression gives, constants of frameworks included; null when it is not known. */
    static @Nullable Integer of(JavaValue value, JavaIndex index, JavaUnit unit, @Nullable JavaType within) {
        String source = value.source();
        Matcher number = NUMBER.matcher(source);
        if (number.matches()) return Integer.valueOf(number.group(1));
        String constant = index.number(value, unit, within);
        if (constant != null) return constant.matches("[1-5]\\d\\d") ? Integer.valueOf(constant) : null;
        Matcher named = CONSTANT.matcher(source);
        return named.matches() ? NAMES.get(named.group(1).toLowerCase(Locale.ROOT)) : null;
    }

    /** Whether an expression is a status, by its form: one of the known ones, also of success. */
    static boolean status(JavaValue value) {
        return NUMBER.matcher(value.source()).matches()
                || value.source().matches("(?:\\w+\\.)*(?:HttpStatus|HttpStatusCode|Status)\\..+");
    }

    /** The status of an exception of Jakarta REST; null for others. */
    static @Nullable Integer ofException(String simpleName) {
        return EXCEPTIONS.get(simpleName);
    }

    /** The status of a function such as {@code notFound}; null for others. */
    static @Nullable Integer ofFunction(String name) {
        return switch (name) {
            case "notFound" -> 404;
            case "badRequest" -> 400;
            case "unprocessableEntity", "unprocessableContent" -> 422;
            case "internalServerError", "serverError" -> 500;
            default -> null;
        };
    }

    /** The status of a matcher such as {@code isNotFound} or {@code isTooManyRequests}; null for others. */
    static @Nullable Integer ofMatcher(String name) {
        if (!name.startsWith("is")) return null;
        return NAMES.get(name.substring(2).replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
    }

    static boolean error(int status) {
        return status >= FIRST_ERROR;
    }
}
