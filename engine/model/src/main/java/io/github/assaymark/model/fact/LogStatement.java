package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that writes a log record. */
@Describe("A statement that writes a log record")
public record LogStatement(
        @Describe("path, `#`, enclosing function, logger and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("what is called, as a dotted name") String logger,
        @Describe("level in lower case") String level,

        @Describe("names of fields and values that are logged outside of any wrapping function")
        List<String> fields,

        @Describe("names of fields and values that are logged through a wrapping function")
        List<String> wrappedFields,

        @Describe("functions around logged values, for example `safeView`")
        List<String> wrappedBy,

        @Describe("names of variables that are logged as a whole")
        List<String> whole,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("what the file is for") FileKind kind,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public LogStatement {
        fields = List.copyOf(fields);
        wrappedFields = List.copyOf(wrappedFields);
        wrappedBy = List.copyOf(wrappedBy);
        whole = List.copyOf(whole);
    }
}
