package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a test that checks a value by a schema that ships. */
@Describe("A place in a test that checks a value by a schema of shipping code")
public record SchemaCheck(
        @Describe("key of the test, `:` and the event or schema")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the test, absent parts shown as `{}`")
        String name,

        @Describe("names of the suites around the test joined with ` > `, empty when there are none")
        String suite,

        @Describe("name of the event whose schema it is, absent when the schema is not taken by a name") @Nullable
        String event,

        @Describe("name of the schema, absent when it is taken by the name of an event") @Nullable
        String schema,

        @Describe("path of the file with the schema, absent when it is taken by the name of an event") @Nullable
        String schemaFile,

        @Describe(
                "functions of shipping code, as `path#name`, sorted: the one that makes the value, or those that the test calls when the value is what a stand-in was called with; empty when it is not known where the value is made")
        List<String> builders,

        @Describe(
                "name of the function whose stand-in was called with the value, absent when the value is none of that kind")
        @Nullable
        String captured,

        @Describe("whether the value is written down in the test")
        boolean written,

        @Describe("whether the test fails when the schema refuses the value")
        boolean asserted,

        @Describe("whether the test, or a suite around it, is skipped, to be written, or skipped under a condition")
        boolean skipped,

        @Describe("path") String file)
        implements Fact {
    /** Copies the list. */
    public SchemaCheck {
        builders = List.copyOf(builders);
    }
}
