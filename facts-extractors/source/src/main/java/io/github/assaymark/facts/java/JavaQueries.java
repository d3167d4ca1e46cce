package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the queries of one owner: of repositories of Spring Data, entity managers, and texts of SQL. */
final class JavaQueries {
    private static final Set<String> MANAGERS = Set.of("EntityManager", "Session", "StatelessSession");
    private static final Map<String, Set<String>> SQL = Map.of(
            "JdbcTemplate", templates(),
            "NamedParameterJdbcTemplate", templates(),
            "JdbcOperations", templates(),
            "NamedParameterJdbcOperations", templates(),
            "JdbcClient", Set.of("sql"),
            "DatabaseClient", Set.of("sql"),
            "Connection", Set.of("prepareStatement", "prepareCall", "createStatement"),
            "Statement", Set.of("executeQuery", "executeUpdate", "executeLargeUpdate", "execute", "addBatch"));

    private final JavaIndex index;
    private final Entities entities;
    private final JavaQuerySink sink;
    private final JpqlQueries jpql;
    private final RepositoryQueries repositories;
    private final Map<String, Optional<SpringRepository>> known = new HashMap<>();

    JavaQueries(JavaIndex index, Entities entities, JavaFacts facts) {
        this.index = index;
        this.entities = entities;
        this.sink = new JavaQuerySink(facts);
        this.jpql = new JpqlQueries(entities, sink);
        this.repositories = new RepositoryQueries(index, entities, sink, jpql);
    }

    private static Set<String> templates() {
        return Set.of(
                "query",
                "queryForObject",
                "queryForList",
                "queryForMap",
                "queryForRowSet",
                "queryForStream",
                "update",
                "batchUpdate",
                "execute");
    }

    void emit(JavaUnit unit) {
        for (JavaType type : unit.types()) {
            JavaIndex.Declared in = new JavaIndex.Declared(unit, type);
            SpringRepository own = repository(in);
            if (own != null) repositories.declared(own);
            for (JavaMethod method : type.methods()) {
                for (JavaCall call : method.calls()) call(call, method, in);
            }
        }
    }

    private @Nullable SpringRepository repository(JavaIndex.Declared declared) {
        return known.computeIfAbsent(
                        declared.fullName(), n -> Optional.ofNullable(SpringRepository.of(declared, index, entities)))
                .orElse(null);
    }

    private void call(JavaCall call, JavaMethod method, JavaIndex.Declared in) {
        String typeName = call.rootType();
        boolean direct = call.callee().equals(call.root() + "." + call.name())
                || call.callee().equals("this." + call.root() + "." + call.name());
        if (typeName == null || !direct || call.construction()) return;
        String simple = ExceptionHandlers.simple(JavaIndex.withoutArguments(typeName));
        JavaQuerySink.Site site =
                new JavaQuerySink.Site(in, call.enclosingFunction(), call.span(), transaction(call, method, in.type()));
        JavaIndex.Declared declared = index.type(in.unit(), in.type(), typeName);
        SpringRepository repository = declared == null ? null : repository(declared);
        if (repository != null) repositories.called(repository, call, site);
        else if (declared != null) return;
        else if (MANAGERS.contains(simple)) manager(call, site, in);
        else if (SQL.getOrDefault(simple, Set.of()).contains(call.name())
                && !call.arguments().isEmpty())
            sink.sql(site, text(call, in), call.arguments().get(0).source(), QueryApi.SQL);
    }

    private @Nullable String text(JavaCall call, JavaIndex.Declared in) {
        return index.text(call.arguments().get(0), in.unit(), in.type());
    }

    private void manager(JavaCall call, JavaQuerySink.Site site, JavaIndex.Declared in) {
        if (call.arguments().isEmpty()) return;
        String source = call.arguments().get(0).source();
        switch (call.name()) {
            case "createQuery", "createSelectionQuery", "createMutationQuery" ->
                jpql.query(site, text(call, in), source, null);
            case "createNativeQuery", "createSQLQuery", "createNativeMutationQuery" ->
                sink.sql(site, text(call, in), source, QueryApi.JPA);
            case "createNamedQuery", "createNamedSelectionQuery" -> namedQuery(text(call, in), source, site);
            case "createStoredProcedureQuery" ->
                sink.unknown(site, source, "what a procedure does is not read", QueryApi.JPA, true);
            case "find", "getReference", "get", "byId" -> one(source, site, in);
            case "persist", "merge", "remove" -> one(call, site, in);
            default -> {}
        }
    }

    private void namedQuery(@Nullable String name, String source, JavaQuerySink.Site site) {
        Entities.NamedQuery query = name == null ? null : entities.query(name);
        if (query == null)
            sink.unknown(
                    site,
                    source,
                    name == null ? "the name is no constant" : "the named query is not in the repository",
                    QueryApi.JPA,
                    false);
        else if (query.sql()) sink.sql(site, query.text(), source, QueryApi.JPA);
        else jpql.query(site, query.text(), source, null);
    }

    /** {@code find(Order.class, id)}. */
    private void one(String source, JavaQuerySink.Site site, JavaIndex.Declared in) {
        JavaIndex.Declared entity = source.endsWith(".class") ? entities.of(source.replace(".class", ""), in) : null;
        write(entity, source, QueryOperation.SELECT, true, site);
    }

    /** {@code persist(order)}. */
    private void one(JavaCall call, JavaQuerySink.Site site, JavaIndex.Declared in) {
        String type = call.argumentTypes().get(0);
        QueryOperation operation = switch (call.name()) {
            case "persist" -> QueryOperation.INSERT;
            case "merge" -> QueryOperation.UPSERT;
            default -> QueryOperation.DELETE;
        };
        write(
                type.isEmpty() ? null : entities.of(type, in),
                call.arguments().get(0).source(),
                operation,
                operation == QueryOperation.DELETE,
                site);
    }

    private void write(
            JavaIndex.@Nullable Declared entity,
            String source,
            QueryOperation operation,
            boolean filtered,
            JavaQuerySink.Site site) {
        String table = entity == null ? null : entities.table(entity);
        if (entity == null || table == null) {
            sink.open("table of a query", site, source, "its type is no entity of the service with a known table");
            sink.query(site, JavaQuerySink.Query.unknown(QueryApi.JPA, false));
            return;
        }
        String key = entities.keyProperty(entity);
        Entities.Column column = key == null ? null : entities.column(entity, key);
        sink.query(
                site,
                new JavaQuerySink.Query(
                        table,
                        operation,
                        QueryApi.JPA,
                        filtered && column != null ? List.of(column.name()) : List.of(),
                        List.of(),
                        filtered,
                        filtered && column != null,
                        false));
    }

    /** What a query is run in: a template of transactions around it, or the annotation of the method or class. */
    private static @Nullable String transaction(JavaCall call, JavaMethod method, JavaType type) {
        String template = CallFacts.transaction(call);
        return template != null ? template : declaredTransaction(method, type);
    }

    static @Nullable String declaredTransaction(JavaMethod method, JavaType type) {
        return JavaAnnotation.has(method.annotations(), "Transactional")
                        || JavaAnnotation.has(type.annotations(), "Transactional")
                ? "@Transactional"
                : null;
    }
}
