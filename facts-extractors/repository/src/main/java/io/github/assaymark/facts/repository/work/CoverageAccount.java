package io.github.assaymark.facts.repository.work;

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
import org.jspecify.annotations.Nullable;

/**
 * The account of one search: which files were looked at, for each owner, and what could not be read of them. Used by
 * one thread.
 */
public final class CoverageAccount {
    private final ScanContext context;
    private final String extractor;
    private final String looked;
    private final Map<String, Page> pages = new TreeMap<>();
    /** Of the files of one directory, which come one after another. */
    private String lastDirectory = "";

    private @Nullable Page lastPage;

    private static final class Page {
        private int matched;
        private final Set<String> failed = new HashSet<>();
        private final List<Coverage.Gap> gaps = new ArrayList<>();
    }

    /** {@code looked} says for a reader what was looked at, for example {@code *.md}. */
    public CoverageAccount(ScanContext context, String extractor, String looked) {
        this.context = context;
        this.extractor = extractor;
        this.looked = looked;
        context.owners().forEach(owner -> pages.put(owner, new Page()));
    }

    /** A file that could hold such facts. */
    public void matched(String path) {
        page(path).matched++;
    }

    /** Files of an owner that could hold such facts. */
    public void matched(String owner, int files) {
        pages.computeIfAbsent(owner, o -> new Page()).matched += files;
    }

    /** An account of the same files, of which nothing is lacking yet. */
    public CoverageAccount ofSameFiles() {
        CoverageAccount other = new CoverageAccount(context, extractor, looked);
        pages.forEach((owner, page) -> other.matched(owner, page.matched));
        return other;
    }

    /** A matched file, or a part of one, that was not understood; line 0 for the whole file. */
    public void gap(String path, int line, String reason) {
        Page page = page(path);
        page.failed.add(path);
        page.gaps.add(new Coverage.Gap(path, line, reason));
    }

    private Page page(String path) {
        int slash = path.lastIndexOf('/');
        Page known = lastPage;
        if (known != null && slash == lastDirectory.length() && path.startsWith(lastDirectory)) return known;
        Page page = ofOwner(path);
        lastPage = slash < 0 ? null : page;
        lastDirectory = slash < 0 ? "" : path.substring(0, slash);
        return page;
    }

    private Page ofOwner(String path) {
        return pages.computeIfAbsent(context.ownerOf(path), owner -> new Page());
    }

    /** Hands over the coverage of fact types that this search was for. */
    public void close(Consumer<Fact> facts, List<Class<? extends Fact>> types) {
        for (Class<? extends Fact> type : types) {
            pages.forEach((owner, page) -> facts.accept(Coverage.of(
                    extractor,
                    type.getSimpleName(),
                    owner,
                    Math.max(page.matched, page.failed.size()),
                    page.failed.size(),
                    looked,
                    page.gaps)));
        }
    }

    /** The same for facts that belong to no service, wherever their files lie: a gap is one for every owner. */
    public void closeForEveryOwner(Consumer<Fact> facts, List<Class<? extends Fact>> types) {
        int matched = 0;
        int failed = 0;
        List<Coverage.Gap> gaps = new ArrayList<>();
        for (Page page : pages.values()) {
            matched += Math.max(page.matched, page.failed.size());
            failed += page.failed.size();
            gaps.addAll(page.gaps);
        }
        for (Class<? extends Fact> type : types) {
            for (String owner : pages.keySet()) {
                facts.accept(Coverage.of(extractor, type.getSimpleName(), owner, matched, failed, looked, gaps));
            }
        }
    }
}
