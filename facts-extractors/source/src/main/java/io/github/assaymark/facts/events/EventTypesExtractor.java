package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.EventType;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says which types of events there are: those of registries in source code, and those with a JSON Schema of their own
 * below a directory {@code events}, which is a registry too.
 */
public final class EventTypesExtractor implements FactExtractor {
    private final EventTypeSources sources = new EventTypeSources();

    /** What was found in the schema files of one owner. */
    private static final class Schemas {
        private final Map<String, EventType> types = new HashMap<>();
        private final List<Coverage.Gap> gaps = new ArrayList<>();
        private int files;
    }

    @Override
    public String id() {
        return sources.id();
    }

    @Override
    public int version() {
        return sources.version();
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return sources.factTypes();
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public String family() {
        return sources.family();
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> all) {
        Consumer<Fact> facts = Redaction.before(all);
        Map<String, Schemas> schemas = new HashMap<>();
        for (SourceFile file : context.source().files()) {
            boolean test = file.kind() == FileKind.TEST || file.kind() == FileKind.VENDORED;
            if (!SchemaFile.reads(file.path()) || test) continue;
            String owner = context.ownerOf(file.path());
            if (context.owners().contains(owner))
                read(file, owner, context, schemas.computeIfAbsent(owner, name -> new Schemas()));
        }
        List<Fact> read = new ArrayList<>();
        sources.extract(context, read::add);
        Set<String> said = new HashSet<>();
        for (Fact fact : read) {
            Schemas own = schemas.get(fact.owner());
            if (fact instanceof EventType type && own != null && own.types.containsKey(type.name())) {
                facts.accept(both(type, own.types.get(type.name())));
                said.add(type.owner() + " " + type.name());
            } else if (fact instanceof Coverage coverage
                    && own != null
                    && coverage.factType().equals("EventType")) {
                facts.accept(coverage(coverage, own));
            } else {
                facts.accept(fact);
            }
        }
        schemas.forEach((owner, own) -> own.types.values().forEach(type -> {
            if (!said.contains(owner + " " + type.name())) facts.accept(type);
        }));
    }

    private static void read(SourceFile file, String owner, ScanContext context, Schemas schemas) {
        schemas.files++;
        try {
            StructuredFile read = StructuredFile.read(file, context.source().commit(), context.limits());
            LocatedNode root = read.tree().root();
            int damaged = read.tree().damagedFromLine();
            if (root == null || !root.isMap() || damaged > 0) {
                schemas.gaps.add(new Coverage.Gap(file.path(), damaged, "it is no whole JSON Schema"));
                return;
            }
            EventType type = new SchemaFile(read, root).fact(owner, context.sha());
            schemas.types.putIfAbsent(type.name(), type);
        } catch (UnreadableFileException e) {
            schemas.gaps.add(new Coverage.Gap(file.path(), 0, String.valueOf(e.getMessage())));
        }
    }

    /** The schema file describes the payload, source code names it. */
    private static EventType both(EventType source, EventType schema) {
        boolean described = source.schemaFile() != null;
        EventType payload = described ? source : schema;
        return new EventType(
                source.key(),
                source.owner(),
                source.provenance(),
                source.name(),
                source.constant(),
                source.family(),
                source.version() == null ? schema.version() : source.version(),
                payload.schema(),
                payload.schemaFile(),
                payload.schemaKind(),
                payload.payloadKeys(),
                payload.payloadKnown(),
                true,
                source.named(),
                source.userFacing(),
                source.file(),
                source.sha());
    }

    private static Coverage coverage(Coverage read, Schemas schemas) {
        if (read.status() == Coverage.Status.FAILED) return read;
        List<Coverage.Gap> gaps = new ArrayList<>(read.gaps());
        gaps.addAll(schemas.gaps);
        return Coverage.of(
                read.extractor(),
                read.factType(),
                read.owner(),
                read.matched() + schemas.files,
                read.failed() + schemas.gaps.size(),
                read.looked() + ", JSON Schemas below `events`",
                gaps);
    }
}
