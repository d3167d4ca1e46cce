package io.github.assaymark.facts.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement does. Names are folded to the case PostgreSQL gives them; expressions stay as written. */
public sealed interface Ddl {
    /**
     * CREATE TABLE.
     *
     * @param partitionOf parent of a new partition; null otherwise
     * @param bound of a new partition, from FOR or DEFAULT on; null otherwise
     * @param partitioned whether it is itself divided
     * @param asQuery whether its columns come from a query or from a type, so that they are not known
     */
    record CreateTable(
            RelationName table,
            boolean ifNotExists,
            boolean temporary,
            boolean unlogged,
            List<ColumnDefinition> columns,
            List<TableConstraint> constraints,
            @Nullable RelationName partitionOf,
            @Nullable String bound,
            boolean partitioned,
            List<Like> likes,
            List<RelationName> inherits,
            boolean asQuery)
            implements Ddl {}

    /** LIKE; {@code including} holds what is copied beside columns, for example {@code indexes} or {@code all}. */
    record Like(RelationName table, List<String> including) {
        /** Copies the list. */
        public Like {
            including = List.copyOf(including);
        }
    }

    /**
     * {@code relation} is {@code table}, {@code index}, {@code view}, {@code materialized view}, {@code sequence} or
     * {@code foreign table}.
     */
    record Alter(String relation, RelationName name, boolean ifExists, List<AlterCommand> commands) implements Ddl {}

    /** {@code columns} are names or, in parentheses, expressions. */
    record CreateIndex(
            @Nullable String name,
            RelationName table,
            List<String> columns,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            boolean only,
            String method,
            @Nullable String predicate)
            implements Ddl {}

    /**
     * DROP.
     *
     * @param kind in lower case, for example {@code table} or {@code materialized view}
     * @param table of a trigger, policy or rule; null otherwise
     */
    record Drop(
            String kind,
            List<RelationName> names,
            @Nullable RelationName table,
            boolean ifExists,
            boolean concurrently,
            boolean cascade)
            implements Ddl {}

    record CreateEnum(RelationName type, List<String> labels) implements Ddl {}

    /** ADD VALUE; {@code neighbour} is the label it stands beside. */
    record AddEnumValue(RelationName type, String label, boolean ifNotExists) implements Ddl {}

    record RenameEnumValue(RelationName type, String from, String to) implements Ddl {}

    /** RENAME TO, OWNER TO, SET SCHEMA of anything that is no relation; {@code change} is the rest as written. */
    record AlterOther(String kind, RelationName name, String change) implements Ddl {}

    record CreateView(
            RelationName view,
            boolean orReplace,
            boolean materialized,
            boolean temporary,
            boolean ifNotExists,
            String query)
            implements Ddl {}

    record RefreshView(RelationName view, boolean concurrently) implements Ddl {}

    /** {@code function} is what it calls; null when that was not understood. */
    record CreateTrigger(
            String name,
            RelationName table,
            boolean orReplace,
            boolean constraint,
            @Nullable RelationName function) implements Ddl {}

    /**
     * CREATE POLICY.
     *
     * @param command {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}
     * @param using null when none is written
     */
    record CreatePolicy(
            String name,
            RelationName table,
            boolean permissive,
            String command,
            List<String> roles,
            @Nullable String using,
            @Nullable String check)
            implements Ddl {}

    record AlterPolicy(
            String name,
            RelationName table,
            @Nullable String renamedTo,
            List<String> roles,
            @Nullable String using,
            @Nullable String check)
            implements Ddl {}

    /**
     * GRANT or REVOKE.
     *
     * @param privileges in lower case; {@code all} for all of them; a role where roles are granted; with the columns in
     *     parentheses behind it where it is limited to columns, for example {@code update(note, total)}
     * @param objectKind {@code table}, a sequence, a schema and so on; {@code role} where roles are granted
     * @param schemas of ALL … IN SCHEMA; empty otherwise
     */
    record Grant(
            boolean revoke,
            List<String> privileges,
            String objectKind,
            List<RelationName> objects,
            List<String> schemas,
            List<String> grantees,
            boolean option)
            implements Ddl {}

    /** ALTER DEFAULT PRIVILEGES. */
    record DefaultPrivileges(List<String> roles, List<String> schemas, Grant grant) implements Ddl {}

    record Truncate(List<RelationName> tables, boolean cascade) implements Ddl {}

    /** {@code mode} in lower case, for example {@code access exclusive}. */
    record LockTable(List<RelationName> tables, String mode) implements Ddl {}

    /** {@code target} is {@code index}, {@code table}, {@code schema}, {@code database} or {@code system}. */
    record Reindex(String target, @Nullable RelationName name, boolean concurrently) implements Ddl {}

    /** CLUSTER or VACUUM FULL: rewrites. A null table means all. */
    record Rewrite(String verb, @Nullable RelationName table) implements Ddl {}

    /** VACUUM without FULL, and ANALYZE. A null table means all. */
    record Maintain(String verb, @Nullable RelationName table) implements Ddl {}

    record CreateStatistics(RelationName table) implements Ddl {}

    /** {@code kind} is {@code table}, {@code column} and so on; {@code name} is that of the table of a column. */
    record Comment(String kind, RelationName name) implements Ddl {}

    record CreateRule(RelationName table) implements Ddl {}

    /** {@code verb} is {@code insert}, {@code update}, {@code delete} or {@code merge}. */
    record Change(String verb, RelationName table, boolean filtered) implements Ddl {}

    /** SELECT, VALUES, TABLE, EXPLAIN: nothing is changed as far as the text says. */
    record Query() implements Ddl {}

    record Copy(@Nullable RelationName table, boolean program, boolean into) implements Ddl {}

    /** {@code dynamic} when its body builds statements while it runs. */
    record Block(String body, boolean dynamic) implements Ddl {}

    record CreateFunction(
            RelationName name, boolean procedure, @Nullable String language) implements Ddl {}

    /** SET or RESET; {@code local} lasts for the transaction. */
    record SetVariable(String name, @Nullable String value, boolean local) implements Ddl {}

    /** {@code begin}, {@code commit}, {@code rollback}, {@code savepoint}, {@code release}. */
    record Transaction(String verb) implements Ddl {}

    /**
     * {@code kind} is {@code extension}, {@code schema}, {@code sequence}, {@code type}, {@code domain}, {@code role}
     * and so on; {@code text} is what follows the name, as written.
     */
    record Create(String kind, RelationName name, boolean ifNotExists, String text) implements Ddl {}

    /** {@code change} is the rest as written. */
    record AlterDomain(RelationName domain, String change) implements Ddl {}

    /** A statement whose verb is known, and that changes nothing that is looked at. */
    record Harmless(String verb) implements Ddl {}

    /** A statement that was not understood. */
    record Opaque(String reason) implements Ddl {}
}
