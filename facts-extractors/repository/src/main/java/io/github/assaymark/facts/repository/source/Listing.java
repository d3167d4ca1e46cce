package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.SourceFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files that somebody may list, and which of them he looked at. Safe for use by many threads while no file is
 * exchanged; a list that was handed out holds what was exchanged since.
 */
public final class Listing {
    private final List<StoredFile> stored;
    private volatile ObservedFile @Nullable [] observed;

    /** {@code stored} are sorted by path, and stay as they are. */
    public Listing(List<StoredFile> stored) {
        this.stored = stored;
    }

    List<SourceFile> files() {
        ObservedFile[] known = observed;
        if (known == null) known = observed();
        return Collections.unmodifiableList(Arrays.asList(known));
    }

    private synchronized ObservedFile[] observed() {
        ObservedFile[] known = observed;
        if (known == null) {
            known = new ObservedFile[stored.size()];
            for (int i = 0; i < known.length; i++) known[i] = new ObservedFile(stored.get(i), null);
            observed = known;
        }
        return known;
    }

    /** Whether anybody listed the files. */
    public boolean isAskedFor() {
        return observed != null;
    }

    /** Whether somebody looked at what a file holds that he found in the list. */
    public boolean isLookedAt(String path) {
        ObservedFile[] known = observed;
        int at = at(known, path);
        return known != null && at >= 0 && known[at].isLookedAt();
    }

    /** The paths of these files. */
    public void lookedAt(Consumer<String> paths) {
        ObservedFile[] known = observed;
        if (known == null) return;
        for (ObservedFile file : known) if (file.isLookedAt()) paths.accept(file.path());
    }

    /** A file of the list holds something else now. Whoever looked at it counts as one who will look again. */
    public void exchange(StoredFile file) {
        ObservedFile[] known = observed;
        int at = at(known, file.path());
        if (known == null || at < 0) return;
        ObservedFile now = new ObservedFile(file, null);
        if (known[at].isLookedAt()) now.looked();
        known[at] = now;
    }

    private static int at(ObservedFile @Nullable [] files, String path) {
        int low = 0;
        int high = files == null ? -1 : files.length - 1;
        while (files != null && low <= high) {
            int middle = (low + high) >>> 1;
            int order = files[middle].path().compareTo(path);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
