import { messages } from "./i18n";

interface ErrorEntry {
  readonly family: "request" | "access" | "billing";
  readonly status: number;
  readonly messageKey: keyof (typeof messages)["en"];
}

/** Every code the API can answer with. */
export const errorCodes = {
  unauthenticated: { family: "access", status: 401, messageKey: "unauthenticated" },
  scope_missing: { family: "access", status: 403, messageKey: "scope_missing" },
  rate_limited: { family: "access", status: 429, messageKey: "rate_limited" },
  idempotency_key_missing: { family: "request", status: 400, messageKey: "idempotency_key_missing" },
  matter_not_found: { family: "billing", status: 422, messageKey: "matter_not_found" },
  nothing_to_bill: { family: "billing", status: 422, messageKey: "nothing_to_bill" },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;

export class ApiError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

export const errors = {
  reply(code: ErrorCode): Response {
    const entry = errorCodes[code];
    return Response.json({ code, message: messages.en[entry.messageKey] }, { status: entry.status });
  },
};
