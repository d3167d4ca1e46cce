package io.github.assaymark.facts.routes;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that frameworks give to the error statuses of HTTP. */
final class StatusNames {
    private static final Map<String, Integer> STATUSES = Map.ofEntries(
            Map.entry("badrequest", 400),
            Map.entry("unauthorized", 401),
            Map.entry("paymentrequired", 402),
            Map.entry("forbidden", 403),
            Map.entry("notfound", 404),
            Map.entry("methodnotallowed", 405),
            Map.entry("notacceptable", 406),
            Map.entry("proxyauthenticationrequired", 407),
            Map.entry("requesttimeout", 408),
            Map.entry("conflict", 409),
            Map.entry("gone", 410),
            Map.entry("lengthrequired", 411),
            Map.entry("preconditionfailed", 412),
            Map.entry("payloadtoolarge", 413),
            Map.entry("uritoolong", 414),
            Map.entry("unsupportedmediatype", 415),
            Map.entry("imateapot", 418),
            Map.entry("misdirected", 421),
            Map.entry("unprocessableentity", 422),
            Map.entry("locked", 423),
            Map.entry("faileddependency", 424),
            Map.entry("preconditionrequired", 428),
            Map.entry("toomanyrequests", 429),
            Map.entry("internalservererror", 500),
            Map.entry("notimplemented", 501),
            Map.entry("badgateway", 502),
            Map.entry("serviceunavailable", 503),
            Map.entry("gatewaytimeout", 504),
            Map.entry("httpversionnotsupported", 505));

    private static final Map<String, Integer> EXCEPTIONS = exceptions();

    private StatusNames() {}

    private static Map<String, Integer> exceptions() {
        Map<String, Integer> exceptions = new HashMap<>();
        STATUSES.forEach((name, status) -> exceptions.put(name + "exception", status));
        return Map.copyOf(exceptions);
    }

    /** Status of an exception of NestJS, for example {@code NotFoundException}; null for others. */
    static @Nullable Integer ofException(String name) {
        return EXCEPTIONS.get(name.toLowerCase(Locale.ROOT));
    }

    /** Status of a function such as {@code notFound}; null for others. */
    static @Nullable Integer ofName(String name) {
        return STATUSES.get(name.toLowerCase(Locale.ROOT));
    }

    /** Status of a constant such as {@code HttpStatus.NOT_FOUND}; null for others. */
    static @Nullable Integer ofConstant(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return STATUSES.get(last.replace("_", "").toLowerCase(Locale.ROOT));
    }
}
