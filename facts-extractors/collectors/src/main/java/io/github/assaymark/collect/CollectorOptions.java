package io.github.assaymark.collect;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a collector was told, checked against what it can be told. Immutable and safe for use by many threads. */
public final class CollectorOptions {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})([smhd])");

    private final Map<String, CollectorOption> known = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private CollectorOptions() {}

    /**
     * Checks values, and puts those in that hold where nothing was given.
     *
     * @param given values by the names of their options; a flag has the value {@code true}
     * @throws CollectException when an option is not known, is missing, is given twice, or its value is of another type
     */
    public static CollectorOptions of(Collector collector, Map<String, List<String>> given) {
        CollectorOptions options = new CollectorOptions();
        for (CollectorOption option : collector.options()) options.known.put(option.name(), option);
        for (String name : given.keySet())
            if (!options.known.containsKey(name))
                throw new CollectException(collector.name() + " has no option --" + name
                        + "\n  Maybe see `assay collect " + collector.name() + " --help`");
        for (CollectorOption option : options.known.values()) {
            List<String> of = given.getOrDefault(option.name(), List.of());
            String otherwise = option.otherwise();
            if (of.isEmpty() && otherwise != null) of = List.of(otherwise);
            if (of.isEmpty() && option.required())
                throw new CollectException("--" + option.name() + " is missing: " + option.description()
                        + "\n  Maybe --" + option.name() + " " + option.label());
            if (of.size() > 1 && !option.repeatable())
                throw new CollectException(
                        "--" + option.name() + " is given " + of.size() + " times" + "\n  Maybe run it once for each");
            for (String value : of) options.check(option, value);
            options.values.put(option.name(), List.copyOf(of));
        }
        return options;
    }

    private void check(CollectorOption option, String value) {
        boolean well = switch (option.type()) {
            case TEXT -> !value.isBlank() && value.length() <= 1000;
            case NUMBER -> value.matches("\\d{1,9}");
            case URL -> url(value) != null;
            case FLAG -> value.equals("true") || value.equals("false");
            case DURATION -> duration(value) != null;
            case INSTANT -> instant(value) != null;
        };
        if (well) return;
        throw new CollectException("--" + option.name() + ": "
                + switch (option.type()) {
                    case TEXT -> "no text, or one of more than 1000 characters\n  Maybe leave it out";
                    case NUMBER -> "no whole number: " + value + "\n  Maybe 10";
                    case URL ->
                        "no address of HTTP without user, query and fragment\n  Maybe https://example.org; a"
                                + " credential comes from an environment variable";
                    case FLAG -> "it takes no value: " + value + "\n  Maybe leave the value out";
                    case DURATION -> "no duration: " + value + "\n  Maybe 90s, 15m, 24h or 14d";
                    case INSTANT -> "no UTC instant: " + value + "\n  Maybe 2026-03-02T09:30:00Z";
                });
    }

    private List<String> of(String name, CollectorOption.Type type) {
        CollectorOption option = known.get(name);
        if (option == null || option.type() != type)
            throw new IllegalArgumentException("no option " + name + " of type " + type);
        return values.getOrDefault(name, List.of());
    }

    private @Nullable String first(String name, CollectorOption.Type type) {
        List<String> of = of(name, type);
        return of.isEmpty() ? null : of.get(0);
    }

    /** A text; null when it is not given. */
    public @Nullable String text(String name) {
        return first(name, CollectorOption.Type.TEXT);
    }

    /** A text that must be given, or has a value that holds otherwise. */
    public String required(String name) {
        return Objects.requireNonNull(text(name), name);
    }

    /** The texts of an option that may be given more than once. */
    public List<String> texts(String name) {
        return of(name, CollectorOption.Type.TEXT);
    }

    /** A number with a value that holds otherwise. */
    public int number(String name) {
        return Integer.parseInt(Objects.requireNonNull(first(name, CollectorOption.Type.NUMBER), name));
    }

    /** An address; null when it is not given. It ends with no slash. */
    public @Nullable URI optionalUrl(String name) {
        String text = first(name, CollectorOption.Type.URL);
        return text == null ? null : url(text);
    }

    /** The addresses of an option that may be given more than once. */
    public List<URI> urls(String name) {
        List<URI> urls = new ArrayList<>();
        for (String text : of(name, CollectorOption.Type.URL)) {
            URI url = url(text);
            if (url != null) urls.add(url);
        }
        return urls;
    }

    /** An address that must be given, or has a value that holds otherwise. It ends with no slash. */
    public URI requiredUrl(String name) {
        String text = Objects.requireNonNull(first(name, CollectorOption.Type.URL), name);
        return Objects.requireNonNull(url(text), name);
    }

    /** Whether a flag is given. */
    public boolean flag(String name) {
        return "true".equals(first(name, CollectorOption.Type.FLAG));
    }

    /** A duration that must be given, or has a value that holds otherwise. */
    public Duration requiredDuration(String name) {
        String text = Objects.requireNonNull(first(name, CollectorOption.Type.DURATION), name);
        return Objects.requireNonNull(duration(text), name);
    }

    /** A moment; null when it is not given. */
    public @Nullable Instant moment(String name) {
        String text = first(name, CollectorOption.Type.INSTANT);
        return text == null ? null : instant(text);
    }

    private static @Nullable URI url(String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            String scheme = uri.getScheme();
            boolean http = scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
            return http
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                    ? uri
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static @Nullable Duration duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) return null;
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
