package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that publishes an event. */
@Describe("A call that publishes an event")
public record EventPublish(
        @Describe("path, `#`, enclosing function, event and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the event, the expression when it is not constant")
        String event,

        @Describe("constant the name is written as, for example `EVENT_NAMES.ORDER_PLACED`") @Nullable
        String constant,

        @Describe("whether the name of the event is known") boolean resolved,
        @Describe("what is called, as a dotted name") String api,

        @Describe(
                "package or file of the repository that what is called comes from, absent when it is declared beside it")
        @Nullable
        String module,

        @Describe("name of the transaction handle that is passed") @Nullable
        String transactionArgument,

        @Describe("name of the handle of the transaction callback around it") @Nullable
        String enclosingTransaction,

        @Describe("whether the handle of the transaction around it is the one that is passed")
        boolean inTransaction,

        @Describe("whether the way of the handle to the call is known")
        boolean transactionKnown,

        @Describe("names of the properties of the payload, sorted")
        List<String> payloadKeys,

        @Describe("whether the properties of the payload are known")
        boolean payloadKnown,

        @Describe("function of the repository that makes the payload, as `path#name`; absent when none does") @Nullable
        String builder,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public EventPublish {
        payloadKeys = List.copyOf(payloadKeys);
    }
}
