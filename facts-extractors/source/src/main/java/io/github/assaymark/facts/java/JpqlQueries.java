package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns queries about entities into queries of tables. */
final class JpqlQueries {
    private final Entities entities;
    private final JavaQuerySink sink;

    JpqlQueries(Entities entities, JavaQuerySink sink) {
        this.entities = entities;
        this.sink = sink;
    }

    private static final class Use {
        private final Set<String> filters = new LinkedHashSet<>();
        private final Set<String> written = new LinkedHashSet<>();
    }

    /** A text of the language; null when it is not constant. {@code domain} is the entity of a repository. */
    void query(JavaQuerySink.Site site, @Nullable String text, String source, JavaIndex.@Nullable Declared domain) {
        JpqlText query = text == null ? null : JpqlText.of(text, domain == null ? "" : entities.name(domain));
        String reason = text == null
                ? "the text is no constant"
                : query == null ? "the statement is not understood" : hand(site, query);
        if (reason != null) sink.unknown(site, source, reason, QueryApi.JPA, false);
    }

    /** Hands over what a query does to its tables; gives a reason when it is not known. */
    private @Nullable String hand(JavaQuerySink.Site site, JpqlText query) {
        Map<String, JavaIndex.Declared> byAlias = new LinkedHashMap<>();
        Map<String, Use> uses = new LinkedHashMap<>();
        for (JpqlText.Source each : query.sources()) {
            JavaIndex.Declared entity = source(each, byAlias);
            String table = entity == null ? null : entities.table(entity);
            if (entity == null || table == null) return "`" + each.name() + "` is no entity with a known table";
            byAlias.put(each.alias().isEmpty() ? each.name() : each.alias(), entity);
            uses.computeIfAbsent(table, t -> new Use());
        }
        for (String path : query.compared()) {
            Entities.Column column = column(path, byAlias);
            if (column == null) return "`" + path + "` is no column of an entity";
            uses.computeIfAbsent(column.table(), t -> new Use()).filters.add(column.name());
        }
        for (String path : query.assigned()) {
            Entities.Column column = column(path, byAlias);
            if (column == null) return "`" + path + "` is no column of an entity";
            uses.computeIfAbsent(column.table(), t -> new Use()).written.add(column.name());
        }
        boolean first = true;
        for (Map.Entry<String, Use> use : uses.entrySet()) {
            sink.query(
                    site,
                    new JavaQuerySink.Query(
                            use.getKey(),
                            first ? query.operation() : QueryOperation.SELECT,
                            QueryApi.JPA,
                            use.getValue().filters,
                            use.getValue().written,
                            query.filtered(),
                            query.known(),
                            false));
            first = false;
        }
        return null;
    }

    private JavaIndex.@Nullable Declared source(JpqlText.Source source, Map<String, JavaIndex.Declared> byAlias) {
        String name = source.name();
        int dot = name.indexOf('.');
        JavaIndex.Declared from = dot < 0 ? null : byAlias.get(name.substring(0, dot));
        if (from == null) return entities.named(name);
        JavaIndex.Declared at = from;
        for (String property : name.substring(dot + 1).split("\\.", -1)) {
            at = entities.target(at, property);
            if (at == null) return null;
        }
        return at;
    }

    private Entities.@Nullable Column column(String path, Map<String, JavaIndex.Declared> byAlias) {
        int dot = path.indexOf('.');
        JavaIndex.Declared named = byAlias.get(dot < 0 ? path : path.substring(0, dot));
        if (named != null && dot < 0) {
            String key = entities.keyProperty(named);
            return key == null ? null : entities.column(named, key);
        }
        if (named != null) return entities.column(named, path.substring(dot + 1));
        return byAlias.size() == 1 ? entities.column(byAlias.values().iterator().next(), path) : null;
    }
}
