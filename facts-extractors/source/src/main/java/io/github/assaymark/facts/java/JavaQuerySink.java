package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.SqlText;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import io.github.assaymark.model.fact.QueryUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over the queries of one owner. */
final class JavaQuerySink {
    private final JavaFacts facts;
    private final Map<String, String> first = new HashMap<>();

    JavaQuerySink(JavaFacts facts) {
        this.facts = facts;
    }

    /**
     * Where a query stands.
     *
     * @param method null for what a class does outside of its methods
     */
    record Site(
            JavaIndex.Declared in,
            @Nullable String method,
            JavaSpan span,
            @Nullable String transaction) {}

    /**
     * What a query does to one table.
     *
     * @param table null when it is not known
     * @param known whether all of its condition, and of what it sets, is known
     */
    record Query(
            @Nullable String table,
            QueryOperation operation,
            QueryApi api,
            Collection<String> filters,
            Collection<String> written,
            boolean filtered,
            boolean known,
            boolean raw) {
        static Query unknown(QueryApi api, boolean raw) {
            return new Query(null, QueryOperation.OTHER, api, List.of(), List.of(), false, false, raw);
        }
    }

    void query(Site site, Query query) {
        String type = site.in().type().simpleName();
        String label = site.method() == null ? type : type + "." + site.method();
        String path = site.in().unit().path();
        String table = query.table();
        String key = facts.key(
                QueryUse.class,
                path + "#" + label + ":" + query.operation().name().toLowerCase(Locale.ROOT) + " "
                        + (table == null ? "?" : table));
        facts.fact(new QueryUse(
                key,
                facts.owner(),
                facts.place(site.in().unit(), site.span()),
                first.computeIfAbsent(path + " " + site.span(), at -> key),
                table,
                query.operation(),
                query.api(),
                query.filters().stream().distinct().sorted().toList(),
                query.written().stream().distinct().sorted().toList(),
                query.filtered(),
                query.known(),
                query.raw(),
                site.transaction(),
                site.method(),
                type,
                path));
    }

    /** A text of SQL; null when it is not constant. */
    void sql(Site site, @Nullable String text, String source, QueryApi api) {
        List<SqlText.Use> uses = text == null ? null : SqlText.of(text);
        if (uses == null) {
            unknown(
                    site,
                    source,
                    text == null ? "the text is no constant" : "the statement is not understood",
                    api,
                    true);
            return;
        }
        for (SqlText.Use use : uses)
            query(
                    site,
                    new Query(
                            use.table(),
                            use.operation(),
                            api,
                            use.filters(),
                            use.written(),
                            use.filtered(),
                            use.known(),
                            true));
    }

    /** A query of which nothing is known but that it is there. */
    void unknown(Site site, String source, String reason, QueryApi api, boolean raw) {
        open("text of a query", site, source, reason);
        query(site, Query.unknown(api, raw));
    }

    void open(String lookedFor, Site site, String source, String reason) {
        facts.unresolved(lookedFor, source, reason, site.in().unit(), site.span(), List.of(QueryUse.class));
    }
}
