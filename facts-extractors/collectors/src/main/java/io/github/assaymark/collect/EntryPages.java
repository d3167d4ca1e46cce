package io.github.assaymark.collect;

/** Where the answer of one entry goes, page by page. Used by one thread. */
public interface EntryPages {
    /**
     * Takes an answer or a page of it as the system gave it. Only the listed fields of its kind are copied, at once.
     *
     * @throws CollectFailure when it is not in the format of its kind, or all pages together are too large
     */
    void add(String answer);

    /** Says that the answer is not complete, although nothing failed: a limit of pages, for example. */
    void partial(String reason);

    /** Says who asked, where that is known only now. */
    void principal(String name);

    /** Says with which status of HTTP the system answered. */
    void httpStatus(int status);
}
