/** What a caller reads, by language and message key. */
export const messages = {
  en: {
    unauthenticated: "The request names no caller we know.",
    scope_missing: "The caller lacks the scope of this operation.",
    rate_limited: "Too many requests; wait for the time the header names.",
    idempotency_key_missing: "The request needs an idempotency key.",
    matter_not_found: "The workspace has no such matter.",
    nothing_to_bill: "Every entry of the matter is billed.",
  },
} as const;
