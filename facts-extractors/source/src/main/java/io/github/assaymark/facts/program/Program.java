package io.github.assaymark.facts.program;

import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The modules of one owner, and what can be reached from them. Used by one thread.
 *
 * <p>Modules that ship hold no tests, stubs, generated or vendored code, and no templates of services.
 */
public interface Program {
    /** The owner; empty for what belongs to no service. */
    String owner();

    /** The commit that is judged; null for a working tree without one. */
    @Nullable
    String sha();

    /** The modules of the owner that ship, sorted by path. */
    List<Module> modules();

    /** The test modules of the owner, sorted by path. */
    List<Module> tests();

    /** Paths of the owner's source files of another kind, for example generated ones or configuration, sorted. */
    List<String> paths(FileKind kind);

    /** The same owner at the revision it is compared with; null when there is none. */
    @Nullable
    Program base();

    /** A module of the repository, whoever owns it; null when there is none or it cannot be read. */
    @Nullable
    Module module(String path);

    /**
     * The calls of a function, method or class in modules that ship: those of the owner and those they import; sorted
     * by place.
     */
    List<Located> callSites(Located function);

    /** The module a module specifier of an import leads to; null when it leads out of the repository or nowhere. */
    @Nullable
    Module imported(Module from, String specifier);

    /**
     * The answer to a question, remembered as long as nothing changes of what it was found with. Questions do not lead
     * back to themselves.
     */
    <K, T> T answer(Question<K, T> question, K key);

    /** Directory of the service a path belongs to; empty when it belongs to none. */
    String ownerOf(String path);

    /**
     * The text of any file of the repository, for example a package.json; null when it is not there or not readable.
     */
    @Nullable
    String text(String path);

    /** Says what expressions of these modules stand for. */
    Resolver resolver();
}
