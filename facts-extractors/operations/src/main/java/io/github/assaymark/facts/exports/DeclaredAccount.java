package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ScanContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The account of files of the repository that say what is meant to be. A file outside of every service may speak of any
 * of them, so that a gap in it is one for every owner. Used by one thread.
 */
final class DeclaredAccount {
    private final ScanContext context;
    private final String extractor;
    private final String looked;
    private final Map<String, Page> pages = new TreeMap<>();

    private static final class Page {
        private final Set<String> matched = new HashSet<>();
        private final Set<String> failed = new HashSet<>();
        private final List<Coverage.Gap> gaps = new ArrayList<>();
    }

    DeclaredAccount(ScanContext context, String extractor, String looked) {
        this.context = context;
        this.extractor = extractor;
        this.looked = looked;
    }

    /** A file that could hold such facts. */
    void matched(String path) {
        page(path).matched.add(path);
    }

    /** A file, or a part of one, that was not understood; line 0 for the whole file. */
    void gap(String path, int line, String reason) {
        Page page = page(path);
        page.matched.add(path);
        page.failed.add(path);
        page.gaps.add(new Coverage.Gap(path, line, reason));
    }

    private Page page(String path) {
        return pages.computeIfAbsent(context.ownerOf(path), owner -> new Page());
    }

    /** Hands over the coverage of fact types for every owner, with limits; see {@link Coverage#about}. */
    void close(Consumer<Fact> facts, List<Class<? extends Fact>> types, List<String> about) {
        for (Class<? extends Fact> type : types)
            for (String owner : context.owners()) {
                int matched = 0;
                int failed = 0;
                List<Coverage.Gap> gaps = new ArrayList<>();
                for (String of : owner.isEmpty() ? Set.of("") : Set.of(owner, "")) {
                    Page page = pages.get(of);
                    if (page == null) continue;
                    matched += page.matched.size();
                    failed += page.failed.size();
                    gaps.addAll(page.gaps);
                }
                facts.accept(Coverage.of(extractor, type.getSimpleName(), owner, matched, failed, looked, gaps)
                        .limitedTo(about));
            }
    }
}
