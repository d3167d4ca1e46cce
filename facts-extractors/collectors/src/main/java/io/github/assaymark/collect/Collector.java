package io.github.assaymark.collect;

import java.util.List;
import java.util.Set;

/**
 * Asks one kind of system for its state and writes the answers into a folder; found through
 * {@link java.util.ServiceLoader}. Implementations have a public constructor without parameters, keep no state and are
 * safe for use by many threads.
 */
public interface Collector {
    /** What it is asked for by: lower case, for example {@code github}. */
    String name();

    /** What it collects, one line without a final period. */
    String help();

    /** What it can be told, in the order of its help. */
    List<CollectorOption> options();

    /** The environment variables that it takes credentials from. A credential is never an option. */
    default List<SecretVariable> secrets() {
        return List.of();
    }

    /** Further lines of its help, such as the permissions that its credential needs; none by default. */
    default List<String> notes() {
        return List.of();
    }

    /** A command line that works, for its help, without the name of the command. */
    String example();

    /**
     * Of what the state is collected, for example {@code acme/shop}. A run replaces what an earlier run of the same
     * collector wrote of the same subject into the same folder, and nothing else.
     */
    String subject(CollectorOptions options);

    /**
     * Ids of the kinds of export it writes with these options, at least. Until the run has ended, the folder says that
     * these are not complete.
     */
    Set<String> kinds(CollectorOptions options);

    /**
     * Asks and writes. An answer that cannot be had is an entry too, which {@link ExportWriter#entry} writes: nothing
     * is thrown for it.
     *
     * @throws CollectException when what was asked for is not possible at all: a wrong option, a missing credential
     * @throws InterruptedException when the thread was told to stop; the folder then says that it is not complete
     */
    void collect(CollectRequest request, ExportWriter writer) throws InterruptedException;
}
