package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.beans.Introspector;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what repositories of Spring Data declare, and calls of what they all have. */
final class RepositoryQueries {
    /** What stands for its own way to ask, found only when the code runs. */
    private static final Set<String> ASKING = Set.of("findAll", "findOne", "findBy", "count", "exists", "delete");

    private static final int MAX_DEPTH = 4;

    private final JavaIndex index;
    private final Entities entities;
    private final JavaQuerySink sink;
    private final JpqlQueries jpql;

    RepositoryQueries(JavaIndex index, Entities entities, JavaQuerySink sink, JpqlQueries jpql) {
        this.index = index;
        this.entities = entities;
        this.sink = sink;
        this.jpql = jpql;
    }

    /** The queries that a repository declares. */
    void declared(SpringRepository repository) {
        if (repository.other()) return;
        JavaIndex.Declared in = repository.declared();
        for (JavaMethod method : in.type().methods()) {
            if (method.name().isEmpty() || method.hasBody() || method.isStatic()) continue;
            JavaQuerySink.Site site = new JavaQuerySink.Site(
                    in, method.name(), method.span(), JavaQueries.declaredTransaction(method, in.type()));
            declared(repository, method, site);
        }
    }

    private void declared(SpringRepository repository, JavaMethod method, JavaQuerySink.Site site) {
        JavaIndex.Declared in = repository.declared();
        JavaIndex.Declared entity = repository.entity();
        JavaAnnotation query = JavaAnnotation.named(method.annotations(), "Query", "NativeQuery");
        JavaValue written = query == null ? null : query.value("value");
        if (query != null && written != null) {
            String text = index.text(written, in.unit(), in.type());
            if (query.name().equals("NativeQuery") || query.says("nativeQuery", true))
                sink.sql(site, named(text, entity), written.source(), QueryApi.JPA);
            else jpql.query(site, text, written.source(), entity);
            return;
        }
        if (JavaAnnotation.has(method.annotations(), "Procedure")) {
            sink.unknown(site, method.name(), "what a procedure does is not read", QueryApi.JPA, true);
            return;
        }
        JavaValue name = query == null ? null : query.value("name");
        String queryName = name == null ? null : index.text(name, in.unit(), in.type());
        if (queryName == null && entity != null) queryName = entities.name(entity) + "." + method.name();
        Entities.NamedQuery found = queryName == null ? null : entities.query(queryName);
        if (found != null && found.sql()) sink.sql(site, found.text(), method.name(), QueryApi.JPA);
        else if (found != null) jpql.query(site, found.text(), method.name(), entity);
        else if (query != null && name != null)
            sink.unknown(site, name.source(), "the named query is not in the repository", QueryApi.JPA, false);
        else if (entity == null)
            sink.unknown(
                    site, method.name(), "what the repository holds is no entity of the service", QueryApi.JPA, false);
        else derived(entity, method, site);
    }

    private @Nullable String named(@Nullable String text, JavaIndex.@Nullable Declared entity) {
        return text == null || entity == null ? text : text.replace("#{#entityName}", entities.name(entity));
    }

    private void derived(JavaIndex.Declared entity, JavaMethod method, JavaQuerySink.Site site) {
        DerivedQuery query = DerivedQuery.of(method.name());
        if (query == null) {
            List<String> types =
                    method.parameters().stream().map(JavaMethod.Parameter::type).toList();
            if (!usual(entity, method.name(), types, site))
                sink.unknown(site, method.name(), "no query follows from its name", QueryApi.JPA, false);
            return;
        }
        String own = entities.table(entity);
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        if (own != null) filters.put(own, new LinkedHashSet<>());
        for (String property : query.all()) {
            Entities.Column column = column(entity, "", property, 0);
            if (column == null || own == null) {
                sink.unknown(
                        site,
                        method.name(),
                        "`" + property + "` is no column of " + entity.type().simpleName(),
                        QueryApi.JPA,
                        false);
                return;
            }
            Set<String> columns = filters.computeIfAbsent(column.table(), t -> new LinkedHashSet<>());
            if (query.properties().contains(property)) columns.add(column.name());
        }
        filters.forEach((table, columns) -> sink.query(
                site,
                new JavaQuerySink.Query(
                        table,
                        table.equals(own) ? query.operation() : QueryOperation.SELECT,
                        QueryApi.JPA,
                        columns,
                        List.of(),
                        !query.all().isEmpty(),
                        query.known(),
                        false)));
    }

