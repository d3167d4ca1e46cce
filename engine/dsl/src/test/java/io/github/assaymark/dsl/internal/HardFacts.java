package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.fact.DocSection;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.fact.Repository;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.SignOff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fact types that do not ship yet, for trying the language on hard demands. */
public final class HardFacts {
    private HardFacts() {}

    /** The types of this file and a few shipped ones. */
    static FactCatalogue catalogue() {
        return FactCatalogue.of(List.of(
                Route.class,
                RouteGuard.class,
                EventPublish.class,
                Deployment.class,
                AlarmTransition.class,
                DbTable.class,
                DbColumn.class,
                DbIndex.class,
                QueryUse.class,
                CheckRun.class,
                ConsentText.class,
                ScopeDef.class,
                Review.class,
                FeatureFlagStep.class,
                TestResult.class,
                Alarm.class,
                DocSection.class,
                Document.class,
                PolicyValue.class,
                Repository.class,
                Service.class,
                SignOff.class));
    }

    public enum GuardKind {
        SCOPE,
        LOGIN,
        NONE
    }

    @Describe("A route")
    public record Route(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("HTTP method") String method,
            @Describe("path") String path,
            @Describe("registration order") int order,
            @Describe("whether it is public") boolean open,
            @Describe("handler") @Nullable String handler,
            @Describe("tags") List<String> tags,
            @Describe("commit") @Nullable String sha)
            implements Fact {
        /** Copies the list. */
        public Route {
            tags = List.copyOf(tags);
        }
    }

    @Describe("A guard of a route")
    public record RouteGuard(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("key of the route") String route,
            @Describe("kind") GuardKind kind,
            @Describe("registration order") int order,

            @Describe("whether it is reached before the route")
            boolean effective,

            @Describe("whether its scope could not be determined")
            boolean computed)
            implements Fact {}

    @Describe("A place that publishes an event")
    public record EventPublish(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("event") String event,

            @Describe("id of the transaction it stands in") @Nullable
            String transaction,

            @Describe("id of the transaction that writes the row") @Nullable
            String writeTransaction)
            implements Fact {}

    @Describe("A deployment")
    public record Deployment(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("stage") String stage,
            @Describe("whether it succeeded") boolean succeeded,
            @Describe("commit") String sha,
            @Describe("when it ended") @Nullable Instant finishedAt)
            implements Fact {}

    @Describe("An alarm going on or off")
    public record AlarmTransition(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("alarm") String alarm,
            @Describe("stage") String stage,
            @Describe("whether it went on") boolean raised,
            @Describe("when") Instant at)
            implements Fact {}

    @Describe("An alarm")
    public record Alarm(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("what it watches") String metric,
            @Describe("limit") @Nullable Quantity threshold,
            @Describe("window") @Nullable Duration window)
            implements Fact {}

    @Describe("A table")
    public record DbTable(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("name") String name,
            @Describe("whether it holds no tenant data") boolean exempt)
            implements Fact {}

    @Describe("A column")
    public record DbColumn(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("key of the table") String table,
            @Describe("name") String name,
            @Describe("whether it may be null") boolean nullable,
            @Describe("type") String type)
            implements Fact {}

    @Describe("An index")
    public record DbIndex(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("key of the table") String table,
            @Describe("columns in order") List<String> columns)
            implements Fact {
        /** Copies the list. */
        public DbIndex {
            columns = List.copyOf(columns);
        }
    }

    @Describe("A query that reads a column")
    public record QueryUse(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("key of the table") String table,
            @Describe("column in its condition") String column)
            implements Fact {}

    @Describe("A run of a check in CI")
    public record CheckRun(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("suite") String suite,
            @Describe("name") String name,
            @Describe("whether it passed") boolean passed,
            @Describe("commit") String sha,
            @Describe("when") Instant at)
            implements Fact {}

    @Describe("A consent text")
    public record ConsentText(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("scope it belongs to") String scope,
            @Describe("SHA-256 of its text") String contentHash)
            implements Fact {}

    @Describe("A scope")
    public record ScopeDef(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("name") String name,
            @Describe("whether this change adds it") boolean addedInThisChange)
            implements Fact {}

    @Describe("A review of a change")
    public record Review(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("who") String by,

            @Describe("bounded context of the reviewer") @Nullable
            String context,

            @Describe("whether it approves") boolean approved,
            @Describe("commit") String sha)
            implements Fact {}

    @Describe("A step of a roll-out by feature flag")
    public record FeatureFlagStep(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("flag") String flag,
            @Describe("position from 1") int index,
            @Describe("share of users") Quantity share,
            @Describe("when it began") Instant at)
            implements Fact {}

    @Describe("The result of a test")
    public record TestResult(
            @Describe("key") String key,
            @Describe("owner") String owner,
            Provenance provenance,
            @Describe("name") String name,
            @Describe("whether it passed") boolean passed,
            @Describe("commit") String sha)
            implements Fact {}
}
