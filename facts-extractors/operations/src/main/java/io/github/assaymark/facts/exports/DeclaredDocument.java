package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of the repository while its documents are read. Used by one thread. */
final class DeclaredDocument implements Target {
    private static final Set<FileKind> OTHERS =
            Set.of(FileKind.TEST, FileKind.STUB, FileKind.GENERATED, FileKind.VENDORED);

    private final ScanContext context;
    private final ServiceNames services;
    private final StructuredFile file;
    private final DeclaredAccount account;
    private final Consumer<Fact> facts;
    private final Map<String, Integer> keys;

    /** {@code keys} counts those of all files of an extraction. */
    DeclaredDocument(
            ScanContext context,
            ServiceNames services,
            StructuredFile file,
            DeclaredAccount account,
            Consumer<Fact> facts,
            Map<String, Integer> keys) {
        this.context = context;
        this.services = services;
        this.file = file;
        this.account = account;
        this.facts = facts;
        this.keys = keys;
    }

    /**
     * Whether a file says what is meant to be: it is of no test and no other project, and in no folder of exported
     * state.
     */
    static boolean isOurs(ScanContext context, SourceFile file) {
        if (OTHERS.contains(file.kind())) return false;
        return !context.isExported(file.path());
    }

    @Override
    public void fact(Fact fact) {
        facts.accept(fact);
    }

    @Override
    public void gap(JsonValue at, String reason) {
        account.gap(file.path(), at.node().span().startLine(), reason);
    }

    @Override
    public Provenance at(JsonValue value) {
        return file.place(value.node().span());
    }

    @Override
    public @Nullable Instant observedAt() {
        return null;
    }

    @Override
    public String owner(@Nullable String service) {
        String owner = context.ownerOf(file.path());
        return owner.isEmpty() ? services.owner(service) : owner;
    }

    @Override
    public @Nullable String service(@Nullable String named) {
        return Exported.shownOrNull(named);
    }

    @Override
    public @Nullable String stage(@Nullable String named) {
        return Exported.shownOrNull(Stages.normal(named));
    }

    @Override
    public String key(String base) {
        int times = keys.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "#" + times;
    }
}
