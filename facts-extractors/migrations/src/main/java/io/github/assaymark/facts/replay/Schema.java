package io.github.assaymark.facts.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds at one moment. Immutable; two that follow each other share what did not change.
 *
 * @param nextNumber for the next relation or type
 * @param relations by number
 * @param names numbers of relations by schema and name
 * @param referrers numbers of relations that refer to something, by {@link Referral}
 * @param types by number
 * @param typeNames numbers of types by schema and name
 * @param routines by schema and name
 * @param privileges by the number of the table
 * @param cluster what is not part of tables
 */
record Schema(
        int nextNumber,
        PersistentMap<Integer, Relation> relations,
        PersistentMap<String, Integer> names,
        PersistentMap<Long, List<Integer>> referrers,
        PersistentMap<Integer, UserType> types,
        PersistentMap<String, Integer> typeNames,
        PersistentMap<String, Routine> routines,
        PersistentMap<Integer, List<Privilege>> privileges,
        Cluster cluster) {
    static final Schema EMPTY = new Schema(
            1,
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            new Cluster(
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    List.of(),
                    PersistentMap.empty(),
                    false));

    /**
     * What changes rarely, and may matter to everything.
     *
     * @param namespaces schemas by name
     * @param memberships roles that a role is a member of
     * @param defaults privileges that later tables get
     * @param grants whether any privilege was given or taken so far
     */
    record Cluster(
            PersistentMap<String, Origin> namespaces,
            PersistentMap<String, Role> roles,
            PersistentMap<String, List<String>> memberships,
            List<Privilege.Default> defaults,
            PersistentMap<String, Extension> extensions,
            boolean grants) {
        Cluster {
            defaults = List.copyOf(defaults);
        }
    }

    PersistentMap<String, Origin> namespaces() {
        return cluster.namespaces();
    }

    PersistentMap<String, Role> roles() {
        return cluster.roles();
    }

    PersistentMap<String, List<String>> memberships() {
        return cluster.memberships();
    }

    List<Privilege.Default> defaults() {
        return cluster.defaults();
    }

    PersistentMap<String, Extension> extensions() {
        return cluster.extensions();
    }

    boolean grants() {
        return cluster.grants();
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

    /** The same schema, which writes down what it is asked for. */
    Schema logged(Footprint footprint) {
        return new Schema(
                nextNumber,
                relations.logged(footprint.relations),
                names.logged(footprint.names),
                referrers.logged(footprint.referrers),
                types.logged(footprint.types),
                typeNames.logged(footprint.typeNames),
                routines.logged(footprint.routines),
                privileges.logged(footprint.privileges),
                cluster);
    }

    /** The same schema, which writes nothing down. */
    Schema unlogged() {
        return new Schema(
                nextNumber,
                relations.unlogged(),
                names.unlogged(),
                referrers.unlogged(),
                types.unlogged(),
                typeNames.unlogged(),
                routines.unlogged(),
                privileges.unlogged(),
                cluster);
    }

    /** With other relations, and their names and referrers. */
    Schema with(
            int number,
            PersistentMap<Integer, Relation> now,
            PersistentMap<String, Integer> newNames,
            PersistentMap<Long, List<Integer>> newReferrers) {
        return new Schema(number, now, newNames, newReferrers, types, typeNames, routines, privileges, cluster);
    }

    private Schema with(Cluster now) {
        return new Schema(nextNumber, relations, names, referrers, types, typeNames, routines, privileges, now);
    }

    Schema withRoutines(PersistentMap<String, Routine> now) {
        return new Schema(nextNumber, relations, names, referrers, types, typeNames, now, privileges, cluster);
    }

    Schema withNamespaces(PersistentMap<String, Origin> now) {
        return with(new Cluster(now, roles(), memberships(), defaults(), extensions(), grants()));
    }

    Schema withRoles(PersistentMap<String, Role> now) {
        return with(new Cluster(namespaces(), now, memberships(), defaults(), extensions(), grants()));
    }

    Schema withMemberships(PersistentMap<String, List<String>> now) {
        return with(new Cluster(namespaces(), roles(), now, defaults(), extensions(), true));
    }

    Schema withPrivileges(PersistentMap<Integer, List<Privilege>> now) {
        return new Schema(nextNumber, relations, names, referrers, types, typeNames, routines, now, cluster);
    }

    Schema withDefaults(List<Privilege.Default> now, boolean said) {
        return with(new Cluster(namespaces(), roles(), memberships(), now, extensions(), said));
    }

    Schema withTypes(PersistentMap<Integer, UserType> now, PersistentMap<String, Integer> newNames) {
        return new Schema(nextNumber, relations, names, referrers, now, newNames, routines, privileges, cluster);
    }

    Schema withExtensions(PersistentMap<String, Extension> now) {
        return with(new Cluster(namespaces(), roles(), memberships(), defaults(), now, grants()));
    }
}