    /** {@code CustomerName} is the property of that name, or the name of the customer. */
    private Entities.@Nullable Column column(JavaIndex.Declared entity, String before, String rest, int depth) {
        int apart = rest.indexOf('_');
        if (apart > 0) {
            String head = Introspector.decapitalize(rest.substring(0, apart));
            return column(entity, before + head + ".", rest.substring(apart + 1), depth + 1);
        }
        Entities.Column whole = entities.column(entity, before + Introspector.decapitalize(rest));
        if (whole != null || depth > MAX_DEPTH) return whole;
        for (int i = rest.length() - 1; i > 0; i--) {
            if (!Character.isUpperCase(rest.charAt(i))) continue;
            String head = Introspector.decapitalize(rest.substring(0, i));
            if (!entities.leads(entity, before + head)) continue;
            Entities.Column found = column(entity, before + head + ".", rest.substring(i), depth + 1);
            if (found != null) return found;
        }
        return null;
    }

    /** A call of a repository; what it declares itself was told where it is declared. */
    void called(SpringRepository repository, JavaCall call, JavaQuerySink.Site site) {
        if (repository.other()) return;
        for (JavaMethod method : repository.declared().type().methods())
            if (method.name().equals(call.name())) return;
        JavaIndex.Declared entity = repository.entity();
        if (entity != null) {
            usual(entity, call.name(), call.argumentTypes(), site);
            return;
        }
        if (operation(call.name()) != null)
            sink.unknown(
                    site, call.callee(), "what the repository holds is no entity of the service", QueryApi.JPA, false);
    }

    private static @Nullable QueryOperation operation(String name) {
        return switch (name) {
            case "findById",
                    "getById",
                    "getOne",
                    "getReferenceById",
                    "existsById",
                    "findAll",
                    "findAllById",
                    "findOne",
                    "findBy",
                    "count",
                    "exists" -> QueryOperation.SELECT;
            case "save", "saveAll", "saveAndFlush", "saveAllAndFlush" -> QueryOperation.UPSERT;
            case "delete",
                    "deleteById",
                    "deleteAll",
                    "deleteAllById",
                    "deleteAllInBatch",
                    "deleteAllByIdInBatch",
                    "deleteInBatch" -> QueryOperation.DELETE;
            default -> null;
        };
    }

    /** What every repository has; false when a name is none of these. */
    private boolean usual(JavaIndex.Declared entity, String name, List<String> types, JavaQuerySink.Site site) {
        QueryOperation operation = operation(name);
        String table = entities.table(entity);
        if (operation == null || table == null) return operation != null;
        boolean none = types.isEmpty() || types.stream().allMatch(RepositoryQueries::ordering);
        boolean one = name.endsWith("ById") || name.endsWith("ByIdInBatch") || name.equals("getOne");
        boolean deletes = operation == QueryOperation.DELETE && !none && !asks(types);
        if (!one && !deletes && !none && ASKING.contains(name)) {
            sink.open("condition of a query", site, name, "it is put together when the code runs");
            sink.query(
                    site,
                    new JavaQuerySink.Query(table, operation, QueryApi.JPA, List.of(), List.of(), true, false, false));
            return true;
        }
        String key = entities.keyProperty(entity);
        Entities.Column column = key == null ? null : entities.column(entity, key);
        boolean filtered = one || deletes;
        sink.query(
                site,
                new JavaQuerySink.Query(
                        table,
                        operation,
                        QueryApi.JPA,
                        filtered && column != null ? List.of(column.name()) : List.of(),
                        List.of(),
                        filtered,
                        operation != QueryOperation.UPSERT,
                        false));
        return true;
    }

    /** Arguments that choose an order or a page, and no rows. */
    private static boolean ordering(String type) {
        return Set.of("Sort", "Pageable", "PageRequest", "Limit").contains(JavaIndex.withoutArguments(type));
    }

    /** Whether one of the arguments is a condition. */
    private static boolean asks(List<String> types) {
        return types.stream()
                .map(JavaIndex::withoutArguments)
                .anyMatch(t ->
                        t.endsWith("Specification") || t.endsWith("Predicate") || t.equals("Example") || t.isEmpty());
    }
}
