package io.github.assaymark.facts.program;

import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The program of one owner, for all extractors that are asked for it, and what they remember of it. Given up when
 * memory runs short. Used by one thread at a time.
 */
final class SharedProgram {
    private @Nullable ScanContext context;
    private @Nullable SoftReference<OwnerProgram> program;
    private @Nullable SoftReference<OwnerMemory> memory;

    /** The program of a context, which speaks of one owner. */
    static OwnerProgram of(ScanContext context, String owner, Supplier<List<SourceFile>> files) {
        return context.shared(SharedProgram.class, SharedProgram::new).in(context, owner, files);
    }

    /** Another context means that files may have changed. */
    @SuppressWarnings("ReferenceEquality") // two contexts are the same when nothing can have happened between them
    private OwnerProgram in(ScanContext now, String owner, Supplier<List<SourceFile>> files) {
        OwnerProgram known = program == null ? null : program.get();
        if (known != null && context == now) return known;
        List<SourceFile> present = files.get();
        Set<String> edited = now.edited();
        context = now;
        if (known != null && edited != null && known.follow(now, present, edited)) return known;
        OwnerMemory before = memory == null ? null : memory.get();
        if (before == null) {
            before = new OwnerMemory();
            memory = new SoftReference<>(before);
        }
        OwnerProgram fresh = new OwnerProgram(now, owner, present, before);
        before.retain(module -> fresh.quietly(module.path()) == module);
        program = new SoftReference<>(fresh);
        return fresh;
    }
}
