package io.github.assaymark.model.fact;

/** What the signature of a commit proves. */
public enum SignatureStatus {
    /** A key that is allowed to sign for the author made it. */
    VALID,
    /** There is none. */
    ABSENT,
    /** It is not of this content, or of a key that may not sign for the author. */
    INVALID,
    /** Nobody looked, or it is of a kind that is not read. */
    UNCHECKED
}
