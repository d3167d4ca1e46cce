package io.github.assaymark.collect;

import org.jspecify.annotations.Nullable;

/** Options that several collectors have. */
final class Told {
    static final CollectorOption SERVICE = CollectorOption.of(
            "service", CollectorOption.Type.TEXT, "NAME", "The service all of it belongs to, where it belongs to one");
    static final CollectorOption STAGE = CollectorOption.of(
            "stage", CollectorOption.Type.TEXT, "STAGE", "The stage all of it belongs to, where it belongs to one");
    static final CollectorOption MAX_PAGES = CollectorOption.of(
                    "max-pages", CollectorOption.Type.NUMBER, "N", "Read no more pages of one answer than this")
            .otherwise("50");

    private Told() {}

    static CollectorOption url(String of) {
        return CollectorOption.of("url", CollectorOption.Type.URL, "URL", "The address of " + of);
    }

    /** The entry, limited to the service and stage that were told. */
    static EntryRequest scoped(EntryRequest entry, CollectorOptions options) {
        EntryRequest scoped = with(entry, "service", options.text("service"));
        return with(scoped, "stage", options.text("stage"));
    }

    static EntryRequest with(EntryRequest entry, String name, @Nullable String value) {
        return value == null ? entry : entry.scope(name, value);
    }
}
