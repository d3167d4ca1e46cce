package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.LiveTree;
import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commit that is judged: what git says, or the configuration of files that git does not know as a whole. */
final class JudgedCommit {
    static final String KEY = "commit";

    private JudgedCommit() {}

    /**
     * Null when nobody knows it.
     *
     * @throws ScanException when git and the configuration name different ones
     */
    static @Nullable String of(RepositorySource source, RepositoryConfiguration configuration) {
        String head = head(source);
        List<String> told = configuration.lists().getOrDefault(KEY, List.of());
        if (told.isEmpty()) return head;
        if (isRoot(source) && !told.get(0).equals(head))
            throw new ScanException(List.of(configuration.path() + ": its `" + KEY + "` is " + told.get(0)
                    + ", but git has " + (head == null ? "no commit" : head) + " here"
                    + "\n  Maybe remove it: it is for files without git, and for folders of a larger repository"));
        return source.commit() == null ? told.get(0) : head;
    }

    private static @Nullable String head(RepositorySource source) {
        if (source instanceof WorkingTree tree) return tree.head();
        return source instanceof LiveTree tree ? tree.head() : source.commit();
    }

    /** Whether git knows these files as the whole of a repository. */
    private static boolean isRoot(RepositorySource source) {
        if (source instanceof WorkingTree tree) return tree.isRoot();
        return source instanceof LiveTree tree && tree.isRoot();
    }
}
