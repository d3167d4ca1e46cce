package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import org.jspecify.annotations.Nullable;

/**
 * The sets of one owner as they were found last, so that whoever shares this or asks again after an edit finds again
 * only what may have become another. Used by one thread.
 */
final class KnownHistories {
    private Histories.@Nullable Search last;
    private @Nullable RepositorySource source;
    private String owner = "";

    Histories.Search of(ScanContext context, String whose) {
        Histories.Search before = owner.equals(whose) ? last : null;
        if (before != null && source == context.source()) return before;
        MigrationFiles later =
                before == null ? null : before.files().later(context.source(), context.cache(), context.edited());
        Histories.Search now = before == null || later == null ? Histories.search(context, whose) : before.in(later);
        last = now;
        source = context.source();
        owner = whose;
        return now;
    }
}
