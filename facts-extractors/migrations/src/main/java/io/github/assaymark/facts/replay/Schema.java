package io.github.assaymark.facts.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds at one moment. Immutable; two that follow each other share what did not change.
 *
 * @param nextNumber for the next relation or type
 * @param names numbers of relations by schema and name
 * @param typeNames numbers of types by schema and name
 * @param memberships roles that a role is a member of
 * @param privileges by the number of the table
 * @param namespaces schemas by name
 * @param grants whether any privilege was given or taken so far
 */
record Schema(
        int nextNumber,
        PersistentMap<Integer, Relation> relations,
        PersistentMap<String, Integer> names,
        PersistentMap<Integer, UserType> types,
        PersistentMap<String, Integer> typeNames,
        PersistentMap<String, Routine> routines,
        PersistentMap<String, Origin> namespaces,
        PersistentMap<String, Role> roles,
        PersistentMap<String, List<String>> memberships,
        PersistentMap<Integer, List<Privilege>> privileges,
        List<Privilege.Default> defaults,
        PersistentMap<String, Extension> extensions,
        boolean grants) {
    static final Schema EMPTY = new Schema(
            1,
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            List.of(),
            PersistentMap.empty(),
            false);

    Schema {
        defaults = List.copyOf(defaults);
    }

    @Nullable
    Relation relation(int id) {
        return relations.get(id);
    }

    /** Name of the type of a column, as it is now and as it must be written. */
    String type(Column column) {
        UserType type = column.userType() == 0 ? null : types.get(column.userType());
        if (type == null) return column.type();
        String schema = type.schema().equals(Relation.PUBLIC) ? "" : Expressions.written(type.schema()) + ".";
        return schema
                + Expressions.written(type.name())
                + (SqlType.of(column.type()).array() ? "[]" : "");
    }

    Schema withRoutines(PersistentMap<String, Routine> now) {
        return new Schema(
                nextNumber,
                relations,
                names,
                types,
                typeNames,
                now,
                namespaces,
                roles,
                memberships,
                privileges,
                defaults,
                extensions,
                grants);
    }

    Schema withNamespaces(PersistentMap<String, Origin> now) {
        return new Schema(
                nextNumber,
                relations,
                names,
                types,
                typeNames,
                routines,
                now,
                roles,
                memberships,
                privileges,
                defaults,
                extensions,
                grants);
    }

    Schema withRoles(PersistentMap<String, Role> now) {
        return new Schema(
                nextNumber,
                relations,
                names,
                types,
                typeNames,
                routines,
                namespaces,
                now,
                memberships,
                privileges,
                defaults,
                extensions,
                grants);
    }

    Schema withMemberships(PersistentMap<String, List<String>> now) {
        return new Schema(
                nextNumber,
                relations,
                names,
                types,
                typeNames,
                routines,
                namespaces,
                roles,
                now,
                privileges,
                defaults,
                extensions,
                true);
    }

    Schema withPrivileges(
            PersistentMap<Integer, List<Privilege>> now, List<Privilege.Default> newDefaults, boolean said) {
        return new Schema(
                nextNumber,
                relations,
                names,
                types,
                typeNames,
                routines,
                namespaces,
                roles,
                memberships,
                now,
                newDefaults,
                extensions,
                said);
    }

    Schema withTypes(PersistentMap<Integer, UserType> now, PersistentMap<String, Integer> newNames) {
        return new Schema(
                nextNumber,
                relations,
                names,
                now,
                newNames,
                routines,
                namespaces,
                roles,
                memberships,
                privileges,
                defaults,
                extensions,
                grants);
    }

    Schema withExtensions(PersistentMap<String, Extension> now) {
        return new Schema(
                nextNumber,
                relations,
                names,
                types,
                typeNames,
                routines,
                namespaces,
                roles,
                memberships,
                privileges,
                defaults,
                now,
                grants);
    }
}
