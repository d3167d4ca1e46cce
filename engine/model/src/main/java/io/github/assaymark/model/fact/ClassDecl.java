package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class of the source code. */
@Describe("A class of the source code")
public record ClassDecl(
        @Describe("path, `#` and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,

        @Describe("what it is, told by decorator, name and directory")
        ClassRole role,

        @Describe("name without the suffix of its role, for example `Invoice` of `InvoiceRepository`") @Nullable
        String aggregate,

        @Describe("name of the class it extends") @Nullable String superclass,
        @Describe("names of the interfaces it implements") List<String> interfaces,
        @Describe("names of its decorators or annotations") List<String> decorators,
        @Describe("names of its methods") List<String> methods,
        @Describe("types of its constructor parameters") List<String> injected,
        @Describe("whether it is exported") boolean exported,
        @Describe("what the file is for") FileKind kind,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public ClassDecl {
        interfaces = List.copyOf(interfaces);
        decorators = List.copyOf(decorators);
        methods = List.copyOf(methods);
        injected = List.copyOf(injected);
    }
}
