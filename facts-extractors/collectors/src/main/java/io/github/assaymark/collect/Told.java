package io.github.assaymark.collect;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Options that several collectors have, and what follows from them. Safe for use by many threads. */
public final class Told {
    /** The service that all of it belongs to. */
    public static final CollectorOption SERVICE = CollectorOption.of(
            "service", CollectorOption.Type.TEXT, "NAME", "The service all of it belongs to, where it belongs to one");

    /** The stage that all of it belongs to. */
    public static final CollectorOption STAGE = CollectorOption.of(
            "stage", CollectorOption.Type.TEXT, "STAGE", "The stage all of it belongs to, where it belongs to one");

    static final CollectorOption MAX_PAGES = maxPages(50);

    private Told() {}

    /** How many pages of one answer are read at most. */
    public static CollectorOption maxPages(int otherwise) {
        return CollectorOption.of(
                        "max-pages", CollectorOption.Type.NUMBER, "N", "Read no more pages of one answer than this")
                .otherwise(String.valueOf(otherwise));
    }

    static CollectorOption url(String of) {
        return CollectorOption.of("url", CollectorOption.Type.URL, "URL", "The address of " + of);
    }

    /** The entry, limited to the service and stage that were told. */
    public static EntryRequest scoped(EntryRequest entry, CollectorOptions options) {
        EntryRequest scoped = with(entry, "service", options.text("service"));
        return with(scoped, "stage", options.text("stage"));
    }

    /** The entry, limited to a part that was told; not limited where it is null. */
    public static EntryRequest with(EntryRequest entry, String name, @Nullable String value) {
        return value == null ? entry : entry.scope(name, value);
    }

    /** The texts that were told of options, one after the other, as the subject of a run. */
    public static String subject(CollectorOptions options, String... names) {
        return Stream.of(names).map(options::text).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** The subject of a run that is about nothing but the addresses or names it is given. */
    static String probed(CollectorOptions options) {
        String stage = options.text("stage");
        return Objects.requireNonNullElse(options.text("service"), "all") + (stage == null ? "" : " " + stage);
    }
}
