package io.github.assaymark.facts.repository.source;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What somebody asked of a tree, so that it is known which changes concern what was made of it. Safe for many threads.
 */
public final class Reads {
    private final Set<String> contents = ConcurrentHashMap.newKeySet();
    private final Set<String> lookups = ConcurrentHashMap.newKeySet();
    private final Set<String> directories = ConcurrentHashMap.newKeySet();
    private volatile boolean listed;
    private volatile boolean listedAll;

    /** Paths of files whose content or size was asked for, but for those of a {@link Listing}. */
    public Set<String> contents() {
        return contents;
    }

    /** Paths that were asked for, whether there was a file or not. */
    public Set<String> lookups() {
        return lookups;
    }

    /** Directories that were asked for, whether they were there or not. */
    public Set<String> directories() {
        return directories;
    }

    /** Whether the files of the source were listed. */
    public boolean listed() {
        return listed;
    }

    /** Whether all files were listed. */
    public boolean listedAll() {
        return listedAll;
    }

    /** Whoever asked for this asked for more. */
    public void add(Reads more) {
        contents.addAll(more.contents);
        lookups.addAll(more.lookups);
        directories.addAll(more.directories);
        listed |= more.listed;
        listedAll |= more.listedAll;
    }

    void list(boolean all) {
        if (all) listedAll = true;
        else listed = true;
    }
}
