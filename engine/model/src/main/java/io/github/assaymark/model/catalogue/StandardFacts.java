package io.github.assaymark.model.catalogue;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.fact.AccessGrant;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.ApiExample;
import io.github.assaymark.model.fact.ApiExtension;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiProperty;
import io.github.assaymark.model.fact.ApiResponse;
import io.github.assaymark.model.fact.ApiSpec;
import io.github.assaymark.model.fact.ArtifactPublication;
import io.github.assaymark.model.fact.AssertedOutcome;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.BranchRule;
import io.github.assaymark.model.fact.Changeset;
import io.github.assaymark.model.fact.CheckRun;
import io.github.assaymark.model.fact.ChecklistLine;
import io.github.assaymark.model.fact.ClassDecl;
import io.github.assaymark.model.fact.CloudResource;
import io.github.assaymark.model.fact.CodeCall;
import io.github.assaymark.model.fact.CodeOwnerRule;
import io.github.assaymark.model.fact.CommentMarker;
import io.github.assaymark.model.fact.ConfigOption;
import io.github.assaymark.model.fact.ConsentText;
import io.github.assaymark.model.fact.ContractVerification;
import io.github.assaymark.model.fact.CostBudget;
import io.github.assaymark.model.fact.CoverageReport;
import io.github.assaymark.model.fact.DanglingReference;
import io.github.assaymark.model.fact.Dashboard;
import io.github.assaymark.model.fact.DataDependentFailure;
import io.github.assaymark.model.fact.DbAccess;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbExtension;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbSnapshot;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.DocField;
import io.github.assaymark.model.fact.DocLink;
import io.github.assaymark.model.fact.DocPlaceholder;
import io.github.assaymark.model.fact.DocRow;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.EnvVarUse;
import io.github.assaymark.model.fact.ErrorCode;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.EventHandler;
import io.github.assaymark.model.fact.EventPublish;
import io.github.assaymark.model.fact.EventType;
import io.github.assaymark.model.fact.FeatureFlag;
import io.github.assaymark.model.fact.FlagStep;
import io.github.assaymark.model.fact.FreezeWindow;
import io.github.assaymark.model.fact.GeneratedArtifact;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.HandlerReach;
import io.github.assaymark.model.fact.HealthProbe;
import io.github.assaymark.model.fact.ImageBuild;
import io.github.assaymark.model.fact.ImportEdge;
import io.github.assaymark.model.fact.InfraProperty;
import io.github.assaymark.model.fact.InfraRegistration;
import io.github.assaymark.model.fact.InfraResource;
import io.github.assaymark.model.fact.JobRun;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LogStatement;
import io.github.assaymark.model.fact.ManifestField;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.MigrationSet;
import io.github.assaymark.model.fact.MigrationStatement;
import io.github.assaymark.model.fact.OAuthClient;
import io.github.assaymark.model.fact.OnCallSchedule;
import io.github.assaymark.model.fact.OutboundCall;
import io.github.assaymark.model.fact.PackageManifest;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.PartnerIntegration;
import io.github.assaymark.model.fact.PerfResult;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.fact.PullRequest;
import io.github.assaymark.model.fact.QueryUse;
import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.RateLimitPolicy;
import io.github.assaymark.model.fact.RegistryEntry;
import io.github.assaymark.model.fact.RemoteReference;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Review;
import io.github.assaymark.model.fact.RolloutStep;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SchemaChange;
import io.github.assaymark.model.fact.SchemaCheck;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.ScopeDef;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.SeedData;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.ServiceManifest;
import io.github.assaymark.model.fact.ShadowAssumption;
import io.github.assaymark.model.fact.SignOff;
import io.github.assaymark.model.fact.SloDef;
import io.github.assaymark.model.fact.StateExport;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.fact.TelemetryInit;
import io.github.assaymark.model.fact.TelemetrySeen;
import io.github.assaymark.model.fact.TemplateTrace;
import io.github.assaymark.model.fact.TestCase;
import io.github.assaymark.model.fact.TestResult;
import io.github.assaymark.model.fact.TimeoutSetting;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import io.github.assaymark.model.fact.Unreadable;
import io.github.assaymark.model.fact.Unresolved;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.fact.WebhookFilter;
import io.github.assaymark.model.fact.WorkflowJob;
import io.github.assaymark.model.fact.Workload;
import java.util.List;

