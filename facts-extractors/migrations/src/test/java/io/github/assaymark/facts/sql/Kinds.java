package io.github.assaymark.facts.sql;

import java.util.Map;

/** Our kinds of statements and the nodes PostgreSQL's grammar makes of them. */
final class Kinds {
    private static final Map<String, String> NODES = Map.ofEntries(
            Map.entry("CreateTable", "CreateStmt CreateTableAsStmt"),
            Map.entry(
                    "Alter",
                    "AlterTableStmt RenameStmt AlterObjectSchemaStmt AlterOwnerStmt AlterSeqStmt AlterObjectDependsStmt"),
            Map.entry("CreateIndex", "IndexStmt"),
            Map.entry(
                    "Drop",
                    "DropStmt DropRoleStmt DropdbStmt DropTableSpaceStmt DropOwnedStmt DropUserMappingStmt DropSubscriptionStmt"),
            Map.entry("CreateEnum", "CreateEnumStmt"),
            Map.entry("AddEnumValue", "AlterEnumStmt"),
            Map.entry("RenameEnumValue", "AlterEnumStmt"),
            Map.entry(
                    "AlterOther",
                    "RenameStmt AlterObjectSchemaStmt AlterOwnerStmt AlterFunctionStmt AlterRoleStmt AlterRoleSetStmt AlterExtensionStmt AlterDatabaseSetStmt AlterDatabaseStmt AlterPublicationStmt AlterSystemStmt AlterTypeStmt AlterTableStmt AlterObjectDependsStmt AlterExtensionContentsStmt AlterEventTrigStmt AlterStatsStmt"),
            Map.entry("CreateView", "ViewStmt CreateTableAsStmt"),
            Map.entry("RefreshView", "RefreshMatViewStmt"),
            Map.entry("CreateTrigger", "CreateTrigStmt"),
            Map.entry("CreatePolicy", "CreatePolicyStmt"),
            Map.entry("AlterPolicy", "AlterPolicyStmt RenameStmt"),
            Map.entry("Grant", "GrantStmt GrantRoleStmt"),
            Map.entry("DefaultPrivileges", "AlterDefaultPrivilegesStmt"),
            Map.entry("Truncate", "TruncateStmt"),
            Map.entry("LockTable", "LockStmt"),
            Map.entry("Reindex", "ReindexStmt"),
            Map.entry("Rewrite", "ClusterStmt VacuumStmt"),
            Map.entry("Maintain", "VacuumStmt"),
            Map.entry("CreateStatistics", "CreateStatsStmt"),
            Map.entry("Comment", "CommentStmt"),
            Map.entry("CreateRule", "RuleStmt"),
            Map.entry("Change", "InsertStmt UpdateStmt DeleteStmt MergeStmt SelectStmt"),
            Map.entry("Query", "SelectStmt ExplainStmt VariableShowStmt"),
            Map.entry("Copy", "CopyStmt"),
            Map.entry("Block", "DoStmt"),
            Map.entry("CreateFunction", "CreateFunctionStmt"),
            Map.entry("SetVariable", "VariableSetStmt"),
            Map.entry("Transaction", "TransactionStmt"),
            Map.entry(
                    "Create",
                    "CreateExtensionStmt CreateSchemaStmt CreateSeqStmt CreateDomainStmt CreateRoleStmt CreatedbStmt CompositeTypeStmt CreateRangeStmt DefineStmt CreatePublicationStmt CreateSubscriptionStmt CreateForeignServerStmt CreateForeignTableStmt CreateCastStmt CreateEventTrigStmt CreateOpClassStmt CreateOpFamilyStmt CreateFdwStmt CreatePLangStmt CreateTableSpaceStmt CreateUserMappingStmt CreateAmStmt CreateConversionStmt CreateTransformStmt"),
            Map.entry("AlterDomain", "AlterDomainStmt RenameStmt AlterOwnerStmt AlterObjectSchemaStmt"),
            Map.entry(
                    "Harmless",
                    "ListenStmt NotifyStmt UnlistenStmt DiscardStmt CheckPointStmt LoadStmt DeclareCursorStmt FetchStmt ClosePortalStmt PrepareStmt DeallocateStmt ExecuteStmt SecLabelStmt ImportForeignSchemaStmt ReassignOwnedStmt VariableSetStmt ConstraintsSetStmt AlterTableMoveAllStmt"));

    private Kinds() {}

    static String of(Ddl ddl) {
        return ddl.getClass().getSimpleName();
    }

    static boolean agree(String ours, PostgresGrammar.Statement theirs) {
        String nodes = NODES.get(ours);
        if (ours.equals("Opaque")) return theirs.kind().equals("CallStmt");
        return nodes != null && java.util.List.of(nodes.split(" ")).contains(theirs.kind());
    }
}
