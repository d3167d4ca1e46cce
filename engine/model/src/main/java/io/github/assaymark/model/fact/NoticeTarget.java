package io.github.assaymark.model.fact;

/** Where a notification ends. */
public enum NoticeTarget {
    /** A person is paged. */
    PAGE,
    /** A chat room. */
    CHAT,
    /** A mailbox. */
    EMAIL,
    /** Nowhere: a receiver without a channel. */
    NONE,
    /** Something else, or not known. */
    OTHER
}
