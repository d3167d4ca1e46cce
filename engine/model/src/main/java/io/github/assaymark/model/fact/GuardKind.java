package io.github.assaymark.model.fact;

/** What something that runs before a handler is for. */
public enum GuardKind {
    /** Finds out who calls. */
    AUTHENTICATION,
    /** Asks for a scope or permission. */
    SCOPE,
    /** Asks for a role. */
    ROLE,
    /** Limits how often one may call. */
    RATE_LIMIT,
    /** Recognises repeated requests. */
    IDEMPOTENCY,
    /** Keeps record of what was done. */
    AUDIT,
    /** Checks the request. */
    VALIDATION,
    /** Anything else. */
    OTHER
}
