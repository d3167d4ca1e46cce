package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.LiveWorkingTree;
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
        String commit = told.get(0);
        if (!commit.equals(head) && (isRoot(source) || isOld(source, commit)))
            throw new ScanException(List.of(configuration.path() + ": its `" + KEY + "` is " + commit + ", but git has "
                    + (head == null ? "no commit" : head) + " here"
                    + "\n  Maybe remove it: it is for files without git, and for folders of a larger repository that hold"
                    + " the files of another one"));
        return source.commit() == null ? commit : head;
    }

    /** What {@code assay doctor} and {@code assay check} say of a commit that the configuration told; null without. */
    static @Nullable String said(RepositorySource source, RepositoryConfiguration configuration) {
        List<String> told = configuration.lists().getOrDefault(KEY, List.of());
        if (told.isEmpty() || source.commit() != null) return null;
        String head = head(source);
        return "judged as commit " + told.get(0)
                + (told.get(0).equals(head)
                        ? ""
                        : ", which " + configuration.path() + " names; git has " + (head == null ? "none" : head));
    }

    private static @Nullable String head(RepositorySource source) {
        if (source instanceof WorkingTree tree) return tree.head();
        return source instanceof LiveWorkingTree tree ? tree.head() : source.commit();
    }

    /** Whether git knows these files as the whole of a repository. */
    private static boolean isRoot(RepositorySource source) {
        if (source instanceof WorkingTree tree) return tree.isRoot();
        return source instanceof LiveWorkingTree tree && tree.isRoot();
    }

    /** Whether it is a commit of the very repository the files lie in: one that was left behind, then. */
    private static boolean isOld(RepositorySource source, String commit) {
        if (source instanceof WorkingTree tree) return tree.holdsCommit(commit);
        return source instanceof LiveWorkingTree tree && tree.holdsCommit(commit);
    }
}
