package io.github.assaymark.facts.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repository of Spring Data.
 *
 * @param entity what it holds; null when that is no entity of the owner
 * @param other whether what it holds is stored in something other than tables of entities
 */
record SpringRepository(JavaIndex.Declared declared, JavaIndex.@Nullable Declared entity, boolean other) {
    private static final Set<String> BASES = Set.of(
            "Repository",
            "CrudRepository",
            "ListCrudRepository",
            "PagingAndSortingRepository",
            "ListPagingAndSortingRepository",
            "JpaRepository",
            "JpaRepositoryImplementation",
            "RevisionRepository");

    /** Stores without tables, or with tables that are declared elsewhere. */
    private static final Set<String> STORES =
            Set.of("Document", "RedisHash", "Node", "SolrDocument", "Container", "KeySpace");

    private static final int MAX_DEPTH = 5;

    /** The repository that a type is; null when it is none. */
    static @Nullable SpringRepository of(JavaIndex.Declared declared, JavaIndex index, Entities entities) {
        if (declared.type().sort() != JavaType.Sort.INTERFACE) return null;
        JavaAnnotation definition = JavaAnnotation.named(declared.type().annotations(), "RepositoryDefinition");
        if (definition != null) {
            String domain = definition.source("domainClass");
            return made(declared, domain == null ? null : domain.replace(".class", ""), index, entities);
        }
        return extended(declared, declared, index, entities, new HashSet<>(), 0);
    }

    private static @Nullable SpringRepository extended(
            JavaIndex.Declared declared,
            JavaIndex.Declared at,
            JavaIndex index,
            Entities entities,
            Set<String> seen,
            int depth) {
        if (depth > MAX_DEPTH || !seen.add(at.fullName())) return null;
        for (String written : at.type().written()) {
            String name = JavaIndex.withoutArguments(written);
            String simple = ExceptionHandlers.simple(name);
            JavaIndex.Declared parent = index.type(at.unit(), at.type(), name);
            List<String> given = TypeArguments.of(written);
            if (parent == null && BASES.contains(simple)) {
                String full = at.unit().imported(simple);
                if (simple.equals("Repository") && (full == null || !full.startsWith("org.springframework.data.")))
                    continue;
                return made(declared, given.isEmpty() ? null : given.get(0), index, entities);
            }
            if (parent == null) continue;
            SpringRepository base = extended(declared, parent, index, entities, seen, depth + 1);
            if (base == null) continue;
            for (String argument : given) {
                JavaIndex.Declared entity = entities.of(argument, declared);
                if (entity != null) return new SpringRepository(declared, entity, false);
            }
            return base;
        }
        return null;
    }

    private static SpringRepository made(
            JavaIndex.Declared declared, @Nullable String domain, JavaIndex index, Entities entities) {
        JavaIndex.Declared entity = domain == null ? null : entities.of(domain, declared);
        JavaIndex.Declared type = domain == null ? null : index.type(declared.unit(), declared.type(), domain);
        boolean other = entity == null
                && type != null
                && type.type().annotations().stream().anyMatch(a -> STORES.contains(a.name()));
        return new SpringRepository(declared, entity, other);
    }
}
