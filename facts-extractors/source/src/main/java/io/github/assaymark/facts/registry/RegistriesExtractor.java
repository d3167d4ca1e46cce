package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Redaction;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads registries: plain entries, scopes, consent texts, rate limits and error codes of source files, and the entries
 * of catalogues and messages in JSON and YAML.
 */
public final class RegistriesExtractor implements FactExtractor {
    /** Of what is read of a file in JSON or YAML. */
    private static final int VERSION = 1;

    private final RegistrySources sources = new RegistrySources();

    /** What came of the files of one owner. */
    private static final class Files {
        private final List<Coverage.Gap> gaps = new ArrayList<>();
        private int matched;
        private int failed;
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
    public void extract(ScanContext context, Consumer<Fact> facts) {
        Map<String, Files> read = new HashMap<>();
        for (SourceFile file : context.source().files()) {
            if (!RegistryFile.reads(file.path()) || file.kind() != FileKind.CONFIGURATION || inTemplate(file, context))
                continue;
            String owner = context.ownerOf(file.path());
            if (context.owners().contains(owner))
                read(file, owner, context, read.computeIfAbsent(owner, name -> new Files()), facts);
        }
        sources.extract(context, fact -> {
            Files files = fact instanceof Coverage ? read.get(fact.owner()) : null;
            boolean entries =
                    fact instanceof Coverage coverage && coverage.factType().equals("RegistryEntry");
            facts.accept(files != null && entries ? coverage((Coverage) fact, files) : fact);
        });
    }

    private static boolean inTemplate(SourceFile file, ScanContext context) {
        return context.templates().stream().anyMatch(template -> file.path().startsWith(template + "/"));
    }

    private static void read(SourceFile file, String owner, ScanContext context, Files files, Consumer<Fact> facts) {
        files.matched++;
        try {
            Read read = context.cache().get(Read.class, VERSION, file, one -> read(one, owner, context));
            read.entries.forEach(facts);
            files.failed += read.gaps.size();
            files.gaps.addAll(read.gaps);
        } catch (UnreadableFileException e) {
            files.failed++;
            files.gaps.add(new Coverage.Gap(file.path(), 0, String.valueOf(e.getMessage())));
        }
    }

    /** What a file holds, which stays where it is as long as it is kept. */
    private record Read(List<Fact> entries, List<Coverage.Gap> gaps) {}

    private static Read read(SourceFile file, String owner, ScanContext context) throws UnreadableFileException {
        StructuredFile read = StructuredFile.read(file, context.source().commit(), context.limits());
        LocatedNode root = read.tree().root();
        int damaged = read.tree().damagedFromLine();
        List<Coverage.Gap> gaps = new ArrayList<>();
        List<Fact> entries = new ArrayList<>();
        if (damaged > 0 || root == null) gaps.add(new Coverage.Gap(file.path(), damaged, "it is not well-formed"));
        if (root == null) return new Read(entries, gaps);
        RegistryFile registry = new RegistryFile(read, owner);
        registry.entries(root).forEach(Redaction.before(entries::add));
        if (registry.cut())
            gaps.add(new Coverage.Gap(
                    file.path(), 0, "only the first " + RegistryEntries.MAX_PER_FILE + " entries are read"));
        return new Read(List.copyOf(entries), List.copyOf(gaps));
    }

    private static Coverage coverage(Coverage read, Files files) {
        if (read.status() == Coverage.Status.FAILED) return read;
        List<Coverage.Gap> gaps = new ArrayList<>(read.gaps());
        gaps.addAll(files.gaps);
        return Coverage.of(
                read.extractor(),
                read.factType(),
                read.owner(),
                read.matched() + files.matched,
                read.failed() + files.failed,
                read.looked() + ", catalogues and messages in JSON and YAML",
                gaps);
    }
}
