package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function or method by name, or a construction, in source code that ships. Calls on the result of another
 * call are left out, and so are methods that every array, text, date and promise has, such as {@code items.map}, where
 * the first part of the name is not imported, and conversions such as {@code Number(x)} or {@code Object.keys(x)}.
 */
@Describe(
        "A call of a function or method by name, or a construction, in source code; left out are calls on the result of another call, and what every array, text, date and promise has, such as items.map")
public record CodeCall(
        @Describe("path, `#`, enclosing function, callee and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("what is called, as a dotted name; `new ` stands in front of what is constructed")
        String callee,

        @Describe("last part of the dotted name") String name,

        @Describe("package or path of the module that the first part was imported from") @Nullable
        String module,

        @Describe(
                "its arguments as resolved texts, as written where they are not constant, each at most 200 characters")
        List<String> arguments,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("name of the class around it") @Nullable String enclosingClass,

        @Describe("name of the transaction handle of the nearest transaction callback around it") @Nullable
        String transaction,

        @Describe("callees whose function argument it stands in, innermost first")
        List<String> wrappedBy,

        @Describe("text of the nearest condition it depends on") @Nullable
        String condition,

        @Describe("what the file is for") FileKind kind,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public CodeCall {
        arguments = List.copyOf(arguments);
        wrappedBy = List.copyOf(wrappedBy);
    }
}
