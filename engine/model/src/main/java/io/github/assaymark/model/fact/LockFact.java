package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A lock that a statement of a migration takes on a relation. */
@Describe("A lock that a statement of a migration takes on a relation")
public record LockFact(
        @Describe("statement, relation and evidence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the migration") String migration,
        @Describe("key of the statement") String statement,
        @Describe("key of the relation") String relation,
        @Describe("kind of the relation") RelationKind relationKind,

        @Describe("strongest mode that the statement takes on it")
        LockMode mode,

        @Describe("whether writers wait") boolean blocksWriters,
        @Describe("whether readers wait") boolean blocksReaders,

        @Describe("whether the relation was there before the migration")
        boolean preExisting,

        @Describe("what is done to it while the lock is held")
        LockWork work,

        @Describe(
                "later statements of the same transaction that run under the lock; -1 when the transaction of the tool is not known")
        int heldForStatements,

        @Describe("whether writers wait on a relation that was there before while it is read or written whole")
        boolean hazard,

        @Describe("whether a lock timeout holds for it") boolean bounded,

        @Describe(
                "what the answer depends on beside the history, for example the time zone of the database; absent when nothing")
        @Nullable
        String dependsOn,

        @Describe("how it is known") SchemaEvidence evidence,
        @Describe("path") String file)
        implements Fact {}
