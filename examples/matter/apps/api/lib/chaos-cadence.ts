/** Drills that break a surface on purpose, and when they are next held. */
export const drills = {
  invoices: { enabled: true, breaks: "the primary of the billing database", next: "2026-Q2" },
  webhooks: { enabled: false, breaks: "the delivery queue", next: "2026-Q3" },
} as const;

/** Operations that take part in the next game day. */
export const gameDay = ["listInvoices", "draftInvoice"] as const;