/** The fact types shipped with this library. */
final class StandardFacts {
    static final List<Class<? extends Fact>> TYPES = List.of(
            Coverage.class,
            Now.class,
            Param.class,
            AccessGrant.class,
            AlarmDef.class,
            AlarmTransition.class,
            ApiExample.class,
            ApiExtension.class,
            ApiOperation.class,
            ApiProperty.class,
            ApiResponse.class,
            ApiSpec.class,
            ArtifactPublication.class,
            AssertedOutcome.class,
            Attestation.class,
            BackgroundJob.class,
            BaselineEntry.class,
            BranchRule.class,
            Changeset.class,
            CheckRun.class,
            ChecklistLine.class,
            ClassDecl.class,
            CloudResource.class,
            CodeCall.class,
            CodeOwnerRule.class,
            CommentMarker.class,
            ConfigOption.class,
            ConsentText.class,
            ContractVerification.class,
            CostBudget.class,
            CoverageReport.class,
            DanglingReference.class,
            Dashboard.class,
            DataDependentFailure.class,
            DbAccess.class,
            DbColumn.class,
            DbConstraint.class,
            DbExtension.class,
            DbGrant.class,
            DbIndex.class,
            DbOwner.class,
            DbPolicy.class,
            DbRole.class,
            DbSnapshot.class,
            DbTable.class,
            Deployment.class,
            DnsRecord.class,
            DocField.class,
            DocLink.class,
            DocPlaceholder.class,
            DocRow.class,
            DocSection.class,
            Document.class,
            DownCheck.class,
            DuplicateKey.class,
            EnvVarUse.class,
            ErrorCode.class,
            ErrorPath.class,
            EventHandler.class,
            EventPublish.class,
            EventType.class,
            FeatureFlag.class,
            FlagStep.class,
            FreezeWindow.class,
            GeneratedArtifact.class,
            HandlerCall.class,
            HandlerReach.class,
            HealthProbe.class,
            ImageBuild.class,
            ImportEdge.class,
            InfraProperty.class,
            InfraRegistration.class,
            InfraResource.class,
            JobRun.class,
            LockFact.class,
            LogStatement.class,
            ManifestField.class,
            Migration.class,
            MigrationSet.class,
            MigrationStatement.class,
            OAuthClient.class,
            OnCallSchedule.class,
            OutboundCall.class,
            PackageManifest.class,
            PagerRoute.class,
            PartialParse.class,
            PartnerIntegration.class,
            PerfResult.class,
            PolicyValue.class,
            PullRequest.class,
            QueryUse.class,
            QueueState.class,
            RateLimitPolicy.class,
            RegistryEntry.class,
            RemoteReference.class,
            RepoFile.class,
            Repository.class,
            Review.class,
            RolloutStep.class,
            Route.class,
            RouteGuard.class,
            RowSecurity.class,
            ScalingPolicy.class,
            SchemaChange.class,
            SchemaCheck.class,
            SchemaDisagreement.class,
            ScopeDef.class,
            SecretState.class,
            SeedData.class,
            Service.class,
            ServiceManifest.class,
            ShadowAssumption.class,
            SignOff.class,
            SloDef.class,
            StateExport.class,
            TeamMember.class,
            TelemetryInit.class,
            TelemetrySeen.class,
            TemplateTrace.class,
            TestCase.class,
            TestResult.class,
            TimeoutSetting.class,
            ToolFinding.class,
            ToolRun.class,
            Unreadable.class,
            Unresolved.class,
            Waiver.class,
            WebhookFilter.class,
            WorkflowJob.class,
            Workload.class);

    private StandardFacts() {}
}
