package io.github.assaymark.facts.program;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Extracts facts from TypeScript and JavaScript, one owner at a time. Subclasses keep no state between calls. What they
 * could not read or resolve makes the coverage of their fact types partial; a failure costs the owner it happens in.
 */
public abstract class SourceExtractor implements FactExtractor {
    /** All that ask a {@link Program}. */
    public static final String FAMILY = "typescript";

    private final String id;
    private final int version;
    private final Set<Class<? extends Fact>> factTypes;

    /**
     * {@code version} changes whenever the subclass gives other facts of the same program; {@code factTypes} are all it
     * gives, {@link Unresolved} is added.
     */
    protected SourceExtractor(String id, int version, List<Class<? extends Fact>> factTypes) {
        this.id = id;
        this.version = version;
        Set<Class<? extends Fact>> types = new LinkedHashSet<>(factTypes);
        types.add(Unresolved.class);
        this.factTypes = Set.copyOf(types);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final int version() {
        return version * 100 + Sources.VERSION;
    }

    @Override
    public final Set<Class<? extends Fact>> factTypes() {
        return factTypes;
    }

    @Override
    public final boolean byOwner() {
        return true;
    }

    @Override
    public final String family() {
        return FAMILY;
    }

    /** Hands over the facts about one owner. */
    protected abstract void extract(Program program, FactSink facts);

    @Override
    public final void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> owners = context.owners();
        if (owners.size() == 1) {
            String only = owners.get(0);
            extract(
                    context,
                    only,
                    SharedProgram.of(context, only, () -> owned(context).getOrDefault(only, List.of())),
                    facts);
            return;
        }
        owned(context)
                .forEach((owner, files) -> extract(context, owner, new OwnerProgram(context, owner, files), facts));
    }

    private static Map<String, List<SourceFile>> owned(ScanContext context) {
        Map<String, List<SourceFile>> owned = new TreeMap<>();
        for (String owner : context.owners()) owned.put(owner, new ArrayList<>());
        for (SourceFile file : context.source().files()) {
            if (!Sources.reads(file.path())) continue;
            List<SourceFile> files = owned.get(context.ownerOf(file.path()));
            if (files != null) files.add(file);
        }
        return owned;
    }

    private void extract(ScanContext context, String owner, OwnerProgram program, Consumer<Fact> facts) {
        AskedProgram asked = new AskedProgram(program);
        OwnerFacts sink = new OwnerFacts(this, context, asked);
        String failure;
        try {
            extract(asked, sink);
            sink.close(facts);
            return;
        } catch (RuntimeException e) {
            failure = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        } catch (StackOverflowError e) {
            failure = "nested too deeply";
        }
        program.recover();
        for (Class<? extends Fact> type : factTypes) {
            facts.accept(Coverage.missing(
                    id,
                    type.getSimpleName(),
                    owner,
                    Coverage.Status.FAILED,
                    "the extractor failed on this owner: " + failure));
        }
    }
}
