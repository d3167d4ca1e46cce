package io.github.assaymark.model.catalogue;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.fact.ApiExample;
import io.github.assaymark.model.fact.ApiExtension;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.ApiProperty;
import io.github.assaymark.model.fact.ApiResponse;
import io.github.assaymark.model.fact.ApiSpec;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.Changeset;
import io.github.assaymark.model.fact.ChecklistLine;
import io.github.assaymark.model.fact.CodeOwnerRule;
import io.github.assaymark.model.fact.CommentMarker;
import io.github.assaymark.model.fact.DanglingReference;
import io.github.assaymark.model.fact.DocField;
import io.github.assaymark.model.fact.DocLink;
import io.github.assaymark.model.fact.DocPlaceholder;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.ManifestField;
import io.github.assaymark.model.fact.PackageManifest;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.PartnerIntegration;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.fact.RemoteReference;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.ServiceManifest;
import io.github.assaymark.model.fact.SignOff;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.fact.TemplateTrace;
import io.github.assaymark.model.fact.Unreadable;
import io.github.assaymark.model.fact.Waiver;
import java.util.List;

/** The fact types shipped with this library. */
final class StandardFacts {
    static final List<Class<? extends Fact>> TYPES = List.of(
            Coverage.class,
            Now.class,
            Param.class,
            ApiExample.class,
            ApiExtension.class,
            ApiOperation.class,
            ApiProperty.class,
            ApiResponse.class,
            ApiSpec.class,
            Attestation.class,
            BackgroundJob.class,
            BaselineEntry.class,
            Changeset.class,
            ChecklistLine.class,
            CodeOwnerRule.class,
            CommentMarker.class,
            DanglingReference.class,
            DocField.class,
            DocLink.class,
            DocPlaceholder.class,
            DocSection.class,
            Document.class,
            DuplicateKey.class,
            ManifestField.class,
            PackageManifest.class,
            PartialParse.class,
            PartnerIntegration.class,
            PolicyValue.class,
            RemoteReference.class,
            RepoFile.class,
            Repository.class,
            Service.class,
            ServiceManifest.class,
            SignOff.class,
            TeamMember.class,
            TemplateTrace.class,
            Unreadable.class,
            Waiver.class);

    private StandardFacts() {}
}
