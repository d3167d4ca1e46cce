package io.github.assaymark.facts.sql;

import org.jspecify.annotations.Nullable;

/** One of the commands of ALTER TABLE and its relatives (PostgreSQL manual, ALTER TABLE). */
public sealed interface AlterCommand {
    record AddColumn(ColumnDefinition column, boolean ifNotExists) implements AlterCommand {}

    record DropColumn(String column, boolean ifExists, boolean cascade) implements AlterCommand {}

    /** {@code using} is null when no expression is written. */
    record AlterType(String column, String type, @Nullable String using) implements AlterCommand {}

    record SetDefault(String column, String expression) implements AlterCommand {}

    record DropDefault(String column) implements AlterCommand {}

    record SetNotNull(String column) implements AlterCommand {}

    record DropNotNull(String column) implements AlterCommand {}

    /** SET STATISTICS, SET (…), RESET (…), SET STORAGE, SET COMPRESSION. */
    record SetColumnOption(String column, String option) implements AlterCommand {}

    /** ADD GENERATED … AS IDENTITY, SET GENERATED, DROP IDENTITY, DROP EXPRESSION. */
    record ChangeGeneration(String column, String change) implements AlterCommand {}

    record AddConstraint(TableConstraint constraint) implements AlterCommand {}

    record DropConstraint(String name, boolean ifExists, boolean cascade) implements AlterCommand {}

    record ValidateConstraint(String name) implements AlterCommand {}

    record AlterConstraint(String name) implements AlterCommand {}

    record RenameColumn(String from, String to) implements AlterCommand {}

    record RenameConstraint(String from, String to) implements AlterCommand {}

    record RenameTo(String to) implements AlterCommand {}

    record SetSchema(String schema) implements AlterCommand {}

    record OwnerTo(String role) implements AlterCommand {}

    /** ENABLE, DISABLE, FORCE or NO FORCE ROW LEVEL SECURITY, in lower case. */
    record RowLevelSecurity(String change) implements AlterCommand {}

    record SetLogged(boolean logged) implements AlterCommand {}

    /** SET (…), RESET (…): storage parameters. */
    record SetParameters() implements AlterCommand {}

    record SetTablespace(String tablespace) implements AlterCommand {}

    record SetAccessMethod(String method) implements AlterCommand {}

    record AttachPartition(RelationName partition, boolean byDefault, String bound) implements AlterCommand {}

    record DetachPartition(RelationName partition, boolean concurrently) implements AlterCommand {}

    record ClusterOn(String index) implements AlterCommand {}

    /** ENABLE or DISABLE of a trigger or rule. */
    record SwitchTrigger(boolean enabled, boolean rule, String name) implements AlterCommand {}

    record ReplicaIdentity() implements AlterCommand {}

    record Inherit(RelationName parent, boolean added) implements AlterCommand {}

    /** A command that is known to exist but changes nothing that is looked at, or one that is not known. */
    record Other(String text, boolean known) implements AlterCommand {}
}
